internal import Diagnostics
internal import Digests
internal import Experiments
internal import Labs
internal import Networks
internal import SegLab
internal import Workbench

/// What came of a learner's cells, with all that can be worked out of it before anything trains: every network's shapes and cost, and for every
/// experiment each pair of a network and a training.
///
/// What is wrong with any pair is known before the first of them trains; what the kernels assert has been checked by then.
struct JudgedAnswer {
  let lab: Lab
  let outcome: Outcome
  /// Where things of the answer stand in the lab.
  let places: AnswerPlaces
  /// All networks of the answer, by the order of their constants.
  let networks: [NetworkFacts]
  /// What each experiment of the lab would train, in order.
  let experiments: [PlannedExperiment]
  /// What came of the lab's cells with its solution in them; nil where no check asks for it, or where it is not known.
  var solution: Outcome?

  /// What the learner's program handed over; empty where nothing came.
  var answer: Answer { outcome.answer ?? Answer() }

  /// - Parameters:
  ///   - outcome: what came of the cells.
  ///   - lab: the lab.
  ///   - limits: what a network may cost and must fit where this preprocessing goes before it.
  init(_ outcome: Outcome, lab: Lab, limits: @escaping (Preprocessing?) -> NetworkLimits) {
    self.lab = lab
    self.outcome = outcome
    let answer = outcome.answer ?? Answer()
    let cells = lab.code.map(\.lines)
    let places = AnswerPlaces(file: lab.file, homes: outcome.homes, cells: cells, text: lab.text)
    self.places = places
    let planner = PairPlanner(lab: lab, answer: answer, places: places, limits: limits)
    networks = answer.networks.keys.sorted().compactMap { planner.facts(of: $0) }
    let facts = Dictionary(uniqueKeysWithValues: networks.map { ($0.constant, $0) })
    experiments = lab.experiments.map { planner.plan($0, network: facts[$0.network]) }
  }

  /// The networks that an exercise is judged by: those that it makes and an experiment trains; where it makes none of these, the one that
  /// it makes, or of several the one that does best.
  ///
  /// A network whose definition the text does not show counts in every exercise that should make it.
  /// - Parameters:
  ///   - code: the exercise.
  ///   - isRight: whether a network passes what the lab asks for there.
  /// - Returns: the networks in the order of their lines.
  func networks(of code: Lab.Code, isRight: (NetworkFacts) -> Bool) -> [NetworkFacts] {
    let wanted = wantedNetwork(of: code)
    let own = networks.filter { facts in
      let isHidden = facts.home?.isVisible != true && facts.constant == wanted
      return facts.home?.cell == code.id || isHidden
    }.sorted { $0.line < $1.line }
    let trained = own.filter { facts in lab.experiments.contains { $0.network == facts.constant } }
    guard trained.isEmpty, own.count > 1 else { return trained.isEmpty ? own : trained }
    // Scratch work beside what is asked for is nobody's mistake.
    return [own.first(where: isRight) ?? own[own.count - 1]]
  }

  /// The constant of a network that the lab would look for in an exercise: that of the first experiment below it which no given cell makes.
  func wantedNetwork(of exercise: Lab.Code) -> String? {
    lab.experiments.first { experiment in
      guard experiment.line > exercise.line else { return false }
      return places.home(of: experiment.network)?.isExercise ?? true
    }?.network
  }

  /// The networks that exercises make and whose shapes fit, each by the digest of what it is: others of other names are the same.
  var networkDigests: [String: String] {
    networks.reduce(into: [:]) { digests, facts in
      guard facts.home?.isExercise ?? true, let plan = facts.report.plan else { return }
      digests[facts.constant] = SHA256.hash(data: plan.canonicalText.utf8).hexadecimal
    }
  }

  /// Whether the cell that makes a constant has holes in it: the numbers of the constant are then nobody's.
  func hasHoles(_ constant: String) -> Bool {
    places.home(of: constant).flatMap { outcome.cell($0.cell) }.map { !$0.holes.isEmpty } ?? false
  }

  /// Whether something that an experiment needs has holes in it.
  func hasHoles(_ plan: PlannedExperiment) -> Bool {
    plan.constants.contains { hasHoles($0) }
  }

  /// Whether nothing in an experiment is the learner's: the lab's given cells make all of it, by themselves.
  func isGivenAlone(_ plan: PlannedExperiment) -> Bool {
    plan.missing == nil && plan.constants.allSatisfy(outcome.given.contains)
  }

  /// What an exercise makes, setting by setting, beside what the solution makes there.
  ///
  /// - Parameters:
  ///   - code: the exercise.
  ///   - networks: the networks that it is judged by.
  /// - Returns: the constants.
  func made(in code: Lab.Code, _ networks: [NetworkFacts]) -> MadeConstants {
    let trained = Set(networks.map(\.constant))
    let own = Description.all(in: answer).filter { description in
      if description.kind == .network { return trained.contains(description.constant) }
      return places.home(of: description.constant)?.cell == code.id
    }
    let wanted = solution.flatMap { outcome in
      outcome.answer.map { answer in
        Description.all(in: answer).filter { outcome.homes[$0.constant]?.cell == code.id }
      }
    }
    return MadeConstants(
      descriptions: own, solution: wanted, free: lab.otherWays(of: code.id), places: places,
      line: code.line)
  }

  /// What is wrong with the trainings that a cell makes, seen together with the networks of the experiments that do them.
  func trainingFaults(in cell: String) -> [CheckResult] {
    experiments.compactMap { plan in
      guard let constant = plan.trainingConstant, places.home(of: constant)?.cell == cell else { return nil }
      return plan.fault
    }
  }
}

/// What an experiment would train.
struct PlannedExperiment {
  let experiment: Lab.Experiment
  /// Its network; nil where no constant holds it.
  let network: NetworkFacts?
  /// The constant that holds its training or sweep; nil where the lab writes the settings itself.
  let trainingConstant: String?
  /// The trainings in order: one, or those of a sweep; empty where their constant is missing.
  let trainings: [Training]
  /// Whether the constant holds a sweep.
  let isSweep: Bool
  /// What is done to images first; nil where nothing is, or where its constant is missing.
  let preprocessing: Preprocessing?
  /// Why a training cannot be done, or does not fit the network: the first of all; nil where each pair is sound.
  let fault: CheckResult?

  /// The constants that it is made of, as the lab names them.
  var constants: [String] { [experiment.network, trainingConstant, experiment.preprocessing].compactMap(\.self) }

  /// Whether there is the preprocessing that the experiment names, where it names one.
  var hasPreprocessing: Bool { experiment.preprocessing == nil || preprocessing != nil }

  /// The first constant that is missing, and what it should be.
  var missing: (name: String, kind: String)? {
    if network == nil { return (experiment.network, "Network") }
    if trainings.isEmpty, !isSweep { return (trainingConstant ?? "training", "Training") }
    if let name = experiment.preprocessing, preprocessing == nil { return (name, "Preprocessing") }
    return nil
  }
}
