internal import Messages
internal import SegLab

/// A list by description where a setting takes numbers, written out: `learningRates: [10**-i for i in range(1, 4)]` is `[0.1, 0.01, 0.001]`.
struct WrittenOutList {
  let text: CellText
  /// What each number is called in turn.
  let name: String
  let hasConditions: Bool

  /// The list as it stands behind a label.
  ///
  /// - Parameters:
  ///   - value: the pieces of what is worked out of each number.
  ///   - source: those of what is gone through.
  ///   - open: the list's bracket.
  /// - Returns: holes where a name stands in it that nothing here has; nil elsewhere than behind a setting's label, and where Swift can say it.
  func written(_ value: ClosedRange<Int>, _ source: ClosedRange<Int>, behind open: Int) -> String? {
    guard [":", "="].contains(text[at: open - 1]?.text), let label = text[at: open - 2]?.text,
      CallSignature.all.contains(where: { signature in
        CallReader.plainLabel(label, in: signature).flatMap { signature.parameter($0)?.kind }
          .map { $0 == .reals || $0 == .wholes } ?? false
      })
    else { return nil }
    if let numbers = numbers(value, source) { return ConstantValue.list(numbers).written }
    return isForeign(value) || isForeign(source) ? "[.FIXME, .FIXME]" : nil
  }

  private func numbers(_ value: ClosedRange<Int>, _ source: ClosedRange<Int>) -> [Double]? {
    guard !hasConditions, value.count <= 40, let given = given(source) else { return nil }
    let results = given.map { number -> Double? in
      guard let written = ConstantValue.number(number).written else { return nil }
      let words = value.map { text.tokens[$0].text == name ? "(\(written))" : text.tokens[$0].text }
      let pieces = CellText([words.joined(separator: " ")])
      guard !pieces.tokens.isEmpty,
        case .number(let result)? = ConstantReader(pieces).value(0...(pieces.tokens.count - 1))
      else { return nil }
      return result
    }
    let known = results.compactMap(\.self)
    return known.count == results.count ? known : nil
  }

  /// The numbers that are gone through: of `range(1, 4)`, `(1, 2, 5)`, `[1, 2, 5]`.
  private func given(_ source: ClosedRange<Int>) -> [Double]? {
    let reader = ConstantReader(text)
    let call = Call(openingAt: source.lowerBound + 1, in: text)
    let value = call.flatMap { $0.range == source ? reader.value(of: $0) : nil } ?? reader.value(source)
    if case .list(let numbers)? = value, numbers.count <= 20 { return numbers }
    return nil
  }

  /// Whether a name stands in some pieces that the cell makes nowhere.
  private func isForeign(_ range: ClosedRange<Int>) -> Bool {
    range.contains { index in
      let token = text.tokens[index]
      guard token.kind == .word, token.text != name, token.text != "range", !text.sees(".", at: index - 1) else {
        return false
      }
      return !text.tokens.indices.contains {
        text.sees(token.text, at: $0) && ["let", "var"].contains(text[at: $0 - 1]?.text)
      }
    }
  }
}
