public import Datasets
internal import Foundation
internal import Kernels
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors

/// Trains networks on data sets, each training once: what was done before is found in the store.
public struct Laboratory: Sendable {
  let sets: DataStore
  let lastSet = LoadedSet()
  private let runs: RunStore
  private(set) var threads: Int
  private let engine: String
  let freeMemory: Int
  /// Whether nothing is trained: what the store does not have is told, and missing.
  public var trainsNothing = false
  /// Whether of a run only what was measured is kept: nobody exports a class's networks, and their weights and films take five times the
  /// room of the rest.
  public var keepsResultsAlone = false
  /// The trainings that are done here, by the digest of their plan; nil for all. The others are told like those that are missing.
  public var trainsOnly: Set<String>?
  /// The trainings that are known to come to nothing, by the digest of their plan; they are not tried again.
  public var knownFailures: [String: KnownFailure] = [:]
  /// Calls trainings off for the whole process, with a checkpoint; nil where nobody does.
  public var callOff: CallOff?
  /// Whether a training that is under way is to end with its next step.
  var isCalledOff: @Sendable () -> Bool = { false }

  /// - Parameters:
  ///   - sets: the data sets.
  ///   - runs: where trainings are kept.
  ///   - threads: how many threads train.
  ///   - engine: the engine's version, part of every run's digest.
  ///   - freeMemory: bytes that a training may take at most; 0 where that is not known.
  public init(sets: DataStore, runs: RunStore, threads: Int, engine: String, freeMemory: Int) {
    self.sets = sets
    self.runs = runs
    self.threads = threads
    self.engine = engine
    self.freeMemory = freeMemory
  }

  /// The same with another number of threads.
  func with(threads: Int) -> Laboratory {
    var other = self
    other.threads = threads
    return other
  }

  /// What is to be trained for an order: the digest of its plan, and how many steps it has. Nil where the store has it, where it is known to
  /// come to nothing, and where its images are not at hand.
  func missing(_ order: TrainingRequest) -> (digest: String, steps: Int)? {
    guard let trainingData = try? trainingData(for: order) else { return nil }
    let plan = plan(of: order, trainingData, from: start(of: order) { _ in })
    // Whoever trains reads what is there; weights alone may have been given up since.
    let isThere =
      order.asksForWeights ? found(plan, order, trainingData, watch: { _ in }) != nil : runs.has(plan.digest)
    guard knownFailures[plan.digest] == nil, !isThere, trains(plan.digest) else { return nil }
    return (plan.digest, min(order.training.steps(on: trainingData.split.training.count), order.stepLimit ?? .max))
  }

