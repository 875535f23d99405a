internal import Kernels

extension GraphBuilder {
  /// Adds an activation.
  ///
  /// - Parameters:
  ///   - activation: what is done.
  ///   - value: what it is done to.
  ///   - layer: the layer's name.
  /// - Returns: as much as `value`.
  func activate(_ activation: ElementActivation, _ value: Value, layer: String) -> Value {
    let output = output(like: value)
    add(ActivationNode(Wiring(layer: layer, inputs: [value], output: output), activation))
    return output
  }

  /// The same numbers without gaps between pixels, copied where there are gaps.
  ///
  /// - Parameters:
  ///   - value: a map or a row.
  ///   - layer: the layer's name.
  /// - Returns: as much as `value`, or `value` itself.
  func close(_ value: Value, layer: String) -> Value {
    guard !value.isClose else { return value }
    let output = row(value.count).arranged(height: value.height, width: value.width, channels: value.channels)
    add(JoinNode(Wiring(layer: layer, inputs: [value], output: output)))
    return output
  }

  /// The same numbers as other layers expect a map, copied where its pixels need gaps between them.
  ///
  /// - Parameters:
  ///   - value: a map without gaps.
  ///   - layer: the layer's name.
  /// - Returns: as much as `value`, or `value` itself.
  func map(_ value: Value, layer: String) -> Value {
    guard FeatureMap.stride(channels: value.channels) != value.channels else { return value }
    let output = map(height: value.height, width: value.width, channels: value.channels)
    add(JoinNode(Wiring(layer: layer, inputs: [value], output: output)))
    return output
  }
}
