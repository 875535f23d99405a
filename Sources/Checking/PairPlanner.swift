internal import Diagnostics
internal import Labs
internal import Messages
internal import Networks
internal import SegLab
internal import Workbench

/// Brings together what an experiment trains and with what, and holds each pair of a network and a training against one another.
struct PairPlanner {
  let lab: Lab
  let answer: Answer
  let places: AnswerPlaces
  /// What a network may cost and must fit where this preprocessing goes before it; with the settings of no training yet.
  let limits: (Preprocessing?) -> NetworkLimits

  // MARK: Networks

  /// A network, held against the training that says what it is for.
  func facts(of constant: String) -> NetworkFacts? {
    guard let network = answer.networks[constant] else { return nil }
    let uses = lab.experiments.filter { $0.network == constant }
    let base = uses.first.map(limits(for:)) ?? limits(nil)
    let wanted = lab.wanted(in: places.home(of: constant)?.cell)
    let make = { (limits: NetworkLimits) in
      NetworkFacts(constant: constant, network: network, places: places, limits: limits, wanted: wanted)
    }
    if let training = reference(of: constant, uses) { return make(base.applied(to: training)) }
    // Nobody says what it is for: either kind of loss will do.
    var open = base
    open.loss = nil
    return make(open)
  }

  /// The training that says what a network is for: the first that the lab itself writes, else the learner's first. A given network was
  /// there before any training of the learner's.
  private func reference(of network: String, _ uses: [Lab.Experiment]) -> Training? {
    for case .values(let values) in uses.map(\.training) { return values.training(line: 0) }
    guard places.home(of: network)?.isExercise ?? true else { return nil }
    // A network that no experiment trains may still be meant for the one training that there is.
    let all = answer.trainings.sorted { $0.key < $1.key }.map(\.value)
    let own = uses.isEmpty ? all : uses.flatMap { trainings(of: $0).list }
    return own.first { TrainingChecker.check($0).verdict == .passed }
  }

  /// What a network may cost and must fit in an experiment.
  private func limits(for experiment: Lab.Experiment) -> NetworkLimits {
    guard let name = experiment.preprocessing else { return limits(nil) }
    guard let preprocessing = answer.preprocessing[name] else {
      // Nobody can say yet what images will be like.
      var unknown = limits(nil)
      (unknown.images, unknown.classes) = (nil, nil)
      return unknown
    }
    return limits(preprocessing)
  }

  // MARK: Pairs

  private func trainings(of experiment: Lab.Experiment) -> (list: [Training], sweep: Sweep?) {
    switch experiment.training {
    case .values(let values): return ([values.training(line: experiment.line)], nil)
    case .constant(let name):
      if let sweep = answer.sweeps[name] { return (sweep.trainings, sweep) }
      return (answer.trainings[name].map { [$0] } ?? [], nil)
    }
  }

  /// What `experiment` would train, and the first thing that is wrong with any of it.
  func plan(_ experiment: Lab.Experiment, network: NetworkFacts?) -> PlannedExperiment {
    let (list, sweep) = trainings(of: experiment)
    let constant: String? = if case .constant(let name) = experiment.training { name } else { nil }
    var fault = sweep.flatMap { SweepChecker.fault(in: $0) }
    if fault == nil {
      fault = self.fault(of: list, with: network, in: experiment).map { SweepChecker.named($0, of: sweep) }
    }
    if let found = fault, let constant { fault = found.moved(to: places.line(found.line, in: constant)) }
    return PlannedExperiment(
      experiment: experiment, network: network, trainingConstant: constant, trainings: list, isSweep: sweep != nil,
      preprocessing: experiment.preprocessing.flatMap { answer.preprocessing[$0] }, fault: fault)
  }

  /// The first training that is none, or that does not fit the network.
  private func fault(of list: [Training], with network: NetworkFacts?, in experiment: Lab.Experiment) -> CheckResult? {
    var sound: [NetworkLimits] = []
    for training in list {
      let alone = TrainingChecker.check(training)
      guard alone.verdict == .passed else { return alone }
      guard let network, let plan = network.report.plan else { continue }
      let limits = limits(for: experiment).applied(to: training)
      // The trainings of a sweep differ in their rates more often than in what they ask of the network.
      if limits != network.limits, !sound.contains(limits) {
        let report = ShapeReport(of: network.network, file: lab.file, limits: limits)
        guard report.plan != nil else { return mismatch(report, of: network, with: training, limits) }
        sound.append(limits)
      }
      let together = TrainingChecker.check(training, classes: plan.classes)
      guard together.verdict == .passed else { return together }
    }
    return nil
  }

  /// A training that asks of a network what it does not give, in words about the training: the network fits others.
  private func mismatch(
    _ report: ShapeReport, of network: NetworkFacts, with training: Training, _ limits: NetworkLimits
  ) -> CheckResult {
    let error = report.diagnostics.first { $0.severity == .error }
    let channels = network.layers.last?.dimensions.last ?? 0
    let message: any Phrase
    switch error?.summary as? NetworkPhrase {
    case .outputIsNoMap?, .outputIsNoSingleMap?:
      let isBinary = training.loss.parts.contains { $0.loss == .binaryCrossEntropy }
      let other = channels == 1 ? "binaryCrossEntropy" : isBinary ? "crossEntropy" : ""
      message = CheckPhrase.lossChannels(
        loss: training.loss.word, wanted: isBinary ? "1" : limits.classes.map(String.init) ?? "2 …",
        network: network.constant, found: channels, other: other)
    case .tooMuchMemory(let found, let limit, let batchSize)?:
      message = CheckPhrase.trainingMemory(found: found, limit: limit, batchSize: batchSize)
    default: message = Sentences(error?.summary, error?.help)
    }
    return CheckResult(.training, .notYet, message: message, line: training.line)
  }
}

extension Lab {
  /// What the lab asks of the network of an exercise: its layers' shapes, and its parameters.
  fileprivate func wanted(in exercise: String?) -> WantedNetwork {
    var wanted = WantedNetwork()
    guard let exercise else { return wanted }
    for check in checks(of: exercise) { check.networkCheck?.note(in: &wanted) }
    return wanted
  }
}

extension Loss {
  /// The name of a loss; of a sum that of its first part which is no Dice.
  fileprivate var word: String {
    parts.lazy.map(\.loss).first { if case .dice = $0 { false } else { true } }?.name ?? Loss.dice().name
  }
}

extension CheckResult {
  /// The same result on another line.
  func moved(to other: Int) -> CheckResult {
    CheckResult(name, verdict, expected: expected, measured: measured, message: message?.phrase, line: other)
  }
}
