extension NetworkPhrase {
  var english: String {
    switch self {
    case .noLayers(let network): return "the network `\(network)` has no layers yet"
    case .tooManyLayers(let found, let limit):
      return "the network has \(found.grouped) layers, and \(limit.grouped) is the most"
    case .nameTwice(let name, let line): return "two layers are called `\(name)`: this one and the one on line \(line)"
    case .nameTooLong(let name, let isNetwork, let limit):
      return "the \(isNetwork ? "network" : "layer") called `\(name)` has a name of more than \(limit) signs"
    case .nameHasSign(let name, let isNetwork, let sign):
      return "the name of the \(isNetwork ? "network" : "layer") `\(name)` holds the sign U+\(sign.hexadecimal), "
        + "which cannot be shown"
    case .inputNotFirst(let layer):
      return "a network begins with an `Input`, and the first layer here is `\(layer)`"
    case .secondInput(let layer): return "a network has one `Input`, at the top, and `\(layer)` is another"
    case .unknownInput(let layer, let name): return "`\(layer)` reads `\(name)`, and no layer above it has that name"
    case .readsBelow(let layer, let name, let line):
      return layer == name
        ? "`\(layer)` reads itself" : "`\(layer)` reads `\(name)`, which only comes later, on line \(line)"
    case .wrongNumberOfInputs(let layer, let least, let most, let found):
      let wanted = least == most ? least.layers : found < least ? "at least \(least.layers)" : "at most \(most.layers)"
      return "`\(layer)` reads \(wanted), and \(found.layers) \(found == 1 ? "is" : "are") named"
    case .unread(let layer): return "nothing reads `\(layer)`, so it changes nothing and learns nothing"
    case .holeInLayer(let layer, let argument): return "`\(argument)` of `\(layer)` is still a hole"
    case .wrongNumberOfExtents(let layer, let argument, let expected, let found):
      return "`\(argument)` of `\(layer)` takes \(expected) numbers, and \(found.asShape) has \(found.count)"
    case .tooManyAxes(let layer, let found, let limit):
      return "the shape of `\(layer)` has \(found) axes, and \(limit) is the most"
    case .extentNotPositive(let layer, let argument, let axis, let found):
      return "in `\(argument)` of `\(layer)` the extent `\(axis)` must be at least 1, and it is \(found)"
    case .extentTooLarge(let layer, let argument, let axis, let found, let limit):
      return "in `\(argument)` of `\(layer)` the extent `\(axis)` is \(found.grouped), and \(limit.grouped) is the most"
    case .numberNotPositive(let layer, let argument, let found):
      return "`\(argument)` of `\(layer)` must be at least 1, and it is \(found)"
    case .numberTooLarge(let layer, let argument, let found, let limit):
      return "`\(argument)` of `\(layer)` is \(found.grouped), and \(limit.grouped) is the most"
    case .numberOutside(let layer, let argument, let found, let least, let takesLeast, let most, let takesMost):
      return "`\(argument)` of `\(layer)` must be \(takesLeast ? "at least" : "above") \(least.plain) and "
        + "\(takesMost ? "at most" : "below") \(most.plain), and it is \(found.plain)"
    case .denseNeedsARow(let layer, let arriving, let from):
      return "`\(layer)` is a Dense layer and reads a row of numbers `[in]`, and `\(from)` gives \(arriving.asShape)"
    case .denseInputs(let layer, let weights, let arriving, let from):
      return
        "`\(layer)` has weights \(weights.asShape), made for \(weights[0]) numbers, and `\(from)` gives [\(arriving)]"
    case .reshapeCount(let layer, let shape, let holds, let arriving, let from, let count):
      let room = holds.map { "holds \($0.grouped) numbers" } ?? "holds more numbers than can be counted"
      return "`\(layer)` asks for \(shape.asShape), which \(room), and `\(from)` gives \(arriving.asShape), "
        + "\(count.grouped) of them"
    case .needsAMap(let layer, let arriving, let from):
      return "`\(layer)` reads a map `[height, width, channels]`, and `\(from)` gives \(arriving.asShape)"
    case .filterChannels(let layer, let filter, let arriving, let from):
      return "`\(layer)` has a filter \(filter.asShape), made for \(filter[2].channels), "
        + "and `\(from)` gives \(arriving.asShape)"
    case .normalisedChannels(let layer, let channels, let arriving, let from):
      return "`\(layer)` is made for \(channels.channels), and `\(from)` gives \(arriving.asShape)"
    case .windowTooLarge(let layer, let window, let arriving, let from):
      return "`\(layer)` slides a window of \(window.asSize) over the maps of `\(from)`, "
        + "which are only \(arriving.asSize)"
    case .windowBeyondMap(let layer, let window, let arriving, let from):
      return "`\(layer)` has a window of \(window.asSize), and the maps of `\(from)` are only \(arriving.asSize): "
        + "most of it would never see anything but padding"
    case .linearPair(let first, let second):
      return "`\(first)` ends without an activation, and `\(second)` reads it: "
        + "two linear layers can do no more than one"
    case .skipsPixels(let layer, let window, let stride):
      return "`\(layer)` moves a window of \(window) pixels by \(stride) at a time and never sees the pixels between"
    case .sizesDiffer(let layer, let first, let firstShape, let second, let secondShape):
      return "`\(layer)` joins maps of different sizes: `\(first)` gives \(firstShape.asShape), "
        + "and `\(second)` gives \(secondShape.asShape)"
    case .addedChannels(let layer, let first, let firstShape, let second, let secondShape):
      return "`\(layer)` adds maps number by number, and they differ in channels: `\(first)` gives "
        + "\(firstShape.asShape), and `\(second)` gives \(secondShape.asShape)"
    case .tooManyNumbers(let layer, let shape):
      return "`\(layer)` would give \(shape.asShape), more numbers than can be counted"
    case .imagesDiffer(let written, let images):
      return "the `Input` takes images of \(written.asShape), and the data set's are \(images.asShape)"
    case .outputIsNoMap(let layer, let found, let expected):
      return "the network must give a number for each class at each pixel, \(expected), "
        + "and its last layer `\(layer)` gives \(found.asShape)"
    case .outputIsNoSingleMap(let layer, let found, let expected):
      return "for binary cross-entropy the network must give one number at each pixel, \(expected.asShape), "
        + "and its last layer `\(layer)` gives \(found.asShape)"
    case .softmaxBeforeLoss(let layer):
      return "`\(layer)` ends in a softmax, and the loss applies one itself: twice, it flattens the gradient"
    case .sigmoidBeforeLoss(let layer):
      return "`\(layer)` ends in a sigmoid, and the loss applies one itself: twice, it flattens the gradient"
    case .sigmoidBeforeSoftmax(let layer):
      return "`\(layer)` ends in a sigmoid: no class gets a number outside 0…1, so the network can never be sure"
    case .reluBeforeLoss(let layer):
      return "`\(layer)` ends in a ReLU: no class gets a number below 0, and where all are 0 nothing is learned"
    case .tooManyParameters(let found, let bytes, let limit):
      return
        "the network has \(found.grouped) learnable numbers (\(bytes.asBytes)), and \(limit.grouped) is the most here"
    case .tooMuchMemory(let found, let limit, let batchSize):
      return "training with \(batchSize.grouped) images a step takes \(found.asBytes) of memory, "
        + "and \(limit.asBytes) is the most here"
    case .tooMuchWork(let layer, let found, let limit, let batchSize):
      let images = batchSize == 1 ? "1 image" : "\(batchSize.grouped) images"
      return "a training step for \(images) takes \(found.asCount) multiply-adds, most of them in `\(layer)`, "
        + "and \(limit.asCount) are the most here"
    case .lossNotFinite(let step, let layer):
      return "at step \(step.grouped) the loss stopped being a number; it began in the output of `\(layer)`"
    case .validationNotFinite(let layer):
      return "on the validation images the loss is not a number; it begins in the output of `\(layer)`"
    case .trainingCancelled(let step): return "the training was ended after \(step.grouped) steps"
    case .noImages: return "there are no images"
    case .unknownClass(let image, let label, let classes):
      return
        "the label of `\(image)` has a pixel of class \(label), and the network knows the classes 0 to \(classes - 1)"
    }
  }
}

extension Int {
  fileprivate var layers: String { self == 1 ? "1 layer" : "\(self) layers" }
  fileprivate var channels: String { self == 1 ? "1 channel" : "\(self) channels" }
}
