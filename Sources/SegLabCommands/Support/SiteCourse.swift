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
    var notes: [CourseNote] = []
    var labs: [SiteSource.LabPages] = []
    var files: [[Language: String]] = []
    for entry in course.entries {
      let lab = try folder.sound(entry)
      notes += lab.notes
      var translations: [Language: Lab] = [:]
      var texts: [Language: String] = [:]
      var written: [Language: String] = [:]
      for language in languages {
        let translated = lab.value.translated(to: language)
        notes += translated.notes
        translations[language] = translated.value
        written[language] = file(of: translated.value, from: lab.value, in: language)
        texts[language] = text(of: lab.value, in: language)
      }
      files.append(written)
      labs.append(
        SiteSource.LabPages(
          name: entry.name, labs: translations, texts: texts, report: found[lab.value.id],
          showsAnswers: showsAnswers))
    }
    return Noted(
      SiteSource(labs: labs, sets: sets(of: folder)), notes + links(of: labs, written: files, languages: languages))
  }

  /// Doubts about links that lead nowhere, each in the file where it is written.
  private static func links(
    of labs: [SiteSource.LabPages], written files: [[Language: String]], languages: [Language]
  ) -> [CourseNote] {
    languages.flatMap { language in
      let inspector = LinkInspector(
        labs: labs.compactMap { pages in pages.labs[language].map { (pages.name, $0) } }, isSite: true)
      return zip(labs, files).compactMap { pages, files -> CourseNote? in
        guard let lab = pages.labs[language], let file = files[language] else { return nil }
        let doubts = inspector.diagnostics(of: lab, file: file, severity: .warning)
        return doubts.isEmpty ? nil : .diagnostics(doubts, text: try? Lab.text(of: file))
      }
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
