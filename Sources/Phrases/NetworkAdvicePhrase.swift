/// What to try first where a network does not fit or does not train.
public enum NetworkAdvicePhrase: Phrase, Hashable {
  /// Begin with an input.
  case startWithInput
  /// Have one input alone, at the top.
  case moveInput
  /// Give one of the two another name.
  case nameApart
  /// Was another name meant?
  case didYouMean(name: String)
  /// Name a layer above this one.
  case readFromAbove(layer: String)
  /// Let another layer read it, or take it out.
  case readOrRemove(layer: String)
  /// Write the argument in this form.
  case writeAs(argument: String, form: String)
  /// Put a `Flatten` before the layer; `count` numbers would arrive then, nil where they are beyond counting.
  case putFlattenBefore(layer: String, count: Int?)
  /// The two extents of the weights are the wrong way round.
  case swapWeights(weights: [Int])
  /// Only the first extent is wrong.
  case changeFirstExtent(weights: [Int])
  /// A shape that does hold `count` numbers.
  case factorised(count: Int, shape: [Int])
  /// Write the images' shape.
  case writeInput(shape: [Int])
  /// End with numbers for each class at each pixel.
  case endWithClasses(height: Int, width: Int, classes: Int)
  /// Leave the activation out.
  case useIdentity
  /// Make the layer with the most weights smaller.
  case makeSmaller(layer: String, parameters: Int)
  /// Make the layer smaller, or look at fewer images a step.
  case makeSmallerOrFewer(layer: String)
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
