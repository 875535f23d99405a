internal import Diagnostics
internal import Networks
internal import Phrases
internal import SegLab
internal import Tensors

/// Compares the shapes of a network's layers with one another, and with those that the lab asks for.
enum ShapesChecker {
  /// Whether the layers fit one another at all.
  static func check(fit facts: NetworkFacts) -> CheckResult {
    let name = "shapes-fit"
    guard let mismatch = facts.mismatch else {
      return CheckResult(
        name: name, verdict: .passed, measured: facts.layers.last?.output.description ?? "", line: facts.network.line)
    }
    return CheckResult(name: name, verdict: .notYet, message: mismatch.summary, line: mismatch.line)
  }

  /// - Parameters:
  ///   - wanted: the layer, and the shape of what it should give for one image.
  ///   - facts: the network.
  /// - Returns: passed where the layer gives that shape.
  static func check(wanted: (layer: String, extents: [Int]), facts: NetworkFacts) -> CheckResult {
    let name = "shape"
    let shape = Shape(wanted.extents).description
    let expected = "\(wanted.layer) \(shape)"
    guard let layer = facts.layers.first(where: { $0.name == wanted.layer }) else {
      return CheckResult(
        name: name, verdict: .notYet, expected: expected,
        message: CheckPhrase.noSuchLayer(layer: wanted.layer, layers: facts.layers.map(\.name)),
        line: facts.network.line)
    }
    let measured = layer.output.description
    let right = layer.output.extents == wanted.extents
    return CheckResult(
      name: name, verdict: right ? .passed : .notYet, expected: expected, measured: "\(wanted.layer) \(measured)",
      message: right ? nil : CheckPhrase.shapeDiffers(layer: layer.name, expected: shape, measured: measured),
      line: layer.line)
  }
}
