internal import Messages

/// Losses that are added up otherwise than here: in a list, with the number behind them or no sign behind it, divided, taken away from one
/// another, or by the names of other libraries.
/// Here it is `0.5 * .binaryCrossEntropy + 0.5 * .dice()`.
struct WeightedLosses {
  let text: CellText

  /// The sum in some pieces as it is written here; nil where it is one loss alone, or something else stands in it.
  func written(_ range: ClosedRange<Int>) -> String? {
    var (first, last, share) = (range.lowerBound, range.upperBound, 1.0)
    // `(a + b) / 2`
    if last - 2 > first, text.sees("/", at: last - 1), text.closing(first) == last - 2,
      let count = Double(text.tokens[last].text), count > 0
    {
      (last, share) = (last - 2, 1 / count)
    }
    if ["[", "("].contains(text.tokens[first].text), text.closing(first) == last, last > first + 1 {
      (first, last) = (first + 1, last - 1)
    }
    let parts = parts(first...last)
    // What is taken away is meant to be looked at, too: where nobody says how much, each as much as the other.
    let isTaken = parts.contains { text.sees("-", at: $0.lowerBound - 1) }
    let losses = parts.filter { !isTaken || !isNumber($0) }
    let hasWeights = range.contains {
      text.sees("*", at: $0) || text.tokens[$0].kind == .number && text.sees(".", at: $0 + 1)
    }
    if isTaken, !hasWeights, losses.count > 1 { share /= Double(losses.count) }
    let terms = losses.map { term($0, share) }
    guard !terms.isEmpty, !terms.contains(nil), terms.count > 1 || hasWeights || isTaken else { return nil }
    return terms.compactMap(\.self).joined(separator: " + ")
  }

  /// What is added up or taken away, out of its parentheses: `a + (1 - b)` has three parts.
  private func parts(_ range: ClosedRange<Int>, depth: Int = 0) -> [ClosedRange<Int>] {
    let found = Call.arguments(
      from: range.lowerBound - 1, to: range.upperBound + 1, in: text, dividedBy: ["+", ",", "-"])
    return found.flatMap { part -> [ClosedRange<Int>] in
      guard depth < 4, part.count > 2, text.sees("(", at: part.lowerBound),
        text.closing(part.lowerBound) == part.upperBound
      else { return [part] }
      return parts((part.lowerBound + 1)...(part.upperBound - 1), depth: depth + 1)
    }
  }

  private func isNumber(_ range: ClosedRange<Int>) -> Bool {
    range.count == 1 && text.tokens[range.lowerBound].kind == .number
  }

  /// `0.5 * .dice()`, with the number in front; nil where it is no loss with a number or without one.
  private func term(_ range: ClosedRange<Int>, _ share: Double) -> String? {
    var (loss, weight) = (range, share)
    func number(_ index: Int) -> Double? {
      text[at: index].flatMap { $0.kind == .number ? Double($0.text) : nil }
    }
    if range.count > 2, let own = number(range.lowerBound), text.sees("*", at: range.lowerBound + 1) {
      (loss, weight) = ((range.lowerBound + 2)...range.upperBound, own * share)
    } else if range.count > 2, let own = number(range.upperBound), text.sees("*", at: range.upperBound - 1) {
      (loss, weight) = (range.lowerBound...(range.upperBound - 2), own * share)
    }
    // `0.5 .dice()`
    if range.count > 2, let own = number(range.lowerBound), text.sees(".", at: range.lowerBound + 1) {
      (loss, weight) = ((range.lowerBound + 1)...range.upperBound, own * share)
    }
    let made = ForeignMembers.written(text, loss, "Loss") ?? text.text(loss)
    guard made.hasPrefix("."), MemberNames.of("Loss").contains(String(made.dropFirst().prefix { $0.isLetter })) else {
      return nil
    }
    return weight == 1 ? made : "\(weight) * \(made)"
  }
}
