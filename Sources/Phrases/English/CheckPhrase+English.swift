extension CheckPhrase {
  var english: String {
    switch self {
    case .holesLeft(let count):
      return count == 1
        ? "One hole is left: put your own value in place of .FIXME."
        : "\(count) holes are left: put your own values in place of each .FIXME."
    case .doesNotCompile(let count):
      return count == 1
        ? "Swift does not understand one place in this cell; the message above says where."
        : "Swift does not understand \(count) places in this cell; start with the first message above."
    case .blockedByCheck(let check): return "Waits for the check “\(check.english)” before it."
    case .blockedByCell(let cell): return "Waits for the cell “\(cell)”."
    case .madeElsewhere(let name, let kind, let other):
      guard let other else { return "This cell should make `\(name)`: write `let \(name) = \(kind)(…)` in it." }
      return
        "This cell should make `\(name)`, and the cell “\(other)” does. Move it here: it is judged where the lab asks for it."
    case .constantMissing(let name, let kind):
      return "The lab needs a constant called `\(name)`, and no cell makes one. Write `let \(name) = \(kind)(…)`."
    case .shapeDiffers(let layer, let expected, let measured):
      return "Layer “\(layer)” should give \(expected), and it gives \(measured). Look at its dimensions first."
    case .noSuchLayer(let layer, let layers):
      return "There should be a layer called “\(layer)”. Your layers are: \(layers.listedInEnglish)."
    case .parametersDiffer(let expected, let measured, let largest):
      return "\(measured.grouped) learnable numbers, where \(expected.grouped) were expected. "
        + "Most of them are in “\(largest)”: start there."
    case .biasDiffers(let expected, let measured, let layer, let isThere):
      return "\(measured.grouped) learnable numbers, where \(expected.grouped) were expected. "
        + "The bias of “\(layer)” makes the difference: write `bias: \(!isThere)`."
    case .overBudget(let limit, let measured):
      return
        "\(measured.grouped) learnable numbers are more than this lab's limit of \(limit.grouped). Make a layer smaller."
    case .trainingNumberTiny(let field, let found, let effect, let least):
      switch effect {
      case .noWeightMoves:
        return "`\(field)` is \(found), so small that no weight moves. Write \(least) or more"
          + (field == "learningRate" ? "; 0.01 is a good start." : ".")
      case .countsAsZero:
        return "`\(field)` is \(found), so small that it counts as 0. Write \(least) or more."
      }
    case .lossParts(let found, let most):
      return found == 0
        ? "The loss is a sum of nothing: write `loss: .crossEntropy`, or a sum such as `.crossEntropy + .dice()`."
        : "The loss is a sum of more than \(most) losses. Add up losses of one kind, their weights too."
    case .trainingNumber(let field, let found, let expected):
      return "`\(field)` is \(found); it should be \(expected)."
    case .accuracyOutside(let bound, let measured, let baseline):
      return "The accuracy is \(measured.places(4)); it should be \(bound). "
        + "Background everywhere gives \(baseline.places(4)). Look at the learning rate and the number of epochs first."
    case .accuracyBelowBaseline(let measured, let baseline):
      return "\(measured.places(4)) is what this lab asks for, and still below the \(baseline.places(4)) "
        + "of calling every pixel background: a high accuracy says little here."
    case .diceOutside(let bound, let measured):
      return
        "The Dice coefficient is \(measured.places(4)); it should be \(bound). Train longer, or change the learning rate."
    case .metricOutside(let name, let bound, let measured):
      return "\(name.english.capitalisedFirst): \(measured.places(name.isShare ? 4 : 2)); it should be \(bound). "
        + "Look at the predictions, then train longer or change the learning rate."
    case .metricMissing(let name, let bound):
      return "\(name.english.capitalisedFirst): it should be \(bound), and these predictions have none, because "
        + "nothing was found in them. Train longer, or change the learning rate."
    case .lossContradicts:
      return "The loss adds cross-entropy, which takes two channels or more, to binary cross-entropy, which takes one. "
        + "Keep one of the two."
    case .classWeights(let found, let classes):
      return "`classWeights` has \(found) numbers, and the network tells \(classes) classes apart: write one for each, "
        + "class 0 first."
    case .lossChannels(let loss, let wanted, let network, let found, let other):
      return "`loss: .\(loss)` takes a network that ends with \(wanted), and `\(network)` ends with \(found). "
        + (other.isEmpty ? "Give it another number of channels." : "Write `loss: .\(other)`.")
    case .trainingMemory(let found, let limit, let batchSize):
      return "This training takes \(found.asBytes) of memory, and there are \(limit.asBytes). "
        + (batchSize > 1
          ? "Write a `batchSize` below \(batchSize)."
          : "Write `optimizer: .sgd`, which keeps least, or make a layer smaller.")
    case .lossDoesNotFall(let start, let end, let spread):
      return end > start
        ? "The loss went from \(start.places(3)) up to \(end.places(3)) and should fall. Try a smaller learning rate."
        : "The loss went from \(start.places(3)) to \(end.places(3)), no more than chance alone moves it "
          + "(± \(spread.places(3))). Try a larger learning rate, or more epochs."
    case .trainingTooLong(let seconds, let limit, let epochs):
      return "This would train for about \(seconds.clock) here, and the lab is made for \(limit.clock). "
        + (epochs > 1 ? "Lower `epochs` (\(epochs.grouped) now)" : "Make the network smaller")
        + ", or run with `--minutes` and a larger number if you mean it."
    case .notAboveBaseline(let measured, let baseline):
      return "The accuracy is \(measured.places(4)), and calling every pixel background gives \(baseline.places(4)). "
        + "Look at the predictions: does the network find anything?"
    case .ownLabelGainOutside(let bound, let own, let swapped):
      return "Against their own labels the predictions reach a Dice of \(own.places(4)), against those of other images "
        + "\(swapped.places(4)); the lab expects a difference of \(bound). Is the network the one that the lab describes?"
    case .ownLabelGainMeans(let own, let swapped):
      return "Held against the labels of other images, the predictions do as well as against their own "
        + "(Dice \(swapped.places(4)) and \(own.places(4))): where the heart is hardly matters to them. "
        + "The question below asks why."
    case .questionOpen(let id): return "No answer yet: write yours in the cell `answer=\(id)`."
    case .answerUnknown(let found, let keys):
      return "“\(found)” is none of the answers. Write one of \(keys.listedInEnglish)."
    case .answerNotANumber(let found): return "“\(found)” is not a number. Write one such as 0.5."
    case .answerFarOff(let found):
      return "\(found) is not close enough. Read the section above once more, and work it out."
    case .justification(let why): return why
    }
  }
}
