internal import Messages
internal import SegLab

/// Numbers as people write them: `0,01`, `131,072`, `256 x 256`, `.5`, `5 %`, and what is left of a hole.
enum WrittenNumbers {
  /// What is found.
  static func slips(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      RestOfHole.slip(at: index, in: text) ?? point(at: index, in: text) ?? comma(at: index, in: text)
        ?? product(at: index, in: text) ?? sign(at: index, in: text)
    }
  }

  /// Numbers in a list that a comma divides though they are one, where the layer says how many it takes: no compiler minds these.
  static func dividedNumbers(in text: CellText) -> [Slip] {
    text.tokens.indices.compactMap { index in
      enclosingList(of: index, in: text) == nil ? nil : comma(at: index, in: text)
    }
  }

  // MARK: Commas

  private static func comma(at index: Int, in text: CellText) -> Slip? {
    guard let first = text[at: index], first.kind == .number else { return nil }
    if let slip = spacedComma(at: index, in: text) { return slip }
    guard let last = run(from: index, in: text) else { return nil }
    let parts = stride(from: index, through: last, by: 2).map { text.tokens[$0].text }
    let number = parts.joined(separator: ",")
    if let list = enclosingList(of: index, in: text) {
      if let slip = decimals(parts, in: list, index...last, text) { return slip }
      guard isGrouped(parts), wantsFewer(list, than: parts.count - 1, in: text) else { return nil }
      return Slip(first, .thousandsComma(number), [text.replace(index...last, by: parts.joined())])
    }
    let before = text[at: index - 1]?.text ?? ""
    let isBare = ["(", ","].contains(before) && parts.count == 2 && takesFewer(at: index, parts, in: text)
    guard isBare || [":", "=", "==", "<", ">", "<=", ">=", "*", "/", "+", "-", "return"].contains(before) else {
      return nil
    }
    if isGrouped(parts) {
      return Slip(first, .thousandsComma(number), [text.replace(index...last, by: parts.joined())])
    }
    guard parts.count == 2 else { return nil }
    return Slip(first, .decimalComma(number), [text.replace(index...last, by: parts.joined(separator: "."))])
  }

  /// `learningRate: 0, 001`: what stands behind the comma has no label, and only one number is wanted.
  private static func spacedComma(at index: Int, in text: CellText) -> Slip? {
    guard text.sees(":", at: index - 1), let label = text[at: index - 2]?.text,
      CallSignature.realLabels.contains(label),
      text.sees(",", at: index + 1), let next = text[at: index + 2], next.kind == .number,
      next.line == text.tokens[index].line,
      isWhole(text.tokens[index].text), isWhole(next.text), [",", ")"].contains(text[at: index + 3]?.text)
    else { return nil }
    let (first, number) = (text.tokens[index], "\(text.tokens[index].text),\(next.text)")
    return Slip(
      first, .decimalComma(number), [text.replace(index...(index + 2), by: number.replacing(",", with: "."))])
  }

  /// Whether a call of ours would take one number where `0,5` stands without a label.
  private static func takesFewer(at index: Int, _ parts: [String], in text: CellText) -> Bool {
    guard let open = text.bracket(around: index, within: 60), text.sees("(", at: open),
      let name = text[at: open - 1]?.text, let signature = CallSignature.here(name)
    else { return false }
    let numbers = signature.parameters.filter { [.real, .whole].contains($0.kind) }
    return parts[0] == "0" || numbers.count == 1 && numbers[0].kind == .real
  }

  /// Numbers with a point of which commas make two: `[1, 0,5]`, where no 0 can be.
  private static func decimals(
    _ parts: [String], in list: Int, _ range: ClosedRange<Int>, _ text: CellText
  ) -> Slip? {
    guard text.sees(":", at: list - 1), let label = text[at: list - 2]?.text, CallSignature.realLabels.contains(label),
      let close = text.closing(list)
    else { return nil }
    let isSpacedElsewhere = (list..<close).contains { text.sees(",", at: $0) && !range.contains($0) }
    var numbers: [String] = []
    var pair: String?
    var index = 0
    while index < parts.count {
      let isPair = index + 1 < parts.count && (parts[index] == "0" || parts.count == 2 && isSpacedElsewhere)
      if isPair { pair = pair ?? "\(parts[index]),\(parts[index + 1])" }
      numbers.append(isPair ? "\(parts[index]).\(parts[index + 1])" : parts[index])
      index += isPair ? 2 : 1
    }
    return pair.map {
      Slip(
        text.tokens[range.lowerBound], .decimalComma($0), [text.replace(range, by: numbers.joined(separator: ", "))])
    }
  }

  /// The last of the whole numbers from here that commas divide without a space; nil where none does.
  private static func run(from index: Int, in text: CellText) -> Int? {
    guard !(text.sees(",", at: index - 1) && text.touch(index - 1, index) && text[at: index - 2]?.kind == .number)
    else { return nil }
    var last = index
    while text.sees(",", at: last + 1), text.touch(last, last + 1), text.touch(last + 1, last + 2),
      text[at: last + 2]?.kind == .number, isWhole(text.tokens[last].text), isWhole(text.tokens[last + 2].text)
    {
      last += 2
    }
    return last > index ? last : nil
  }

  private static func isWhole(_ text: String) -> Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  /// Whether these are the thousands of one number: `131`, `072`.
  private static func isGrouped(_ parts: [String]) -> Bool {
    (1...3).contains(parts[0].count) && parts[0] != "0" && parts.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The position of the `[` around `index`; nil where another bracket is nearer.
  private static func enclosingList(of index: Int, in text: CellText) -> Int? {
    text.bracket(around: index, within: 400).flatMap { text.tokens[$0].text == "[" ? $0 : nil }
  }

  /// Whether the list that begins at `open` has more numbers than its layer takes, and with `fewer` less of them as many.
  private static func wantsFewer(_ open: Int, than fewer: Int, in text: CellText) -> Bool {
    guard let close = text.closing(open), text.sees(":", at: open - 1), let label = text[at: open - 2]?.text else {
      return false
    }
    var count = 1
    var depth = 0
    for token in text.tokens[(open + 1)..<close] {
      if ["(", "[", "{"].contains(token.text) { depth += 1 }
      if [")", "]", "}"].contains(token.text) { depth -= 1 }
      if token.text == ",", depth == 0 { count += 1 }
    }
    switch label {
    case "weights": return count - fewer == 2
    case "filter": return count - fewer == 4
    case "shape": return count > 3 && (1...3).contains(count - fewer)
    default: return false
    }
  }

  // MARK: Points

  private static func point(at index: Int, in text: CellText) -> Slip? {
    guard let token = text[at: index] else { return nil }
    if token.kind == .number, token.text.hasSuffix("."), token.text.count > 1,
      !text.touch(index, index + 1) || [",", ")", "]"].contains(text[at: index + 1]?.text ?? "")
    {
      let written = wantsWhole(at: index, in: text) ? String(token.text.dropLast()) : token.text + "0"
      return Slip(token, .pointAlone(found: token.text, written: written), [text.replace(index...index, by: written)])
    }
    guard token.text == ".", text.touch(index, index + 1), let next = text[at: index + 1],
      !followsValue(index, in: text)
    else { return nil }
    if next.text == "[" {
      return Slip(token, .pointOfHole(found: ".[", written: "["), [text.replace(index...index, by: "")])
    }
    if next.kind == .string || ["true", "false", "nil"].contains(next.text) {
      return Slip(
        token, .pointOfHole(found: "." + next.text, written: next.text), [text.replace(index...index, by: "")])
    }
    guard next.kind == .number else { return nil }
    if wantsWhole(at: index, in: text) || next.text.contains(".") {
      return Slip(
        token, .pointOfHole(found: "." + next.text, written: next.text), [text.replace(index...index, by: "")])
    }
    let written = "0." + next.text
    return Slip(token, .pointAlone(found: "." + next.text, written: written), [text.replace(index...index, by: "0.")])
  }

  /// Whether a value stands right before: `x.count`.
  private static func followsValue(_ index: Int, in text: CellText) -> Bool {
    guard text.touch(index - 1, index), let before = text[at: index - 1] else { return false }
    return before.kind == .word || before.kind == .number || before.kind == .string
      || [")", "]", "}", "?", "!"].contains(before.text)
  }

  /// Whether a whole number is wanted at `index`: by the label before it.
  private static func wantsWhole(at index: Int, in text: CellText) -> Bool {
    for position in stride(from: index - 1, through: max(0, index - 60), by: -1) where text.sees(":", at: position) {
      let label = text[at: position - 1]?.text ?? ""
      return CallSignature.wholeLabels.contains(label)
    }
    return false
  }

  // MARK: Products and signs

  private static func product(at index: Int, in text: CellText) -> Slip? {
    guard let token = text[at: index], token.kind == .number else { return nil }
    if let found = token.text.wholeMatch(of: /([1-9][0-9]*)[xX]([0-9]+)/) {
      let written = "\(found.output.1) * \(found.output.2)"
      return Slip(token, .timesSign(found: token.text, written: written), [text.replace(index...index, by: written)])
    }
    if text.sees("x", at: index + 1) || text.sees("X", at: index + 1), text[at: index + 2]?.kind == .number {
      let written = "\(token.text) * \(text.tokens[index + 2].text)"
      return Slip(
        token, .timesSign(found: text.text(index...(index + 2)), written: written),
        [text.replace((index + 1)...(index + 1), by: "*")])
    }
    // 65.536 where whole numbers are wanted.
    if token.text.wholeMatch(of: /[1-9][0-9]{0,2}(\.[0-9]{3})+/) != nil, wantsWhole(at: index, in: text) {
      return Slip(
        token, .thousandsSpace(token.text), [text.replace(index...index, by: token.text.filter { $0 != "." })])
    }
    // 100 000, 100.663.296; what no comma divides at all is a list.
    let isList = enclosingList(of: index, in: text).map { list in
      !text.tokens[list..<(text.closing(list) ?? list)].contains { $0.text == "," }
    }
    if isList != true, text[at: index + 1]?.kind == .number, text[at: index + 1]?.line == token.line,
      isWhole(token.text),
      isGrouped([token.text, text.tokens[index + 1].text])
    {
      let found = text.text(index...(index + 1))
      return Slip(token, .thousandsSpace(found), [text.replace(index...(index + 1), by: found.filter { $0 != " " })])
    }
    if text.sees(".", at: index + 1), text.touch(index, index + 1), text.touch(index + 1, index + 2),
      text[at: index + 2]?.kind == .number
    {
      let found = text.text(index...(index + 2))
      guard isGrouped(found.split(separator: ".").map(String.init)) else { return nil }
      return Slip(token, .thousandsSpace(found), [text.replace(index...(index + 2), by: found.filter { $0 != "." })])
    }
    // 10^-3, 10**-3
    if token.text == "10", text.sees("^", at: index + 1) || text.sees("**", at: index + 1) {
      let isMinus = text.sees("-", at: index + 2)
      let end = isMinus ? index + 3 : index + 2
      guard let power = text[at: end], power.kind == .number else { return nil }
      let written = "1e" + (isMinus ? "-" : "") + power.text
      return Slip(
        token, .power(found: text.text(index...end), written: written), [text.replace(index...end, by: written)])
    }
    return nil
  }

  private static func sign(at index: Int, in text: CellText) -> Slip? {
    guard let token = text[at: index], token.kind == .number else { return nil }
    if let found = token.text.wholeMatch(of: /([0-9]+(?:\.[0-9]+)?(?:[eE]-?[0-9]+)?)[fFdL]/) {
      let written = String(found.output.1)
      return Slip(token, .numberEnding(found: token.text, written: written), [text.replace(index...index, by: written)])
    }
    guard text.sees("%", at: index + 1), let share = Double(token.text),
      [",", ")", "]", ""].contains(text[at: index + 2]?.text ?? "")
    else { return nil }
    let written = (share / 100).description
    return Slip(
      token, .percent(found: text.text(index...(index + 1)), written: written),
      [text.replace(index...(index + 1), by: written)])
  }
}
