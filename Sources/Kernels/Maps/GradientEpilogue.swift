/// How a kernel hands over the gradient of a map that it worked out.
///
/// A map that several layers read gets its gradient in parts: the first writer overwrites, the others add. The last one also takes the map's
/// own activation into account where that can be told from the map's numbers: what comes out of ReLU as 0 passes no gradient on.
public struct GradientEpilogue {
  /// Whether to add to what is there in place of overwriting it.
  public var adding: Bool
  /// The map's own numbers, laid out as its gradient is except for the stride, where the gradient is to be multiplied by the derivative of
  /// ReLU (or leaky ReLU) that made them; nil where it is not.
  public var activated: FeatureMap?
  /// The derivative where the number is not above 0: 0 for ReLU.
  public var slope: Float

  /// Overwrites, and nothing more.
  public static var overwriting: GradientEpilogue { GradientEpilogue(adding: false) }

  /// - Parameters:
  ///   - adding: whether to add to what is there.
  ///   - activated: the map's numbers as a ReLU gave them; nil where no activation is to be taken into account.
  ///   - slope: the derivative where such a number is not above 0.
  public init(adding: Bool, activated: FeatureMap? = nil, slope: Float = 0) {
    self.adding = adding
    self.activated = activated
    self.slope = slope
  }
}

/// Writes a map's gradient as its ``GradientEpilogue`` asks.
struct GradientSink {
  /// The map's own numbers where its activation is to be taken into account, else the gradient itself, which is then not read.
  let activated: FeatureMap
  /// Whether to add to what is there.
  let adding: Bool
  private let isActivated: Bool
  private let slope: Lanes

  /// - Parameters:
  ///   - epilogue: what to do.
  ///   - target: the gradient.
  init(_ epilogue: GradientEpilogue, _ target: FeatureMap) {
    adding = epilogue.adding
    isActivated = epilogue.activated != nil
    activated = epilogue.activated ?? target
    slope = Lanes(repeating: epilogue.slope)
    if let map = epilogue.activated {
      precondition(
        map.height == target.height && map.width == target.width && map.channels == target.channels,
        "a map of \(map.height)×\(map.width)×\(map.channels) has no gradient of "
          + "\(target.height)×\(target.width)×\(target.channels)")
    }
  }

  /// Whether writing 0 in place of adding it makes a difference.
  var writesZeros: Bool { !adding || isActivated }

  /// What multiplies a gradient that is already there by the activation's derivative; nil where none is asked for.
  func activationAlone(_ target: FeatureMap) -> GradientSink? {
    isActivated ? GradientSink(GradientEpilogue(adding: false, activated: activated, slope: slope[0]), target) : nil
  }

  /// Writes the gradient `value` to `target`; `output` is the same place in ``activated``.
  @inline(__always)
  func write(
    _ value: Lanes, to target: UnsafeMutablePointer<Float>, output: UnsafePointer<Float>, _ access: some LaneAccess
  ) {
    var value = value
    if adding { value += access.load(target) }
    if isActivated {
      value = (value * slope).replacing(with: value, where: access.load(output) .> Lanes.zero)
    }
    access.store(value, to: target)
  }
}
