/// A ``FusedActivation`` on sixteen numbers.
struct ActivationLanes {
  private let isIdentity: Bool
  private let isReLU: Bool
  private let slope: Lanes

  init(_ activation: FusedActivation) {
    isIdentity = activation == .identity
    isReLU = activation == .relu
    slope = Lanes(repeating: activation.slope)
  }

  /// What becomes of `x`.
  @inline(__always)
  func value(_ x: Lanes) -> Lanes {
    if isIdentity { return x }
    // Not times 0: that would make NaN of infinity.
    return x.replacing(with: isReLU ? Lanes.zero : x * slope, where: x .< Lanes.zero)
  }

  /// What becomes of the gradient `dy`, where `x` is the number before the activation or the one after it.
  @inline(__always)
  func gradient(_ dy: Lanes, _ x: Lanes) -> Lanes {
    if isIdentity { return dy }
    return (isReLU ? Lanes.zero : dy * slope).replacing(with: dy, where: x .> Lanes.zero)
  }
}
