/// What to try first where a network does not fit or does not train.
public enum NetworkAdvicePhrase: Phrase {
  /// Begin with an input.
  case startWithInput
  /// Have one input alone, at the top.
  case moveInput
  /// Give one of the two another name.
  case nameApart
  /// Give a shorter name.
  case shortName
  /// Name it with letters, digits and signs that can be seen.
  case plainName
  /// Was another name meant?
  case didYouMean(name: String)
  /// Name a layer above this one.
  case readFromAbove(layer: String)
  /// Name a layer above this one, or make one of the name that is read.
  case readOrMake(layer: String, name: String)
  /// Let another layer read it, or take it out.
  case readOrRemove(layer: String)
  /// Name every layer that is to be read.
  case nameAll([String])
  /// What the number of a dropout means.
  case rateIsWhatIsDropped
  /// Leave the dimension of the batch out of a shape.
  case leaveBatchOut(shape: [Int])
  /// Write the argument in this form.
  case writeAs(argument: String, form: String)
  /// Put a `Flatten` before the layer; `count` numbers would arrive then, nil where they are beyond counting.
  case putFlattenBefore(layer: String, count: Int?)
  /// The two dimensions of the weights are the wrong way round.
  case swapWeights(weights: [Int])
  /// Only the first dimension is wrong.
  case changeFirstDimension(weights: [Int])
  /// A shape that does hold `count` numbers.
  case factorised(count: Int, shape: [Int])
  /// Put a `Reshape` before the layer, or read a map.
  case putReshapeBefore(layer: String)
  /// Channels in and out are the wrong way round.
  case swapFilterChannels(filter: [Int])
  /// The filter is written in another library's order.
  case reorderFilter(found: String, filter: [Int])
  /// Only the channels that come in are wrong.
  case changeFilterChannels(filter: [Int])
  /// Write the number of channels that come in.
  case writeChannels(Int)
  /// Pad the map, or use a window of at most so many pixels each way.
  case padOrShrinkWindow(most: Int)
  /// With padding in every layer everything fits.
  case padEverywhere
  /// With window and stride the other way round everything fits.
  case exchangeWindowAndStride(layer: String, window: String, dimensions: [Int], stride: Int)
  /// With another stride of a layer everything fits.
  case changeStride(layer: String, found: Int, stride: Int)
  /// With padding in a layer everything fits.
  case padLayer(layer: String)
  /// A layer has to give so many values.
  case giveCount(layer: String, weights: [Int])
  /// Make the stride no longer than the window.
  case shortenStride
  /// Cut the larger map where `crop` is set, or use images of one of the sizes, `[height, width]`: both were tried.
  case cropOrUseSizes([[Int]], crop: Bool, uneven: UnevenStride?)
  /// With another layer in place of one everything fits.
  case joinAnother(layer: String, insteadOf: String)
  /// Join layers of one size.
  case joinEqualSizes(first: String, second: String)
  /// Give a layer as many channels as the other has.
  case matchChannels(layer: String, channels: Int)
  /// Images of one of the sizes, `[height, width]`, fit.
  case useSizes([[Int]], uneven: UnevenStride?)
  /// Make maps as many times larger as they were made smaller.
  case balanceStrides(down: Int, up: Int)
  /// Put a layer below the one that stands right below it.
  case exchangeLines(layer: String, other: String)
  /// Put ReLU between two layers.
  case useReLU
  /// A stride is a number of pixels to move by.
  case strideIsAStep
  /// A function makes the layer: let so many channels come in where it is called.
  case giveFunction(layer: String, channels: Int)
  /// A layer above has to give so many channels; with which filter, where it stands in the cell itself, else empty.
  case giveChannels(layer: String, channels: Int, filter: [Int])
  /// The channels are the last dimension of a shape.
  case channelsLast(layer: String, shape: [Int])
  /// End with two numbers at each pixel, or train with the loss for one.
  case twoChannelsOrBinary(height: Int, width: Int)
  /// Write the images' shape.
  case writeInput(shape: [Int])
  /// End with numbers for each class at each pixel.
  case endWithClasses(height: Int, width: Int, classes: Int)
  /// Write the activation that changes nothing.
  case useIdentity
  /// Leave a layer out.
  case takeOut(layer: String)
  /// Write a dimension out that other libraries work out.
  case countYourself
  /// Write a layer that is not there between two that are; empty where nothing is on that side.
  case putBetween(layer: String, after: String, before: String)
  /// End with one number at each pixel, or train with a loss for more classes.
  case oneChannelOrCrossEntropy(height: Int, width: Int)
  /// Make the layer with the most weights smaller.
  case makeSmaller(layer: String, parameters: Int)
  /// Make the layer smaller, or lower the batch size.
  case makeSmallerOrFewer(layer: String)
  /// Look at no more than so many images a step.
  case fewerImages(most: Int)
  /// Give the layer a smaller window or fewer channels, or make the feature map that it reads smaller.
  case lessWork(layer: String)
  /// Use a window of at most so many rows and columns.
  case shrinkWindow(most: [Int])
  /// Try a smaller learning rate.
  case lowerLearningRate(from: Double)
  /// Try a smaller learning rate, whatever it is.
  case lowerLearningRateSomewhat
  /// Give the network more classes, or look at the labels.
  case moreClassesOrCleanLabels(classes: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
