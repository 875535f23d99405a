internal import Messages
internal import SegLab

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
      case .wholes where ours == "shape" && batch(argument.value) != nil: return batch(argument.value)
      case .wholes where Self.count(of: ours) == nil, .reals: return loose(index, in: call)
      case .wholes:
        guard let count = Self.count(of: ours) else { return nil }
        let bare = call.arguments[(index + 1)...].prefix { $0.label == nil && isNumbers($0.value) }
        let value = argument.value.lowerBound...(bare.last?.value ?? argument.value).upperBound
        let isWhole = !bare.isEmpty || argument.value.count == 1
        let written = text.text(value)
        guard !isRight(value, count), let made = list(written, count, ours, before: call.range.lowerBound),
          Self.dense(made) != Self.dense(written), isOnOneLine(value)
        else { return nil }
        let isShort = Self.numbers(in: written).count < count && written.hasPrefix("[")
        let slip =
          isShort
          ? SlipPhrase.listShort(label: ours, found: written, written: made)
          : isWhole && bare.isEmpty && Self.numbers(in: written).count == 1
            ? .listWanted(written: made) : .listForm(found: written, written: made)
        return Slip(text.tokens[value.lowerBound], slip, [text.replace(value, by: made)])
      case .whole where ["window", "stride", "factor"].contains(ours):
        return sides(argument.value) ?? one(argument.value, signature)
      case .whole, .real: return one(argument.value, signature)
      default: return nil
      }
    }
  }

  private static let batches: Set<String> = [
    "nil", "None", "null", "-1", "?", "_", "batch", "batch_size", "batchSize", "N", "B",
  ]

  /// A shape with a word for the batch at its front: `[None, 256, 256, 1]`.
  private func batch(_ value: ClosedRange<Int>) -> Slip? {
    guard ["[", "("].contains(text.tokens[value.lowerBound].text), text.closing(value.lowerBound) == value.upperBound,
      isOnOneLine(value)
    else { return nil }
    let items = Call.arguments(from: value.lowerBound, to: value.upperBound, in: text).map { text.text($0) }
    guard items.count == 4, Self.batches.contains(items[0]), !context.names.contains(items[0]) else { return nil }
    let written = "[" + items.dropFirst().joined(separator: ", ") + "]"
    return Slip(
      text.tokens[value.lowerBound], .batchInShape(found: text.text(value), written: written),
      [text.replace(value, by: written)])
  }

  /// Numbers without brackets where a list of any length is wanted: `learningRates: 0.0003, 0.001`.
  private func loose(_ index: Int, in call: Call) -> Slip? {
    let argument = call.arguments[index]
    let bare = call.arguments[(index + 1)...].prefix { $0.label == nil && isReal($0.value) }
    let value = argument.value.lowerBound...(bare.last?.value ?? argument.value).upperBound
    let written = text.text(value)
    let first = text.tokens[value.lowerBound]
    guard isOnOneLine(value),
      first.kind == .number || first.kind == .string || ["[", "(", "{", "-"].contains(first.text)
    else { return nil }
    let isListed = first.text == "[" && text.closing(value.lowerBound) == value.upperBound
    let pieces = Self.content(of: written).split { ",;/| →".contains($0) }.map(String.init)
    let plain = pieces.filter { $0 != "and" && $0 != "or" && $0 != "~" }
    guard !plain.isEmpty, plain.allSatisfy({ Double($0) != nil }) else { return nil }
    let items = Self.content(of: written).split(separator: ",").map(\.trimmed)
    // Swift divides: `[1/1000, 0.001]`.
    let areValues = items.allSatisfy { $0.split(separator: "/").allSatisfy { Double($0.trimmed) != nil } }
    if isListed, areValues, items.count > 1 || !written.contains("/") { return nil }
    var values = plain
    // To try one decay alone compares nothing: 1 is the one that leaves the rate as it is.
    if values.count == 1, argument.label == "decayRates" {
      values = Double(plain[0]) == 1 ? ["1", "0.5"] : ["1"] + plain
    }
    let made = "[" + values.joined(separator: ", ") + "]"
    return Slip(
      first, plain.count == 1 ? .listWanted(written: made) : .listForm(found: written, written: made),
      [text.replace(value, by: made)])
  }

  private func isReal(_ range: ClosedRange<Int>) -> Bool {
    text.tokens[range].allSatisfy { $0.kind == .number || $0.text == "-" }
  }

  /// A list where one number is wanted: `epochs: [1]`; of several the first.
  private func one(_ value: ClosedRange<Int>, _ signature: CallSignature) -> Slip? {
    guard ["[", "{"].contains(text.tokens[value.lowerBound].text), text.closing(value.lowerBound) == value.upperBound,
      value.count > 2, isOnOneLine(value)
    else { return nil }
    let items = Call.arguments(from: value.lowerBound, to: value.upperBound, in: text)
    guard let first = items.first, items.allSatisfy({ isReal($0) || $0.count == 1 || isHole($0) }) else { return nil }
    let (found, made) = (text.text(value), text.text(first))
    // Two equal sides of a window are told otherwise.
    guard items.count == 1 || signature.name == "Training" else { return nil }
    return Slip(
      text.tokens[value.lowerBound], .oneWanted(found: found, written: made, isSweep: items.count > 1),
      [text.replace(value, by: made)])
  }

  private func isHole(_ range: ClosedRange<Int>) -> Bool { text.text(range) == ".FIXME" }

  /// `Resize(120x112)` is `Resize(width: 120, height: 112)`.
  private func bareSides(_ argument: Call.Argument, _ call: Call, _ signature: CallSignature) -> Slip? {
    guard signature.name == "Resize", call.arguments.count == 1, isOnOneLine(argument.value) else { return nil }
    let written = text.text(argument.value)
    let numbers = Self.numbers(in: written)
    guard numbers.count == 2, Self.isPlain(written) else { return nil }
    // Other libraries have the height first.
    guard call.name == "Resize", call.module.isEmpty else { return nil }
    let made = "width: \(numbers[0]), height: \(numbers[1])"
    return Slip(
      text.tokens[argument.value.lowerBound], .labelsMissing(["width", "height"]),
      [text.replace(argument.value, by: made)])
  }

  /// One number for both sides of a window that has the same twice.
  private func sides(_ value: ClosedRange<Int>) -> Slip? {
    let written = text.text(value)
    // Most are one number: no pattern is read for it.
    guard !written.allSatisfy(\.isNumber),
      let found = written.wholeMatch(of: /[\[\({]?\s*([0-9]+)\s*[xX×✕:\s]\s*([0-9]+)\s*[\]\)}]?/),
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

  /// Whether a list has as many numbers as are wanted, with parentheses wherever somebody likes them: `[512, (256 * 256) * 2]`.
  private func isRight(_ value: ClosedRange<Int>, _ count: Int) -> Bool {
    guard text.sees("[", at: value.lowerBound), text.closing(value.lowerBound) == value.upperBound,
      !text.tokens[value].contains(where: { $0.text == "**" })
    else { return false }
    let items = Call.arguments(from: value.lowerBound, to: value.upperBound, in: text)
    let numbers = ConstantReader(text)
    return items.count == count
      && items.allSatisfy { if case .number? = numbers.value($0) { true } else { false } }
  }

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
    if label == "filter", (1...3).contains(numbers.count), !plain.contains("*") {
      let reader = CallReader(text: text, context: context)
      let from = reader.channels(before: index, isFlat: false)
      let to = reader.channels(behind: index, isFlat: false)
      // The sides alone: how many channels come in and go out stands above and below, or it is the learner's to say.
      if numbers.count < 3 {
        return "[\(numbers[0]), \(numbers[numbers.count - 1]), \(from ?? ".FIXME"), \(to ?? ".FIXME")]"
      }
      // Three of four: whether a side or one of the channels is missing, the layers above and below say.
      if from == numbers[1], to ?? numbers[2] == numbers[2] {
        return "[\(numbers[0]), \(numbers[0]), \(numbers[1]), \(numbers[2])]"
      }
      guard numbers[0] == numbers[1], from == numbers[2] || to == numbers[2] else { return nil }
      let channels = to == numbers[2] ? [from ?? ".FIXME", numbers[2]] : [numbers[2], to ?? ".FIXME"]
      return "[\(numbers[0]), \(numbers[1]), \(channels.joined(separator: ", "))]"
    }
    // What comes out alone: what comes in stands above.
    if label == "weights", numbers.count == 1, numbers[0] == plain {
      let values = CallReader(text: text, context: context).channels(before: index, isFlat: true) ?? ".FIXME"
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
