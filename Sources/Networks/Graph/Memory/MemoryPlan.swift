/// Where stretches of memory that are needed at different times lie in one piece of memory, so that it is as small as may be.
///
/// The largest stretch is placed first, each at the lowest place that is free as long as it is needed.
struct MemoryPlan {
  /// A stretch to place.
  struct Request {
    /// How many numbers it holds.
    let count: Int
    /// When it is needed, ends included.
    let lifetime: ClosedRange<Int>
  }

  /// Where each request begins, in the order of the requests; each at a multiple of ``alignment``.
  let offsets: [Int]
  /// How many numbers all of them together take.
  let total: Int

  /// Stretches begin on cache lines of their own, at whole lanes.
  static let alignment = 16

  /// - Parameter requests: what to place.
  /// - Complexity: the square of the number of requests.
  init(_ requests: [Request]) {
    var offsets = Array(repeating: 0, count: requests.count)
    var placed: [(index: Int, range: Range<Int>)] = []
    // Equal sizes in order, so that equal requests are placed alike.
    let order = requests.indices.sorted { (-requests[$0].count, $0) < (-requests[$1].count, $1) }
    for index in order {
      let size = Self.rounded(requests[index].count)
      var offset = 0
      // By ascending offset: the first gap that is wide enough.
      for other in placed where requests[other.index].lifetime.overlaps(requests[index].lifetime) {
        if other.range.lowerBound >= offset + size { break }
        offset = max(offset, other.range.upperBound)
      }
      offsets[index] = offset
      let position = placed.firstIndex { $0.range.lowerBound > offset } ?? placed.endIndex
      placed.insert((index, offset..<offset + size), at: position)
    }
    self.offsets = offsets
    total = placed.map(\.range.upperBound).max() ?? 0
  }

  private static func rounded(_ count: Int) -> Int { (max(count, 1) + alignment - 1) / alignment * alignment }
}
