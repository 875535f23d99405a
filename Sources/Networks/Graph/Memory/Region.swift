internal import Tensors

/// A stretch of the memory that a network works in, needed for part of a step only.
///
/// Time is counted in passes of nodes: see ``Timeline``.
final class Region {
  /// How many numbers it holds.
  let count: Int
  /// From the first time it is written to the last time it is read; nil where it never is.
  private(set) var lifetime: ClosedRange<Int>?
  private var place: UnsafeMutablePointer<Float>?

  /// - Parameter count: how many numbers it holds.
  init(count: Int) { self.count = count }

  /// Notes that the region is written or read at `time`.
  func use(at time: Int) {
    lifetime = lifetime.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
  }

  /// Gives the region its place, once.
  func put(at pointer: UnsafeMutablePointer<Float>) {
    precondition(place == nil, "a region of \(count) numbers has a place already")
    place = pointer
  }

  /// The first number.
  var pointer: UnsafeMutablePointer<Float> {
    guard let place else { preconditionFailure("a region of \(count) numbers has no place yet") }
    return place
  }
}
