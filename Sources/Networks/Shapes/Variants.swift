internal import SegLab

/// The same layer, a little different: what a learner may have meant, to be tried before it is advised.
enum Variants {
  /// With the size of the window and the stride exchanged; nil where the layer has no square window, or they are equal.
  static func exchanged(_ layer: any PlannedLayer) -> (any PlannedLayer)? {
    switch layer {
    case let layer as Conv2D where layer.filter[0] == layer.filter[1] && layer.filter[0] != layer.stride:
      conv(layer, window: layer.stride, stride: layer.filter[0])
    case let layer as ConvTranspose2D where layer.filter[0] == layer.filter[1] && layer.filter[0] != layer.stride:
      transposed(layer, window: layer.stride, stride: layer.filter[0])
    case let layer as MaxPool2D where layer.window != layer.stride:
      MaxPool2D(
        layer.name, window: layer.stride, stride: layer.window, padding: layer.padding, from: layer.inputs.first,
        line: layer.line)
    case let layer as AveragePool2D where layer.window != layer.stride:
      AveragePool2D(
        layer.name, window: layer.stride, stride: layer.window, padding: layer.padding, from: layer.inputs.first,
        line: layer.line)
    default: nil
    }
  }

  /// With ``Padding/same``; the layer itself where that changes nothing.
  static func padded(_ layer: any PlannedLayer) -> any PlannedLayer {
    switch layer {
    case let layer as Conv2D: conv(layer, window: nil, stride: layer.stride)
    case let layer as ConvTranspose2D: transposed(layer, window: nil, stride: layer.stride)
    case let layer as MaxPool2D:
      MaxPool2D(layer.name, window: layer.window, stride: layer.stride, from: layer.inputs.first, line: layer.line)
    case let layer as AveragePool2D:
      AveragePool2D(layer.name, window: layer.window, stride: layer.stride, from: layer.inputs.first, line: layer.line)
    default: layer
    }
  }

  /// With larger maps cut to the smallest; nil where the layer joins nothing.
  static func cropping(_ layer: any PlannedLayer) -> (any PlannedLayer)? {
    // The names of what they read no longer matter: positions have taken their place.
    switch layer {
    case let layer as Concat: Concat(layer.name, of: "", crop: true, line: layer.line)
    case let layer as Add: Add(layer.name, of: "", crop: true, line: layer.line)
    default: nil
    }
  }

  /// With a window of `window` pixels each way, or with the same window and SAME padding where that is nil.
  private static func conv(_ layer: Conv2D, window: Int?, stride: Int) -> Conv2D {
    Conv2D(
      layer.name, filter: window.map { [$0, $0] + layer.filter.suffix(2) } ?? layer.filter, stride: stride,
      padding: window == nil ? .same : layer.padding, bias: layer.bias, positionBias: layer.positionBias,
      activation: layer.activation, initializer: layer.initializer, from: layer.inputs.first, line: layer.line)
  }

  private static func transposed(_ layer: ConvTranspose2D, window: Int?, stride: Int) -> ConvTranspose2D {
    ConvTranspose2D(
      layer.name, filter: window.map { [$0, $0] + layer.filter.suffix(2) } ?? layer.filter, stride: stride,
      padding: window == nil ? .same : layer.padding, bias: layer.bias, activation: layer.activation,
      initializer: layer.initializer, from: layer.inputs.first, line: layer.line)
  }
}
