/// What is wrong with a network as a learner describes it, or with its training.
public enum NetworkPhrase: Phrase {
  // MARK: Layers one by one

  /// The network has no layer.
  case noLayers(network: String)
  /// There are `found` layers, and `limit` is the most.
  case tooManyLayers(found: Int, limit: Int)
  /// A layer on line `line` has the same name.
  case nameTwice(name: String, line: Int)
  /// The name of the network or of a layer has more than `limit` signs; `name` is its beginning.
  case nameTooLong(name: String, isNetwork: Bool, limit: Int)
  /// The name of the network or of a layer holds a control sign or one that turns the writing around, by its number in
  /// Unicode.
  case nameHasSign(name: String, isNetwork: Bool, sign: Int)
  /// The first layer is not an input.
  case inputNotFirst(layer: String)
  /// There is an input after the first layer.
  case secondInput(layer: String)
  /// The layer reads a layer that is not there.
  case unknownInput(layer: String, name: String)
  /// The layer reads itself or a layer that comes after it, on line `line`.
  case readsBelow(layer: String, name: String, line: Int)
  /// The layer names another number of layers to read than it can.
  case wrongNumberOfInputs(layer: String, least: Int, most: Int, found: Int)
  /// Nothing reads the layer.
  case unread(layer: String)

  // MARK: Numbers in the learner's code

  /// A hole is left in an argument.
  case holeInLayer(layer: String, argument: String)
  /// An argument has too few or too many numbers.
  case wrongNumberOfDimensions(layer: String, argument: String, expected: Int, found: [Int])
  /// A shape has more axes than any.
  case tooManyAxes(layer: String, found: Int, limit: Int)
  /// A dimension is 0 or negative.
  case dimensionNotPositive(layer: String, argument: String, axis: String, found: Int)
  /// A dimension is larger than any.
  case dimensionTooLarge(layer: String, argument: String, axis: String, found: Int, limit: Int)

  /// A number is 0 or negative.
  case numberNotPositive(layer: String, argument: String, found: Int)
  /// A number is larger than any.
  case numberTooLarge(layer: String, argument: String, found: Int, limit: Int)
  /// A number is below `least` or above `most`, or one of them where it may not be that.
  case numberOutside(
    layer: String, argument: String, found: Double, least: Double, takesLeast: Bool, most: Double, takesMost: Bool)

  // MARK: Shapes

  /// A dense layer reads something that is not a row of numbers.
  case denseNeedsARow(layer: String, arriving: [Int], from: String)
  /// A dense layer's weights are made for another number of inputs.
  case denseInputs(layer: String, weights: [Int], arriving: Int, from: String)
  /// A shape holds another number of numbers than arrive; `holds` is nil where it is beyond counting.
  case reshapeCount(layer: String, shape: [Int], holds: Int?, arriving: [Int], from: String, count: Int)
  /// A layer that reads maps reads something else.
  case needsAMap(layer: String, arriving: [Int], from: String)
  /// A filter is made for another number of channels.
  case filterChannels(layer: String, filter: [Int], arriving: [Int], from: String)
  /// A batch normalisation is made for another number of channels.
  case normalisedChannels(layer: String, channels: Int, arriving: [Int], from: String)
  /// A window, rows and columns, does not fit on a map.
  case windowTooLarge(layer: String, window: [Int], arriving: [Int], from: String)
  /// Most of a window, rows and columns, never sees anything of a map.
  case windowBeyondMap(layer: String, window: [Int], arriving: [Int], from: String)
  /// Nothing but linear layers stands between two convolutions.
  case linearPair(first: String, second: String)
  /// A window never sees some pixels.
  case skipsPixels(layer: String, window: Int, stride: Int)
  /// Maps that are to be joined differ in height or width.
  case sizesDiffer(layer: String, first: String, firstShape: [Int], second: String, secondShape: [Int])
  /// Maps that are to be added up differ in channels.
  case addedChannels(layer: String, first: String, firstShape: [Int], second: String, secondShape: [Int])
  /// A layer gives more values than can be counted.
  case tooManyNumbers(layer: String, shape: [Int])
  /// The images have another shape than the input says.
  case imagesDiffer(written: [Int], images: [Int])
  /// The input says another shape than the images have that the lab is about.
  case otherImages(written: [Int], images: [Int])
  /// Two lines stand each in the place of the other; the one that belongs above first.
  case linesExchanged(first: String, second: String)
  /// The images come out of the preprocessing with another shape than the input says.
  case preparedImagesDiffer(written: [Int], images: [Int])
  /// The last layer does not give numbers for each class at each pixel.
  case outputIsNoMap(layer: String, found: [Int], expected: String)
  /// The last layer does not give one number at each pixel, as binary cross-entropy wants.
  case outputIsNoSingleMap(layer: String, found: [Int], expected: [Int])
  /// A softmax stands right before the loss, which has one of its own.
  case softmaxBeforeLoss(layer: String)
  /// A sigmoid stands right before the loss, which has one of its own.
  case sigmoidBeforeLoss(layer: String)
  /// A sigmoid stands right before a loss that applies a softmax.
  case sigmoidBeforeSoftmax(layer: String)
  /// A ReLU stands right before the loss.
  case reluBeforeLoss(layer: String)
  /// There are more parameters than allowed.
  case tooManyParameters(found: Int, bytes: Int, limit: Int)
  /// Training takes more memory than allowed.
  case tooMuchMemory(found: Int, limit: Int, batchSize: Int)

  /// A training step takes more multiply-adds than allowed, most of them in `layer`.
  case tooMuchWork(layer: String, found: Int, limit: Int, batchSize: Int)

  // MARK: Lines

  /// The line that makes a layer is a comment.
  case layerCommented(layer: String)
  /// A call of a function that makes layers is not there.
  case callMissing(call: String)
  /// Images of this height and width do not come back as large from layers that make them smaller by so much.
  case sizeUneven(size: [Int], by: Int)
  /// The stride of one layer is too large by as much as that of another is too small; what both are with which everything fits.
  case stridesCancel(first: String, second: String, stride: Int)
  /// Two layers that join others read what the other should.
  case joinsCrossed(first: String, second: String)
  /// A convolution stands where a transposed one is to make the map larger.
  case notTransposed(layer: String)

  // MARK: Training

  /// The loss became NaN or infinite.
  case lossNotFinite(step: Int, layer: String)
  /// The loss on the validation images is NaN or infinite.
  case validationNotFinite(layer: String)
  /// Someone ended the training.
  case trainingCancelled(step: Int)
  /// There are no images to train with or to measure on.
  case noImages
  /// A label names a class that the network does not tell apart.
  case unknownClass(image: String, label: Int, classes: Int)

  /// Whether it says that what a layer joins does not fit together, or what reads the join.
  public var isOfJoins: Bool {
    switch self {
    case .sizesDiffer, .addedChannels, .filterChannels, .readsBelow, .unknownInput: true
    default: false
    }
  }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
