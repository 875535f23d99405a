/// What is said of a check on a learner's work.
public enum CheckPhrase: Phrase {
  /// There are `count` holes left in the cell.
  case holesLeft(count: Int)
  /// The compiler found `count` errors in the cell.
  case doesNotCompile(count: Int)
  /// The check before this one, of the kind `check`, must pass first.
  case blockedByCheck(CheckName)
  /// The cell `cell` must pass first.
  case blockedByCell(String)
  /// Nothing in the experiment is the learner's: it counts once the cell `cell` is right.
  case givenWaits(cell: String)
  /// The cell should make the constant `name`; the cell `other` makes it, or none does.
  case madeElsewhere(name: String, kind: String, other: String?)
  /// The lab asks for the constant `name`, and no cell makes it.
  case constantMissing(name: String, kind: String)
  /// Layer `layer` gives `measured`, and the lab asks for `expected`.
  case shapeDiffers(layer: String, expected: String, measured: String)
  /// The lab asks about a layer that the network does not have.
  case noSuchLayer(layer: String, layers: [String])
  /// The network has another number of parameters than the lab asks for.
  case parametersDiffer(expected: Int, measured: Int)
  /// There is another number of parameters than was asked for, by as many as the bias of `layer` has, which is there or not.
  case biasDiffers(expected: Int, measured: Int, layer: String, isThere: Bool)
  /// The network has more parameters than the lab's budget.
  case overBudget(limit: Int, measured: Int)
  /// A number of the training is so small that it does nothing; `least` is what does.
  case trainingNumberTiny(field: String, found: String, effect: TinyNumber, least: String)
  /// The loss is a sum of no single loss, or of more than `most`; then `found` is more than that, and not how many
  /// there are.
  case lossParts(found: Int, most: Int)
  /// A number of the training is not one to train with.
  case trainingNumber(field: String, found: String, expected: String)
  /// The accuracy is not where it should be.
  case accuracyOutside(bound: String, measured: Double, baseline: Double)
  /// The accuracy is where it should be, and still below the background's.
  case accuracyBelowBaseline(measured: Double, baseline: Double)
  /// The pooled Dice is not where it should be.
  case diceOutside(bound: String, measured: Double)
  /// A measure is not where it should be.
  case metricOutside(MetricName, bound: String, measured: Double)
  /// A measure has no value for these predictions.
  case metricMissing(MetricName, bound: String)
  /// A training's loss asks for networks of one channel and of several at once.
  case lossContradicts
  /// There are weights of classes, and the loss is one that has no use for them.
  case classWeightsUnused
  /// There is a weight for another number of classes than the network tells apart.
  case classWeights(found: Int, classes: Int)
  /// A loss takes networks of `wanted` channels, and the network `network` ends with `found`; the loss `other` would fit.
  case lossChannels(loss: String, wanted: String, network: String, found: Int, other: String)
  /// With so many images a step and this optimizer a training takes more memory than there is.
  case trainingMemory(found: Int, limit: Int, batchSize: Int)
  /// The loss at the end is not below the loss at the start by more than it jumps from step to step: `spread` is what chance alone would give.
  case lossDoesNotFall(start: Double, end: Double, spread: Double)
  /// A training would take far longer than the lab's budget; in seconds.
  case trainingTooLong(seconds: Double, limit: Double, epochs: Int)
  /// The accuracy is not above the background's.
  case notAboveBaseline(measured: Double, baseline: Double)
  /// The predictions fit their own labels better or worse, against those of other images, than the lab expects.
  case permutationGainOutside(bound: String, own: Double, swapped: Double)
  /// The predictions fit other images' labels as well as their own.
  case permutationGainMeans(own: Double, swapped: Double)
  /// The question has no answer yet.
  case questionOpen(id: String)
  /// The answer is none of the choices.
  case answerUnknown(found: String, keys: [String])
  /// The answer should be a number.
  case answerNotANumber(found: String)
  /// The number is too far from the right one.
  case answerFarOff(found: String, tolerance: Double)
  /// An author's justification of an answer.
  case justification(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
