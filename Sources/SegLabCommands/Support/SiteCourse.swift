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
  /// - Returns: what the site is made of, with the doubts about its files.
  /// - Throws: `CourseProblem` where a lab has mistakes, or a report cannot be read.
  static func read(
    _ folder: CourseFolder, languages: [Language], reports: String?, showsAnswers: Bool
  ) throws(CourseProblem) -> Noted<SiteSource> {
    let course = try folder.course()
    let found = try self.reports(
      in: reports ?? folder.root.appendingPathComponent(reportsName).path, isAsked: reports != nil)
    let installation = try? Installation.find()
    let read = Parallel.map(course.entries.count) { place in
      Result { () throws(CourseProblem) -> One in
        let entry = course.entries[place]
        let lab = try folder.sound(entry)
        var one = One(notes: lab.notes)
        for language in languages {
          let translated = lab.value.translated(to: language, installation: installation)
          one.notes += translated.notes
          one.labs[language] = translated.value
          one.files[language] = file(of: translated.value, from: lab.value, in: language)
          one.texts[language] = text(of: lab.value, in: language)
        }
        one.pages = SiteSource.LabPages(
          name: entry.name, labs: one.labs, texts: one.texts, report: found[lab.value.id], showsAnswers: showsAnswers)
        return one
      }
    }
    var notes: [CourseNote] = []
    var labs: [SiteSource.LabPages] = []
    var files: [[Language: String]] = []
    for result in read {
      let one = try result.get()
      notes += one.notes
      if let pages = one.pages {
        labs.append(pages)
        files.append(one.files)
      }
    }
    return Noted(
      SiteSource(labs: labs, sets: sets(of: folder)), notes + links(of: labs, written: files, languages: languages))
  }

  /// A lab while it is read.
  private struct One: Sendable {
    var notes: [CourseNote]
    var labs: [Language: Lab] = [:]
    /// The files that its words stand in.
    var files: [Language: String] = [:]
    /// Its own text in each language.
    var texts: [Language: String] = [:]
    var pages: SiteSource.LabPages?
  }

  /// Doubts about links that lead nowhere, each in the file where it is written.
  private static func links(
    of labs: [SiteSource.LabPages], written files: [[Language: String]], languages: [Language]
  ) -> [CourseNote] {
    languages.flatMap { language in
      let anchors = Dictionary(labs.compactMap { pages in pages.anchors[language].map { (pages.name, $0) } }) { $1 }
      let inspector = LinkInspector(anchors: anchors, isSite: true)
      return Parallel.map(labs.count) { place -> CourseNote? in
        guard let lab = labs[place].labs[language], let file = files[place][language] else { return nil }
        let doubts = inspector.diagnostics(
          of: lab, file: file, anchors: labs[place].anchors[language], severity: .warning)
        return doubts.isEmpty ? nil : .diagnostics(doubts, text: try? Lab.text(of: file))
      }.compactMap(\.self)
    }
  }

  /// The file that the words of `translated` stand in; nil where they came with SegLab, or are not in the language.
  private static func file(of translated: Lab, from lab: Lab, in language: Language) -> String? {
    guard translated.language == language else { return nil }
    guard lab.language != language else { return lab.file }
    let path = Translation.path(of: lab.file, in: language)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// A lab's file in a language: woven from the lab and its words where they stand in a file of their own.
  private static func text(of lab: Lab, in language: Language) -> String {
    let path = Translation.path(of: lab.file, in: language)
    guard let translation = try? Translation.read(path).translation else { return lab.text }
    return lab.woven(with: translation).text ?? lab.text
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
