public import Diagnostics
public import Messages
public import SegLab

/// What became of a learner's cells: the answer, and a word on each cell.
public struct Outcome: Sendable {
  /// What the program handed over; nil where nothing usable came.
  public internal(set) var answer: Answer?
  /// Where each constant of the answer is made, by its name.
  public internal(set) var homes: [String: ConstantHome]
  /// The constants that the lab's given cells make without anything of the learner's, by name.
  public internal(set) var given: Set<String> = []
  /// What became of each function that was to be tried, by name.
  public let functions: [String: FunctionReply]
  /// The cells of Swift in the order of the lab, given ones too.
  public let cells: [CellOutcome]
  /// Why there is no answer, where that cannot be laid at one cell's door.
  public internal(set) var failure: ProgramPhrase?
  /// Messages about places in the lab that belong to no cell.
  public let diagnostics: [Diagnostic]
  /// What the program printed, safe to show on a terminal.
  public let printed: String
  /// What else the learner should know, once: that there is no sandbox, or that not all that was printed is shown.
  public let remarks: [any Phrase]
  /// What the program was kept in.
  public let sandbox: Sandbox.Kind
  /// How long it all took, by the clock.
  public let seconds: Double

  /// The same with another answer, as though the cells had handed that over.
  public func replacing(_ answer: Answer) -> Outcome {
    var other = self
    other.answer = answer
    return other
  }

  /// The cell of this name.
  public func cell(_ id: String) -> CellOutcome? { cells.first { $0.id == id } }

  /// Every message about a place in the lab, in the order of its lines; notes stay behind the message that they belong to.
  public var allDiagnostics: [Diagnostic] {
    let groups = (diagnostics + cells.flatMap(\.diagnostics)).withNotes
    let places = groups.map { ($0[0].line, $0[0].column) }
    return groups.indices.sorted { (places[$0].0, places[$0].1, $0) < (places[$1].0, places[$1].1, $1) }
      .flatMap { groups[$0] }
  }
}

/// What became of one cell.
public struct CellOutcome: Sendable {
  /// How far the cell came.
  public enum State: Sendable, Equatable {
    /// Nothing is known against it: it compiled and ran, unless the whole program failed.
    case ready
    /// It compiled, and there are holes to fill.
    case holes
    /// It does not compile, or a constant that it should make is missing.
    case broken
    /// It lacks what another cell should make; that cell's name.
    case blocked(by: String)
    /// The program stopped in it.
    case stopped(ProgramPhrase)
  }

  /// The cell's name.
  public let id: String
  /// Whether the learner writes it.
  public let isExercise: Bool
  /// The line of its first line of code.
  public let line: Int
  /// How far it came.
  public internal(set) var state: State = .ready
  /// What keeps it from compiling, each with its notes behind it, and constants that it should make and does not.
  public internal(set) var errors: [Diagnostic] = []
  /// Where and why the program stopped in it; nil in every state but `stopped`.
  public internal(set) var stop: Diagnostic?
  /// The holes in it, all of them.
  public internal(set) var holes: [Diagnostic] = []
  /// What the compiler wonders about.
  public internal(set) var warnings: [Diagnostic] = []

  fileprivate var diagnostics: [Diagnostic] { errors + holes + warnings + (stop.map { [$0] } ?? []) }

  init(_ cell: Cell) {
    id = cell.id
    isExercise = cell.isExercise
    line = cell.line
  }
}
