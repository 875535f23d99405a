internal import Foundation

/// What one measurement found; times in milliseconds.
struct StepReport: Encodable {
  let net: String
  /// The base width, for networks that have one.
  let base: Int?
  let batch: Int
  let threads: Int
  /// A training step: forward, loss, backward, update; each value is the mean over a few steps.
  let trainMS: Spread
  /// Forward and the class of each pixel, for a batch.
  let inferMS: Spread
  /// Billions of floating-point operations a second while training.
  let gflops: Double
  let peakRSSMB: Double
  /// Bytes of weights that pass between memory and processor, a second.
  let bytesPerSecond: Double
  /// Bytes a second that this machine reads from large arrays, measured in the same run.
  let bandwidthBytesPerSecond: Double
  /// The first as a share of the second.
  let bandwidthFraction: Double
  /// The share of a training step that passes before its images are there.
  let dataShare: Double

  private enum CodingKeys: String, CodingKey {
    case net, base, batch, threads
    case trainMS = "train_ms"
    case inferMS = "infer_ms"
    case gflops
    case peakRSSMB = "peak_rss_mb"
    case bytesPerSecond = "bytes_per_second"
    case bandwidthBytesPerSecond = "bandwidth_bytes_per_second"
    case bandwidthFraction = "bandwidth_fraction"
    case dataShare = "data_share"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(net, forKey: .net)
    // Present even where there is none, so that every report has the same keys.
    try container.encode(base, forKey: .base)
    try container.encode(batch, forKey: .batch)
    try container.encode(threads, forKey: .threads)
    try container.encode(trainMS, forKey: .trainMS)
    try container.encode(inferMS, forKey: .inferMS)
    try container.encode(gflops, forKey: .gflops)
    try container.encode(peakRSSMB, forKey: .peakRSSMB)
    try container.encode(bytesPerSecond, forKey: .bytesPerSecond)
    try container.encode(bandwidthBytesPerSecond, forKey: .bandwidthBytesPerSecond)
    try container.encode(bandwidthFraction, forKey: .bandwidthFraction)
    try container.encode(dataShare, forKey: .dataShare)
  }

  /// The report for people.
  var text: String {
    """
    \(net), batch \(batch), \(threads) threads
    training step  \(trainMS.text)
    inference      \(inferMS.text)
    arithmetic     \(String(format: "%.1f GFLOP/s", gflops))
    weights moved  \(String(format: "%.1f GB/s, %.0f %% of the %.1f GB/s that this machine reads", bytesPerSecond / 1e9, bandwidthFraction * 100, bandwidthBytesPerSecond / 1e9))
    data           \(String(format: "%.2f %% of a training step", dataShare * 100))
    peak memory    \(String(format: "%.0f MB", peakRSSMB))
    """
  }
}

/// The middle and the ends of several measurements.
struct Spread: Encodable {
  let median: Double
  let min: Double
  let max: Double

  /// - Parameter values: at least one.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    precondition(!sorted.isEmpty, "the spread of no values")
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    min = sorted[0]
    max = sorted[sorted.count - 1]
  }

  /// Milliseconds, for people.
  var text: String { String(format: "%.1f ms (%.1f to %.1f)", median, min, max) }
}
