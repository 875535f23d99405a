/// The exact squared distance of every pixel to the nearest of some pixels, in time that grows with the image alone.
///
/// - SeeAlso: Felzenszwalb, Huttenlocher, “Distance Transforms of Sampled Functions”, 2012.
enum DistanceTransform {
  /// The squared distance in pixels of each place to the nearest of `places`.
  ///
  /// - Parameters:
  ///   - places: what to measure to, at least one.
  ///   - height: how many rows.
  ///   - width: how many pixels a row has.
  /// - Returns: `[height, width]`.
  static func squares(to places: [Int], height: Int, width: Int) -> [Int] {
    // Farther than any two pixels, and still small enough to be added to.
    let far = 4 * (height * height + width * width) + 4
    var squares = [Int](repeating: far, count: height * width)
    for place in places { squares[place] = 0 }
    var line = Line(count: max(height, width))
    for column in 0..<width { line.run(&squares, start: column, step: width, count: height) }
    for row in 0..<height { line.run(&squares, start: row * width, step: 1, count: width) }
    return squares
  }

  /// Room for the lower envelope of parabolas along one row or column.
  private struct Line {
    private var values: [Int]
    /// Where the parabolas of the envelope stand.
    private var feet: [Int]
    /// From where on each of them is the lowest.
    private var starts: [Int]

    init(count: Int) {
      values = Array(repeating: 0, count: count)
      feet = values
      starts = values
    }

    /// Replaces each number by the least of all numbers of the line, each with the squared way to it added.
    mutating func run(_ squares: inout [Int], start: Int, step: Int, count: Int) {
      for index in 0..<count { values[index] = squares[start + index * step] }
      var last = -1
      for index in 0..<count {
        var from = 0
        while last >= 0 {
          from = firstBelow(index, feet[last])
          if from > starts[last] { break }
          last -= 1
        }
        if last < 0 { from = 0 }
        guard from < count else { continue }
        last += 1
        feet[last] = index
        starts[last] = from
      }
      var current = 0
      for index in 0..<count {
        while current < last, starts[current + 1] <= index { current += 1 }
        let way = index - feet[current]
        squares[start + index * step] = values[feet[current]] + way * way
      }
    }

    /// The first place, not below 0, at which the parabola of `new` lies below that of `old`, which stands further left.
    private func firstBelow(_ new: Int, _ old: Int) -> Int {
      // x² − 2·new·x + new² + v(new) < x² − 2·old·x + old² + v(old), solved for x in whole numbers.
      let difference = values[new] + new * new - values[old] - old * old
      guard difference >= 0 else { return 0 }
      return difference / (2 * (new - old)) + 1
    }
  }
}
