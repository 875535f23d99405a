internal import Diagnostics
public import Messages

/// What of somebody's file counts: the insides of the cells that a learner completes. The rest may say anything, or be broken.
public struct SubmittedCells: Sendable {
  /// The insides by cell.
  public let bodies: [Lab.Cell: String]
  /// The language that the file's front matter names; that of the lab where it names none.
  public let language: Language
  /// What could not be taken as it stands.
  private let remarks: [SubmissionPhrase]

  /// - Parameters:
  ///   - text: the whole file, whatever it says.
  ///   - lab: the lab that it was handed in for.
  public init(of text: String, in lab: Lab) {
    var parser = LabParser(text: text, file: "")
    let front = FrontMatter(parser.source, &parser.diagnostics)
    language = front.title.isEmpty && front.id.isEmpty ? lab.language : front.language
    var bodies: [Lab.Cell: String] = [:]
    var remarks: [SubmissionPhrase] = []
    guard parser.isShortEnough(), let outline = parser.outline(from: front.bodyStart) else {
      (self.bodies, self.remarks) = ([:], [.fileBroken])
      return
    }
    for cell in parser.cells(in: outline) {
      let name: Lab.Cell
      switch cell.kind {
      case .exercise: name = .exercise(cell.name)
      case .answer: name = .answer(cell.name)
      case .given, .hint, .check, .experiment, .question: continue
      }
      guard let slot = lab.slots[name] else {
        remarks.append(.unknownCell(cell.name))
        continue
      }
      guard bodies[name] == nil else {
        remarks.append(.severalCells(cell.name))
        continue
      }
      let (body, isCut) = Self.body(of: cell, in: parser.source, slot)
      if isCut { remarks.append(.cellCut(cell.name)) }
      bodies[name] = body
    }
    for name in lab.slots.keys where bodies[name] == nil { remarks.append(.cellMissing(name.name)) }
    (self.bodies, self.remarks) = (bodies, remarks)
  }

  /// The inside of a cell up to the first line that would end it where it is put, or that begins another cell.
  private static func body(of cell: RawCell, in source: SourceText, _ slot: CellSlot) -> (text: String, isCut: Bool) {
    var lines: [String] = []
    for number in cell.fence.bodyLines where number <= source.lineCount {
      let bytes = source.bytes[source.range(ofLine: number)]
      if slot.mark.isClosed(by: bytes) || FenceMark(bytes).map({ $0.info.contains("=") }) == true {
        return (lines.joined(separator: "\n"), true)
      }
      lines.append(source.text(in: source.range(ofLine: number)))
    }
    return (lines.joined(separator: "\n"), false)
  }

  /// The lab with these insides in its cells, as far as it is a lab with them.
  ///
  /// - Parameter lab: the lab as it is judged, with nobody's work in it.
  /// - Returns: the lab, and what could not be taken as it stands.
  public func merged(into lab: Lab) -> (lab: Lab, remarks: [SubmissionPhrase]) {
    // An exercise that somebody emptied is as the lab has it: not begun.
    let emptied = bodies.filter { cell, body in
      if case .exercise = cell { body.trimmed.isEmpty } else { false }
    }
    let bodies = bodies.filter { emptied[$0.key] == nil }
    var left = remarks + emptied.keys.map { .cellUnusable($0.name) }
    if let text = try? lab.replacing(bodies),
      let whole = Lab.parse(text: text, file: lab.file, checks: lab.forms).lab
    {
      return (whole, sorted(left))
    }
    // One of them keeps the others from being read.
    var result = lab
    for (cell, body) in bodies.sorted(by: { ($0.key.name, $0.value) < ($1.key.name, $1.value) }) {
      guard let text = try? result.replacing([cell: body]),
        let next = Lab.parse(text: text, file: lab.file, checks: lab.forms).lab
      else {
        left.append(.cellUnusable(cell.name))
        continue
      }
      result = next
    }
    return (result, sorted(left))
  }

  private func sorted(_ remarks: [SubmissionPhrase]) -> [SubmissionPhrase] {
    remarks.sorted { $0.text(in: .english) < $1.text(in: .english) }
  }
}
