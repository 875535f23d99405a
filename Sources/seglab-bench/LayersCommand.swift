internal import ArgumentParser
internal import Foundation
internal import Kernels
internal import Networks
internal import SegLab

/// Measures each layer's passes in a training step of one of the labs' networks, beside what the machine could do.
struct LayersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layers", abstract: "Time each layer and pass of a training step, beside what the machine could do.",
    discussion: """
      For each pass: how it is worked out; the least time of several steps; GFLOP/s as counted by the definition and as the processor does them \
      (Winograd's way needs fewer products, thin layers waste lanes); the maps and weights that pass between memory and processor, each once; and \
      the share of the nearer roof, which is what the arithmetic or the memory of this machine, measured in the same run, would take at least. \
      A low share of a long pass is time to win: `lost` is what the pass takes beyond that roof.
      """)

  @OptionGroup var measured: MeasuredNetwork

  @Option(help: "How many steps are timed; each pass's fastest counts.")
  var rounds = 6

  @Option(help: "In which order: step (as they run), or lost (most time to win first).")
  var order = Order.step

  @Flag(
    help:
      "Take the processor's time in place of the clock's, on a machine that does other things beside; with one thread.")
  var processor = false

  @Flag(help: "Print one JSON object.")
  var json = false

  /// In which order passes are listed.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case step, lost
  }

  func validate() throws {
    try measured.check(rounds: rounds)
    guard !processor || measured.threads == 1 else {
      throw ValidationError("--processor takes the time of one thread: say --threads 1")
    }
  }

  func run() throws {
    CleanEnvironment.enter()
    let (net, base, batch, threads) = (measured.net, measured.base, measured.batch, measured.threads)
    let (_, trainer, samples) = try measured.prepared()
    let times = try trainer.layerTimes(
      on: samples, steps: rounds * net.group(batch: batch),
      clock: { Clock.seconds(of: processor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC) })
    let pool = WorkerPool(threads: threads)
    let roofs = Roofs(flops: ArithmeticPeak.measured(on: pool), bandwidth: MemoryBandwidth.measured(on: pool).update)
    let table = LayersReport(
      net: net.rawValue, base: net.hasBase ? base : nil, batch: batch, threads: threads, roofs: roofs,
      rows: times.map { LayersReport.Row($0, under: roofs) })
    print(json ? try table.json() : table.lines(lostFirst: order == .lost).joined(separator: "\n"))
  }
}
