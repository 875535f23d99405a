/// Collects the steps written between the braces of a ``Preparation``, from `if`, `for` and helper functions too.
@resultBuilder
public enum PreparationBuilder {
  /// One step on a line.
  public static func buildExpression(_ step: any PreparationStep) -> [any PreparationStep] { [step] }
  /// Several steps from a helper.
  public static func buildExpression(_ steps: [any PreparationStep]) -> [any PreparationStep] { steps }
  /// The lines in order.
  public static func buildBlock(_ parts: [any PreparationStep]...) -> [any PreparationStep] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [any PreparationStep]?) -> [any PreparationStep] { part ?? [] }
  /// `if … else`, first branch.
  public static func buildEither(first part: [any PreparationStep]) -> [any PreparationStep] { part }
  /// `if … else`, second branch.
  public static func buildEither(second part: [any PreparationStep]) -> [any PreparationStep] { part }
  /// `for … in`.
  public static func buildArray(_ parts: [[any PreparationStep]]) -> [any PreparationStep] { parts.flatMap { $0 } }
}
