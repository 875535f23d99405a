extension MisreadCell {
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
}
