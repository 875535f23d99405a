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
  public static var FIXME: String { "FIXME" }
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
