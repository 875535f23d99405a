/// Collects the layers written between the braces of a ``Network``, from `if`, `for` and helper functions too.
@resultBuilder
public enum LayerBuilder {
  /// One layer on a line.
  public static func buildExpression(_ layer: any Layer) -> [any Layer] { [layer] }
  /// Several layers from a helper.
  public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
  /// The lines in order.
  public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
  /// `if … else`, first branch.
  public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
  /// `if … else`, second branch.
  public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
  /// `for … in`.
  public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}
