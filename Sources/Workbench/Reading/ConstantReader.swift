/// Reads what is all numbers, with the signs, lists and functions of other libraries between them.
struct ConstantReader {
  let text: CellText
  /// Whether a word before a point is another library's.
  let isModule: (String) -> Bool
  private var index = 0
  private var end = 0
  private var depth = 0

  /// So many brackets within one another are read.
  private static let deepest = 12

  /// - Parameters:
  ///   - text: the text.
  ///   - isModule: whether a word before a point is another library's; where nothing is said none is.
  init(_ text: CellText, isModule: @escaping (String) -> Bool = { _ in false }) {
    (self.text, self.isModule) = (text, isModule)
  }

  /// What some pieces come to; nil where a name of the learner's or anything else is among them.
  func value(_ range: ClosedRange<Int>) -> ConstantValue? { inside(range) }

  private var next: String { index <= end ? text[at: index]?.text ?? "" : "" }

  private mutating func sum() -> ConstantValue? {
    guard var result = product() else { return nil }
    while ["+", "-"].contains(next) {
      let sign = next
      index += 1
      guard let term = product(), let both = ConstantValue.joined(result, sign, term) else { return nil }
      result = both
    }
    return result
  }

  private mutating func product() -> ConstantValue? {
    guard var result = power() else { return nil }
    while ["*", "/"].contains(next) {
      let sign = next
      index += 1
      guard let factor = power(), let both = ConstantValue.joined(result, sign, factor) else { return nil }
      result = both
    }
    return result
  }

  private mutating func power() -> ConstantValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    if next == "-" {
      index += 1
      return power().flatMap { ConstantValue.joined(.number(0), "-", $0) }
    }
    guard let base = single() else { return nil }
    guard next == "**" else { return base }
    index += 1
    return power().flatMap { ConstantValue.joined(base, "**", $0) }
  }

  private mutating func single() -> ConstantValue? {
    guard index <= end, let token = text[at: index] else { return nil }
    if token.kind == .number {
      index += 1
      return Double(token.text.filter { $0 != "_" }).map { .number($0) }
    }
    guard token.text == "[" || token.text == "(" else { return word() }
    guard let close = text.closing(index), close <= end else { return nil }
    let values = Call.arguments(from: index, to: close, in: text).map { inside($0) }
    index = close + 1
    if token.text == "(", values.count == 1 { return values[0] }
    let numbers = values.compactMap { value -> Double? in
      if case .number(let number)? = value { number } else { nil }
    }
    return numbers.count == values.count ? .list(numbers) : nil
  }

  /// `np.pi`, `math.ceil(504 / 8)`.
  private mutating func word() -> ConstantValue? {
    guard let token = text[at: index], token.kind == .word, isModule(token.text) else { return nil }
    var place = index
    while text.sees(".", at: place + 1), text[at: place + 2]?.kind == .word { place += 2 }
    guard place > index, place <= end else { return nil }
    if let call = Call(openingAt: place + 1, in: text) {
      guard call.range.upperBound <= end, let value = value(of: call) else { return nil }
      index = call.range.upperBound + 1
      return value
    }
    index = place + 1
    return ConstantValue.named(text.tokens[place].text)
  }

  /// What a call of another library comes to.
  func value(of call: Call) -> ConstantValue? {
    var deeper = self
    deeper.depth = depth + 1
    guard deeper.depth <= Self.deepest else { return nil }
    var given: [(label: String?, value: ConstantValue)] = []
    // Of which kind the numbers are is Swift's to find.
    for argument in call.arguments where argument.label != "dtype" {
      guard let value = deeper.inside(argument.value) else { return nil }
      given.append((argument.label, value))
    }
    return ConstantValue.calling(call.name, of: text.tokens[call.callee.lowerBound].text, with: given)
  }

  private func inside(_ range: ClosedRange<Int>) -> ConstantValue? {
    var reader = self
    (reader.index, reader.end) = (range.lowerBound, range.upperBound)
    guard let value = reader.sum(), reader.index == range.upperBound + 1 else { return nil }
    return value
  }
}
