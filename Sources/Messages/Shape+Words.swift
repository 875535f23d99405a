extension [Int] {
  /// As a learner writes a shape: `[256, 256, 1]`.
  var asShape: String { "[" + map(String.init).joined(separator: ", ") + "]" }

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
