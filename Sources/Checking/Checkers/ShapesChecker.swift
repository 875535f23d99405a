internal import Diagnostics
internal import Messages
internal import Networks
internal import Tensors

/// Compares the shapes of a network's layers with one another, and with those that the lab asks for.
enum ShapesChecker {
  /// Whether the layers fit one another at all.
  static func check(fit facts: NetworkFacts) -> CheckResult {
    guard let mismatch = facts.mismatch else {
      let output = facts.layers.last.map { CheckValue.shape(layer: "", $0.extents) }
      return CheckResult(.shapesFit, .passed, measured: output, line: facts.line)
    }
    return CheckResult(.shapesFit, .notYet, message: mismatch.summary, line: mismatch.line)
  }

  /// - Parameters:
  ///   - wanted: the layer, and the shape of what it should give for one image.
  ///   - facts: the network.
  ///   - places: where its layers stand.
  /// - Returns: passed where the layer gives that shape.
  static func check(
    wanted: (layer: String, extents: [Int]), facts: NetworkFacts, _ places: AnswerPlaces
  ) -> CheckResult {
    let expected = CheckValue.shape(layer: wanted.layer, wanted.extents)
    guard let layer = facts.layers.first(where: { $0.name == wanted.layer }) else {
      return CheckResult(
        .shape, .notYet, expected: expected,
        message: CheckPhrase.noSuchLayer(layer: wanted.layer, layers: facts.layers.map(\.name)), line: facts.line)
    }
    let right = layer.extents == wanted.extents
    let shape = CheckValue.shape(layer: "", wanted.extents).text
    return CheckResult(
      .shape, right ? .passed : .notYet, expected: expected,
      measured: .shape(layer: wanted.layer, layer.extents),
      message: right
        ? nil : CheckPhrase.shapeDiffers(layer: layer.name, expected: shape, measured: layer.output.description),
      line: facts.line(of: layer, places))
  }
}
