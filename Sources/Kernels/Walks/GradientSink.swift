/// Writes a map's gradient as its ``GradientFinish`` asks.
struct GradientSink {
  /// The map's own numbers where its activation is to be taken into account, else the gradient itself, which is then not read.
  let activated: FeatureMap
  /// Whether to add to what is there.
  let adding: Bool
  private let isActivated: Bool
  private let slope: Lanes

  /// - Parameters:
  ///   - finish: what to do.
  ///   - target: the gradient.
  init(_ finish: GradientFinish, _ target: FeatureMap) {
    adding = finish.adding
    isActivated = finish.activated != nil
    activated = finish.activated ?? target
    slope = Lanes(repeating: finish.slope)
    if let map = finish.activated {
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
    isActivated ? GradientSink(GradientFinish(adding: false, activated: activated, slope: slope[0]), target) : nil
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
