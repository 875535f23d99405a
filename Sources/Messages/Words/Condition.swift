/// What a setting must satisfy, as code writes it (`> 0, <= 1`, `0...90`), in words.
struct Condition {
  private let low: (sign: String, value: String)?
  private let high: (sign: String, value: String)?

  /// - Parameter code: one or two comparisons with a comma between them, or a closed range.
  init(_ code: String) {
    if let dots = code.ranges(of: "...").first ?? code.ranges(of: " … ").first {
      low = (">=", String(code[..<dots.lowerBound]))
      high = ("<=", String(code[dots.upperBound...]))
      return
    }
    var found: [Character: (sign: String, value: String)] = [:]
    for part in code.split(separator: ",") {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, let first = words[0].first else { continue }
      found[first] = (words[0], words[1])
    }
    (low, high) = (found[">"], found["<"])
  }

  /// What is expected: `above 0 and at most 1`.
  var english: String {
    let least = low.map { ($0.sign == ">" ? "above " : "at least ") + $0.value }
    let most = high.map { ($0.sign == "<" ? "below " : "at most ") + $0.value }
    return [least, most].compactMap { $0 }.joined(separator: " and ")
  }

  /// What must be: `0보다 크고 1 이하여야 해요`.
  var korean: String {
    switch (low, high) {
    case (let low?, let high?):
      let least = low.sign == ">" ? "\(low.value)보다 크고" : high.sign == "<" ? "\(low.value) 이상이고" : "\(low.value) 이상"
      return least + (high.sign == "<" ? " \(high.value)보다 작아야 해요" : " \(high.value) 이하여야 해요")
    case (let low?, nil): return low.sign == ">" ? "\(low.value)보다 커야 해요" : "\(low.value) 이상이어야 해요"
    case (nil, let high?): return high.sign == "<" ? "\(high.value)보다 작아야 해요" : "\(high.value) 이하여야 해요"
    case (nil, nil): return "다른 값이어야 해요"
    }
  }

  /// Whether `text` is a bound as code writes it, and not a value.
  static func isBound(_ text: String) -> Bool {
    text.hasPrefix("<") || text.hasPrefix(">") || text.contains("...") || text.contains(" … ")
  }

  /// A bound in words, `at most 100`; a value as it is.
  static func inEnglish(_ text: String) -> String { isBound(text) ? Condition(text).english : text }

  /// What a count must be: `4가지 이상이어야 해요`, `4가지여야 해요`.
  static func inKorean(_ text: String, unit: String) -> String {
    guard isBound(text) else { return "\(text)\(unit)여야 해요" }
    let bounds = text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } + unit }
    return Condition(bounds.joined(separator: ", ")).korean
  }

  /// A bound as a noun's predicate: `0.85 이상이에요`; a value with its ending.
  static func inKoreanAlone(_ text: String, ending: String = "이에요") -> String {
    let condition = Condition(text)
    let bounds = [
      condition.low.map { $0.value + ($0.sign == ">" ? " 초과" : " 이상") },
      condition.high.map { $0.value + ($0.sign == "<" ? " 미만" : " 이하") },
    ].compactMap(\.self)
    guard bounds.isEmpty else { return bounds.joined(separator: " ") + ending }
    return ending == "이에요" ? Josa.copula.after(text) : text + ending
  }

  /// The bound that a number is beyond, where that bound itself is allowed, and whether it is the lower one.
  func nearest(to number: Double) -> (value: String, isLow: Bool)? {
    if let low, low.sign == ">=", let bound = Double(low.value), number < bound { return (low.value, true) }
    if let high, high.sign == "<=", let bound = Double(high.value), number > bound { return (high.value, false) }
    return nil
  }
}
