internal import Diagnostics
internal import Labs
internal import Messages
internal import Networks
internal import Tensors

/// Compares the shapes that layers give with those that the lab asks for.
struct OutputShapeCheck: NetworkCheck {
  static let form = CheckForm(.shape, like: "{hidden: [512]}") { check($0, &$1) }

  /// What a layer should give for one image.
  struct Shape: Equatable {
    /// The layer, by name.
    let layer: String
    /// Height first, without the batch.
    let dimensions: [Int]
  }

  /// The shapes that are asked for.
  let shapes: [Shape]

  var wantedShapes: [(layer: String, dimensions: [Int])] { shapes.map { ($0.layer, $0.dimensions) } }
  var wantedFunction: (name: String, type: String)? { nil }

  /// Reads `{hidden: [512]}`; nil where anything in it is no shape.
  private static func check(_ value: YAMLValue, _ diagnostics: inout DiagnosticList) -> OutputShapeCheck? {
    guard case .mapping(let entries) = value.form else {
      return value.mistaken("shape", .mapping, example: form.example, &diagnostics)
    }
    guard !entries.isEmpty else { return value.empty("shape", example: form.example, &diagnostics) }
    let shapes = entries.compactMap { entry -> Shape? in
      let example = "\(entry.key): [256, 256, 2]"
      guard let list = entry.value.list(for: entry.key, example: example, &diagnostics) else { return nil }
      guard !list.isEmpty else { return entry.value.empty(entry.key, example: example, &diagnostics) }
      let dimensions = list.compactMap { $0.wholeNumber(for: entry.key, in: .fromOne, &diagnostics) }
      return dimensions.count == list.count ? Shape(layer: entry.key, dimensions: dimensions) : nil
    }
    return shapes.count == entries.count ? OutputShapeCheck(shapes: shapes) : nil
  }

  var name: CheckName { .shape }

  var planned: [CheckValue?] { shapes.map { .shape(layer: $0.layer, $0.dimensions) } }

  func results(about facts: NetworkFacts, _ places: AnswerPlaces) -> [CheckResult] {
    shapes.map { result(for: $0, facts, places) }
  }

  func note(in wanted: inout WantedNetwork) { for shape in shapes { wanted.shapes[shape.layer] = shape.dimensions } }

  /// Whether the layers fit one another at all, which is asked of every network.
  static func fit(of facts: NetworkFacts) -> CheckResult {
    guard let mismatch = facts.mismatch else {
      let output = facts.layers.last.map { CheckValue.shape(layer: "", $0.dimensions) }
      return CheckResult(.shapesFit, .passed, measured: output, line: facts.line)
    }
    return CheckResult(.shapesFit, .notYet, message: mismatch.summary, line: mismatch.line)
  }

  private func result(
    for wanted: Shape, _ facts: NetworkFacts, _ places: AnswerPlaces
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
