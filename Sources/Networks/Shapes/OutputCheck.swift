internal import Diagnostics
internal import Messages
internal import SegLab
internal import Tensors

/// Whether what a network gives is what the loss can judge: a number for each class at each pixel, not squeezed yet.
struct OutputCheck {
  let steps: [NetworkPlan.Step]
  let limits: NetworkLimits
  let repair: Repair

  /// What is wrong, the layer it is reported at, and how bad it is.
  typealias Fault = (mismatch: Mismatch, layer: any PlannedLayer, severity: Diagnostic.Severity)

  /// The first fault; nil where there is none.
  func fault() -> Fault? {
    guard let first = steps.first, let last = steps.last else { return nil }
    let found = last.plan.output.extents
    let image = first.plan.output.extents
    let allowed = limits.channels
    // A loss that contradicts itself is the training's fault, and said there.
    guard !allowed.isEmpty else { return nil }
    let isSized = found.count == 3 && Array(found.prefix(2)) == Array(image.prefix(2))
    guard isSized, allowed.contains(found[2]) else {
      let help = isSized ? channelHelp(image: image) : sizeHelp(image: image, found: found)
      return (Mismatch(summary: summary(layer: last.layer.name, found, image), help: help), last.layer, .error)
    }
    return squeezed(channels: found[2])
  }

  private var isBinary: Bool { limits.channels == [1] }

  private func summary(layer: String, _ found: [Int], _ image: [Int]) -> NetworkPhrase {
    if isBinary { return .outputIsNoSingleMap(layer: layer, found: found, expected: [image[0], image[1], 1]) }
    let expected = image.prefix(2).map(String.init) + [limits.classes.map(String.init) ?? "classes"]
    return .outputIsNoMap(layer: layer, found: found, expected: "[" + expected.joined(separator: ", ") + "]")
  }

  private func channelHelp(image: [Int]) -> NetworkAdvicePhrase {
    if isBinary { return .oneChannelOrCrossEntropy(height: image[0], width: image[1]) }
    let classes = limits.classes ?? 2
    if steps.last?.plan.output.extents[2] == 1, classes == 2 {
      return .twoChannelsOrBinary(height: image[0], width: image[1])
    }
    return .endWithClasses(height: image[0], width: image[1], classes: classes)
  }

  private func sizeHelp(image: [Int], found: [Int]) -> NetworkAdvicePhrase {
    // The same numbers in the order of other libraries.
    if let last = steps.last?.layer as? Reshape, found.count == 3, Array(found[1...]) == Array(image.prefix(2)),
      limits.channels.contains(found[0])
    {
      return .channelsLast(layer: last.name, shape: [image[0], image[1], found[0]])
    }
    if found.count == 3 {
      if let exchange = repair.exchange() { return exchange }
      let sizes = repair.sizes()
      if !sizes.isEmpty { return .useSizes(sizes, uneven: UnevenStride(in: steps)) }
      if repair.padsToFit { return .padEverywhere }
      let path = scaling
      if path.down != path.up, path.down > 1 || path.up > 1 {
        return .balanceStrides(down: path.down, up: path.up)
      }
    }
    return .endWithClasses(height: image[0], width: image[1], classes: isBinary ? 1 : limits.classes ?? 2)
  }

  /// How much smaller and how much larger maps become on the way from the images to the output.
  private var scaling: (down: Int, up: Int) {
    var (down, up) = (1, 1)
    var position = steps.count - 1
    while position > 0 {
      let scaling = Scaling(steps[position].layer)
      down = down.times(scaling.down)
      up = up.times(scaling.up)
      position = steps[position].inputs[0]
    }
    return (down, up)
  }

  /// The activation that the loss would meet, with nothing but changes of shape between, where it should not be there.
  private func squeezed(channels: Int) -> Fault? {
    var position = steps.count - 1
    while position > 0 {
      let layer = steps[position].layer
      let name = layer.name
      let help = Self.isActivation(layer) ? NetworkAdvicePhrase.takeOut(layer: name) : .useIdentity
      switch Self.ending(of: layer) {
      case nil: position = steps[position].inputs[0]
      case .identity: return nil
      case .softmax: return (Mismatch(summary: .softmaxBeforeLoss(layer: name), help: help), layer, .error)
      case .sigmoid where channels == 1:
        return (Mismatch(summary: .sigmoidBeforeLoss(layer: name), help: help), layer, .error)
      case .sigmoid:
        return (Mismatch(summary: .sigmoidBeforeSoftmax(layer: name), help: help), layer, .warning)
      case .relu, .leakyRelu:
        return (Mismatch(summary: .reluBeforeLoss(layer: name), help: help), layer, .warning)
      }
    }
    return nil
  }

  private static func isActivation(_ layer: any PlannedLayer) -> Bool {
    layer is Activate || layer is ReLU || layer is LeakyReLU || layer is Sigmoid || layer is Softmax
  }

  /// What a layer does to its numbers at the end; nil where it passes them on.
  private static func ending(of layer: any PlannedLayer) -> Activation? {
    switch layer {
    case let layer as Dense: layer.activation
    case let layer as Conv2D: layer.activation
    case let layer as ConvTranspose2D: layer.activation
    case let layer as BatchNorm: layer.activation
    case let layer as Activate: layer.activation == .identity ? nil : layer.activation
    case is ReLU: .relu
    case is LeakyReLU: .leakyRelu
    case is Sigmoid: .sigmoid
    case is Softmax: .softmax
    case is Flatten, is Reshape, is Dropout: nil
    default: .identity
    }
  }
}
