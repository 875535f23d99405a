internal import Foundation

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
