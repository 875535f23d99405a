/// Only the first `count` lanes are a map's channels; the others are read as they are and written as 0.
struct PaddedLanes: LaneAccess {
  private let isPadding: SIMDMask<SIMD16<Int32>>

  /// - Parameter count: how many lanes are channels.
  init(count: Int) {
    isPadding = Lanes.numbered .>= Lanes(repeating: Float(count))
  }

  @inline(__always)
  func load(_ pointer: UnsafePointer<Float>) -> Lanes { FullLanes().load(pointer) }

  @inline(__always)
  func store(_ value: Lanes, to pointer: UnsafeMutablePointer<Float>) {
    FullLanes().store(value.replacing(with: Lanes.zero, where: isPadding), to: pointer)
  }
}

extension Lanes {
  /// 0, 1, … 15.
  static let numbered = Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
}
