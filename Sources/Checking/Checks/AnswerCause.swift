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
    // Beside so wide a tolerance, and among small whole numbers, many are a half or a square of another.
    guard read.isFinite, value != 0, tolerance <= abs(value) * 0.2 || abs(value) <= 1 && tolerance < 0.01 else {
      return nil
    }
    let room = max(tolerance, abs(value) * 0.002)
    func isNear(_ other: Double) -> Bool { abs(other - value) <= room }
    let isSmall = value == value.rounded() && abs(value) <= 12
    if isNear(-read) { return .sign }
    guard !isSmall else { return nil }
    if value > 0, value < 1, isNear(1 - read) || read > 1 && isNear(1 - read / 100) { return .remainder }
    guard read != 0 else { return nil }
    if isNear(1 / read) { return .reciprocal }
    if [10, 100, 1000].contains(where: { isNear(read / $0) || isNear(read * $0) }) { return .decimalPoint }
    if isNear(read / 2) { return .doubled }
    if isNear(read * 2) { return .halved }
    guard value > 0, read > 0, abs(value - 1) > 0.05 else { return nil }
    if isNear(read.squareRoot()) { return .square }
    return isNear(read * read) ? .root : nil
  }
}
