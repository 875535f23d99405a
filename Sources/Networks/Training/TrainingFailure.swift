public import Messages
public import Tensors

/// Why a training or an evaluation ended early.
public enum TrainingFailure: Error, Sendable, Equatable {
  /// The loss became NaN or infinite at a step, first in the numbers of `layer`.
  case notFinite(step: Int, layer: String, learningRate: Double)
  /// Validation gave a loss that is NaN or infinite, first in the numbers of `layer`.
  case notFiniteInValidation(layer: String)
  /// Someone ended it after `step` steps.
  case cancelled(step: Int)
  /// There is no image.
  case noImages
  /// The images have another shape than the network takes.
  case imagesDiffer(network: Shape, images: Shape)
  /// A label names a class that the network does not tell apart.
  case unknownClass(image: String, label: Int, classes: Int)

  /// What happened.
  public var phrase: any Phrase {
    switch self {
    case .notFinite(let step, let layer, _): NetworkPhrase.lossNotFinite(step: step, layer: layer)
    case .notFiniteInValidation(let layer): NetworkPhrase.validationNotFinite(layer: layer)
    case .cancelled(let step): NetworkPhrase.trainingCancelled(step: step)
    case .noImages: NetworkPhrase.noImages
    case .imagesDiffer(let network, let images):
      NetworkPhrase.imagesDiffer(written: network.dimensions, images: images.dimensions)
    case .unknownClass(let image, let label, let classes):
      NetworkPhrase.unknownClass(image: image, label: label, classes: classes)
    }
  }

  /// What to try first; nil where there is nothing to try.
  public var help: (any Phrase)? {
    switch self {
    case .notFinite(_, _, let rate): NetworkAdvicePhrase.lowerLearningRate(from: rate)
    case .notFiniteInValidation: NetworkAdvicePhrase.lowerLearningRateSomewhat
    case .imagesDiffer(_, let images): NetworkAdvicePhrase.writeInput(shape: images.dimensions)
    case .unknownClass(_, let label, _): NetworkAdvicePhrase.moreClassesOrCleanLabels(classes: label + 1)
    case .cancelled, .noImages: nil
    }
  }
}
