internal import Diagnostics
internal import Messages
internal import Networks
internal import Tensors

/// Compares the shapes that layers give with those that the lab asks for.
struct ShapeCheck: NetworkCheck {
  /// Each layer by name, with the shape of what it should give for one image.
  let layers: [(layer: String, dimensions: [Int])]

  var name: CheckName { .shape }

  var planned: [CheckValue?] { layers.map { .shape(layer: $0.layer, $0.dimensions) } }

  func results(about facts: NetworkFacts, _ places: AnswerPlaces) -> [CheckResult] {
    layers.map { result(for: $0, facts, places) }
  }

  /// Whether the layers fit one another at all, which is asked of every network.
  static func fit(of facts: NetworkFacts) -> CheckResult {
    guard let mismatch = facts.mismatch else {
      let output = facts.layers.last.map { CheckValue.shape(layer: "", $0.dimensions) }
      return CheckResult(.shapesFit, .passed, measured: output, line: facts.line)
    }
    return CheckResult(.shapesFit, .notYet, message: mismatch.summary, line: mismatch.line)
  }

  private func result(
    for wanted: (layer: String, dimensions: [Int]), _ facts: NetworkFacts, _ places: AnswerPlaces
  ) -> CheckResult {
    let expected = CheckValue.shape(layer: wanted.layer, wanted.dimensions)
    guard let layer = facts.layers.first(where: { $0.name == wanted.layer }) else {
      return CheckResult(
        name, .notYet, expected: expected,
        message: CheckPhrase.noSuchLayer(layer: wanted.layer, layers: facts.layers.map(\.name)), line: facts.line)
    }
    let right = layer.dimensions == wanted.dimensions
    let shape = CheckValue.shape(layer: "", wanted.dimensions).text
    return CheckResult(
      name, right ? .passed : .notYet, expected: expected,
      measured: .shape(layer: wanted.layer, layer.dimensions),
      message: right
        ? nil : CheckPhrase.shapeDiffers(layer: layer.name, expected: shape, measured: layer.output.description),
      line: facts.line(of: layer, places))
  }
}
