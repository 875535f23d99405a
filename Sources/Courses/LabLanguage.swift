internal import Checking
internal import Diagnostics
internal import Foundation
public import Labs
public import Messages

extension Lab {
  /// The lab with its author's words in `language`, where there are some that fit: beside its file, or among the labs that came with SegLab.
  ///
  /// Its cells, its text and all places in it stay those of its file. A translation with mistakes is no reason to keep anyone from working:
  /// the mistakes are told, and the lab stays as it is.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - installation: what came with SegLab; looked for where it is needed.
  /// - Returns: the lab, with what is to be said of its translation.
  public func translated(
    to language: Language, installation: @autoclosure () -> Installation? = try? Installation.find()
  ) -> Noted<Lab> {
    guard language != self.language else { return Noted(self) }
    let path = Translation.path(of: file, in: language)
    guard FileManager.default.fileExists(atPath: path) else {
      let name = URL(fileURLWithPath: file).lastPathComponent
      // A lab that somebody wrote anew under an old name has other cells, and the old words do not fit it.
      guard let labs = installation()?.labs,
        let words = ShippedLabs(folder: labs).words(of: name, in: language),
        let lab = translated(by: words).lab
      else { return Noted(self) }
      return Noted(lab)
    }
    do throws(LabFileError) {
      var (translation, diagnostics) = try Translation.read(path)
      if let translation {
        let isLaid = CourseFolder.around(URL(fileURLWithPath: path)).laidTranslation(of: path)
        let merged = translated(by: isLaid ? translation.wordsAlone : translation)
        if let lab = merged.lab {
          guard isLaid, !translation.filledCells.isEmpty else { return Noted(lab) }
          return Noted(lab, [.line(CoursePhrase.wordsAlone(file: path, lab: file, language: language))])
        }
        diagnostics += merged.diagnostics
      }
      return Noted(
        self,
        [
          .diagnostics(diagnostics, text: translation?.text), .line(CoursePhrase.shownUntranslated(file: path)),
        ])
    } catch {
      return Noted(self, [.line(error.phrase)])
    }
  }
}

extension CourseFolder {
  /// Whether SegLab laid a translation beside its lab, as it did before a course had one file a lab, and no author works on it.
  func laidTranslation(of path: String) -> Bool {
    let solutions = root.appendingPathComponent("solutions").path
    return original(URL(fileURLWithPath: path).lastPathComponent) != nil
      && !FileManager.default.fileExists(atPath: solutions)
  }

  /// The language that the first lab names in its front matter, as a lab does that was laid in another language than English; nil where
  /// it names none.
  ///
  /// No more than the file's beginning is read, because every word of a command waits for it.
  public var translatedLanguage: Language? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: labs.path)) ?? []
    guard let first = names.filter({ $0.hasSuffix(".md") }).min(),
      let file = FileHandle(forReadingAtPath: labs.appendingPathComponent(first).path)
    else { return nil }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 4096) else { return nil }
    let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard lines.first == "---" else { return nil }
    for line in lines.dropFirst().prefix(30) {
      if line.hasPrefix("---") { return nil }
      if let word = line.firstMatch(of: /^language:\s*["']?(\w+)/)?.output.1 { return Language(rawValue: String(word)) }
    }
    return nil
  }

  /// The language of the course's labs; nil where there are none.
  var language: Language? {
    guard let course = try? Course.read(labs.path) else { return nil }
    let languages = course.entries.compactMap { $0.lab?.language }
    return languages.first { $0 != .english } ?? languages.first
  }
}
