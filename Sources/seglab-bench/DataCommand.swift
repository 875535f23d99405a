internal import ArgumentParser
internal import Datasets
internal import Experiments
internal import Foundation
internal import Kernels
internal import Networks
internal import SegLab
internal import Tensors

/// Measures what getting images costs the labs' trainings.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Time what preparing images costs a training.",
    discussion: """
      Generated images are prepared and augmented as in the labs, ahead of the steps that want them, on a thread beside those that \
      train. Trainings on images that were prepared before are timed in turn with them, A B A B ….
      """)

  @Option(
    name: .customLong("case"),
    help: "One training alone: \(DataCase.allCases.map(\.rawValue).joined(separator: ", ")). All of them otherwise.")
  var only: DataCase?

  @Option(help: "How many threads train.")
  var threads = CPUInfo.current.cores

  @Option(help: "How many times each side is timed.")
  var rounds = 3

  @Option(help: "How many steps are taken each time.")
  var steps = 64

  @Flag(help: "Print one JSON object a line.")
  var json = false

  /// The first steps of a training find cold caches and memory that was never touched.
  private static let warm = 4

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("--threads is 1 to 256, not \(threads)") }
    guard (1...100).contains(rounds) else { throw ValidationError("--rounds is 1 to 100, not \(rounds)") }
    let counts = Self.warm + 1...10_000
    guard counts.contains(steps) else {
      throw ValidationError("--steps is \(counts.lowerBound) to \(counts.upperBound), not \(steps)")
    }
  }

  func run() throws {
    CleanEnvironment.enter()
    for dataCase in only.map({ [$0] }) ?? DataCase.allCases {
      let report = try measure(dataCase)
      print(json ? try report.json() : report.text + "\n")
    }
  }

  private func measure(_ dataCase: DataCase) throws -> DataReport {
    let set = try dataCase.set()
    let training = dataCase.training
    let all = Array(0..<set.count)
    let samples = SplitSamples(try Preparer(dataCase.preprocessing, for: set, training: all), indices: all, seed: 1)
    guard let plan = dataCase.plan else {
      throw ValidationError("\(dataCase.rawValue) does not fit together")
    }
    let trainer = Trainer(plan, training: training, seed: 1, threads: threads)
    let held = HeldSamples(samples)
    var (stepTimes, heldTimes): ([Double], [Double]) = ([], [])
    var shares: [Double] = []
    for _ in 0..<rounds {
      heldTimes += try time(trainer, on: held).times
      let (times, share) = try time(trainer, on: samples)
      stepTimes += times
      shares.append(share)
    }
    return DataReport(
      dataCase: dataCase.rawValue, batch: training.batchSize, threads: threads,
      prepareMS: prepare(samples, batch: training.batchSize), stepMS: Spread(stepTimes), heldStepMS: Spread(heldTimes),
      dataShare: Spread(shares).median)
  }

  /// Milliseconds for each step, and the share of them that was spent on getting images.
  private func time(_ trainer: Trainer, on samples: some SampleSource) throws -> (times: [Double], share: Double) {
    let clock = ContinuousClock()
    var last = clock.now
    var times: [Double] = []
    let outcome = try trainer.train(on: samples, stepLimit: steps) { progress in
      let now = clock.now
      if progress.stepsDone > Self.warm { times.append((now - last) / .milliseconds(1)) }
      last = now
      return true
    }
    return (times, outcome.dataShare)
  }

  /// Milliseconds of a processor for the images of a batch, one after the other.
  private func prepare(_ samples: SplitSamples, batch: Int) -> Spread {
    let pixels = samples.shape.count ?? 0
    var (image, labels) = ([Float](repeating: 0, count: pixels), [UInt8](repeating: 0, count: pixels))
    return Spread(
      (0..<max(1, samples.count / batch)).map { number in
        let start = processorMS
        for index in number * batch..<min(samples.count, (number + 1) * batch) {
          image.withUnsafeMutableBufferPointer { image in
            labels.withUnsafeMutableBufferPointer { samples.load(index, epoch: 1, image: image, labels: $0) }
          }
        }
        return processorMS - start
      })
  }

  /// How long a processor has worked on this thread: what others do on the machine is not in it.
  private var processorMS: Double {
    Clock.seconds(of: CLOCK_THREAD_CPUTIME_ID) * 1e3
  }
}
