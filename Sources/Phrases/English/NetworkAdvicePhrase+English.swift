extension NetworkAdvicePhrase {
  var english: String {
    switch self {
    case .startWithInput: return "begin with `Input(shape: [height, width, channels])`"
    case .moveInput: return "keep one `Input`, as the first layer"
    case .nameApart: return "give one of them another name"
    case .shortName: return "give it a short name, such as `conv1`"
    case .plainName: return "name it with letters, digits and `_`"
    case .didYouMean(let name): return "did you mean `\(name)`?"
    case .readFromAbove(let layer): return "name a layer that stands above `\(layer)`"
    case .readOrRemove(let layer): return "let a layer below read `\(layer)`, or take it out"
    case .nameAll(let names):
      return "name all that it reads: `of: \(names.map { "\"\($0)\"" }.joined(separator: ", "))`"
    case .keepIsWhatPasses: return "`keep` is the share of numbers that pass: 0.5 for half of them, 1 for all"
    case .writeAs(let argument, let form): return "write `\(argument): \(form)`"
    case .putFlattenBefore(let layer, let count):
      return "put a `Flatten()` before `\(layer)`" + (count.map { ": then [\($0)] arrives" } ?? "")
    case .swapWeights(let weights):
      return "the two extents are swapped: weights are `[in, out]`, so write `weights: \(weights.asShape)`"
    case .changeFirstExtent(let weights):
      return "the first extent is what comes in: write `weights: \(weights.asShape)`, or change the layer above"
    case .factorised(let count, let shape): return "\(count.grouped) = \(shape.asProduct), so \(shape.asShape) fits"
    case .putReshapeBefore(let layer):
      return "put a `Reshape(shape: [height, width, channels])` before `\(layer)`, or read a layer that gives a map"
    case .swapFilterChannels(let filter):
      return "channels in and out are swapped: a filter is `[kh, kw, in, out]`, so write `filter: \(filter.asShape)`"
    case .reorderFilter(let found, let filter):
      return
        "this looks like `\(found)`; here a filter is `[kh, kw, in, out]`, so write `filter: \(filter.asShape)`"
    case .changeFilterChannels(let filter):
      return
        "the third extent is the channels that come in: write `filter: \(filter.asShape)`, or change the layer above"
    case .writeChannels(let channels): return "write `channels: \(channels)`"
    case .padOrShrinkWindow(let most):
      return "write `padding: .same`, or make the window at most \([most, most].asSize)"
    case .padEverywhere: return "with `padding: .same` in every layer everything fits"
    case .exchangeWindowAndStride(let layer, let window, let extents, let stride):
      let size = extents.count == 1 ? "\(extents[0])" : extents.asShape
      return "in `\(layer)` window and stride look exchanged: with `\(window): \(size), stride: \(stride)` "
        + "everything fits"
    case .shortenStride: return "make the stride at most as long as the window; the two may be exchanged"
    case .cropOrUseSizes(let sizes, let crop, let uneven):
      let ways = [crop ? "write `crop: true`" : nil, sizes.isEmpty ? nil : "use images of " + sizes.sizes(or: "or")]
      return (uneven.map { $0.english + "; " } ?? "") + ways.compactMap { $0 }.joined(separator: ", or ")
    case .joinAnother(let layer, let other): return "read `\(layer)` in place of `\(other)`: then everything fits"
    case .joinEqualSizes(let first, let second):
      return "join layers of one size: follow the strides that lead to `\(first)` and to `\(second)`"
    case .matchChannels(let layer, let channels):
      return "give `\(layer)` \(channels) channels, or put the maps behind one another with `Concat`"
    case .useSizes(let sizes, let uneven):
      return (uneven.map { $0.english + "; " } ?? "") + "images of \(sizes.sizes(or: "or")) fit"
    case .balanceStrides(let down, let up):
      let smaller = down == 1 ? "never smaller" : "\(down) times smaller"
      let larger = up == 1 ? "never larger" : "\(up) times larger"
      return "the strides on the way make maps \(smaller) and \(larger): let the two be equal"
    case .useReLU: return "leave `activation: .identity` out: a Conv2D ends in ReLU by itself"
    case .strideIsAStep:
      return "the stride is how many pixels the window moves at a time: 1 keeps the size, 2 halves it"
    case .giveFunction(let layer, let channels):
      return "a function makes `\(layer)`: where it is called, let \(channels) channels come in, "
        + "or change what it reads"
    case .channelsLast(let layer, let shape):
      return "the classes stand last: write `shape: \(shape.asShape)` in `\(layer)`"
    case .twoChannelsOrBinary(let height, let width):
      return "end with a layer that gives [\(height), \(width), 2], or train with `loss: .binaryCrossEntropy`"
    case .writeInput(let shape): return "write `Input(shape: \(shape.asShape))`"
    case .endWithClasses(let height, let width, let classes):
      return "end with a layer that gives [\(height), \(width), \(classes)]"
    case .useIdentity: return "write `activation: .identity`"
    case .takeOut(let layer): return "take `\(layer)` out"
    case .oneChannelOrCrossEntropy(let height, let width):
      return "end with a layer that gives [\(height), \(width), 1], or train with `loss: .crossEntropy`"
    case .makeSmaller(let layer, let parameters):
      return "`\(layer)` alone has \(parameters.grouped) of them: make it smaller"
    case .makeSmallerOrFewer(let layer): return "make `\(layer)` smaller, or look at fewer images a step"
    case .fewerImages(let most): return "write `batchSize: \(most)` or less"
    case .lessWork(let layer):
      return "give `\(layer)` a smaller window or fewer channels, or make the map that it reads smaller by a stride"
    case .shrinkWindow(let most): return "use a window of at most \(most.asSize)"
    case .lowerLearningRate(let rate):
      return "the steps are too long for this network: try a learning rate of \(Float(rate / 10)) in place of \(rate)"
    case .lowerLearningRateSomewhat: return "the steps were too long: try a tenth of the learning rate"
    case .moreClassesOrCleanLabels(let classes):
      return "give the network \(classes) classes, or look whether the labels are what you think they are"
    }
  }
}
