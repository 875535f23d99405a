internal import Checking
internal import Courses
internal import Foundation
internal import Labs
internal import Messages
internal import Pages

/// Reads the labs of a course for its site; one of which all is known that other pages need is read where a page of its own is made.
struct SiteLabReader: Sendable {
  let folder: CourseFolder
  /// The languages of the site.
  let languages: [Language]
  /// What came with SegLab.
  let installation: Installation?
  /// The reports on labs, by the lab's id.
  let reports: [String: LabReport]
  /// Whether the networks that gave their results are shown.
  let showsAnswers: Bool
  /// What is known of labs, by the digest of the files that each was read from.
  let known: [String: [Language: LabCard]]

  /// A lab for the site.
  struct Found: Sendable {
    let pages: SiteSource.LabPages
    /// The digest of its files, where what is known of it may be kept: whoever reads them again has nothing to say of them.
    let digest: String?
    /// What is to be said of its files.
    let notes: [CourseNote]
  }

  /// The lab in a file of the course.
  ///
  /// - Throws: `CourseProblem` where it has mistakes.
  func lab(at path: String) throws(CourseProblem) -> Found {
    let name = Course.name(of: path)
    let sources = sources(of: path)
    if let sources, let cards = known[sources.digest], let card = cards.values.first {
      let pages = SiteSource.LabPages(
        name: name, cards: cards, report: reports[card.id], showsAnswers: showsAnswers
      ) {
        // Files that were written since are another lab's than that of the cards.
        guard let read = try? self.read(path), self.sources(of: path) == sources else { return nil }
        return read.labs.reduce(into: [:]) { $0[$1.key] = ($1.value, read.texts[$1.key]) }
      }
      return Found(pages: pages, digest: sources.digest, notes: [])
    }
    let read = try read(path)
    let pages = SiteSource.LabPages(
      name: name, labs: read.labs, texts: read.texts, files: read.files,
      report: read.labs.values.first.flatMap { reports[$0.id] }, showsAnswers: showsAnswers)
    let isKept = read.notes.allSatisfy(\.isEmpty) && self.sources(of: path) == sources
    return Found(pages: pages, digest: isKept ? sources?.digest : nil, notes: read.notes)
  }

  private func sources(of path: String) -> LabSources? {
    LabSources(of: path, in: folder, languages: languages, installation: installation)
  }

  /// A lab while it is read.
  private struct Read {
    var notes: [CourseNote]
    var labs: [Language: Lab] = [:]
    /// Its own text in each language.
    var texts: [Language: String] = [:]
    /// The files that its words stand in.
    var files: [Language: String] = [:]
  }

  private func read(_ path: String) throws(CourseProblem) -> Read {
    let lab = try folder.sound(Course.entry(at: path))
    var read = Read(notes: lab.notes)
    for language in languages {
      let translated = lab.value.translated(to: language, installation: installation)
      read.notes += translated.notes
      read.labs[language] = translated.value
      read.files[language] = Self.file(of: translated.value, from: lab.value, in: language)
      read.texts[language] = Self.text(of: lab.value, in: language)
    }
    return read
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
}

extension CourseNote {
  /// Whether there is nothing to say.
  fileprivate var isEmpty: Bool {
    if case .diagnostics(let list, _) = self { list.isEmpty } else { false }
  }
}
