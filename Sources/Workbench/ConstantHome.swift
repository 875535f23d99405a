internal import Messages
internal import SegLab

/// The cell in whose text a constant is made.
///
/// The text alone decides: the line that a value carries is handed over by the learner's program, and may say anything.
public struct ConstantHome: Sendable, Equatable {
  /// The cell, by name.
  public let cell: String
  /// Whether the learner writes that cell.
  public let isExercise: Bool
  /// The line in the lab where the constant is made.
  public let line: Int
  /// The lines in the lab that the cell takes.
  public let lines: ClosedRange<Int>

  /// Whether the text shows the constant's definition. Where it does not, as in `let (a, b) = …`, the cell is a guess.
  public let isVisible: Bool

  /// The homes of everything that an answer holds.
  ///
  /// A constant that no cell visibly makes is at home in the first exercise that speaks of it, and nowhere where none does.
  static func all(of answer: Answer?, in cells: [Cell]) -> [String: ConstantHome] {
    guard let answer else { return [:] }
    let names = answer.constants
    var homes: [String: ConstantHome] = [:]
    for cell in cells {
      for constant in cell.scan.constants where names.contains(constant.name) && homes[constant.name] == nil {
        homes[constant.name] = ConstantHome(cell, line: cell.line + constant.place.line, isVisible: true)
      }
    }
    let exercises = cells.filter(\.isExercise)
    for name in names where homes[name] == nil {
      let places = exercises.isEmpty ? cells : exercises
      guard let cell = places.first(where: { $0.scan.words.contains(name) }) else { continue }
      homes[name] = ConstantHome(cell, line: cell.line, isVisible: false)
    }
    return homes
  }

  private init(_ cell: Cell, line: Int, isVisible: Bool) {
    self.isVisible = isVisible
    self.cell = cell.id
    isExercise = cell.isExercise
    self.line = line
    lines = cell.range
  }
}

extension Outcome {
  /// Puts what the lab's given cells make by themselves in the place of what came of all cells together.
  ///
  /// A given cell that needs the learner's is left out where it is tried alone: what it makes is the learner's as well, and stays.
  /// - Parameter alone: what became of the given cells alone; nil where they could not be tried, and then nothing of theirs is believed.
  mutating func take(all alone: Outcome?) {
    guard answer != nil else { return }
    // One that came to no end alone says nothing of whose its constants are.
    for cell in alone?.cells ?? [] {
      guard case .stopped(let reason) = cell.state else { continue }
      failure = reason
      answer = nil
      return
    }
    // All of them need the learner's: none ran, and nothing is theirs alone.
    if let alone, alone.answer == nil, alone.failure == nil { return }
    guard let own = alone?.answer else {
      failure = alone?.failure ?? failure ?? .endedEarly
      answer = nil
      return
    }
    given = Set(own.constants)
    for name in own.constants {
      homes[name] = alone?.homes[name] ?? homes[name]
      answer?.networks[name] = own.networks[name]
      answer?.trainings[name] = own.trainings[name]
      answer?.sweeps[name] = own.sweeps[name]
      answer?.preprocessing[name] = own.preprocessing[name]
    }
  }
}

extension Answer {
  /// The constants that it holds.
  var constants: Set<String> {
    Set(networks.keys).union(trainings.keys).union(sweeps.keys).union(preprocessing.keys)
  }

  /// Drops what was not asked for: a program may hand over what it likes, under any name, and no cell need define it.
  mutating func keep(_ names: [String]) {
    for name in constants.subtracting(names) {
      networks[name] = nil
      trainings[name] = nil
      sweeps[name] = nil
      preprocessing[name] = nil
    }
  }
}
