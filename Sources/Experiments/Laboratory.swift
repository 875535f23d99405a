public import Datasets
internal import Foundation
internal import Kernels
public import Networks
internal import SegLab
internal import Tensors

/// Trains networks on data sets, each training once: what was done before is found in the store.
public struct Laboratory: Sendable {
  let sets: DataStore
  private let runs: RunStore
  let threads: Int
  private let engine: String
  private let freeMemory: Int

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

  /// What a network may cost here, and what images of the set called `dataset` it must fit.
  ///
  /// A set that is missing or broken limits nothing: that is said when a training asks for it.
  public func limits(dataset: String, batchSize: Int) -> NetworkLimits {
    var limits = NetworkLimits(batchSize: max(1, batchSize), classes: 2)
    if freeMemory > 0 { limits.bytes = min(limits.bytes, freeMemory) }
    if let facts = try? sets.facts(of: dataset), facts.summary.sizes.count == 1, let size = facts.summary.sizes.first {
      limits.images = Shape([size.size.height, size.size.width, 1])
    }
    return limits
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
    let set: ImageMaskSet
    let split: Split
    do {
      set = try sets.load(name: order.dataset)
      // The division belongs to the set, not to the run: every run is measured on the same images.
      split = try Split(of: set, by: order.split, seed: Self.splitSeed)
    } catch {
      throw .data(error)
    }
    guard let size = set.size else {
      throw .sizesDiffer(set: set.name, sizes: Set(set.samples.map(\.size)).count)
    }
    let plan = RunPlan(
      network: order.network.canonicalText, training: order.training, stepLimit: order.stepLimit, seed: order.seed,
      data: set.digest, split: order.split.rawValue, engine: engine, mathLibrary: Self.machine)
    if let (record, predictions) = runs.run(digest: plan.digest),
      predictions.count == split.validation.count * size.count
    {
      watch(.ended(record, dataset: set.name))
      return FinishedRun(
        record: record, reused: true, set: set, split: split,
        predictions: split.validation.indices.map { Array(predictions[$0 * size.count..<($0 + 1) * size.count]) })
    }
    warnOfLength(order, set: set, split: split, size: size, watch: watch)
    let (record, evaluation, trainer) = try train(order, plan: plan, set: set, split: split, size: size, watch: watch)
    do {
      try runs.save(record, predictions: evaluation.predictions.flatMap { $0 }, weights: trainer.weightBytes)
    } catch {
      throw .store(error)
    }
    watch(.ended(record, dataset: set.name))
    return FinishedRun(record: record, reused: false, set: set, split: split, predictions: evaluation.predictions)
  }

  static let splitSeed: UInt64 = 1

  /// What decides the bits of a sum besides the plan: the matrix library's kernel and the processor's features.
  private static var machine: String {
    let features = CPUFeature.allCases.filter(CPUInfo.current.features.contains).map(\.rawValue)
    return ([MathLibrary.current.identity] + features).joined(separator: " ")
  }

  private func train(
    _ order: TrainingOrder, plan: RunPlan, set: ImageMaskSet, split: Split, size: PixelSize,
    watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> (RunRecord, Evaluation, Trainer) {
    let learning = SplitSamples(set: set, indices: split.training, size: size)
    let measuring = SplitSamples(set: set, indices: split.validation, size: size)
    var checkpoints = Checkpoints(file: runs.checkpoint(digest: plan.digest))
    let (trainer, course) = checkpoints.resume(order, images: learning.count, watch: watch) {
      Trainer(order.network, training: order.training, seed: order.seed, threads: threads)
    }
    do {
      let outcome = try trainer.train(
        on: learning, validation: measuring, from: course, stepLimit: order.stepLimit,
        onStep: { progress in
          watch(.step(progress))
          return true
        }, onCheckpoint: { checkpoints.write($0, of: trainer, watch: watch) })
      let evaluation = try trainer.evaluate(on: measuring)
      let record = RunRecord(
        plan: plan, ended: Date().timeIntervalSince1970, seconds: outcome.seconds, threads: threads,
        epochs: outcome.epochs, steps: outcome.steps, history: outcome.history, validation: outcome.validation,
        keptEpoch: outcome.keptEpoch, metrics: evaluation.metrics, weightsDigest: trainer.weightsDigest,
        trainingImages: split.training.count, validationImages: split.validation.map(set.sampleName))
      return (record, evaluation, trainer)
    } catch {
      throw .training(error)
    }
  }
}
