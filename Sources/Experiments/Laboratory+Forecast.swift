internal import Datasets
internal import Networks
public import SegLab

extension Training {
  /// How many steps the whole training has on so many images; the largest number there is where they are beyond counting.
  public func steps(on images: Int) -> Int {
    let (all, overflow) = ((images + batchSize - 1) / batchSize).multipliedReportingOverflow(by: epochs)
    return overflow ? .max : all
  }
}

extension Laboratory {
  /// Trains the first steps of a training, to see how long all of it will take; nothing is kept of them.
  ///
  /// - Parameters:
  ///   - order: what would be trained, and on what; where the set is not at hand, noise takes its place.
  ///   - seconds: how long to measure, about.
  /// - Returns: the forecast; nil where the training cannot even begin.
  public func forecast(_ order: TrainingRequest, measuring seconds: Double) -> Forecast? {
    let trainingData: TrainingData
    do throws(LaboratoryError) {
      trainingData = try self.trainingData(for: order)
    } catch {
      guard case .data = error else { return nil }
      let noise = NoiseSamples(count: order.training.batchSize * 4, shape: order.network.input)
      let measured = measure(order, on: noise, validation: noise, seconds)
      return measured.map { Forecast(secondsPerStep: $0.step, steps: nil, secondsOfValidation: 0) }
    }
    return forecast(order, trainingData, measuring: seconds)
  }

  /// As ``forecast(_:measuring:)``, on images that are at hand.
  func forecast(_ order: TrainingRequest, _ trainingData: TrainingData, measuring seconds: Double) -> Forecast? {
    let (training, samples, validation) = (order.training, trainingData.learning, trainingData.split.validation)
    let few = SplitSamples(
      trainingData.preparer, indices: Array(validation.prefix(training.batchSize)), seed: order.seed)
    guard let measured = measure(order, on: samples, validation: few, seconds) else { return nil }
    let perEpoch = (samples.count + training.batchSize - 1) / training.batchSize
    let steps = min(training.steps(on: samples.count), order.stepLimit ?? .max)
    let isWatched = training.keepBest || training.earlyStopping != nil
    let passes = 1 + (isWatched ? steps / max(1, perEpoch) : 0)
    let validationSeconds = measured.validation * Double(validation.count) / Double(max(1, few.count))
    let own = 1 / Double(order.sharedBy)
    return Forecast(
      secondsPerStep: measured.step * own, steps: steps, secondsOfValidation: validationSeconds * Double(passes) * own)
  }

  /// Tells before a training begins that it will take longer than it should, and refuses one that would take longer than it may.
  ///
  /// - Returns: how long it will take; nil where that was not measured, because a few steps of a quick profile are done sooner.
  /// - Throws: `LaboratoryError.tooLong`.
  func checkLength(
    _ order: TrainingRequest, _ trainingData: TrainingData, watch: (LaboratoryEvent) -> Void
  ) throws(LaboratoryError) -> Forecast? {
    guard order.stepLimit == nil, var forecast = forecast(order, trainingData, measuring: 0.5) else { return nil }
    // What takes long is worth a longer look: the first steps are not like those of a machine that has been at it for a while.
    if let seconds = forecast.seconds, seconds * Double(order.trainings) > Self.worthALongLook {
      forecast = self.forecast(order, trainingData, measuring: 2) ?? forecast
    }
    guard let seconds = forecast.seconds else { return forecast }
    if let most = order.mostSeconds, seconds > most {
      throw .tooLong(seconds: seconds, limit: order.limitSeconds ?? most, epochs: order.training.epochs)
    }
    if let limit = order.limitSeconds, seconds > limit { watch(.overBudget(seconds: seconds, limit: limit)) }
    return forecast
  }

  private static let worthALongLook = 45.0

  /// Seconds for a step, and for one look at the validation images given.
  private func measure(
    _ order: TrainingRequest, on samples: some SampleSource, validation: some SampleSource, _ seconds: Double
  ) -> (step: Double, validation: Double)? {
    let trainer = Trainer(order.network, training: order.training, seed: order.seed, threads: threads)
    let clock = ContinuousClock()
    let start = clock.now
    var last = start
    var times: [Double] = []
    do {
      _ = try trainer.train(on: samples, stepLimit: order.stepLimit) { _ in
        let now = clock.now
        times.append((now - last) / .seconds(1))
        last = now
        let spent = (now - start) / .seconds(1)
        return spent < seconds || (times.count < 3 && spent < 5)
      }
    } catch .cancelled {
      // That is how the measuring ends where the training is longer.
    } catch {
      return nil
    }
    // The first step finds cold caches and memory that was never touched.
    let warm = times.count > 1 ? times[1...] : times[...]
    guard !warm.isEmpty else { return nil }
    let before = clock.now
    guard (try? trainer.evaluate(on: validation)) != nil else { return nil }
    return (warm.reduce(0, +) / Double(warm.count), (clock.now - before) / .seconds(1))
  }
}
