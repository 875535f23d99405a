internal import Messages

/// How a number that is not the right one may have come about.
enum AnswerCause {
  /// What is seen in a wrong number.
  ///
  /// - Parameters:
  ///   - read: the number.
  ///   - value: the right one.
  ///   - tolerance: how far an answer may be off.
  /// - Returns: nil where nothing is seen, or where chance alone may have made it so.
  static func slip(in read: Double, for value: Double, tolerance: Double) -> AnswerSlip? {
    // Beside a wide tolerance, and among small whole numbers, many are a half or a square of another.
    guard read.isFinite, value != 0, tolerance <= abs(value) * 0.2 else { return nil }
    func isNear(_ other: Double, within room: Double) -> Bool { abs(other - value) <= room }
    let (room, close) = (abs(value) * 0.01, abs(value) * 0.002)
    let rounded = min(max(tolerance, close), room)
    if isNear(-read, within: rounded) { return .sign }
    guard read != 0, value != value.rounded() || abs(value) > 12 else { return nil }
    if value > 0, value < 1, isNear(1 - read, within: rounded) { return .remainder }
    // The same digits, not nearly the same. A hundred may as well be a factor of a whole number that was forgotten.
    let digits = min(tolerance, abs(value) * 0.005) + abs(value) * 1e-9
    let factors: [Double] = value == value.rounded() ? [10, 1000] : [10, 100, 1000]
    if factors.contains(where: { isNear(read / $0, within: digits) || isNear(read * $0, within: digits) }) {
      return .decimalPoint
    }
    if isNear(read / 2, within: close) { return .doubled }
    if isNear(read * 2, within: close) { return .halved }
    // Near 1 a number, its root and what it is turned round are near each other.
    guard value > 0, read > 0, value < 0.5 || value > 2 else { return nil }
    if isNear(1 / read, within: close) { return .reciprocal }
    if isNear(read.squareRoot(), within: close) { return .square }
    return isNear(read * read, within: close) ? .root : nil
  }
}
