/// A small whole number in words: `two`, `세 번`, `하나`.
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
    return words
  }()
  private static let units = [
    "번", "칸", "개", "회", "에폭", "에포크", "장", "픽셀", "배", "epochs", "epoch", "times", "time", "pixels", "px",
  ]

  /// - Parameter words: what somebody wrote; nil where it says no number.
  public init?(_ words: String) {
    var plain = words.lowercased().filter { !$0.isWhitespace }
    if Self.words[plain] == nil, let unit = Self.units.first(where: plain.hasSuffix) { plain.removeLast(unit.count) }
    guard let value = Self.words[plain] else { return nil }
    self.value = value
  }
}
