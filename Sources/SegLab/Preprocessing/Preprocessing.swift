/// What is done to every image and its mask before a network sees them, step by step from top to bottom.
///
/// Steps that draw at random (`RandomFlip`, `RandomRotation`, `RandomNoise`, …) change training images, anew in every epoch; all others change the images to
/// be measured too.
public struct Preprocessing: Sendable {
  /// The steps in order.
  public let steps: [any PreprocessingStep]
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - line: filled in by the compiler.
  ///   - steps: the steps, first to last.
  public init(line: Int = #line, @PreprocessingBuilder steps: () -> [any PreprocessingStep]) {
    self.init(steps: steps(), line: line)
  }

  /// - Parameters:
  ///   - steps: the steps, first to last; none leaves images as they are.
  ///   - line: where it is written.
  public init(steps: [any PreprocessingStep], line: Int) {
    self.steps = steps
    self.line = line
  }

  /// Every kind of step that a description can hold.
  public static let stepTypes: [any PreprocessingStep.Type] = [
    Normalize.self, Clip.self, Resize.self, Threshold.self, RandomFlip.self, RandomRotate90.self, RandomTranspose.self,
    RandomRotation.self,
    RandomScale.self, RandomTranslation.self, ElasticTransform.self, RandomBrightnessContrast.self, RandomNoise.self,
  ]
}

extension Preprocessing: Codable {
  private enum Key: String, CodingKey { case line, steps, kind }

  /// Reads a description.
  ///
  /// - Throws: `DecodingError` where a field is missing, has another type, or a step's kind is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var list = try container.nestedUnkeyedContainer(forKey: .steps)
    var kinds = try container.nestedUnkeyedContainer(forKey: .steps)
    var steps: [any PreprocessingStep] = []
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

/// One step of preprocessing, as a learner writes it: a value with its numbers and the line it stands on.
public protocol PreprocessingStep: Codable, Sendable {
  /// The word for this kind of step in the description, for example `normalize`; one per type and never reused.
  static var kind: String { get }
  /// What a call of it takes, in order.
  static var values: [CallValue] { get }
  /// Whether it draws something new for every image and epoch; such steps are for training images only.
  static var isRandom: Bool { get }
  /// The line in the lab where it is written.
  var line: Int { get }
}

/// Collects the steps written between the braces of a ``Preprocessing``, from `if`, `for` and helper functions too.
@resultBuilder
public enum PreprocessingBuilder {
  /// One step on a line.
  public static func buildExpression(_ step: any PreprocessingStep) -> [any PreprocessingStep] { [step] }
  /// Several steps from a helper.
  public static func buildExpression(_ steps: [any PreprocessingStep]) -> [any PreprocessingStep] { steps }
  /// The lines in order.
  public static func buildBlock(_ parts: [any PreprocessingStep]...) -> [any PreprocessingStep] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [any PreprocessingStep]?) -> [any PreprocessingStep] { part ?? [] }
  /// `if … else`, first branch.
  public static func buildEither(first part: [any PreprocessingStep]) -> [any PreprocessingStep] { part }
  /// `if … else`, second branch.
  public static func buildEither(second part: [any PreprocessingStep]) -> [any PreprocessingStep] { part }
  /// `for … in`.
  public static func buildArray(_ parts: [[any PreprocessingStep]]) -> [any PreprocessingStep] { parts.flatMap { $0 } }
}
