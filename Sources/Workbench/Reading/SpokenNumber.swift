/// A whole number in words: `two`, `세 번`, `하나`, `2천5백`, `이천오백`, `13만 1072`.
public struct SpokenNumber: Sendable {
  /// The number.
  public let value: Int

  private static let words: [String: Int] = {
    var words: [String: Int] = ["once": 1, "twice": 2, "thrice": 3]
    let rows = [
      ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
      ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구", "십"],
      ["공", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"],
      ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"],
    ]
    for row in rows { for (number, word) in row.enumerated() where !word.isEmpty { words[word] = number } }
    // `열두`, `스물다섯`
    let tens = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"]
    for (place, ten) in tens.enumerated() {
      words[ten] = 10 * (place + 1)
      for row in rows[2...] { for number in 1...9 { words[ten + row[number]] = 10 * (place + 1) + number } }
    }
    words["스무"] = 20
    return words
  }()
  private static let units = [
    "번", "칸", "개", "회", "에폭", "에포크", "장", "픽셀", "배", "epochs", "epoch", "times", "time", "pixels", "px",
  ]

  /// - Parameter words: what somebody wrote; nil where it says no number.
  public init?(_ words: String) {
    var plain = words.lowercased().filter { !$0.isWhitespace }
    if Self.words[plain] == nil, let unit = Self.units.first(where: plain.hasSuffix) { plain.removeLast(unit.count) }
    guard let value = Self.words[plain] ?? Self.composed(plain) else { return nil }
    self.value = value
  }

  private static let shares: [String: String] = {
    let rows = [
      "1/2": ["절반", "반", "half", "ahalf", "onehalf"], "1/3": ["athird", "onethird"],
      "2/3": ["twothirds"], "1/4": ["quarter", "aquarter", "onequarter", "afourth"],
      "3/4": ["threequarters"], "1/10": ["atenth", "onetenth"],
    ]
    return rows.reduce(into: [:]) { found, row in for word in row.value { found[word] = row.key } }
  }()

  /// A share of one in words, as two numbers: `절반` and `a half` are `1/2`.
  ///
  /// - Parameter words: what somebody wrote.
  /// - Returns: nil for anything else.
  public static func share(_ words: String) -> String? {
    shares[words.lowercased().filter { !$0.isWhitespace && $0 != "-" }]
  }

  /// A number in words as it stands in code: `절반` is 0.5, `오백십이` is 512; nil for anything else.
  static func written(_ words: String) -> String? {
    guard let share = share(words) else { return decimal(words) ?? SpokenNumber(words).map { String($0.value) } }
    let parts = share.split(separator: "/").compactMap { Double($0) }
    return parts.count == 2 ? ConstantValue.number(parts[0] / parts[1]).written : nil
  }

  /// Digits behind a point in words: `영점구팔사` is `0.984`; nil for anything else.
  public static func decimal(_ words: String) -> String? {
    let parts = words.filter { !$0.isWhitespace }.split(separator: "점", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...12).contains(parts[1].count), !parts[0].isEmpty,
      let whole = SpokenNumber(String(parts[0]))?.value
    else { return nil }
    let digits = parts[1].map { sign in
      ["영", "공"].contains(sign) ? 0 : syllables[sign].map { Int($0) }
    }
    return digits.contains(nil) ? nil : "\(whole)." + digits.compactMap { $0.map(String.init) }.joined()
  }

  private static let syllables: [Character: Double] = [
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9,
  ]
  private static let steps: [Character: Double] = ["십": 10, "백": 100, "천": 1_000]
  private static let scales: [Character: Double] = ["만": 1e4, "억": 1e8]

  /// Digits or syllables before the steps of Korean numbers; nil without any step, and where the sum is no whole number.
  private static func composed(_ text: String) -> Int? {
    guard text.count <= 30, text.contains(where: { steps[$0] != nil || scales[$0] != nil }) else { return nil }
    var (total, group, digits) = (0.0, 0.0, "")
    var last: Double?
    for sign in text {
      if sign.isASCII, sign.isNumber || sign == "." {
        guard last == nil else { return nil }
        digits.append(sign)
      } else if sign == ",", !digits.isEmpty {
        continue
      } else if let number = syllables[sign] {
        guard last == nil, digits.isEmpty else { return nil }
        last = number
      } else if let step = steps[sign] ?? scales[sign] {
        guard let number = last ?? (digits.isEmpty ? 1 : Double(digits)) else { return nil }
        let isAlone = last == nil && digits.isEmpty
        if steps[sign] != nil {
          group += number * step
        } else {
          group += isAlone && group > 0 ? 0 : number
          total += group * step
          group = 0
        }
        (last, digits) = (nil, "")
      } else {
        return nil
      }
    }
    guard let rest = last ?? (digits.isEmpty ? 0 : Double(digits)) else { return nil }
    let sum = total + group + rest
    // 1.1 times 10 to the 8th is whole, though not in binary numbers.
    let isWhole = abs(sum - sum.rounded()) < 1e-6 * max(1, sum)
    return sum < 1e15 && isWhole ? Int(sum.rounded()) : nil
  }
}
