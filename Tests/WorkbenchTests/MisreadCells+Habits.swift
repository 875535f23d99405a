extension MisreadCell {
  /// What is right in Python, or nearly right here.
  static let ofHabits: [MisreadCell] = [
    // Divisions.
    MisreadCell(
      "a stride divided as in Python", in: pooled, "stride: 4)", "stride: 64 // 16)", "commentDivides"),
    MisreadCell(
      "a value divided as in Python before others", in: pooled, "stride: 2, bias: false)",
      "stride: 4 // 2, bias: false)", "commentDivides"),
    MisreadCell(
      "a level divided as in Python", in: made, ">= level && count > 0 {", ">= 255 // 2 {", "commentDivides"),
    MisreadCell("a setting divided as in Python on its line", "epochs: 1,", "epochs: 8 // 8,", "commentDivides"),
    // Lists.
    MisreadCell(
      "a list in parentheses beside a bracket too few", in: more, "Dense(\"hidden\", weights: [65536, 8])",
      "Dense(\"hidden\", weights: [(256 * 256), (4 + 4)]", "missingBracket"),
    MisreadCell(
      "powers of ten by description", in: sweep, "[0.0003, 0.001, 0.003]", "[10**-i for i in range(2, 5)]",
      "foreignWord"),
    MisreadCell(
      "products by description", in: sweep, "[0.0003, 0.001, 0.003]", "[0.001 * x for x in (1, 2, 5)]", "foreignWord"),
    MisreadCell(
      "a list by description of what nobody makes", in: sweep, "[0.0003, 0.001, 0.003]",
      "[float(x) for x in candidates]", "foreignWord"),
    MisreadCell("one decay for several", in: sweep, "[1, 0.5]", "0.5", "listWanted"),
    // Masks.
    MisreadCell(
      "a sum over masks within loops", in: function, "prediction[row, column] * label[row, column]",
      "np.sum(prediction * label)", "foreignWord"),
    MisreadCell(
      "a sum by a method within loops", in: function, "prediction[row, column] * label[row, column]",
      "(prediction * label).sum()", "foreignWord"),
    MisreadCell(
      "two sums over masks within loops", in: function, "prediction[row, column] + label[row, column]",
      "np.sum(prediction) + np.sum(label)", "foreignWord"),
    MisreadCell("None for two empty masks", in: function, "return 1 }", "return None }", "truthAsNumber"),
    MisreadCell("no number for two empty masks", in: function, "return 1 }", "return np.nan }", "truthAsNumber"),
    MisreadCell("nil that is not given back", in: function, "{ return nil }", "{ nil }", "foreignWord"),
    // Words with a point.
    MisreadCell(
      "a padding between apostrophes", in: pooled, "window: 2, stride: 2)", "window: 2, stride: 2, padding='same')",
      "labels"),
    MisreadCell(
      "a loss between apostrophes", in: pooled, "loss: .binaryCrossEntropy", "loss='binary_crossentropy'", "labels"),
    MisreadCell(
      "a loss taken from another", in: pooled, "loss: .binaryCrossEntropy", "loss: .binaryCrossEntropy - .dice()",
      "labels"),
    MisreadCell("a loss taken from 1", in: pooled, "loss: .binaryCrossEntropy", "loss: 1 - .dice()", "labels"),
    MisreadCell(
      "a loss and another taken from 1", in: pooled, "loss: .binaryCrossEntropy",
      "loss: .binaryCrossEntropy + (1 - .dice())", "labels"),
    // One sign, one number, one truth.
    MisreadCell(
      "a sign that gives a value in a condition", in: function, "if sum == 0 {", "if sum = 0 {", "singleEqualsSign"),
    MisreadCell(
      "a sign that gives a value before a pixel's level", in: made, ">= level && count > 0 {", "= 0.5 {",
      "singleEqualsSign"),
    MisreadCell("a range for both ends", in: augmented, "upTo: 6", "upTo: -6...6", "oneForBothSides"),
    MisreadCell("a pair for both ends", in: augmented, "upTo: 6", "upTo: (-6, 6)", "labels"),
    MisreadCell("a number for yes or no", in: pooled, "bias: false", "bias: 4", "truthWanted"),
    MisreadCell("a text for yes or no", in: pooled, "bias: false", "bias: \"no\"", "truthWanted"),
    MisreadCell("a sum with a point", in: function, "var both = 0\n", "var both = 0.0\n", "wholeWanted"),
    MisreadCell(
      "what is given under another name", in: made, "Mask(height: grey.height, width: grey.width)", "grey",
      "givenCopied"),
    MisreadCell("a step by what it does", in: more, "Threshold(0.5)", "Binarize(0.5)", "foreignCall"),
    MisreadCell("a name for how many go out", "weights: [4 * 4, 8]", "weights: [4 * 4, units]", "valueKind"),
    MisreadCell("a name for how many come in", "weights: [8, 32]", "weights: [hidden, 32]", "valueKind"),
    MisreadCell(
      "shapes compared as wholes", in: function, "prediction.height != label.height || prediction.width != label.width",
      "prediction.shape != label.shape", "foreignWord"),
    MisreadCell("a parameter in other letters", in: made, ">= level &&", ">= Level &&", "otherName"),
    // Korean.
    MisreadCell("a step by the word for its number", in: more, "Threshold(0.5)", "임계값(0.5)", "foreignCall"),
    MisreadCell("a schedule in Korean", in: more, ".cosine(steps: 10)", ".코사인(steps: 10)", "labels"),
  ]

  /// Blocks that nothing opens, calls that close too early, and labels with a point in the place of their colon.
  static let ofHeads: [MisreadCell] = [
    // Heads.
    MisreadCell("a network that no brace opens", "Network(\"fc\") {", "Network(\"fc\")", "missingBracket"),
    MisreadCell("a network that a colon opens", "Network(\"fc\") {", "Network(\"fc\"):", "missingBracket"),
    MisreadCell("a network without a name", "Network(\"fc\") {", "Network {", "labels"),
    MisreadCell("a network without a name or a brace", "Network(\"fc\") {", "Network", "missingBracket"),
    MisreadCell("steps that no brace opens", in: steps, "Preprocessing {", "Preprocessing", "missingBracket"),
    MisreadCell("steps that a colon opens", in: steps, "Preprocessing {", "Preprocessing:", "missingBracket"),
    MisreadCell("trainings that no brace opens", in: listed, "Sweep {", "Sweep", "missingBracket"),
    // Brackets.
    MisreadCell(
      "a layer that is closed twice", in: pooled, "[5, 5, 1, 4], stride", "[5, 5, 1, 4]), stride", "closedBefore"),
    MisreadCell(
      "a step that is closed twice", in: augmented, "width: 120, height", "width: 120), height", "closedBefore"),
    MisreadCell(
      "a training that is closed twice", in: pooled, "Training(learningRate: 0.01,", "Training(learningRate: 0.01),",
      "closedBefore"),
    // Labels.
    MisreadCell("a point and a space for a colon", "activation: .relu", "activation. relu", "missingColon"),
    MisreadCell("a point for a colon", "activation: .relu", "activation.relu", "missingColon"),
  ]

  /// Comparisons that are counted with as if they were numbers.
  static let ofTruths: [MisreadCell] = [
    MisreadCell(
      "a comparison as a whole number", in: function, "prediction[row, column] * label[row, column]",
      "Int(prediction[row, column] == label[row, column])", "truthAsNumber"),
    MisreadCell(
      "a comparison as a whole number of Python", in: function, "prediction[row, column] * label[row, column]",
      "int(prediction[row, column] == label[row, column])", "truthAsNumber"),
    MisreadCell(
      "a comparison that is added", in: function, "prediction[row, column] * label[row, column]",
      "prediction[row, column] == label[row, column]", "truthAsNumber"),
    MisreadCell(
      "a comparison that is added in parentheses", in: function, "prediction[row, column] * label[row, column]",
      "(prediction[row, column] == label[row, column])", "truthAsNumber"),
  ]

  /// Layers laid together, with what they read in a list.
  static let ofMerges: [MisreadCell] = [
    MisreadCell(
      "layers in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")", "Concat([\"up\", \"up\"])", "labels"),
    MisreadCell(
      "a name and layers in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "Concat(\"skip\", [\"up\", \"up\"])", "labels"),
    MisreadCell(
      "a name and layers in a list, in small letters", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "concat(\"skip\", [\"up\", \"up\"])", "labels"),
    MisreadCell(
      "layers of PyTorch in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")", "torch.cat([up, up], 1)",
      "foreignCall"),
    MisreadCell(
      "layers of PyTorch in parentheses", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "torch.cat((up, up), dim=1)", "foreignCall"),
    MisreadCell(
      "layers of TensorFlow in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")",
      "tf.concat([\"up\", \"up\"], axis=-1)", "foreignCall"),
    MisreadCell(
      "layers of Keras in a list", in: pooled, "Concat(\"skip\", of: \"up\", \"up\")", "concatenate([\"up\", \"up\"])",
      "foreignCall"),
  ]
}
