internal import Foundation

/// What is done to a series before it is drawn: smoothing, and thinning that keeps every peak.
enum Curve {
  /// Stretches of points that can be drawn, each without a gap inside.
  typealias Segments = [[ChartSample]]

  /// At most two points for each of `columns` equal parts of `range`: the lowest and the highest, in their order.
  ///
  /// A point that cannot be drawn ends a segment.
  static func thinned(_ samples: [ChartSample], over range: ClosedRange<Double>, columns: Int) -> Segments {
    let width = range.upperBound - range.lowerBound
    var segments: Segments = [[]]
    var column: [ChartSample] = []
    var columnIndex = -1
    var gapAfterColumn = false

    func flush() {
      if let low = column.indices.min(by: { column[$0].y < column[$1].y }),
        let high = column.indices.max(by: { column[$0].y < column[$1].y })
      {
        segments[segments.count - 1].append(column[min(low, high)])
        if low != high { segments[segments.count - 1].append(column[max(low, high)]) }
      }
      if gapAfterColumn, segments.last?.isEmpty == false { segments.append([]) }
      column = []
      gapAfterColumn = false
    }

    for sample in samples {
      guard sample.isDrawable else {
        gapAfterColumn = true
        if column.isEmpty { flush() }
        continue
      }
      let part = width > 0 ? (sample.x - range.lowerBound) / width : 0
      let index = min(max(Int(part * Double(columns)), 0), columns - 1)
      if index != columnIndex {
        flush()
        columnIndex = index
      }
      column.append(sample)
    }
    flush()
    return segments.filter { !$0.isEmpty }
  }

  /// A moving average with weights that fall off to both sides, at no more than `count` places; nil for short series.
  ///
  /// - Parameters:
  ///   - samples: the series; points that cannot be drawn are left out of the averages and leave a gap.
  ///   - count: the most places.
  ///   - logarithmic: whether to average the logarithms, as fits a logarithmic axis.
  /// - Returns: the averages in order, or nil.
  static func smoothed(_ samples: [ChartSample], count: Int, logarithmic: Bool) -> [ChartSample]? {
    guard samples.count >= 24, count >= 2 else { return nil }
    let reach = reach(samples.count)
    let places = min(count, samples.count)
    return (0..<places).map { place in
      let centre = place * (samples.count - 1) / (places - 1)
      guard samples[centre].isDrawable else { return ChartSample(x: samples[centre].x, y: .nan) }
      var sum = 0.0
      var weights = 0.0
      for index in max(0, centre - reach)...min(samples.count - 1, centre + reach) where samples[index].isDrawable {
        let weight = Double(reach + 1 - abs(index - centre))
        sum += weight * (logarithmic ? log(samples[index].y) : samples[index].y)
        weights += weight
      }
      let mean = sum / weights
      return ChartSample(x: samples[centre].x, y: logarithmic ? exp(mean) : mean)
    }
  }

  /// How many neighbours to each side an average looks at, in a series of `count`.
  static func reach(_ count: Int) -> Int { min(max(2, count / 24), 40 + count / 100, 500) }
}
