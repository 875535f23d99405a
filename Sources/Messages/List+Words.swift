extension [String] {
  /// The words in code quotes, commas between them and `word` before the last: `` `a`, `b` and `c` ``.
  func quoted(and word: String) -> String {
    let quoted = map { "`\($0)`" }
    guard let last = quoted.last, count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The words in code quotes, commas between them.
  var quoted: String { map { "`\($0)`" }.joined(separator: ", ") }
}

extension Int {
  /// In hexadecimal digits, at least four: `0000`, `1F600`.
  var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
