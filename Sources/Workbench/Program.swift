internal import Digests
internal import Foundation

/// The text that the compiler gets: the cells, each under the line that it has in the lab, and what hands the answer over.
///
/// Constants are handed over one a line, so that a message of the compiler's about a line names the constant.
struct Program {
  /// The line among those that no learner wrote where the constants begin.
  private static let firstConstant = 1_000_001

  /// The text.
  let text: String
  /// The constants handed over.
  let constants: [String]
  /// The functions tried, each with the number of its cell.
  let calls: [(function: String, cell: Int)]
  /// What the compiler calls the lab's file.
  ///
  /// It ends in a digest of the cells, which no cell can hold: a message that a cell makes up (`#error` can) names no place.
  let labName: String
  /// What the compiler calls the lines that no learner wrote.
  let frameName: String

  /// - Parameters:
  ///   - cells: the cells with their numbers, in order.
  ///   - constants: the constants to hand over.
  ///   - calls: the functions to try, each with the number of its cell.
  init(cells: [(number: Int, cell: Cell)], constants: [String], calls: [(function: String, cell: Int)] = []) {
    self.constants = constants
    self.calls = calls
    (labName, frameName) = Self.names(for: cells.map(\.cell))
    var text = "#sourceLocation(file: \"\(frameName)\", line: 1)\nimport SegLab\n"
    for (number, cell) in cells {
      // The semicolon keeps a cell that begins with `{` or `.` from becoming part of this line.
      text += "#sourceLocation(file: \"\(frameName)\", line: \(number + 3))\n"
      text += "let __seglab\(number): () = SegLab.Channel.enter(\(number));\n"
      text += "#sourceLocation(file: \"\(labName)\", line: \(cell.line))\n"
      for line in cell.lines { text += line + "\n" }
    }
    text += "#sourceLocation(file: \"\(frameName)\", line: \(Self.firstConstant - 1))\n"
    text += "var __seglabAnswer = SegLab.Answer()\n"
    for name in constants { text += "__seglabAnswer.add(\"\(name)\", `\(name)`)\n" }
    for call in calls {
      text += "SegLab.Channel.enter(\(call.cell)); __seglabAnswer.call(\"\(call.function)\", `\(call.function)`)\n"
    }
    text += "SegLab.Channel.send(__seglabAnswer)\n"
    self.text = text
  }

  /// One cell alone, to see whether it ends what it begins.
  init(alone cell: Cell) {
    constants = []
    calls = []
    (labName, frameName) = Self.names(for: [cell])
    text = "#sourceLocation(file: \"\(labName)\", line: \(cell.line))\n" + cell.lines.map { $0 + "\n" }.joined()
  }

  private static func names(for cells: [Cell]) -> (lab: String, frame: String) {
    var hash = SHA256()
    for line in cells.flatMap(\.lines) { hash.update(data: Data((line + "\n").utf8)) }
    let tag = hash.finalize().prefix(8).map { String($0, radix: 36) }.joined()
    return ("lab-\(tag).md", "seglab-\(tag)")
  }

  /// Whether a message is about the import of the learner's module.
  static func isImport(_ message: CompilerMessage) -> Bool { message.file == .frame && (1...2).contains(message.line) }

  /// The constant or function that a message speaks of, where it is about handing one over or trying one.
  func constant(of message: CompilerMessage) -> String? {
    let index = message.line - Self.firstConstant
    let names = constants + calls.map(\.function)
    return message.file == .frame && names.indices.contains(index) ? names[index] : nil
  }

  /// Whether `name` can be written as a name between backticks, so that nothing else can come in with it.
  static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.utf8.count <= 200 else { return false }
    let isLetter = { (scalar: Unicode.Scalar) in scalar == "_" || scalar.properties.isAlphabetic }
    return isLetter(first) && name.unicodeScalars.allSatisfy { isLetter($0) || ("0"..."9").contains($0) }
  }
}
