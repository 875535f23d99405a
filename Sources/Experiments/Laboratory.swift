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
  private let runs: RunStore
  let threads: Int
  private let engine: String
  let freeMemory: Int

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

  /// Trains as ordered, or finds the run that did the same before.
  ///
  /// - Parameters:
  ///   - order: what to train, and on what.
  ///   - watch: told of what happens on the way.
  /// - Returns: the run, and whether it was found in the store.
  /// - Throws: `LaboratoryError`; a training that was broken off leaves nothing in the store.
  public func train(
    _ order: TrainingOrder, watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> FinishedRun {
    let material = try material(for: order)
    let (set, split, size) = (material.set, material.split, material.preparer.size)
    let plan = RunPlan(
      network: order.network.canonicalText, training: order.training, preparation: order.preparation?.canonicalText,
      stepLimit: order.stepLimit, seed: order.seed, data: set.digest, split: order.split.rawValue,
      heldOut: split.heldOut(of: set), engine: engine, mathLibrary: Self.machine)
    let claim = try claim(plan.digest, watch: watch)
    defer { withExtendedLifetime(claim) {} }
    switch runs.find(plan.digest) {
    case .run(let record, let predictions) where predictions.count == split.validation.count * size.count:
      watch(.ended(TrainingEnd(record), dataset: set.name))
      return FinishedRun(
        record: record, reused: true, preparer: material.preparer, split: split,
        predictions: split.validation.indices.map { Array(predictions[$0 * size.count..<($0 + 1) * size.count]) })
    case .run, .foreign: watch(.note(Message(StorePhrase.runNotMadeHere(run: plan.digest))))
    case .none: break
    }
    let forecast = try checkLength(order, material, watch: watch)
    let (record, evaluation, trainer) = try train(order, plan: plan, material, forecast, watch: watch)
    do {
      try runs.save(
        record, predictions: evaluation.predictions.flatMap { $0 },
        weights: order.keepsWeights ? trainer.weightBytes : nil)
    } catch {
      // What was measured holds all the same: it is only not there the next time.
      guard case .notWritten(let path, let reason) = error else { throw .store(error) }
      watch(.note(Message(StorePhrase.runNotKept(path: path, reason: reason))))
    }
    watch(.ended(TrainingEnd(record), dataset: set.name))
    return FinishedRun(
      record: record, reused: false, preparer: material.preparer, split: split, predictions: evaluation.predictions)
  }

  /// Gives up the weights of a run and keeps the rest: for the members of a sweep that are not the best.
  ///
  /// - Parameter run: the run's digest.
  public func forgetWeights(of run: String) { runs.forgetWeights(of: run) }

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
    _ order: TrainingOrder, plan: RunPlan, _ material: Material, _ forecast: Forecast?,
    watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> (RunRecord, Evaluation, Trainer) {
    let (learning, measuring) = (material.learning, material.measuring)
    var checkpoints = Checkpoints(file: runs.checkpoint(digest: plan.digest))
    let (trainer, course) = checkpoints.resume(order, images: learning.count, watch: watch) {
      Trainer(order.network, training: order.training, seed: order.seed, threads: threads)
    }
    if let seconds = forecast?.seconds(after: course.steps).map({ $0 * Double(order.trainings) }),
      seconds > Self.longSeconds
    {
      watch(.forecast(seconds: seconds, trainings: order.trainings))
    }
    let start = ContinuousClock.now
    var isOutOfTime = false
    do {
      let outcome = try trainer.train(
        on: learning, validation: measuring, from: course, stepLimit: order.stepLimit,
        onStep: { progress in
          watch(.step(progress))
          isOutOfTime = order.mostSeconds.map { (.now - start) / .seconds(1) > $0 } ?? false
          return !isOutOfTime
        }, onCheckpoint: { checkpoints.write($0, of: trainer, watch: watch) })
      let evaluation = try trainer.evaluate(on: measuring)
      let record = RunRecord(
        plan: plan, ended: Date().timeIntervalSince1970, seconds: outcome.seconds, threads: threads,
        epochs: outcome.epochs, steps: outcome.steps, history: outcome.history, validation: outcome.validation,
        keptEpoch: outcome.bestEpoch, metrics: evaluation.metrics, weightsDigest: trainer.weightsDigest,
        trainingImages: learning.count, validationImages: (0..<measuring.count).map(measuring.name))
      return (record, evaluation, trainer)
    } catch {
      if isOutOfTime, let limit = order.mostSeconds { throw .outOfTime(limit: limit) }
      throw .training(error)
    }
  }
}
