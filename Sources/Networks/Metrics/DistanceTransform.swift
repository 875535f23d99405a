/// The exact squared distance of some pixels to the nearest of others, in time that grows with the image alone.
///
/// - SeeAlso: Felzenszwalb, Huttenlocher, “Distance Transforms of Sampled Functions”, 2012.
enum DistanceTransform {
  /// The squared distance in pixels of each of some places to the nearest of others.
  ///
  /// - Parameters:
  ///   - starts: what to measure from, in the order of rows.
  ///   - places: what to measure to, at least one.
  ///   - height: how many rows.
  ///   - width: how many pixels a row has.
  /// - Returns: one for each of `starts`.
  static func squares(from starts: [Int], to places: [Int], height: Int, width: Int) -> [Int32] {
    let steps = stepsAlongColumns(to: places, height: height, width: width)
    var line = Line(count: width)
    var squares: [Int32] = []
    squares.reserveCapacity(starts.count)
    var row = -1
    for start in starts {
      // Only rows from which something is measured are looked at.
      if start / width != row {
        row = start / width
        line.fill(steps[row * width..<(row + 1) * width], none: height + width)
      }
      squares.append(Int32(clamping: line.values[start % width]))
    }
    return squares
  }

  /// How many rows each pixel lies from the nearest place in its own column; `height + width` where that has none.
  private static func stepsAlongColumns(to places: [Int], height: Int, width: Int) -> [Int] {
    let none = height + width
    var steps = [Int](repeating: none, count: height * width)
    for place in places { steps[place] = 0 }
    for place in stride(from: width, to: height * width, by: 1) {
      steps[place] = min(steps[place], steps[place - width] + 1)
    }
    for place in stride(from: (height - 1) * width - 1, through: 0, by: -1) {
      steps[place] = min(steps[place], steps[place + width] + 1)
    }
    return steps
  }

  /// Room for the lower envelope of parabolas along one row.
  private struct Line {
    /// The squared distances along the row.
    private(set) var values: [Int]
    private var heights: [Int]
    /// Where the parabolas of the envelope stand.
    private var feet: [Int]
    /// From where on each of them is the lowest.
    private var starts: [Int]

    init(count: Int) {
      values = Array(repeating: 0, count: count)
      (heights, feet, starts) = (values, values, values)
    }

    /// Each becomes the least of all squared steps of the row, each with the squared way to it added.
    ///
    /// - Parameters:
    ///   - steps: how far the nearest place in each column is.
    ///   - none: what stands where a column has none.
    mutating func fill(_ steps: ArraySlice<Int>, none: Int) {
      var last = -1
      for (index, step) in steps.enumerated() where step < none {
        heights[index] = step * step
        var from = 0
        while last >= 0 {
          from = firstBelow(index, feet[last])
          if from > starts[last] { break }
          last -= 1
        }
        if last < 0 { from = 0 }
        guard from < values.count else { continue }
        last += 1
        feet[last] = index
        starts[last] = from
      }
      var current = 0
      for index in values.indices {
        while current < last, starts[current + 1] <= index { current += 1 }
        let way = index - feet[current]
        values[index] = heights[feet[current]] + way * way
      }
    }

    /// The first place, not below 0, at which the parabola of `new` lies below that of `old`, which stands further left.
    private func firstBelow(_ new: Int, _ old: Int) -> Int {
      // x² − 2·new·x + new² + h(new) < x² − 2·old·x + old² + h(old), solved for x in whole numbers.
      let difference = heights[new] + new * new - heights[old] - old * old
      guard difference >= 0 else { return 0 }
      return difference / (2 * (new - old)) + 1
    }
  }
}
