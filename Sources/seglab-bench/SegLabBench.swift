internal import ArgumentParser
internal import Foundation

/// Measures how fast SegLab trains, in a form that scripts can read.
@main
struct SegLabBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seglab-bench", abstract: "Measure how fast SegLab trains on this machine.",
    subcommands: [StepCommand.self, LayersCommand.self, KernelCommand.self, DataCommand.self, CompareCommand.self])
}

/// A report as `seglab-bench step --json` or `torch_steps.py` prints it.
struct PrintedReport: Decodable {
  struct Times: Decodable {
    let median: Double
    let min: Double
  }

  let trainMS: Times
  let inferMS: Times
  let peakRSSMB: Double
  let bytesPerSecond: Double?
  let bandwidthFraction: Double?
  let dataShare: Double?
  let variant: String?
  let version: String?

  private enum CodingKeys: String, CodingKey {
    case variant, version
    case trainMS = "train_ms"
    case inferMS = "infer_ms"
    case peakRSSMB = "peak_rss_mb"
    case bytesPerSecond = "bytes_per_second"
    case bandwidthFraction = "bandwidth_fraction"
    case dataShare = "data_share"
  }

  /// - Parameter text: one JSON object.
  /// - Throws: `DecodingError` where it is something else.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }
}

extension Encodable {
  /// One JSON object on one line, its keys in order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
