import Diagnostics
import Messages

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