  /// Trains as ordered, or finds the run that did the same before.
  ///
  /// - Parameters:
  ///   - order: what to train, and on what.
  ///   - watch: told of what happens on the way.
  /// - Returns: the run, and whether it was found in the store.
  /// - Throws: `LaboratoryError`; a training that was broken off leaves nothing in the store.
  public func train(
    _ order: TrainingRequest, watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> FinishedRun {
    let trainingData = try trainingData(for: order)
    let (set, split) = (trainingData.set, trainingData.split)
    let start = start(of: order, watch: watch)
    let plan = plan(of: order, trainingData, from: start)
    watch(.run(plan.digest, steps: min(order.training.steps(on: split.training.count), order.stepLimit ?? .max)))
    let claim = trains(plan.digest) ? try claim(plan.digest, watch: watch) : nil
    defer { withExtendedLifetime(claim) {} }
    if let found = found(plan, order, trainingData, watch: watch) {
      // Who only looks changes nothing.
      if !trainsNothing { note(order, set: set.name, of: plan.digest) }
      watch(.ended(TrainingEnd(found.record), dataset: set.name))
      return found
    }
    if let failure = knownFailures[plan.digest] { throw .failedBefore(failure) }
    guard trains(plan.digest) else {
      watch(.missing(run: plan.digest))
      throw .notInStore
    }
    let (record, evaluation, trainer, film): (RunRecord, Evaluation, Trainer, RunFilm?)
    do throws(LaboratoryError) {
      let forecast = try checkLength(order, trainingData, watch: watch)
      (record, evaluation, trainer, film) = try train(
        order, plan: plan, trainingData, forecast, from: start, watch: watch)
    } catch {
      watch(.failed(run: plan.digest, KnownFailure(message: Message(error.phrase), isLearners: error.isLearners)))
      throw error
    }
    do {
      try runs.save(
        record, predictions: evaluation.predictions.flatMap { $0 },
        weights: order.asksForWeights
          ? trainer.weightBytes(most: RunStore.largestWeightBytes)
          : order.keepsWeights && !keepsResultsAlone ? trainer.weightBytes(most: RunStore.mostWeightBytes) : nil,
        film: keepsResultsAlone ? nil : film,
        isAskedFor: order.asksForWeights)
      note(order, set: set.name, of: plan.digest)
    } catch {
      // What was measured holds all the same: it is only not there the next time.
      guard case .notWritten(let path, let reason) = error else { throw .store(error) }
      watch(.note(Message(StorePhrase.runNotKept(path: path, reason: reason))))
    }
    watch(.ended(TrainingEnd(record), dataset: set.name))
    return FinishedRun(
      record: record, reused: false, preparer: trainingData.preparer, split: split, predictions: evaluation.predictions,
      film: film)
  }

  /// Whether a training that the store does not have is done here.
  private func trains(_ run: String) -> Bool { !trainsNothing && trainsOnly?.contains(run) ?? true }

  /// What was imported for the network to start from; nil where nothing was, or it is of another network.
  private func start(of order: TrainingRequest, watch: (LaboratoryEvent) -> Void) -> StartingWeights? {
    guard let origin = order.origin, let name = order.networkName,
      let found = runs.start(for: origin.lab, network: name)
    else { return nil }
    let count = order.network.computedLayers.flatMap(\.arrays).reduce(0) { $0 + $1.count }
    guard found.network == order.network.canonicalText, found.bytes.count == count * MemoryLayout<Float>.stride else {
      watch(.note(Message(RunExportPhrase.startDoesNotFit(network: name, lab: origin.lab))))
      return nil
    }
    watch(.note(Message(RunExportPhrase.starts(network: name, digest: found.digest))))
    return found
  }

  /// Keeps what the order calls the run, where it says where it comes from.
  private func note(_ order: TrainingRequest, set: String, of run: String) {
    guard let origin = order.origin else { return }
    let names = RunNames(
      origin: origin, dataset: set, layers: order.network.layerNames, preprocessing: order.preprocessing,
      source: order.source)
    runs.keep(names, of: run)
  }

  /// All that decides what an order comes to.
  private func plan(of order: TrainingRequest, _ trainingData: TrainingData, from start: StartingWeights?) -> RunPlan {
    RunPlan(
      network: order.network.canonicalText, training: order.training, preparation: order.preprocessing?.canonicalText,
      stepLimit: order.stepLimit, start: start?.digest, seed: order.seed, data: trainingData.set.digest,
      split: order.split.rawValue, heldOut: trainingData.split.heldOut(of: trainingData.set), engine: engine,
      mathLibrary: Self.machine)
  }

  /// The run of a plan, where the store has it whole.
  private func found(
    _ plan: RunPlan, _ order: TrainingRequest, _ trainingData: TrainingData, watch: (LaboratoryEvent) -> Void
  ) -> FinishedRun? {
    let (split, size) = (trainingData.split, trainingData.preparer.size)
    switch runs.find(plan.digest) {
    case .run(let record, let predictions)
    where predictions.count == split.validation.count * size.count
      && !(order.asksForWeights && runs.weights(of: record) == nil):
      return FinishedRun(
        record: record, reused: true, preparer: trainingData.preparer, split: split,
        predictions: split.validation.indices.map { Array(predictions[$0 * size.count..<($0 + 1) * size.count]) },
        film: runs.film(of: plan.digest))
    case .run where order.asksForWeights: break
    case .run, .foreign: watch(.note(Message(StorePhrase.runNotMadeHere(run: plan.digest))))
    case .none: break
    }
    return nil
  }

  /// Gives up the weights and the film of a run and keeps the rest: for the members of a sweep that are not the best.
  ///
  /// - Parameter run: the run's digest.
  public func forgetWeights(of run: String) {
    runs.forgetWeights(of: run)
    runs.forgetFilm(of: run)
  }

  /// How many seconds another process that does the same training is waited for.
  private static let patience: Duration = .seconds(120)

  /// Takes a training for this process; where another does it already, waits for it a while.
  private func claim(_ run: String, watch: (LaboratoryEvent) -> Void) throws(LaboratoryError) -> RunClaim {
    var claim = runs.claim(run)
    guard claim.owner == .another else { return claim }
    watch(.note(Message(StorePhrase.anotherTrains(run: run))))
    let start = ContinuousClock.now
    // To do it twice wastes time and harms nothing: both write the same, each as a whole.
    while claim.owner == .another, ContinuousClock.now - start < Self.patience {
      guard !Task.isCancelled else { throw .training(.cancelled(step: 0)) }
      Thread.sleep(forTimeInterval: 0.2)
      claim = runs.claim(run)
    }
    return claim
  }

  static let splitSeed: UInt64 = 1
  /// A training of more seconds is announced.
  private static let longSeconds = 60.0

  /// What decides the bits of a sum besides the plan: the matrix library's kernel and the processor's features.
  private static var machine: String {
    let features = CPUFeature.allCases.filter(CPUInfo.current.features.contains).map(\.rawValue)
    return ([MathLibrary.current.identity] + features).joined(separator: " ")
  }

  private func train(
    _ order: TrainingRequest, plan: RunPlan, _ trainingData: TrainingData, _ forecast: Forecast?,
    from start: StartingWeights?,
    watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> (RunRecord, Evaluation, Trainer, RunFilm?) {
    callOff?.begin()
    defer { callOff?.end() }
    let isEnding = { callOff?.isRaised ?? false }
    let (learning, measuring) = (trainingData.learning, trainingData.measuring)
    var checkpoints = Checkpoints(file: runs.checkpoint(digest: plan.digest))
    let (trainer, course) = checkpoints.resume(order, images: learning.count, watch: watch) {
      let trainer = Trainer(order.network, training: order.training, seed: order.seed, threads: threads)
      if let start { trainer.setWeights(start.bytes) }
      return trainer
    }
    if let seconds = forecast?.seconds(after: course.steps).map({ $0 * Double(order.trainings) }),
      seconds > Self.longSeconds
    {
      watch(.forecast(seconds: seconds, trainings: order.trainings))
    }
    let start = ContinuousClock.now
    var isOutOfTime = false
    var previews = PreviewWatcher(trainer, order, trainingData)
    var film = FilmMaker(trainer, order, trainingData, after: course.steps)
    do {
      let outcome = try trainer.train(
        on: learning, validation: measuring, from: course, stepLimit: order.stepLimit,
        onStep: { progress in
          watch(.step(progress))
          if let preview = previews.preview(after: progress, of: trainer) { watch(.preview(preview)) }
          film.look(after: progress.stepsDone, at: trainer)
          let spent = (.now - start) / .seconds(1) / Double(order.sharedBy)
          isOutOfTime = order.mostSeconds.map { spent > $0 } ?? false
          return !isOutOfTime && !isCalledOff()
        }, withHistograms: order.tellsHistograms, onHistograms: { watch(.histograms($0)) },
        onValidation: { watch(.validated($0)) }, isCalledOff: isEnding,
        onCheckpoint: { checkpoints.write($0, of: trainer, isLast: isEnding(), watch: watch) })
      let evaluation = try trainer.evaluate(on: measuring)
      let record = RunRecord(
        plan: plan, ended: Date().timeIntervalSince1970, seconds: outcome.seconds, threads: threads,
        epochs: outcome.epochs, steps: outcome.steps, history: outcome.history, validation: outcome.validation,
        bestEpoch: outcome.bestEpoch, metrics: evaluation.metrics, weightsDigest: trainer.weightsDigest,
        trainingImages: learning.count, validationImages: (0..<measuring.count).map(measuring.name))
      return (record, evaluation, trainer, film.finished(trainer, order.network))
    } catch {
      if isOutOfTime, let limit = order.mostSeconds { throw .outOfTime(limit: limit) }
      throw .training(error)
    }
  }
}
