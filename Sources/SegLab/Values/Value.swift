/// What goes into a learner's function, and what comes out of it, on its way between two processes.
///
/// As text it is one line: `number 0.5`, `list 3 1 2 3`, `grid 2 2 0 1 1 0` (rows, columns, row after row), `nothing`,
/// `refusal words`, `unfit`.
public enum Value: Sendable, Equatable {
  /// A number.
  case number(Double)
  /// Numbers in a row.
  case list([Double])
  /// Numbers in rows and columns, row after row.
  case grid(height: Int, width: Int, [Double])
  /// `nil`.
  case nothing
  /// An error that the function threw, in its own words.
  case refusal(String)
  /// The function takes other kinds of values.
  case unfit

  /// The most rows, columns, or numbers in a list.
  public static let longest = 1 << 20

  /// As one line.
  public var text: String {
    func line(_ words: [String], _ numbers: [Double]) -> String {
      (words + numbers.map { "\($0)" }).joined(separator: " ")
    }
    switch self {
    case .number(let number): return "number \(number)"
    case .list(let numbers): return line(["list", "\(numbers.count)"], numbers)
    case .grid(let height, let width, let numbers): return line(["grid", "\(height)", "\(width)"], numbers)
    case .nothing: return "nothing"
    case .refusal(let words):
      return "refusal " + String(words.unicodeScalars.prefix(300).map { $0.value < 32 ? " " : Character($0) })
    case .unfit: return "unfit"
    }
  }

  /// Nil where the line is none of these.
  public init?(text: some StringProtocol) {
    let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = words.count > 1 ? words[1] : ""
    guard words.first != "refusal" else {
      self = .refusal(String(rest))
      return
    }
    let numbers = rest.split(separator: " ").map { Double($0) }
    guard let kind = words.first, !numbers.contains(where: { $0 == nil }) else { return nil }
    let all = numbers.compactMap { $0 }
    switch kind {
    case "number" where all.count == 1: self = .number(all[0])
    case "list" where !all.isEmpty && all[0].whole == all.count - 1: self = .list(Array(all.dropFirst()))
    case "grid" where all.count >= 2:
      guard let height = all[0].whole, let width = all[1].whole,
        0...Self.longest ~= height, 0...Self.longest ~= width, height * width == all.count - 2
      else { return nil }
      self = .grid(height: height, width: width, Array(all.dropFirst(2)))
    case "nothing": self = .nothing
    case "unfit": self = .unfit
    default: return nil
    }
  }
}

extension Double {
  /// The same number as `Int`; nil where it has a fraction or is huge.
  ///
  /// Unlike the library's own conversion it needs no mathematics library, without which a learner's program is linked.
  var whole: Int? {
    guard self > -9e15, self < 9e15, Double(Int(self)) == self else { return nil }
    return Int(self)
  }
}

extension Value: Codable {
  /// - Throws: `DecodingError` where the text is no value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Value(text: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a value")
    }
    self = value
  }

  /// Writes the value as its line, so that numbers which JSON does not have (NaN, infinities) arrive too.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
