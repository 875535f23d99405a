extension Mistake {
  /// Functions that give something else than they should.
  static let functions = [
    Mistake("the factor 2 forgotten", in: .functions, "Double(2 * both)", "Double(both)"),
    Mistake("two empty masks forgotten", in: .functions, "  if sum == 0 { return 1 }\n", ""),
    Mistake("two empty masks count 0", in: .functions, "if sum == 0 { return 1 }", "if sum == 0 { return 0 }"),
    Mistake(
      "different shapes compared all the same", in: .functions,
      "  if prediction.height != label.height || prediction.width != label.width { return nil }\n",
      "  let rows = min(prediction.height, label.height)\n"),
    Mistake("one row too many", in: .functions, "in 0..<label.height", "in 0...label.height"),
    Mistake("whole numbers divided", in: .functions, "Double(2 * both) / Double(sum)", "Double(2 * both / sum)"),
    Mistake(
      "a division by zero", in: .functions, "  if sum == 0 { return 1 }\n  return Double(2 * both) / Double(sum)",
      "  return Double(2 * both / sum)"),
    Mistake("another name for the function", in: .functions, "func dice(_ prediction", "func Dice(_ prediction"),
    Mistake("other types for the function", in: .functions, "_ label: Mask) -> Double?", "_ label: Mask) -> String?"),
    Mistake("white in place of class 1", in: .functions, "binary[row, column] = 1", "binary[row, column] = 255"),
    Mistake("a threshold of 1 in place of half of white", in: .functions, ">= 127.5", ">= 1"),
    Mistake("black and white exchanged", in: .functions, ">= 127.5", "< 127.5"),
    Mistake("divided by the variance", in: .functions, "/ variance.squareRoot()", "/ variance"),
    Mistake("the mean not taken away", in: .functions, "{ ($0 - mean) / variance", "{ $0 / variance"),
    Mistake("a picture of one grey forgotten", in: .functions, "  if variance == 0 { return result }\n", ""),
    Mistake("a plus for a times", in: .functions, "Double(2 * both)", "Double(2 + both)"),
    Mistake(
      "above and below the line exchanged", in: .functions, "Double(2 * both) / Double(sum)",
      "Double(sum) / Double(2 * both)"),
    Mistake(
      "different shapes not asked for", in: .functions,
      "  if prediction.height != label.height || prediction.width != label.width { return nil }\n", ""),
    Mistake(
      "the sides of a result exchanged", in: .functions, "Mask(height: grey.height, width: grey.width)",
      "Mask(height: grey.width, width: grey.height)"),
    Mistake(
      "a sum that begins again in its loop", in: .functions, "      both += prediction",
      "      both = 0\n      both += prediction"),
    Mistake(
      "a loop without an end", in: .functions, "  if variance == 0 { return result }\n",
      "  while result.pixels.count > 0 {}\n"),
  ]
}
