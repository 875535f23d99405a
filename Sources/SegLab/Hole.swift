// A hole type-checks as any value that a lab asks for, so that the code around it is proven right, and it is marked deprecated,
// so that the compiler lists every one with line and column. Code with holes also runs: each hole has a value that no answer has.

extension Int {
  /// A number for you to work out.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Int { hole }
  /// What ``FIXME`` stands for in a description.
  public static let hole = -4_242_424_242
}

extension Double {
  /// A number for you to work out.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Double { hole }
  /// What ``FIXME`` stands for in a description.
  public static let hole = -4.242424242e300
}

extension Float {
  /// A number for you to work out.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Float { -4.242424e30 }
}

extension Bool {
  /// A yes or no for you to work out.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Bool { false }
}

extension String {
  /// A name for you to work out.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: String { hole }
  /// What ``FIXME`` stands for in a description.
  public static let hole = "FIXME"
}

extension Array {
  /// A list for you to work out.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: [Element] { [] }
}

extension Activation {
  /// An activation for you to choose.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Activation { .identity }
}

extension Padding {
  /// A padding for you to choose.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Padding { .same }
}

extension Interpolation {
  /// A way to enlarge for you to choose.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Interpolation { .nearest }
}

extension Initializer {
  /// A distribution for you to choose.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Initializer { .zeros }
}

extension Optimizer {
  /// An optimizer for you to choose.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Optimizer { .sgd }
}

extension Schedule {
  /// A schedule for you to choose.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Schedule { .constant }
}

extension Loss {
  /// A loss for you to choose.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: Loss { .crossEntropy }
}

extension EarlyStopping {
  /// When to stop, for you to decide.
  @available(*, deprecated, message: "FIXME")
  public static var FIXME: EarlyStopping { EarlyStopping(patience: Int.hole) }
}
