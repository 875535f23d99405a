/// The last channels of a pixel where some maps have whole lanes and others not: the first `count` lanes are there.
struct MixedLanes: LaneAccess {
  private let first: FirstLanes
  private let fillsUp: Bool

  /// - Parameters:
  ///   - count: how many lanes are channels.
  ///   - target: the map that is written; where it has whole lanes, those behind the last channel become 0.
  init(count: Int, target: FeatureMap) {
    first = FirstLanes(count: count)
    fillsUp = target.isWhole
  }

  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> Lanes { first.load(pointer) }

  @inline(__always)
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>) {
    first.store(value, to: pointer)
    if fillsUp { (pointer + first.count).update(repeating: 0, count: Lanes.width - first.count) }
  }
}
