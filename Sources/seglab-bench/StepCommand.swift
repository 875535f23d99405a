internal import ArgumentParser
internal import Foundation
internal import Kernels
internal import Networks
internal import SegLab

/// Measures a training step and an inference of one of the labs' networks.
struct StepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Time a training step and an inference.",
    discussion: "OPENBLAS_CORETYPE is cleared: a measurement is of what the machine can do.")

  @Option(help: "The network: \(BenchNetwork.allCases.map(\.rawValue).joined(separator: ", ")).")
  var net: BenchNetwork

  @Option(help: "How many channels the first level of a U-Net has: 8 to 64.")
  var base = 16

  @Option(help: "How many images a step looks at.")
  var batch = 1

  @Option(help: "How many threads to use.")
  var threads = CPUInfo.current.cores

  @Option(help: "How many times a few steps are timed together.")
  var rounds = 6

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    guard (8...64).contains(base) else { throw ValidationError("--base is 8 to 64, not \(base)") }
    guard (1...64).contains(batch) else { throw ValidationError("--batch is 1 to 64, not \(batch)") }
    guard (1...256).contains(threads) else { throw ValidationError("--threads is 1 to 256, not \(threads)") }
    guard (1...1000).contains(rounds) else { throw ValidationError("--rounds is 1 to 1000, not \(rounds)") }
  }

  func run() throws {
    CleanEnvironment.enter()
    let report = try measure()
    print(json ? try report.json() : report.text)
  }

  private func measure() throws -> StepReport {
    let training = net.training(batch: batch)
    let report = ShapeReport(of: net.network(base: base), file: "", limits: NetworkLimits(batchSize: batch))
    guard let plan = report.plan else { throw ValidationError("\(net.rawValue) does not fit together") }
    let trainer = Trainer(plan, training: training, seed: 1, threads: threads)
    let samples = HeldSamples(noise: net.group(batch: batch) * batch, shape: plan.input)
    let (train, dataShare) = try timeSteps(of: trainer, samples)
    let infer = try timeInference(of: trainer, samples)
    let memory = peakMemory()
    let bandwidth = MemoryBandwidth.measured(on: WorkerPool(threads: threads)).read
    let operations = 2 * Double(report.cost.trainingMultiplyAdds) * Double(batch)
    let traffic = trainer.weightTraffic / (train.median / 1_000)
    return StepReport(
      net: net.rawValue, base: net.hasBase ? base : nil, batch: batch, threads: threads, trainMS: train, inferMS: infer,
      gflops: operations / (train.median / 1_000) / 1e9, peakRSSMB: memory, bytesPerSecond: traffic,
      bandwidthBytesPerSecond: bandwidth, bandwidthFraction: traffic / bandwidth, dataShare: dataShare)
  }

  /// A few steps at a time: some work is done only every few steps. With it the share of a step that is spent on getting images.
  private func timeSteps(of trainer: Trainer, _ samples: HeldSamples) throws -> (Spread, dataShare: Double) {
    let group = net.group(batch: batch)
    let warm = 2 * group
    let steps = warm + rounds * group
    let clock = ContinuousClock()
    var last = clock.now
    var times: [Double] = []
    let outcome = try trainer.train(on: samples, stepLimit: steps) { progress in
      let done = progress.stepsDone
      if done % group == 0 {
        let now = clock.now
        if done > warm { times.append((now - last) / .milliseconds(group)) }
        last = now
      }
      return true
    }
    return (Spread(times), outcome.dataShare)
  }

  private func timeInference(of trainer: Trainer, _ samples: HeldSamples) throws -> Spread {
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = clock.now
      _ = try trainer.classify(samples)
      times.append((clock.now - start) / .milliseconds(samples.count / batch))
    }
    return Spread(times)
  }

  /// The most memory that this process has had, in millions of bytes.
  private func peakMemory() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) * 1_024 / 1e6
  }
}
