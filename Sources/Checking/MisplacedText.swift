public import Diagnostics
public import Labs
internal import Messages

/// Finds what a learner wrote beside the cells: an answer behind its fence, code in the prose, cells of a translation.
public enum MisplacedText {
  /// What is found, the file of the translation first.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - original: the lab as the course has it; nil where it has none.
  ///   - translation: the words of the lab in another language; nil where there are none.
  /// - Returns: a warning for each place; at most one for a file of another language.
  public static func diagnostics(in lab: Lab, original: Lab?, translation: Translation?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let translation, let line = translation.filledLines.first {
      found.append(
        Diagnostic(
          .warning, file: translation.file, line: line,
          MisplacedPhrase.translationFilled(translation: translation.file, lab: lab.file),
          help: MisplacedPhrase.moveToLab(lab: lab.file)))
    }
    return found + (original.map { outside(lab, $0) } ?? [])
  }

  /// A cell's first and last line, with its fences.
  private static func cells(of lines: [Substring]) -> [ClosedRange<Int>] {
    var cells: [ClosedRange<Int>] = []
    var open: Int?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") || line.hasPrefix("~~~") {
      if let start = open {
        cells.append(start...number)
        open = nil
      } else {
        open = number
      }
    }
    return cells
  }

  private static func outside(_ lab: Lab, _ original: Lab) -> [Diagnostic] {
    let lines = Array(lab.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(20_000)).map { line in
      line.hasSuffix("\r") ? line.dropLast() : line
    }
    let known = Set(original.text.split(whereSeparator: \.isNewline).map { plain($0) })
    let cells = cells(of: lines)
    let inside = cells.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let open = Set(
      lab.blocks.compactMap { block -> String? in
        guard case .answer(let answer) = block, answer.isOpen else { return nil }
        return answer.question
      })
    var found: [Diagnostic] = []
    for (number, line) in lines.enumerated() where !inside.contains(number) && found.count < 20 {
      let words = plain(line)
      guard !words.isEmpty, !known.contains(words) else { continue }
      if let question = question(near: number, cells, lines), open.contains(question), words.count <= 40 {
        found.append(
          Diagnostic(
            .warning, file: lab.file, line: number + 1, column: 1,
            MisplacedPhrase.answerOutside(words: words, question: question), help: MisplacedPhrase.writeBetweenFences))
      } else if isCode(words) {
        found.append(
          Diagnostic(
            .warning, file: lab.file, line: number + 1, column: 1,
            MisplacedPhrase.codeOutside(words: String(words.prefix(60))),
            help: MisplacedPhrase.writeIntoCell))
      }
    }
    return found
  }

  private static func plain(_ line: Substring) -> String {
    var rest = line
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The question whose answer cell ends right above a line, or begins right below it.
  private static func question(near line: Int, _ cells: [ClosedRange<Int>], _ lines: [Substring]) -> String? {
    for cell in cells {
      let isNear = (cell.upperBound + 1...cell.upperBound + 2).contains(line) || cell.lowerBound - 1 == line
      guard isNear, let name = lines[cell.lowerBound].split(separator: "answer=", maxSplits: 1).last,
        lines[cell.lowerBound].contains("answer=")
      else { continue }
      return plain(name)
    }
    return nil
  }

  /// Whether a line is Swift as labs hold it.
  private static func isCode(_ words: String) -> Bool {
    let beginnings = [
      "let ", "var ", "func ", "return ", "Conv2D(", "Dense(", "MaxPool2D(", "ConvTranspose2D(", "Flatten(", "Concat(",
    ]
    return beginnings.contains { words.hasPrefix($0) } && words.contains { "=({".contains($0) }
  }
}
