internal import Diagnostics
internal import Labs
internal import Messages
internal import Networks
internal import SegLab

/// Looks for what is behind a training that came to nothing: in its settings, its losses and what was predicted, the likeliest cause first.
struct TrainingDiagnosis {
  /// The network.
  let network: Network
  /// The settings.
  let training: Training
  /// What is done to images first; nil where nothing is.
  let preprocessing: Preprocessing?
  /// How the training ended.
  let report: ExperimentReport

  /// A cause, what to try, and the line it points to; 0 for that of the training.
  struct Cause {
    let what: DiagnosisPhrase
    let help: DiagnosisPhrase
    var line = 0
    /// Whether it is something of the preprocessing.
    var isOfPreprocessing = false
  }

  /// Fewer steps than this teach hardly anything.
  private static let fewSteps = 40
  /// A rate below this share of the first does nothing any more.
  private static let nothing = 1e-3

  /// The likeliest cause; nil where nothing points to one.
  var cause: Cause? { decay ?? dropout ?? linear ?? steps ?? labels ?? diverged ?? normalization ?? rate ?? outcome }

  /// How many steps the training takes when it is not cut short.
  private var allSteps: Int {
    let batch = max(1, training.batchSize)
    return training.epochs * max(1, (report.trainingImages + batch - 1) / batch)
  }

  // MARK: Settings

  private var decay: Cause? {
    guard training.schedule == nil, training.decayRate > 0, training.decayRate < 1, training.decaySteps > 0 else {
      return nil
    }
    let steps = allSteps
    guard let step = (1...max(1, steps)).first(where: { share(after: $0) < Self.nothing }), step * 2 <= steps else {
      return nil
    }
    return Cause(
      what: .decayed(rate: training.decayRate, every: training.decaySteps, step: steps, left: share(after: steps)),
      help: .decayLater(every: max(1, steps / 3)))
  }

  private func share(after step: Int) -> Double {
    var share = 1.0
    // After a thousand halvings nothing is left.
    for _ in 0..<min(1_000, step / training.decaySteps) { share *= training.decayRate }
    return share
  }

  private var dropout: Cause? {
    for case let layer as Dropout in network.layers where layer.rate > 0.7 && layer.rate < 1 {
      return Cause(what: .dropout(layer: layer.name, kept: 1 - layer.rate), help: .dropLess, line: layer.line)
    }
    return nil
  }

  /// A network of nothing but linear layers.
  private var linear: Cause? {
    guard let layers = network.linearLayers, layers > 2 else { return nil }
    return Cause(what: .noActivation(layers: layers), help: .activate)
  }

  private var steps: Cause? {
    let steps = allSteps
    guard steps < Self.fewSteps else { return nil }
    guard training.batchSize > 1, training.batchSize * 4 > report.trainingImages || training.batchSize > 32 else {
      return Cause(
        what: .shortTraining(steps: steps, epochs: training.epochs),
        help: manyEpochs > training.epochs ? .epochs(manyEpochs) : .moreEpochs)
    }
    return Cause(
      what: .fewSteps(steps: steps, batchSize: training.batchSize, images: report.trainingImages),
      help: .smallerBatch(8))
  }

  /// Enough epochs for a few hundred steps, within what a lab allows anywhere.
  private var manyEpochs: Int {
    let perEpoch = max(1, allSteps / max(1, training.epochs))
    return min(100, max(training.epochs * 2, (4 * Self.fewSteps + perEpoch - 1) / perEpoch))
  }

  // MARK: Images and labels

  private var labels: Cause? {
    for step in preprocessing?.steps ?? [] {
      if let step = step as? Threshold, step.level < 0.25 {
        return Cause(
          what: .lowThreshold(level: step.level), help: .halfOfWhite, line: step.line, isOfPreprocessing: true)
      }
      if let written = strong(step) {
        return Cause(
          what: .strongAugmentation(step: written), help: .changeLess, line: step.line, isOfPreprocessing: true)
      }
    }
    return nil
  }

