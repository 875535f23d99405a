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
    // Korean.
    MisreadCell("a step by the word for its number", in: more, "Threshold(0.5)", "임계값(0.5)", "foreignCall"),
    MisreadCell("a schedule in Korean", in: more, ".cosine(steps: 10)", ".코사인(steps: 10)", "labels"),
  ]
}
