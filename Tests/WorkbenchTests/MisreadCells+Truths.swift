extension MisreadCell {
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
}
