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
  typealias Fault = (mismatch: Mismatch, layer: any NetworkLayer, severity: Diagnostic.Severity)

  /// The first fault; nil where there is none.
  func fault() -> Fault? {
    guard let first = steps.first, let last = steps.last else { return nil }
    let found = last.plan.output.dimensions
    let image = first.plan.output.dimensions
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
    if steps.last?.plan.output.dimensions[2] == 1, classes == 2 {
      return .twoChannelsOrBinary(height: image[0], width: image[1])
    }
    return .endWithClasses(height: image[0], width: image[1], classes: classes)
  }

  private func sizeHelp(image: [Int], found: [Int]) -> NetworkAdvicePhrase {
    // The same numbers in the order of other libraries.
    if let last = steps.last?.layer, last.origin == .reshaped, found.count == 3,
      Array(found[1...]) == Array(image.prefix(2)),
      limits.channels.contains(found[0])
    {
      return .channelsLast(layer: last.name, shape: [image[0], image[1], found[0]])
    }
    if found.count == 3 {
      if let change = repair.window() { return change }
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
      let scaling = steps[position].layer.scaling
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
      switch layer.ending {
      case .passesOn: position = steps[position].inputs[0]
      case .computes(.identity, _): return nil
      case .computes(let activation, _):
        return fault(of: activation.element, in: layer, channels: channels, help: .useIdentity)
      case .activates(let activation):
        return fault(of: activation, in: layer, channels: channels, help: .takeOut(layer: layer.name))
      }
    }
    return nil
  }

  private func fault(
    of activation: ElementActivation, in layer: any NetworkLayer, channels: Int, help: NetworkAdvicePhrase
  ) -> Fault {
    let name = layer.name
    switch activation {
    case .softmax: return (Mismatch(summary: .softmaxBeforeLoss(layer: name), help: help), layer, .error)
    case .sigmoid where channels == 1:
      return (Mismatch(summary: .sigmoidBeforeLoss(layer: name), help: help), layer, .error)
    case .sigmoid: return (Mismatch(summary: .sigmoidBeforeSoftmax(layer: name), help: help), layer, .warning)
    case .rectified: return (Mismatch(summary: .reluBeforeLoss(layer: name), help: help), layer, .warning)
    }
  }
}
