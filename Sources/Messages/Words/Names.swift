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

extension String {
  /// With a capital letter at the start.
  public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// At most 40 characters, without control characters: how a name that may be anything is shown.
  var shown: String {
    let plain = unicodeScalars.prefix(41).map { $0.properties.generalCategory == .control ? "�" : String($0) }
    return plain.count > 40 ? plain.dropLast().joined() + "…" : plain.joined()
  }
}

extension [String] {
  /// The first five, with a sign that there are more.
  var fewWords: String {
    prefix(5).map(\.shown).joined(separator: ", ") + (count > 5 ? ", …" : "")
  }
}

extension [String] {
  /// The most names that a message lists.
  private static var listed: Int { 20 }

  /// Names with commas between them, the first twenty, and how many more there are; each cut where it is long.
  var listedInEnglish: String { listed { "and \($0.grouped) more" } }

  /// As ``listedInEnglish``, in Korean.
  var listedInKorean: String { listed { "외 \($0.grouped)개" } }

  private func listed(_ more: (Int) -> String) -> String {
    let shown = prefix(Self.listed).map(\.shortened).joined(separator: ", ")
    return count > Self.listed ? shown + " " + more(count - Self.listed) : shown
  }
}

extension String {
  /// At most 80 signs of it: a list of names stays readable whatever one of them is.
  fileprivate var shortened: String {
    guard utf8.count > 80, unicodeScalars.prefix(81).count > 80 else { return self }
    return String(unicodeScalars.prefix(80)) + "…"
  }
}
