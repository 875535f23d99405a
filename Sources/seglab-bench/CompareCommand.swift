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

  @Option(help: "The batch size, in images; for one network alone.")
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

/// Two sides' measurements as lines of a table.
struct ComparisonTable {
  let ours: [PrintedReport]
  /// Empty where there is no rival.
  let theirs: [PrintedReport]

  /// The table, a heading first.
  var lines: [String] {
    var lines = [row("", "SegLab", theirs.isEmpty ? "" : "PyTorch", theirs.isEmpty ? "" : "ratio")]
    lines.append(row("training step, ms", \.trainMS.median))
    lines.append(row("  the fastest", fastest: \.trainMS.min))
    lines.append(row("inference, ms", \.inferMS.median))
    lines.append(row("  the fastest", fastest: \.inferMS.min))
    lines.append(row("peak memory, MB", \.peakRSSMB))
    let moved = ours.compactMap(\.bytesPerSecond)
    if !moved.isEmpty {
      lines.append(row("weights moved, GB/s", String(format: "%.1f", Spread(moved).median / 1e9), "", ""))
    }
    let fractions = ours.compactMap(\.bandwidthFraction)
    if !fractions.isEmpty {
      lines.append(row("of memory bandwidth", String(format: "%.0f %%", Spread(fractions).median * 100), "", ""))
    }
    let shares = ours.compactMap(\.dataShare)
    if !shares.isEmpty {
      lines.append(row("waiting for images", String(format: "%.2f %%", Spread(shares).median * 100), "", ""))
    }
    return lines
  }

  private func row(_ name: String, _ value: (PrintedReport) -> Double) -> String {
    row(name, Spread(ours.map(value)).median, theirs.isEmpty ? nil : Spread(theirs.map(value)).median)
  }

  private func row(_ name: String, fastest value: (PrintedReport) -> Double) -> String {
    row(name, Spread(ours.map(value)).min, theirs.isEmpty ? nil : Spread(theirs.map(value)).min)
  }

  private func row(_ name: String, _ a: Double, _ b: Double?) -> String {
    row(
      name, String(format: "%.1f", a), b.map { String(format: "%.1f", $0) } ?? "",
      b.map { String(format: "%.2f", a / $0) } ?? "")
  }

  private func row(_ cells: String...) -> String {
    let widths = [22, 10, 10, 8]
    return tableRow(cells, widths: widths, left: 1)
  }
}

/// Cells in columns, the first `left` of them flush left, the others flush right, with no blanks behind the last.
func tableRow(_ cells: [String], widths: [Int], left: Int) -> String {
  let line = zip(cells, widths).enumerated().map { index, cell in
    let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
    return index < left ? cell.0 + padding : padding + cell.0
  }.joined()
  return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
}

/// PyTorch on this machine, with all that makes it fast.
struct Rival {
  /// Python's file.
  let python: String
  /// `torch_steps.py`.
  let script: String
  /// The environment to run it in.
  let environment: [String: String]
  /// Which allocator it has, for people.
  let allocator: String

  /// Nil where Python, PyTorch or the script is missing.
  ///
  /// - Parameters:
  ///   - python: a name or a path.
  ///   - environment: what to start from.
  init?(python: String, environment: [String: String]) {
    // This program is always built where it runs.
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Benchmarks/torch_steps.py").path(percentEncoded: false)
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = python.contains("/") ? [python] : folders.map { "\($0)/\(python)" }
    let files = FileManager.default
    guard files.fileExists(atPath: script), let found = candidates.first(where: files.isExecutableFile(atPath:)),
      (try? ChildProcess.output(of: found, ["-c", "import torch"], environment: environment, seconds: 120)) != nil
    else { return nil }
    let libraries = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map { "/usr/lib/\($0)/libtcmalloc_minimal.so.4" }
    var environment = environment
    if let library = libraries.first(where: files.fileExists(atPath:)) {
      environment["LD_PRELOAD"] = library
      allocator = "tcmalloc"
    } else {
      allocator = "without tcmalloc (install libtcmalloc-minimal4 for a fair match)"
    }
    self.python = found
    self.script = script
    self.environment = environment
  }
}
