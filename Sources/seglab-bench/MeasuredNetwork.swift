internal import ArgumentParser
internal import Foundation
internal import Kernels
internal import Networks
internal import SegLab

/// Which of the labs' networks is measured, and with how much at once.
struct MeasuredNetwork: ParsableArguments {
  @Option(help: "The network: \(BenchNetwork.allCases.map(\.rawValue).joined(separator: ", ")).")
  var net: BenchNetwork

  @Option(help: "How many channels the first level of a U-Net has: 8 to 64.")
  var base = 16

  @Option(help: "The batch size, in images.")
  var batch = 1

  @Option(help: "How many threads to use.")
  var threads = CPUInfo.current.cores

  /// Whether the numbers can be measured with.
  ///
  /// - Parameter rounds: how many rounds there are to be.
  /// - Throws: `ValidationError` that names the first that cannot.
  func check(rounds: Int) throws {
    guard (8...64).contains(base) else { throw ValidationError("--base is 8 to 64, not \(base)") }
    guard (1...64).contains(batch) else { throw ValidationError("--batch is 1 to 64, not \(batch)") }
    guard (1...256).contains(threads) else { throw ValidationError("--threads is 1 to 256, not \(threads)") }
    guard (1...1000).contains(rounds) else { throw ValidationError("--rounds is 1 to 1000, not \(rounds)") }
  }

  /// The network's shapes and cost, what trains it, and noise to train it on: as many images as its steps come in groups of.
  ///
  /// - Throws: `ValidationError` where the network does not fit together.
  func prepared() throws -> (report: ShapeReport, trainer: Trainer, samples: HeldSamples) {
    let report = ShapeReport(of: net.network(base: base), file: "", limits: NetworkLimits(batchSize: batch))
    guard let plan = report.plan else { throw ValidationError("\(net.rawValue) does not fit together") }
    return (
      report, Trainer(plan, training: net.training(batch: batch), seed: 1, threads: threads),
      HeldSamples(noise: net.group(batch: batch) * batch, shape: plan.input)
    )
  }
}

/// The system's clocks.
enum Clock {
  /// What a clock shows, in seconds from some beginning.
  static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
