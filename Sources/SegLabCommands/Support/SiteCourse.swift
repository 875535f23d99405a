internal import Checking
internal import Courses
internal import Datasets
internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import Pages

/// Reads what a course's site is made of.
enum SiteCourse {
  /// The folder of kept reports that is looked into where none is named.
  private static let reportsName = "reports"

  /// - Parameters:
  ///   - folder: the course folder.
  ///   - languages: the languages of the site.
  ///   - reports: the folder with reports that `run --report` kept; nil for `reports` in the course folder, where there is one.
  ///   - showsAnswers: whether the networks that gave the reports' results are shown.
  ///   - memory: what was kept of the labs; afterwards what is to be kept of them.
  /// - Returns: what the site is made of, with the doubts about its files.
  /// - Throws: `CourseProblem` where a lab has mistakes, or a report cannot be read.
  static func read(
    _ folder: CourseFolder, languages: [Language], reports: String?, showsAnswers: Bool,
    remembering memory: inout SiteMemory
  ) throws(CourseProblem) -> Noted<SiteSource> {
    let paths = try folder.labFiles()
    let found = try self.reports(
      in: reports ?? folder.root.appendingPathComponent(reportsName).path, isAsked: reports != nil)
    let reader = SiteLabReader(
      folder: folder, languages: languages, installation: try? Installation.find(), reports: found,
      showsAnswers: showsAnswers, known: memory.labs)
    let read = Parallel.map(paths.count) { place in
      Result { () throws(CourseProblem) in try reader.lab(at: paths[place]) }
    }
    var (notes, labs): ([CourseNote], [SiteSource.LabPages]) = ([], [])
    memory.labs = [:]
    for result in read {
      let lab = try result.get()
      notes += lab.notes
      labs.append(lab.pages)
      if let digest = lab.digest { memory.labs[digest] = lab.pages.cards }
    }
    return Noted(SiteSource(labs: labs, sets: sets(of: folder)), notes + links(of: labs, languages: languages))
  }

  /// Doubts about links that lead nowhere, each in the file where it is written.
  private static func links(of labs: [SiteSource.LabPages], languages: [Language]) -> [CourseNote] {
    languages.flatMap { language in
      let anchors = Dictionary(labs.compactMap { pages in pages.cards[language].map { (pages.name, $0.anchors) } }) {
        $1
      }
      let inspector = LinkInspector(anchors: anchors, isSite: true)
      return labs.compactMap { pages -> CourseNote? in
        guard let card = pages.cards[language], let file = card.file else { return nil }
        let doubts = inspector.diagnostics(
          of: card.addresses, file: file, anchors: card.anchors, severity: .warning)
        return doubts.isEmpty ? nil : .diagnostics(doubts, text: try? Lab.text(of: file))
      }
    }
  }

  /// The reports in a folder by the lab that they are about; of two on one lab the last by name.
  private static func reports(in folder: String, isAsked: Bool) throws(CourseProblem) -> [String: LabReport] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      if isAsked { throw .reportNotReadable(path: folder, reason: String(cString: strerror(ENOENT))) }
      return [:]
    }
    var reports: [String: LabReport] = [:]
    for name in names.sorted() where name.hasSuffix(".json") {
      let report = try ReportFile(path: folder + "/" + name).report
      reports[report.lab] = report
    }
    return reports
  }

  private static func sets(of folder: CourseFolder) -> [SiteSource.SetPages] {
    let store = folder.sets
    return ((try? store.list()) ?? []).compactMap { entry in
      guard case .success(let facts) = entry.facts else { return nil }
      let name = entry.name
      return SiteSource.SetPages(name: name, digest: facts.digest) { () throws(PageError) in
        do throws(DatasetError) {
          let set = try store.load(name: name)
          return (set, SetSummary(of: set).facts)
        } catch {
          throw .set(problem: Message(error.phrase))
        }
      }
    }
  }
}
