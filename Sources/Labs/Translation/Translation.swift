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

  /// The file of the lab that a translation of this name belongs to; nil where the name is not that of a translation.
  public static func lab(of file: String) -> String? {
    guard isTranslation(file) else { return nil }
    return file.split(separator: ".", omittingEmptySubsequences: false).dropLast(2).joined(separator: ".") + ".md"
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

extension LabParser {
  /// The translation, or nil where something is wrong with it.
  mutating func translation() -> Translation? {
    guard isShortEnough() else { return nil }
    let front = FrontMatter(ofTranslation: source, &findings)
    guard let outline = outline(from: front.bodyStart) else { return nil }
    let cells = cells(in: outline)
    let lines = Dictionary(cells.map { ($0.line, $0.fence.lastLine) }) { one, _ in one }
    let prose = MarkdownHTML.sections(of: source, from: front.bodyStart, outline: outline, without: lines)
    var parts = prose.map { (line: $0.line, part: Translation.Part.prose(html: $0.html, line: $0.line)) }
    for cell in cells {
      guard let words = words(of: cell) else { continue }
      let key = TranslatedCell.Key(kind: cell.kind, name: cell.name)
      parts.append((cell.line, .cell(TranslatedCell(key: key, place: cell.place, words: words))))
    }
    guard !findings.hasErrors else { return nil }
    return Translation(
      file: file, text: text, title: front.title, parts: parts.sorted { $0.line < $1.line }.map(\.part))
  }

  private mutating func words(of cell: RawCell) -> TranslatedCell.Words? {
    let body = cell.body(in: source).trimmed
    guard cell.kind == .hint || cell.kind == .question else {
      return body.isEmpty ? TranslatedCell.Words.none : .needless
    }
    guard !body.isEmpty else {
      findings.error(cell.place, .emptyCell(kind: cell.kind.rawValue), help: .fillOrRemove)
      return nil
    }
    if cell.kind == .hint { return .hint(body) }
    guard let value = YAMLReader(source, lines: cell.fence.bodyLines).read(&findings) else { return nil }
    return TranslatedQuestionReader.question(value, &findings).map { .question($0) }
  }
}
