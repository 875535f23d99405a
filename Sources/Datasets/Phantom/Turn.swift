/// A direction, or the turn from the x axis to it, clockwise where y points down.
struct Turn {
  /// The cosine of the angle.
  let x: Double
  /// The sine of the angle.
  let y: Double

  /// - Parameters:
  ///   - x: the cosine of the angle.
  ///   - y: the sine of the angle.
  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The turn by about `degrees`, of -120 to 120.
  ///
  /// The angle is off by under 1.5 % at the ends, but cosine and sine always belong together; there is no call of a
  /// maths library in it.
  init(degrees: Double) {
    let half = degrees * 0.008726646259971648
    let square = half * half
    let tangent = half * (1 + square * (1.0 / 3 + square * (2.0 / 15 + square * (17.0 / 315 + square * 62.0 / 2835))))
    let scale = 1 + tangent * tangent
    self.init(x: (1 - tangent * tangent) / scale, y: 2 * tangent / scale)
  }

  /// Where the point at (`along`, `across`) goes.
  func apply(_ along: Double, _ across: Double) -> (x: Double, y: Double) {
    (along * x - across * y, along * y + across * x)
  }

  /// This turn followed by `other`.
  func then(_ other: Turn) -> Turn {
    Turn(x: x * other.x - y * other.y, y: x * other.y + y * other.x)
  }
}
