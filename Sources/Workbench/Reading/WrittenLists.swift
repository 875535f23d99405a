internal import Messages

/// Lists of numbers, and the two sides of a window, as people write them: `5x5x1x100`, `[256; 256; 2]`, `[256 256 2]`, `2×2`.
struct WrittenLists {
  let text: CellText
  let context: ReadingContext

  /// What is found, one a value.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let reader = WrittenLists(text: text, context: context)
    return text.tokens.indices.flatMap { index -> [Slip] in
      guard let call = Call(openingAt: index, in: text), let signature = CallSignature.here(call.name) else {
        return []
      }
      return reader.slips(call, signature)
    }
  }

  private func slips(_ call: Call, _ signature: CallSignature) -> [Slip] {
    call.arguments.indices.compactMap { index -> Slip? in
      let argument = call.arguments[index]
      guard let label = argument.label else { return bareSides(argument, call, signature) }
      guard let ours = CallReader.label(label, in: signature), let parameter = signature.parameter(ours) else {
        return nil
      }
      switch parameter.kind {
      case .wholes:
        guard let count = Self.count(of: ours) else { return nil }
        let bare = call.arguments[(index + 1)...].prefix { $0.label == nil && isNumbers($0.value) }
        let value = argument.value.lowerBound...(bare.last?.value ?? argument.value).upperBound
        let isWhole = !bare.isEmpty || argument.value.count == 1
        let written = text.text(value)
        guard let made = list(written, count, ours, before: call.range.lowerBound),
          Self.dense(made) != Self.dense(written), isOnOneLine(value)
        else { return nil }
        let slip =
          isWhole && bare.isEmpty && Self.numbers(in: written).count == 1
          ? SlipPhrase.listWanted(written: made) : .listForm(found: written, written: made)
        return Slip(text.tokens[value.lowerBound], slip, [text.replace(value, by: made)])
      case .whole where ["window", "stride", "factor"].contains(ours): return sides(argument.value)
      default: return nil
      }
    }
  }

  /// `Resize(120x112)` is `Resize(width: 120, height: 112)`.
  private func bareSides(_ argument: Call.Argument, _ call: Call, _ signature: CallSignature) -> Slip? {
    guard signature.name == "Resize", call.arguments.count == 1, isOnOneLine(argument.value) else { return nil }
    let written = text.text(argument.value)
    let numbers = Self.numbers(in: written)
    guard numbers.count == 2, Self.isPlain(written) else { return nil }
    let made = "width: \(numbers[0]), height: \(numbers[1])"
    return Slip(
      text.tokens[argument.value.lowerBound], .labelsMissing(["width", "height"]),
      [text.replace(argument.value, by: made)])
  }

  /// One number for both sides of a window that has the same twice.
  private func sides(_ value: ClosedRange<Int>) -> Slip? {
    let written = text.text(value)
    guard let found = written.wholeMatch(of: /[\[\({]?\s*([0-9]+)\s*[xX×✕:\s]\s*([0-9]+)\s*[\]\)}]?/),
      found.output.1 == found.output.2, isOnOneLine(value)
    else { return nil }
    let side = String(found.output.1)
    return Slip(
      text.tokens[value.lowerBound], .equalSides(found: written, written: side), [text.replace(value, by: side)])
  }

  private func isOnOneLine(_ range: ClosedRange<Int>) -> Bool {
    text.tokens[range.lowerBound].line == text.tokens[range.upperBound].line
  }

  private func isNumbers(_ range: ClosedRange<Int>) -> Bool {
    text.tokens[range].allSatisfy { $0.kind == .number || ["[", "]", "*", ","].contains($0.text) }
  }

  /// How many numbers the list behind a label has; nil where that differs.
  static func count(of label: String) -> Int? { ["weights": 2, "filter": 4, "shape": 3][label] }

  // MARK: One list

  /// The list that is meant by `written`; nil where that cannot be told, or something else than numbers is in it.
  private func list(_ written: String, _ count: Int, _ label: String, before index: Int) -> String? {
    guard Self.isPlain(written), !isDividedByCommas(written, count) else { return nil }
    let numbers = Self.numbers(in: written)
    let strong: (Character) -> Bool = { ",;→|".contains($0) }
    let plain = Self.content(of: written)
    let mayMultiply = label == "filter" || label == "shape" && !plain.contains(where: strong)
    if numbers.count == count, mayMultiply || !plain.contains(where: { "*/".contains($0) }) {
      return "[" + numbers.joined(separator: ", ") + "]"
    }
    let items = plain.split(whereSeparator: strong).map { $0.trimmed }
    if items.count == count, items.allSatisfy({ $0.wholeMatch(of: /[0-9_]+(\s*[*xX×]\s*[0-9_]+)*/) != nil }) {
      return "[" + items.map { $0.replacing(/\s*[xX×]\s*/) { _ in " * " } }.joined(separator: ", ") + "]"
    }
    // The sides of a filter alone: how many channels come in is known, how many go out is the learner's to say.
    if label == "filter", (1...2).contains(numbers.count), !plain.contains("*") {
      let channels = CallReader(text: text, context: context).channels(before: index, CallSignature.conv) ?? ".FIXME"
      return "[\(numbers[0]), \(numbers[numbers.count - 1]), \(channels), .FIXME]"
    }
    // What comes out alone: what comes in stands above.
    if label == "weights", numbers.count == 1, numbers[0] == plain {
      let values = CallReader(text: text, context: context).channels(before: index, CallSignature.dense) ?? ".FIXME"
      return "[\(values), \(numbers[0])]"
    }
    return nil
  }

  /// Whether brackets of some kind are there and commas divide as many values as are wanted: what is in them is looked at elsewhere.
  private func isDividedByCommas(_ written: String, _ count: Int) -> Bool {
    guard let first = written.first, "[({".contains(first), !written.dropFirst().contains(where: { "[(".contains($0) })
    else {
      return false
    }
    let items = Self.content(of: written).split(separator: ",", omittingEmptySubsequences: false)
    return items.count == count
      && items.allSatisfy { $0.contains(where: \.isNumber) && !$0.contains(where: { ";→|".contains($0) }) }
  }

  /// What stands between brackets and quotes.
  private static func content(of written: String) -> String {
    written.replacing("->", with: "→").filter { !"()[]{}\"'".contains($0) }.trimmed
  }

  /// The whole numbers in `written`.
  private static func numbers(in written: String) -> [String] {
    written.split { !($0.isASCII && $0.isNumber) && $0 != "_" }.map(String.init)
  }

  /// Whether nothing but whole numbers and what may divide them is there.
  private static func isPlain(_ written: String) -> Bool {
    let inside = content(of: written)
    return written.firstMatch(of: /[0-9]\s*[\(\[]/) == nil && inside.firstMatch(of: /\.[0-9]|^\./) == nil
      && inside.firstMatch(of: /[xX×]\s*$/) == nil
      && inside.allSatisfy { $0.isWhitespace || $0.isASCII && $0.isNumber || "_,;:xX×✕*/→|&.·".contains($0) }
  }

  private static func dense(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
