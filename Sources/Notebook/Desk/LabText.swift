internal import Checking
internal import Courses
internal import Diagnostics
internal import Digests
internal import Files
internal import Foundation
internal import Labs
internal import Messages

/// A lab's file at one moment: its text, its cells, and what tells it from every other version.
struct LabText: Sendable {
  /// The lab as it stands in the file.
  let lab: Lab
  /// What tells the text from every other.
  let digest: String

  /// Reads the lab of this name.
  ///
  /// - Throws: `CourseProblem` where there is no such lab, or its cells cannot be told apart.
  static func read(_ name: String, in folder: CourseFolder) throws(CourseProblem) -> LabText {
    let course = try folder.course()
    guard let entry = course.entries.first(where: { $0.name == name }) else {
      throw .course(.noSuchLab(asked: name, nearest: course.entries.map(\.name)))
    }
    return LabText(try folder.sound(entry).value)
  }

  init(_ lab: Lab) {
    self.lab = lab
    digest = Self.digest(of: lab.text)
  }

  /// What tells a text from every other.
  static func digest(of text: String) -> String { String(SHA256.hash(data: text.utf8).hexadecimal.prefix(32)) }

  /// The cells that a learner edits, as a browser is told of them.
  var cells: [WrittenCell] {
    lab.blocks.compactMap { block in
      switch block {
      case .exercise(let code): WrittenCell(kind: .exercise, name: code.id, text: code.body, line: code.line)
      case .answer(let answer):
        WrittenCell(kind: .answer, name: answer.question, text: answer.text, line: answer.line)
      default: nil
      }
    }
  }

  /// What stands in a cell; nil where there is none.
  func text(of cell: Lab.Cell) -> String? { cells.first { $0.cell == cell }?.text }

  /// Writes the lab with another inside of one cell: aside first, then renamed.
  ///
  /// - Returns: the lab as it then is.
  /// - Throws: `Fault` where the inside does not fit into a lab, or the file cannot be written.
  func replacing(_ cell: Lab.Cell, with text: String) throws(Fault) -> LabText {
    let whole: String
    do { whole = try lab.replacing([cell: text]) } catch { throw .edit(error) }
    let read = Lab.parse(text: whole, file: lab.file)
    guard let new = read.lab else {
      let reason = read.diagnostics.first { $0.severity == .error }?.message
      throw .unreadable(reason ?? Message(CourseProblem.noSuchCell(cell: cell.name, known: cells.map(\.name)).phrase))
    }
    guard whole != lab.text else { return self }
    do { try AtomicFile.write(whole, to: lab.file) } catch { throw .file(error) }
    return LabText(new)
  }

  /// Why a cell was not written.
  enum Fault: Error {
    /// The text would end its cell.
    case edit(LabEditError)
    /// It would be no lab any more, and why.
    case unreadable(Message)
    /// The system does not let it be written.
    case file(FileFault)

    /// What to say of it.
    func phrase(file: String) -> any Phrase {
      switch self {
      case .edit(let error): error.phrase
      case .unreadable(let reason): NotebookPhrase.notYetSaved(reason)
      case .file(let fault): NotebookPhrase.notSaved(file: file, reason: fault.reason)
      }
    }
  }
}

/// A cell that a learner edits, as it goes to a browser.
struct WrittenCell: Codable, Sendable {
  /// What it is.
  enum Kind: String, Codable, Sendable {
    case exercise, answer
  }

  let kind: Kind
  let name: String
  let text: String
  /// The line of its first line in the file.
  let line: Int

  /// The cell as labs call it.
  var cell: Lab.Cell { kind == .exercise ? .exercise(name) : .answer(name) }
}

extension String {
  /// Whether both are the same inside of a cell: a last line break is the fence's, and how lines end is the file's.
  func sameCell(as other: String) -> Bool { plainCell == other.plainCell }

  private var plainCell: String {
    var text = replacing("\r\n", with: "\n")
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
