internal import Foundation
internal import Messages

/// One axis of a chart: its range, its ticks, and where a value lies on it.
struct ChartAxis: Equatable {
  /// How values are spread over the axis.
  enum Scale: Equatable {
    /// Equal distances for equal differences.
    case linear
    /// Equal distances for equal ratios; for positive values only.
    case logarithmic
  }

  /// A value with a line and a label.
  struct Tick: Equatable {
    /// Where it is.
    let value: Double
    /// How it is written.
    let label: String
  }

  /// How values are spread.
  let scale: Scale
  /// The value at the start.
  let lower: Double
  /// The value at the end; above `lower`.
  let upper: Double
  /// The ticks from start to end.
  let ticks: [Tick]

  /// A linear axis from `range` widened to whole ticks, but never beyond `limits`.
  ///
  /// - Parameters:
  ///   - range: the values to cover.
  ///   - count: about how many ticks to have.
  ///   - limits: what the quantity can be at all.
  /// - Returns: the axis.
  static func linear(
    covering range: ClosedRange<Double>, count: Int, within limits: ClosedRange<Double>? = nil
  ) -> ChartAxis {
    let wide = widened(range)
    let step = niceStep((wide.upperBound - wide.lowerBound) / Double(max(count, 1)))
    var first = (wide.lowerBound / step + 1e-9).rounded(.down)
    var last = (wide.upperBound / step - 1e-9).rounded(.up)
    if let limits {
      first = max(first, (limits.lowerBound / step - 1e-9).rounded(.up))
      last = min(last, (limits.upperBound / step + 1e-9).rounded(.down))
    }
    if last <= first { last = first + 1 }
    return ChartAxis(
      scale: .linear, lower: first * step, upper: last * step,
      ticks: ticks(from: first, through: last, step: step))
  }

  /// A linear axis over exactly `range`, with ticks at whole numbers inside it: steps of a training.
  static func counting(covering range: ClosedRange<Double>, count: Int) -> ChartAxis {
    let wide =
      range.lowerBound < range.upperBound ? range : (range.lowerBound - 0.5)...(range.lowerBound + 0.5)
    let step = max(1, niceStep((wide.upperBound - wide.lowerBound) / Double(max(count, 1))))
    return ChartAxis(
      scale: .linear, lower: wide.lowerBound, upper: wide.upperBound,
      ticks: ticks(
        from: (wide.lowerBound / step - 1e-9).rounded(.up), through: (wide.upperBound / step + 1e-9).rounded(.down),
        step: step))
  }

  /// A logarithmic axis over `range`, whose bounds are positive; ticks at powers of ten, and at 2 and 5 where there is room.
  static func logarithmic(covering range: ClosedRange<Double>) -> ChartAxis {
    precondition(range.lowerBound > 0, "a logarithmic axis starts above 0, not at \(range.lowerBound)")
    let first = Int(log10(range.lowerBound).rounded(.down))
    let last = Int(log10(range.upperBound).rounded(.up))
    let stride = max(1, (last - first + 5) / 6)
    let factors: [Double] = last - first <= 2 ? [1, 2, 5] : [1]
    var marks: [Double] = []
    for exponent in Swift.stride(from: first, through: last, by: stride) {
      marks += factors.map { $0 * pow(10, Double(exponent)) }
    }
    let lower = marks.last { $0 <= range.lowerBound * (1 + 1e-9) } ?? range.lowerBound
    let upper = max(marks.first { $0 >= range.upperBound * (1 - 1e-9) } ?? range.upperBound, lower * 1.1)
    return ChartAxis(
      scale: .logarithmic, lower: lower, upper: upper,
      ticks: marks.filter { $0 >= lower && $0 <= upper }.map { Tick(value: $0, label: label($0, step: $0)) })
  }

  /// Where `value` lies: 0 at the start, 1 at the end, and not beyond.
  func fraction(of value: Double) -> Double {
    let part: Double
    switch scale {
    case .linear: part = (value - lower) / (upper - lower)
    case .logarithmic: part = value > 0 ? log(value / lower) / log(upper / lower) : 0
    }
    return min(max(part, 0), 1)
  }

  // MARK: Ticks

  private static func ticks(from first: Double, through last: Double, step: Double) -> [Tick] {
    guard first <= last else { return [] }
    return (0...Int(min(last - first, 100))).map { index in
      let value = (first + Double(index)) * step
      return Tick(value: value, label: label(value, step: step))
    }
  }

  /// 1, 2 or 5 times a power of ten, at least `rough`.
  private static func niceStep(_ rough: Double) -> Double {
    let power = pow(10, log10(max(rough, 1e-12)).rounded(.down))
    let part = rough / power
    return power * (part <= 1.000001 ? 1 : part <= 2.000001 ? 2 : part <= 5.000001 ? 5 : 10)
  }

  /// A range that is not a single point.
  private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    guard range.upperBound - range.lowerBound <= range.upperBound.magnitude * 1e-9 else { return range }
    let room = max(range.lowerBound.magnitude * 0.1, 1e-3)
    return (range.lowerBound - room)...(range.upperBound + room)
  }

  /// `value` with as many places as ticks `step` apart need; very large and very small numbers as powers of ten.
  private static func label(_ value: Double, step: Double) -> String {
    guard value != 0 else { return "0" }
    let exponent = log10(value.magnitude).rounded(.down)
    if exponent >= 7 || exponent < -5 {
      let mantissa = value / pow(10, exponent)
      return mantissa.places(mantissa == mantissa.rounded() ? 0 : 1) + "e\(Int(exponent))"
    }
    let places = max(0, Int((-log10(step) - 1e-9).rounded(.up)))
    return places == 0 ? Int(value.rounded()).grouped : value.places(min(places, 6))
  }
}

/// A box of text looking for a free place in a chart.
struct ChartLabel {
  /// A place that it could take: the left edge and the baseline, in pixels.
  struct Place: Equatable {
    /// The left edge.
    let x: Double
    /// The baseline.
    let y: Double
  }

  /// How wide `text` is about to be, in pixels, in a sans-serif face.
  static func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFFEF: sum + size * 0.94
      case 0x20, 0x2C, 0x2E, 0x3A, 0x69, 0x6A, 0x6C: sum + size * 0.3
      case 0x41...0x5A, 0x6D, 0x77: sum + size * 0.7
      default: sum + size * 0.57
      }
    }
  }

  /// The first of `places` where a box of this size covers the fewest of `points`.
  static func best(
    _ places: [Place], width: Double, height: Double, avoiding points: [(x: Double, y: Double)]
  ) -> Place? {
    var best: (place: Place, covered: Int)?
    for place in places {
      let covered = points.reduce(0) { count, point in
        let isInside =
          point.x >= place.x - 3 && point.x <= place.x + width + 3 && point.y >= place.y - height
          && point.y <= place.y + 4
        return count + (isInside ? 1 : 0)
      }
      if best.map({ covered < $0.covered }) ?? true { best = (place, covered) }
    }
    return best?.place
  }
}
