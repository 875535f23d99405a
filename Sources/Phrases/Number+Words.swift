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
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let scaled = (magnitude * scale).rounded()
    guard scaled.isFinite, scaled < 1e15 else { return "\(self)" }
    let whole = Int(scaled)
    let unit = Int(scale)
    let sign = self < 0 && whole > 0 ? "-" : ""
    guard count > 0 else { return sign + String(whole) }
    let fraction = String(whole % unit)
    return sign + String(whole / unit) + "." + String(repeating: "0", count: count - fraction.count) + fraction
  }

  /// As a percentage with one digit after the point: `98.4 %`.
  public var percent: String { (self * 100).places(1) + " %" }
}
