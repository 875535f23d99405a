extension Int {
  /// With commas between thousands: `100,663,296`.
  public var grouped: String {
    let digits = String(magnitude)
    var groups: [Substring] = []
    var end = digits.endIndex
    while end > digits.startIndex {
      let start = digits.index(end, offsetBy: -3, limitedBy: digits.startIndex) ?? digits.startIndex
      groups.insert(digits[start..<end], at: 0)
      end = start
    }
    return (self < 0 ? "-" : "") + groups.joined(separator: ",")
  }
}

extension Double {
  /// With `count` digits after the point, rounded half away from zero: `0.5040`; as Swift writes it where it is not finite or huge.
  public func places(_ count: Int) -> String {
    // As many as a `Double` has; the count may come from a file.
    let count = min(max(count, 0), 15)
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let scaled = (magnitude * scale).rounded()
    guard scaled.isFinite, scaled < 1e15 else { return short }
    let whole = Int(scaled)
    let unit = Int(scale)
    let sign = self < 0 && whole > 0 ? "-" : ""
    guard count > 0 else { return sign + String(whole) }
    let fraction = String(whole % unit)
    return sign + String(whole / unit) + "." + String(repeating: "0", count: count - fraction.count) + fraction
  }

  /// A difference with `count` digits after the point and its sign: `+0.0120`, `−0.0003`.
  public func signedPlaces(_ count: Int) -> String { (self >= 0 ? "+" : "−") + magnitude.places(count) }

  /// As a percentage with one digit after the point: `98.4 %`.
  public var percent: String { (self * 100).places(1) + " %" }
}

extension Double {
  /// Seconds as a clock shows them: `0:07`, `1:02:03`; `–` where they are not known.
  public var clock: String {
    guard isFinite, self >= 0, self < 1e9 else { return "–" }
    let seconds = Int(rounded(.up))
    let two = { (value: Int) in (value < 10 ? "0" : "") + String(value) }
    let hours = seconds / 3600
    let minutes = seconds / 60 % 60
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}

extension Int {
  /// How many, in three digits: `950`, `1.10 · 10¹²`.
  var asCount: String {
    guard self >= 1_000_000 else { return grouped }
    var (value, power) = (Double(self), 0)
    while value >= 9.995 {
      value /= 10
      power += 1
    }
    let raised = String(power).map { String("⁰¹²³⁴⁵⁶⁷⁸⁹".dropFirst(Int(String($0)) ?? 0).prefix(1)) }.joined()
    return value.places(2) + " · 10" + raised
  }
}

extension Int {
  /// Bytes in GiB with one digit after the point.
  var gibibytes: String { (Double(self) / 1_073_741_824).places(1) }
}

extension Double {
  /// As a learner writes it: without a point where it is whole.
  public var plain: String { rounded() == self && magnitude < 1e15 ? String(Int(self)) : "\(self)" }
}

extension Double {
  /// With three digits after the point at most: `0.333`, `255`.
  public var brief: String { ((self * 1000).rounded() / 1000).plain }
}

/// What becomes of a training where one of its numbers is next to nothing.
public enum TinyNumber: String, Sendable, Hashable, Codable {
  /// No weight changes by so little.
  case noWeightMoves
  /// It is taken for 0.
  case countsAsZero
}

extension [Int] {
  /// As a learner writes a shape: `[256, 256, 1]`.
  public var asShape: String { "[" + map(String.init).joined(separator: ", ") + "]" }

  /// Height and width: `240 × 220`.
  var asSize: String { map(String.init).joined(separator: " × ") }

  /// As a product: `256 · 256 · 1`.
  var asProduct: String { map(String.init).joined(separator: " · ") }
}

extension Int {
  /// Bytes in the unit that reads best, a thousand bytes to the kilobyte: `403 MB`, `4.0 TB`.
  public var asBytes: String {
    let value = Double(self)
    if value >= 1e15 { return (value / 1e15).places(1) + " PB" }
    if value >= 1e12 { return (value / 1e12).places(1) + " TB" }
    if value >= 1e9 { return (value / 1e9).places(1) + " GB" }
    if value >= 1e6 { return (value / 1e6).places(0) + " MB" }
    return (value / 1e3).places(0) + " kB"
  }
}

extension [[Int]] {
  /// Sizes with `word` between the last two: `240 × 224 or 256 × 224`.
  func sizes(or word: String) -> String { map(\.asSize).joined(separator: " \(word) ") }
}

extension String {
  /// Without zeros behind a point that say nothing: `0.01` for `0.010000`.
  public var trimmedZeros: String {
    guard contains(".") else { return self }
    var text = self[...]
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }
}

extension Double {
  /// As Swift writes it, with at most three digits where it has an exponent: `1.44e+28`.
  fileprivate var short: String {
    let text = "\(self)"
    guard let exponent = text.firstIndex(of: "e") else { return text }
    return String(text[..<exponent].prefix(self < 0 ? 5 : 4)) + text[exponent...]
  }
}
