/// What is done to every image and its mask before a network sees them, step by step from top to bottom.
///
/// Steps that draw at random (`Flip`, `Rotate`, `Noise`, …) change training images, anew in every epoch; all others change the images to
/// be measured too.
public struct Preparation: Sendable {
  /// The steps in order.
  public let steps: [any PreparationStep]
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - line: filled in by the compiler.
  ///   - steps: the steps, first to last.
  public init(line: Int = #line, @PreparationBuilder steps: () -> [any PreparationStep]) {
    self.init(steps: steps(), line: line)
  }

  /// - Parameters:
  ///   - steps: the steps, first to last; none leaves images as they are.
  ///   - line: where it is written.
  public init(steps: [any PreparationStep], line: Int) {
    self.steps = steps
    self.line = line
  }

  /// Every kind of step that a description can hold.
  public static let stepTypes: [any PreparationStep.Type] = [
    Normalize.self, Clip.self, Resize.self, Threshold.self, Flip.self, QuarterTurns.self, Transpose.self, Rotate.self,
    Scale.self, Shift.self, Elastic.self, Intensity.self, Noise.self,
  ]
}

extension Preparation: Codable {
  private enum Key: String, CodingKey { case line, steps, kind }

  /// Reads a description.
  ///
  /// - Throws: `DecodingError` where a field is missing, has another type, or a step's kind is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var list = try container.nestedUnkeyedContainer(forKey: .steps)
    var kinds = try container.nestedUnkeyedContainer(forKey: .steps)
    var steps: [any PreparationStep] = []
    while !list.isAtEnd {
      let kind = try kinds.nestedContainer(keyedBy: Key.self).decode(String.self, forKey: .kind)
      guard let type = Self.stepTypes.first(where: { $0.kind == kind }) else {
        throw DecodingError.dataCorruptedError(in: kinds, debugDescription: "no kind of step is called \(kind)")
      }
      steps.append(try list.decode(type))
    }
    self.init(steps: steps, line: try container.decode(Int.self, forKey: .line))
  }

  /// Writes the description: the line, and each step's fields with its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(line, forKey: .line)
    var list = container.nestedUnkeyedContainer(forKey: .steps)
    for step in steps {
      let element = list.superEncoder()
      var tagged = element.container(keyedBy: Key.self)
      try tagged.encode(type(of: step).kind, forKey: .kind)
      try step.encode(to: element)
    }
  }
}
