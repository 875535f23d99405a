extension MisreadCell {
  /// Blocks that nothing opens.
  static let ofHeads: [MisreadCell] = [
    // Heads.
    MisreadCell("a network that no brace opens", "Network(\"fc\") {", "Network(\"fc\")", "missingBracket"),
    MisreadCell("a network that a colon opens", "Network(\"fc\") {", "Network(\"fc\"):", "missingBracket"),
    MisreadCell("a network without a name", "Network(\"fc\") {", "Network {", "labels"),
    MisreadCell("a network without a name or a brace", "Network(\"fc\") {", "Network", "missingBracket"),
    MisreadCell("steps that no brace opens", in: steps, "Preprocessing {", "Preprocessing", "missingBracket"),
    MisreadCell("steps that a colon opens", in: steps, "Preprocessing {", "Preprocessing:", "missingBracket"),
    MisreadCell("trainings that no brace opens", in: listed, "Sweep {", "Sweep", "missingBracket"),
  ]
}
