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
  /// The language that its file's name says.
  public let language: Language
  /// Prose and cells in the order of the file.
  let parts: [Part]

  /// The cells in order.
  var cells: [TranslatedCell] {
    parts.compactMap { part in
      if case .cell(let cell) = part { return cell }
      return nil
    }
  }

  /// What somebody wrote into cells that a translation leaves to its lab, by the cell that a learner edits.
  public var filledCells: [Lab.Cell: String] {
    cells.reduce(into: [:]) { filled, cell in
      guard case .needless(let body) = cell.words else { return }
      switch cell.key.kind {
      case .exercise: filled[.exercise(cell.key.name)] = body
      case .answer: filled[.answer(cell.key.name)] = body
      default: break
      }
    }
  }

  /// The translation with its words alone, whatever was written into its other cells.
  public var wordsAlone: Translation {
    Translation(
      file: file, text: text, title: title, language: language,
      parts: parts.map { part in
        guard case .cell(let cell) = part, case .needless = cell.words else { return part }
        return .cell(TranslatedCell(key: cell.key, place: cell.place, words: .none))
      })
  }

  /// A stretch of prose or a cell.
  enum Part: Sendable {
    /// Prose, and the line where it starts.
    case prose(Prose, line: Int)
    /// A cell.
    case cell(TranslatedCell)
  }

  /// The lines of those cells.
  public var filledLines: [Int] {
    cells.compactMap { cell in
      guard case .needless = cell.words, cell.key.kind == .exercise || cell.key.kind == .answer else { return nil }
      return cell.place.line
    }
  }

  /// The file in which a lab's words in `language` are looked for: `01-intro.ko.md` beside `01-intro.md`.
  public static func path(of lab: String, in language: Language) -> String {
    (lab.hasSuffix(".md") ? String(lab.dropLast(3)) : lab) + ".\(language.rawValue).md"
  }

  /// Whether a file's name is that of a translation.
  public static func isTranslation(_ file: String) -> Bool { language(of: file) != nil }

  /// The language of a translation of this name; nil where the name is not that of a translation.
  public static func language(of file: String) -> Language? {
    let parts = file.split(separator: ".")
    return parts.count >= 3 && parts.last == "md" ? Language(rawValue: String(parts[parts.count - 2])) : nil
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
    return (translation, parser.diagnostics.inOrder)
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

extension Translation {
  /// The words of a whole lab, for the same lab in a file of another language.
  ///
  /// - Parameter lab: the lab.
  public init(of lab: Lab) {
    let parts = lab.blocks.map { block -> Part in
      if case .prose(let prose, let line) = block { return .prose(prose, line: line) }
      guard let key = block.key else { preconditionFailure("a cell without a kind on line \(block.fenceLine)") }
      let words: TranslatedCell.Words =
        switch block {
        case .hint(let hint): .hint(hint.text)
        case .question(let question): .question(TranslatedQuestion(of: question))
        default: .none
        }
      return .cell(TranslatedCell(key: key, place: Place(line: block.fenceLine, column: 1), words: words))
    }
    self.init(file: lab.file, text: lab.text, title: lab.title, language: lab.language, parts: parts)
  }
}

extension LabParser {
  /// The translation, or nil where something is wrong with it.
  mutating func translation() -> Translation? {
    guard isShortEnough() else { return nil }
    let front = FrontMatter(ofTranslation: source, &diagnostics)
    guard let outline = outline(from: front.bodyStart) else { return nil }
    let cells = cells(in: outline)
    let lines = Dictionary(cells.map { ($0.line, $0.fence.lastLine) }) { one, _ in one }
    let prose = ProseReader.stretches(of: outline, from: front.bodyStart, without: lines)
    var parts = prose.map { (line: $0.line, part: Translation.Part.prose($0.prose, line: $0.line)) }
    for cell in cells {
      guard let words = words(of: cell) else { continue }
      let key = TranslatedCell.Key(kind: cell.kind, name: cell.name)
      parts.append((cell.line, .cell(TranslatedCell(key: key, place: cell.place, words: words))))
    }
    guard !diagnostics.hasErrors else { return nil }
    return Translation(
      file: file, text: text, title: front.title, language: Translation.language(of: file) ?? .english,
      parts: parts.sorted { $0.line < $1.line }.map(\.part))
  }

  private mutating func words(of cell: RawCell) -> TranslatedCell.Words? {
    let body = cell.body(in: source).trimmed
    guard cell.kind == .hint || cell.kind == .question else {
      return body.isEmpty ? TranslatedCell.Words.none : .needless(cell.body(in: source))
    }
    guard !body.isEmpty else {
      diagnostics.error(cell.place, .emptyCell(kind: cell.kind.rawValue), help: .fillOrRemove)
      return nil
    }
    if cell.kind == .hint { return .hint(body) }
    guard let value = YAMLReader(source, lines: cell.fence.bodyLines).read(&diagnostics) else { return nil }
    return TranslatedQuestionReader.question(value, &diagnostics).map { .question($0) }
  }
}
