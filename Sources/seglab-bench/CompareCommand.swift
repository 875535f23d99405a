internal import ArgumentParser
internal import Foundation
internal import Kernels

/// Runs SegLab and PyTorch in turn and shows both side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Time SegLab and PyTorch in turn, A B A B …, and print a table with ratios.",
    discussion: """
      Each measurement is a process of its own. PyTorch gets tcmalloc where that is installed (libtcmalloc-minimal4), and the \
      fastest of several ways to write the network. Where Python or PyTorch is missing, SegLab's times are printed alone.
      """)

  @Option(
    help: "One network alone: \(BenchNetwork.allCases.map(\.rawValue).joined(separator: ", ")). All of them otherwise.")
  var net: BenchNetwork?

  @Option(help: "How many channels the first level of a U-Net has.")
  var base = 16

  @Option(help: "How many images a step looks at; for one network alone.")
  var batch = 1

  @Option(help: "How many threads each side uses.")
  var threads = CPUInfo.current.cores

  @Option(help: "How many times each side is measured.")
  var alternations = 5

  @Option(help: "The Python that has PyTorch.")
  var python = ProcessInfo.processInfo.environment["SEGLAB_PYTHON"] ?? "python3"

  /// No measurement takes longer than this.
  private static let seconds = 900

  func validate() throws {
    guard (1...100).contains(alternations) else {
      throw ValidationError("--alternations is 1 to 100, not \(alternations)")
    }
  }

  /// The networks and batches whose times are known for PyTorch and TensorFlow too.
  private static let all: [(net: BenchNetwork, batch: Int)] = [
    (.fc, 1), (.fcn, 1), (.fcn, 8), (.unet, 8), (.unetNormed, 8),
  ]

  func run() throws {
    var environment = ProcessInfo.processInfo.environment
    environment["OPENBLAS_CORETYPE"] = nil
    let rival = Rival(python: python, environment: environment)
    if rival == nil { print(Self.missing(python)) }
    for pair in net.map({ [($0, batch)] }) ?? Self.all {
      try compare(pair.0, batch: pair.1, with: rival, environment: environment)
    }
  }

  /// That there is nothing to compare with.
  static func missing(_ python: String) -> String {
    "PyTorch is not at hand (\(python) -c 'import torch' fails): SegLab alone."
  }

  private func compare(
    _ net: BenchNetwork, batch: Int, with rival: Rival?, environment: [String: String]
  ) throws {
    let arguments = [
      "step", "--net", net.rawValue, "--base", String(base), "--batch", String(batch), "--threads", String(threads),
      "--json",
    ]
    var ours: [PrintedReport] = []
    var theirs: [PrintedReport] = []
    // The fastest way is looked for in a process of its own: the tries would count as memory.
    var variant: [String] = []
    if let rival {
      show("looking for PyTorch's fastest way")
      variant = try measure(rival, arguments + ["--rounds", "1"]).variant.map { ["--variant", $0] } ?? []
    }
    for turn in 1...alternations {
      show("measuring, \(turn) of \(alternations)")
      ours.append(
        try PrintedReport(
          ChildProcess.output(
            of: "/proc/self/exe", arguments, environment: environment, seconds: Self.seconds)))
      guard let rival else { continue }
      theirs.append(try measure(rival, arguments + variant))
    }
    let width = net.hasBase ? ", base \(base)" : ""
    print("\(net.rawValue)\(width), batch \(batch), \(threads) threads, \(alternations) × each, medians")
    if let first = theirs.first, let rival {
      print("PyTorch \(first.version ?? ""), \(first.variant ?? ""), \(rival.allocator)")
    }
    for line in ComparisonTable(ours: ours, theirs: theirs).lines { print(line) }
    print()
  }

  private func measure(_ rival: Rival, _ arguments: [String]) throws -> PrintedReport {
    try PrintedReport(
      ChildProcess.output(
        of: rival.python, [rival.script] + arguments, environment: rival.environment, seconds: Self.seconds))
  }

  /// A line on standard error that the next one replaces; nothing where that is no terminal.
  private func show(_ text: String) {
    guard isatty(2) == 1 else { return }
    FileHandle.standardError.write(Data("\r\(text)\u{1B}[K\(text.hasSuffix("\(alternations)") ? "\n" : "")".utf8))
  }
}