  /// How a random step is written that leaves little of an image where it was.
  private func strong(_ step: any PreprocessingStep) -> String? {
    switch step {
    case let step as RandomRotation where step.degrees > 60: "RandomRotation(upTo: \(step.degrees))"
    case let step as RandomTranslation where step.share > 0.3: "RandomTranslation(upTo: \(step.share))"
    case let step as RandomScale where step.low < 0.5 || step.high > 2:
      "RandomScale(from: \(step.low), to: \(step.high))"
    case let step as ElasticTransform where step.strength > 20: "ElasticTransform(strength: \(step.strength))"
    case let step as RandomNoise where step.stddev > 0.4: "RandomNoise(\(step.stddev))"
    case let step as RandomBrightnessContrast where step.brightness > 0.6 || step.contrast > 0.9:
      "RandomBrightnessContrast(brightness: \(step.brightness), contrast: \(step.contrast))"
    default: nil
    }
  }

  private var normalization: Cause? {
    guard let preprocessing else { return nil }
    let place = preprocessing.steps.firstIndex { $0 is Normalize }
    guard let place else {
      return Cause(what: .notNormalized, help: .normalizeFirst, line: preprocessing.line, isOfPreprocessing: true)
    }
    let padding = preprocessing.steps.firstIndex { ($0 as? Resize)?.fit == .pad }
    guard let padding, padding < place else { return nil }
    return Cause(
      what: .normalizedAfterPadding, help: .normalizeFirst, line: preprocessing.steps[place].line,
      isOfPreprocessing: true)
  }

  // MARK: Losses

  private var first: Double { mean(report.history.prefix(max(1, min(5, report.history.count / 8)))) }
  private var last: Double { mean(report.history.suffix(max(1, min(20, report.history.count / 4)))) }

  private func mean(_ points: ArraySlice<HistoryPoint>) -> Double {
    points.isEmpty ? .nan : points.reduce(0) { $0 + $1.loss } / Double(points.count)
  }

  private var diverged: Cause? {
    guard let start = report.history.first?.loss, last > 4 * max(start, 0.7) else { return nil }
    return Cause(
      what: .diverged(first: start, last: last, rate: training.learningRate),
      help: .lowerRate(training.learningRate / 10))
  }

  private var rate: Cause? {
    let (rate, usual) = (training.learningRate, training.optimizer.usualRates)
    let moved = (first - last) / max(first, 1e-9)
    if rate < usual.lowerBound, moved < 0.5 {
      return Cause(what: .rateTooLow(rate: rate, first: first, last: last), help: .higherRate(rate * 100))
    }
    if rate > usual.upperBound, moved < 0.5 {
      return Cause(what: .rateTooHigh(rate: rate, first: first, last: last), help: .lowerRate(rate / 100))
    }
    return nil
  }

  // MARK: What came out

  private var outcome: Cause? {
    let metrics = report.metrics
    if let confusion = metrics.confusion {
      let all = Double(
        confusion.truePositives + confusion.falsePositives + confusion.falseNegatives + confusion.trueNegatives)
      let marked = Double(confusion.truePositives + confusion.falsePositives)
      let wanted = Double(confusion.truePositives + confusion.falseNegatives) / max(1, all)
      if marked == 0 { return Cause(what: .allBackground(share: wanted), help: .weighClasses) }
      if marked > 0.95 * all, wanted < 0.8 { return Cause(what: .allForeground(share: wanted), help: .weighClasses) }
    }
    guard last < 0.5 * metrics.loss, last < 0.3, report.history.count >= 40 else { return nil }
    return Cause(what: .overfit(loss: last, validation: metrics.loss), help: .regularize)
  }
}

extension TrainingDiagnosis.Cause {
  /// The cause as a message about a place in the lab.
  ///
  /// - Parameters:
  ///   - places: where things of the answer stand.
  ///   - plan: what was trained.
  ///   - training: the settings.
  /// - Returns: a warning, on the line of what is to be changed.
  func diagnostic(_ places: AnswerPlaces, _ plan: PlannedExperiment, training: Training) -> Diagnostic {
    let constant =
      isOfPreprocessing ? plan.experiment.preprocessing : line > 0 ? plan.experiment.network : plan.trainingConstant
    let place = line > 0 ? line : training.line
    let home = constant.map { places.line(place, in: $0) } ?? 0
    return Diagnostic(
      .warning, file: places.file, line: home > 0 ? home : plan.experiment.line, what, help: help)
  }
}
