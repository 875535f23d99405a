internal import SegLab

/// By how much a layer makes maps smaller or larger, and with what window it looks at them.
struct Scaling {
  /// How many pixels of the input lie between neighbouring pixels of the output; 1 where it does not shrink.
  var down = 1
  /// How many pixels of the output there are for one of the input; 1 where it does not grow.
  var up = 1
  /// The largest side of the window that slides over the input; 1 where there is none.
  var window = 1

  /// - Parameter layer: the layer.
  init(_ layer: any PlannedLayer) {
    switch layer {
    case let layer as Conv2D: (down, window) = (layer.stride, max(layer.filter[0], layer.filter[1]))
    case let layer as MaxPool2D: (down, window) = (layer.stride, layer.window)
    case let layer as AveragePool2D: (down, window) = (layer.stride, layer.window)
    case let layer as ConvTranspose2D: up = layer.stride
    case let layer as Upsample: up = layer.factor
    default: break
    }
  }
}
