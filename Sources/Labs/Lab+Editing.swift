import Diagnostics
public import Messages

extension Lab {
  /// The lab's text with other insides of some cells, everything else the same byte for byte.
  ///
  /// Line breaks in the new insides become those of the lab.
  /// - Parameter bodies: what is to stand between the fences of each cell, with or without a line break at the end.
  /// - Returns: the new text.
  /// - Throws: `LabEditError` where the lab has no such cell, or where a line of a new inside would end its cell.
  public func replacing(_ bodies: [Cell: String]) throws(LabEditError) -> String {
    var edits: [(slot: CellSlot, bytes: [UInt8])] = []
    for (cell, body) in bodies {
      guard let slot = slots[cell] else { throw .noSuchCell(cell, file: file, known: names(like: cell)) }
      let new = SourceText(body)
      var bytes: [UInt8] = []
      for line in stride(from: 1, through: new.lineCount, by: 1) {
        let content = new.bytes[new.range(ofLine: line)]
        guard !slot.mark.isClosed(by: content) else { throw .wouldCloseFence(cell, line: line) }
        bytes += content + slot.lineEnding.utf8
      }
      edits.append((slot, bytes))
    }
    var result: [UInt8] = []
    var end = 0
    let old = Array(text.utf8)
    for (slot, bytes) in edits.sorted(by: { $0.slot.range.lowerBound < $1.slot.range.lowerBound }) {
      result += old[end..<slot.range.lowerBound] + bytes
      end = slot.range.upperBound
    }
    return String(decoding: result + old[end...], as: UTF8.self)
  }

  /// The lab's text with another inside of one exercise.
  ///
  /// - Parameters:
  ///   - id: the exercise.
  ///   - body: the new code.
  /// - Returns: the new text, otherwise the same byte for byte.
  /// - Throws: `LabEditError` where the lab has no such exercise, or where a line of the code would end the cell.
  public func replacingExercise(_ id: String, with body: String) throws(LabEditError) -> String {
    try replacing([.exercise(id): body])
  }

  /// The lab's text with another answer to one question.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - answer: the new answer.
  /// - Returns: the new text, otherwise the same byte for byte.
  /// - Throws: `LabEditError` where the lab has no cell for that answer, or where a line of it would end the cell.
  public func replacingAnswer(_ question: String, with answer: String) throws(LabEditError) -> String {
    try replacing([.answer(question): answer])
  }

  /// The names of the lab's cells of the same sort, in the order of the file.
  func names(like cell: Cell) -> [String] {
    slots.filter { other, _ in
      switch (cell, other) {
      case (.exercise, .exercise), (.answer, .answer): return true
      default: return false
      }
    }.sorted { $0.value.range.lowerBound < $1.value.range.lowerBound }.map(\.key.name)
  }
}

/// Where the inside of a cell stands in its file, and what ends it there.
struct CellSlot: Sendable {
  /// The bytes between the fences, in the whole text with its byte order mark.
  let range: Range<Int>
  /// The fence that opens the cell.
  let mark: FenceMark
  /// How the line of that fence ends.
  let lineEnding: String
}

extension CellSlot {
  /// The cells among `cells` that a learner edits.
  static func slots(of cells: [RawCell], in source: SourceText) -> [Lab.Cell: CellSlot] {
    var slots: [Lab.Cell: CellSlot] = [:]
    for cell in cells {
      let name: Lab.Cell
      switch cell.kind {
      case .exercise: name = .exercise(cell.name)
      case .answer: name = .answer(cell.name)
      default: continue
      }
      let whole = source.bytes[source.wholeRange(ofLine: cell.line)]
      let ending = whole[source.range(ofLine: cell.line).upperBound...]
      slots[name] = CellSlot(
        range: cell.bodyRange(in: source), mark: cell.fence.mark, lineEnding: String(decoding: ending, as: UTF8.self))
    }
    return slots
  }
}

/// Why a cell cannot be given another inside.
public enum LabEditError: Error, Equatable, Sendable {
  /// The lab in `file` has no such cell; `known` are the names of those that it has.
  case noSuchCell(Lab.Cell, file: String, known: [String])
  /// The new text has, on its line `line`, a fence that would end the cell.
  case wouldCloseFence(Lab.Cell, line: Int)

  /// What to say about it.
  public var phrase: any Phrase {
    switch self {
    case .noSuchCell(let cell, let file, let known):
      return LabFilePhrase.noSuchCell(name: cell.name, file: file, known: known)
    case .wouldCloseFence(let cell, let line): return LabFilePhrase.wouldCloseFence(name: cell.name, line: line)
    }
  }
}
