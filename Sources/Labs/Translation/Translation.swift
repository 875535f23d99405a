public import Diagnostics
public import Messages

/// The words of a lab in another language: its title, prose, hints and questions.
///
/// Every other cell stands in it as an empty fence of the same kind and name, which shows where it belongs; what is inside is taken
/// from the lab, so that no code stands anywhere twice.
public struct Translation: Sendable {
  /// The file as the reader knows it, for example `labs/01-fully-connected.ko.md`.
  public let file: String
  /// The file's text.
  public let text: String
  /// The heading of the lab.
  public let title: String
  /// Prose and cells in the order of the file.
  let parts: [Part]

  /// A stretch of prose or a cell.
  enum Part: Sendable {
    /// Prose as HTML, and the line where it starts.
    case prose(html: String, line: Int)
    /// A cell.
    case cell(TranslatedCell)
  }

  /// The file in which a lab's words in `language` are looked for: `01-intro.ko.md` beside `01-intro.md`.
  public static func path(of lab: String, in language: Language) -> String {
    (lab.hasSuffix(".md") ? String(lab.dropLast(3)) : lab) + ".\(language.rawValue).md"
  }

  /// Whether a file's name is that of a translation.
  public static func isTranslation(_ file: String) -> Bool {
    let parts = file.split(separator: ".")
    return parts.count >= 3 && parts.last == "md" && Language(rawValue: String(parts[parts.count - 2])) != nil
  }

  /// Reads a translation from its text.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - file: the file as the reader knows it; stands in every diagnostic.
  /// - Returns: the translation, or nil where a diagnostic is an error.
  public static func parse(text: String, file: String) -> (translation: Translation?, diagnostics: [Diagnostic]) {
    var parser = LabParser(text: text, file: file)
    let translation = parser.translation()
    return (translation, parser.findings.diagnostics)
  }

  /// Reads a translation from its file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - file: the file as the reader knows it; the path itself where it is nil.
  /// - Returns: as ``parse(text:file:)``.
  /// - Throws: `LabFileError` where the file is missing, no file, unreadable, too large, or not UTF-8.
  public static func read(
    _ path: String, as file: String? = nil
  ) throws(LabFileError) -> (translation: Translation?, diagnostics: [Diagnostic]) {
    parse(text: try TextFile.read(path), file: file ?? path)
  }
}
