public import Diagnostics
import Messages

extension Lab {
  /// The text of one file that holds the words of a translation and the cells of this lab: a lab in the other language, to be worked in.
  ///
  /// - Parameter translation: the words.
  /// - Returns: the text, or nil where the translation does not fit; diagnostics name the translation's lines.
  public func woven(with translation: Translation) -> (text: String?, diagnostics: [Diagnostic]) {
    let (merged, diagnostics) = translated(by: translation)
    guard merged != nil else { return (nil, diagnostics) }
    let text = TranslationWeaver(lab: self, translation: translation).text
    let (lab, mistakes) = Lab.parse(text: text, file: translation.file, checks: forms)
    // What only a file of some rare form can come to is no file to work in.
    guard let lab, lab.blocks.compactMap(\.key) == blocks.compactMap(\.key) else {
      return (nil, diagnostics + mistakes)
    }
    return (text, diagnostics)
  }
}

/// Puts the text of a translation and the text of the cells of its lab together.
struct TranslationWeaver {
  private let lab: Lab
  private let translation: Translation

  init(lab: Lab, translation: Translation) {
    self.lab = lab
    self.translation = translation
  }

  /// A file with its cells, and where its front matter ends.
  private struct Sheet {
    let source: SourceText
    let bodyStart: Int
    let cells: [RawCell]

    init(_ text: String, isTranslation: Bool) {
      var parser = LabParser(text: text, file: "")
      source = parser.source
      let front =
        isTranslation
        ? FrontMatter(ofTranslation: source, &parser.diagnostics) : FrontMatter(source, &parser.diagnostics)
      bodyStart = front.bodyStart
      cells = parser.outline(from: bodyStart).map { parser.cells(in: $0) } ?? []
    }

    func lines(_ range: Range<Int>) -> [String] { range.map { source.line($0) ?? "" } }

    /// The lines of a cell, its fences included.
    func lines(of cell: RawCell) -> [String] { lines(cell.line..<cell.fence.lastLine + 1) }
  }

  /// The woven text, its lines ended by line feeds.
  var text: String {
    let own = Sheet(lab.text, isTranslation: false)
    let words = Sheet(translation.text, isTranslation: true)
    var lines = frontMatter(own, words)
    var rest = own.cells[...]
    var next = words.bodyStart
    let translated = translation.cells
    for (number, cell) in words.cells.enumerated() {
      lines += words.lines(next..<cell.line)
      // Both have the same cells in the same order: that was looked at.
      guard let original = rest.popFirst(), number < translated.count else { break }
      switch translated[number].words {
      case .hint: lines += words.lines(of: cell)
      case .question(let question): lines += self.lines(of: question, in: words, cell, original, own)
      case .none, .needless: lines += own.lines(of: original)
      }
      next = cell.fence.lastLine + 1
    }
    lines += words.lines(next..<max(next, words.source.lineCount + 1))
    return lines.map { $0 + "\n" }.joined()
  }

  /// The title of the translation, its language, and all else of the lab.
  private func frontMatter(_ own: Sheet, _ words: Sheet) -> [String] {
    let title = words.lines(2..<max(2, words.bodyStart - 1))
    var rest: [String] = []
    var isTitle = false
    for line in own.lines(2..<max(2, own.bodyStart - 1)) {
      // What is indented, or empty, goes on with what stands above it.
      if let first = line.first, !first.isWhitespace { isTitle = line.hasPrefix("title") || line.hasPrefix("language") }
      if !isTitle { rest.append(line) }
    }
    return ["---"] + title + ["language: \(translation.language.rawValue)"] + rest + ["---"]
  }

  /// A question in the words of the translation, with what the lab says of the right answer.
  private func lines(
    of question: TranslatedQuestion, in words: Sheet, _ cell: RawCell, _ original: RawCell, _ own: Sheet
  ) -> [String] {
    var lines = words.lines(of: cell)
    guard let asked = lab.blocks.question(original.name) else { return lines }
    switch asked.form {
    case .choice(let choices):
      // From the last on, so that the places of those before stay true.
      for choice in question.choices.reversed() where choices.contains(where: { $0.key == choice.key && $0.isRight }) {
        Self.insert("right: true", at: choice.whyPlace, of: cell, into: &lines)
      }
    case .number, .text:
      let facts = Self.facts(of: original, in: own)
      if let why = question.why {
        for fact in facts.reversed() { Self.insert(fact, at: why.place, of: cell, into: &lines) }
      } else {
        lines.insert(contentsOf: facts, at: max(1, lines.count - 1))
      }
    }
    return lines
  }

  /// What the lab says of the answer beside its words, a line each.
  private static func facts(of cell: RawCell, in own: Sheet) -> [String] {
    var diagnostics = DiagnosticList(file: "")
    guard case .mapping(let entries)? = YAMLReader(own.source, lines: cell.fence.bodyLines).read(&diagnostics)?.form
    else {
      return []
    }
    return entries.compactMap { entry in
      guard ["number", "tolerance", "open", "points"].contains(entry.key), case .scalar(let text, _) = entry.value.form
      else {
        return nil
      }
      return "\(entry.key): \(text)"
    }
  }

  /// Puts `fact` before the key at `place`: on a line of its own, or into the row where keys stand in a row.
  private static func insert(_ fact: String, at place: Place, of cell: RawCell, into lines: inout [String]) {
    let number = place.line - cell.line
    guard lines.indices.contains(number), place.column > 0 else { return }
    let line = Array(lines[number].utf8)
    let before = String(decoding: line.prefix(place.column - 1), as: UTF8.self)
    let after = String(decoding: line.dropFirst(place.column - 1), as: UTF8.self)
    guard before.allSatisfy({ $0 == " " || $0 == "-" }) else {
      lines[number] = before + fact + ", " + after
      return
    }
    lines[number] = before + fact
    lines.insert(before.replacing("-", with: " ") + after, at: number + 1)
  }
}

extension [Lab.Block] {
  /// The question of that name.
  fileprivate func question(_ name: String) -> Lab.Question? {
    for case .question(let question) in self where question.id == name { return question }
    return nil
  }
}
