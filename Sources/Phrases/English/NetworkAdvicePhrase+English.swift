extension NetworkAdvicePhrase {
  var english: String {
    switch self {
    case .startWithInput: return "begin with `Input(shape: [height, width, channels])`"
    case .moveInput: return "keep one `Input`, as the first layer"
    case .nameApart: return "give one of them another name"
    case .didYouMean(let name): return "did you mean `\(name)`?"
    case .readFromAbove(let layer): return "name a layer that stands above `\(layer)`"
    case .readOrRemove(let layer): return "let a layer below read `\(layer)`, or take it out"
    case .writeAs(let argument, let form): return "write `\(argument): \(form)`"
    case .putFlattenBefore(let layer, let count):
      return "put a `Flatten()` before `\(layer)`" + (count.map { ": then [\($0)] arrives" } ?? "")
    case .swapWeights(let weights):
      return "the two extents are swapped: weights are `[in, out]`, so write `weights: \(weights.asShape)`"
    case .changeFirstExtent(let weights):
      return "the first extent is what comes in: write `weights: \(weights.asShape)`, or change the layer above"
    case .factorised(let count, let shape): return "\(count.grouped) = \(shape.asProduct), so \(shape.asShape) fits"
    case .writeInput(let shape): return "write `Input(shape: \(shape.asShape))`"
    case .endWithClasses(let height, let width, let classes):
      return "end with a layer that gives [\(height), \(width), \(classes)]"
    case .useIdentity: return "leave the activation out, or write `.identity`"
    case .makeSmaller(let layer, let parameters):
      return "`\(layer)` alone has \(parameters.grouped) of them: make it smaller"
    case .makeSmallerOrFewer(let layer): return "make `\(layer)` smaller, or look at fewer images a step"
    case .lowerLearningRate(let rate):
      return "the steps are too long for this network: try a learning rate of \(Float(rate / 10)) in place of \(rate)"
    case .lowerLearningRateSomewhat: return "the steps were too long: try a tenth of the learning rate"
    case .moreClassesOrCleanLabels(let classes):
      return "give the network \(classes) classes, or look whether the labels are what you think they are"
    }
  }
}
