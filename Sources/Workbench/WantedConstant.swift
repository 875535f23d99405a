internal import Diagnostics
internal import Labs
internal import Messages
internal import SegLab

/// A constant that a lab trains, or trains with.
struct WantedConstant {
  /// What it has to be.
  enum Kind: String {
    /// A network.
    case network = "Network"
    /// The numbers of a training.
    case training = "Training"
    /// What is done to images first.
    case preprocessing = "Preprocessing"
  }

  /// Its name.
  let name: String
  /// What it has to be.
  let kind: Kind
  /// The line of the experiment that asks for it.
  let line: Int

  /// The constants that the experiments of `lab` ask for, each once.
  static func all(in lab: Lab) -> [WantedConstant] {
    var result: [WantedConstant] = []
    for experiment in lab.experiments {
      var found = [WantedConstant(name: experiment.network, kind: .network, line: experiment.line)]
      if case .constant(let name) = experiment.training {
        found.append(WantedConstant(name: name, kind: .training, line: experiment.line))
      }
      if let name = experiment.preprocessing {
        found.append(WantedConstant(name: name, kind: .preprocessing, line: experiment.line))
      }
      for constant in found where !result.contains(where: { $0.name == constant.name && $0.kind == constant.kind }) {
        result.append(constant)
      }
    }
    return result
  }
}

extension AnswerBuilder {
  /// Says of each constant that the lab wants and did not get where it would be expected.
  ///
  /// - Parameter answer: what the program handed over.
  /// - Returns: the messages for which there is no exercise.
  mutating func nameMissingConstants(answer: Answer?) -> [Diagnostic] {
    var homeless: [Diagnostic] = []
    for constant in wanted {
      let isThere =
        switch constant.kind {
        case .network: answer?.networks[constant.name] != nil
        case .preprocessing: answer?.preprocessing[constant.name] != nil
        case .training: answer?.trainings[constant.name] != nil || answer?.sweeps[constant.name] != nil
        }
      if isThere { continue }
      // A cell that is out makes it: what is wrong there is said already.
      if leftOut.contains(where: { cells[$0].scan.words.contains(constant.name) }) { continue }
      let maker = cells.indices.first { cells[$0].scan.constants.contains { $0.name == constant.name } }
      if let maker, let place = cells[maker].scan.constants.first(where: { $0.name == constant.name })?.place {
        guard let found = foundType(constant, in: answer) else { continue }
        let summary = WorkbenchPhrase.constantOfOtherType(
          name: constant.name, kind: constant.kind.rawValue, found: found)
        add(
          Diagnostic(
            .error, file: file, line: cells[maker].line + place.line, column: place.column, summary,
            help: WorkbenchPhrase.writeConstant(name: constant.name, kind: constant.kind.rawValue)), to: maker)
      } else {
        let summary = WorkbenchPhrase.constantMissing(name: constant.name, kind: constant.kind.rawValue)
        if let other = spare(for: constant, in: answer) {
          let help = WorkbenchPhrase.renameConstant(found: other.name, expected: constant.name)
          let line = cells[other.number].line + other.place.line
          add(
            Diagnostic(.error, file: file, line: line, column: other.place.column, summary, help: help),
            to: other.number)
          continue
        }
        guard let number = expectedCell(for: constant) else {
          homeless.append(Diagnostic(.error, file: file, line: constant.line, summary))
          continue
        }
        if leftOut.contains(number) { continue }
        add(Diagnostic(.error, file: file, line: cells[number].line, summary), to: number)
      }
    }
    return homeless
  }

  private mutating func add(_ message: Diagnostic, to number: Int) {
    outcomes[number].errors.append(message)
    outcomes[number].state = .broken
  }

  /// The type of what has the constant's name; nil where the program did not come to tell.
  private func foundType(_ constant: WantedConstant, in answer: Answer?) -> String? {
    guard let answer else { return nil }
    if answer.networks[constant.name] != nil { return "Network" }
    if answer.trainings[constant.name] != nil { return "Training" }
    if answer.sweeps[constant.name] != nil { return "Sweep" }
    if answer.preprocessing[constant.name] != nil { return "Preprocessing" }
    return answer.others[constant.name].map { TerminalText.harmless(String($0.prefix(200))) }
  }

  /// A constant of the right type that an exercise makes and the lab does not ask for, where there is just one.
  private func spare(
    for constant: WantedConstant, in answer: Answer?
  ) -> (number: Int, name: String, place: CellScan.Place)? {
    let names: [String] =
      switch constant.kind {
      case .network: answer?.networks.keys.sorted() ?? []
      case .preprocessing: answer?.preprocessing.keys.sorted() ?? []
      case .training: (answer?.trainings.keys.sorted() ?? []) + (answer?.sweeps.keys.sorted() ?? [])
      }
    let free = names.filter { name in !wanted.contains { $0.name == name } }
    let made = cells.indices.filter { cells[$0].isExercise }.flatMap { number in
      cells[number].scan.constants.filter { free.contains($0.name) }.map { (number, $0.name, $0.place) }
    }
    return made.count == 1 ? made[0] : nil
  }

  /// The exercise in which a reader would look for a constant: one of its name, else one named after what it is, else the last above
  /// the experiment that asks for it.
  private func expectedCell(for constant: WantedConstant) -> Int? {
    let exercises = cells.indices.filter { cells[$0].isExercise }
    return exercises.first { cells[$0].id == constant.name }
      ?? exercises.first { cells[$0].id.lowercased() == constant.kind.rawValue.lowercased() }
      ?? exercises.last { cells[$0].line < constant.line } ?? exercises.first
  }
}
