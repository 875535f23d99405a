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

  @OptionGroup var measured: MeasuredNetwork

  @Option(help: "How many times a few steps are timed together.")
  var rounds = 6

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    try measured.check(rounds: rounds)
  }

  func run() throws {
    CleanEnvironment.enter()
    let report = try measure()
    print(json ? try report.json() : report.text)
  }

  private func measure() throws -> StepReport {
    let (net, base, batch, threads) = (measured.net, measured.base, measured.batch, measured.threads)
    let (report, trainer, samples) = try measured.prepared()
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
    let group = measured.net.group(batch: measured.batch)
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
      times.append((clock.now - start) / .milliseconds(samples.count / measured.batch))
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
