/// The last channels of a pixel where some maps have whole lanes and others not: the first `count` lanes are there.
struct MixedLanes: LaneAccess {
  private let first: FirstLanes
  private let fill: Int

  /// - Parameters:
  ///   - count: how many lanes are channels.
  ///   - fill: how many numbers behind them become 0 where a kernel writes.
  init(count: Int, fill: Int) {
    first = FirstLanes(count: count)
    self.fill = fill
  }

  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> Lanes { first.load(pointer) }

  @inline(__always)
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>) {
    first.store(value, to: pointer)
    if fill > 0 { (pointer + first.count).update(repeating: 0, count: fill) }
  }

  @inline(__always)
  func kept(_ value: Lanes) -> Lanes { first.kept(value) }
}
