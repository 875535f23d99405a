internal import Foundation

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
