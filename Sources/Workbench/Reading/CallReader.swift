internal import Messages
internal import SegLab

/// Calls of layers and trainings as other libraries write them: names, labels, values.
struct CallReader {
  let text: CellText
  let context: ReadingContext

  /// What is found, one a call.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let reader = CallReader(text: text, context: context)
    return text.tokens.indices.compactMap { index in
      guard let call = Call(openingAt: index, in: text), let signature = reader.signature(of: call) else { return nil }
      return reader.slip(call, signature)
    }
  }

  private func signature(of call: Call) -> CallSignature? {
    guard call.module.isEmpty || OtherLibraries.modules.contains(call.module) else { return nil }
    if let signature = CallSignature.of(call.name) { return signature }
    guard !context.names.contains(call.name) else { return nil }
    if let here = OtherLibraries.made(by: call.name), let signature = CallSignature.of(here) { return signature }
    return CallSignature.all.first { $0.name.lowercased() == call.name.lowercased() }
  }

  /// What the share of values that pass is called elsewhere.
  static let kept: Set<String> = ["keep", "keep_prob", "keepProb", "keep_rate"]

  /// A value of a call, as it is written here.
  struct Value {
    /// Its label; `_` for none.
    var label: String
    /// What stands behind the label.
    var text: String
    /// What makes it so where the call stands on several lines.
    var edits: [CellText.Edit] = []
  }

  private func slip(_ call: Call, _ signature: CallSignature) -> Slip? {
    let token = text.tokens[call.range.lowerBound]
    if let found = repeated(call) ?? repeatedValue(call, signature) ?? addedLoss(call) { return found }
    let written = text.text(call.range)
    guard var values = values(of: call, signature) else { return nil }
    var range = call.range
    // Keras calls what it has made with what it reads: `Concatenate()([a, b])`.
    if call.isOnOneLine, isForeign(call, signature), let inputs = inputs(behind: call) {
      range = call.range.lowerBound...inputs.close
      if let texts = signature.parameters.first(where: { $0.kind == .texts }),
        !values.contains(where: { $0.label == texts.label })
      {
        values.append(Value(label: texts.label, text: inputs.names))
      }
    }
    if call.isOnOneLine {
      var made = Self.written(signature, values)
      guard made.filter({ $0 != " " }) != written.filter({ $0 != " " }) else { return nil }
      // What is written anew has the name, too, that the lab asks for.
      if signature.isLayer, !values.contains(where: { $0.label == "_" }), let name = layerName(of: signature.name) {
        values.insert(Value(label: "_", text: "\"\(name)\""), at: 0)
        made = Self.written(signature, values)
      }
      let input = self.input(before: call)
      return Slip(token, what(call, signature, values, made: made), [text.replace(range, by: input + made)])
    }
    var edits = values.flatMap(\.edits) + needless(call, signature).flatMap { removing($0, from: call) }
    if isForeign(call, signature) { edits.append(text.replace(call.callee, by: signature.name)) }
    if edits.isEmpty, let order = reordered(call, signature) { return order }
    guard let first = edits.min(by: { ($0.line, $0.range.lowerBound) < ($1.line, $1.range.lowerBound) }) else {
      return nil
    }
    return Slip(
      line: first.line, column: first.range.lowerBound + 1, what(call, signature, values, made: ""), edits)
  }

  /// The places of a call's values whose labels say nothing here.
  func needless(_ call: Call, _ signature: CallSignature) -> [Int] {
    call.arguments.indices.filter { place in
      call.arguments[place].label.map { Self.label($0, in: signature) == nil } ?? false
    }
  }

  /// A label that stands in the call a second time.
  private func repeated(_ call: Call) -> Slip? {
    var seen: Set<String> = []
    for (place, argument) in call.arguments.enumerated() {
      guard let label = argument.label, let head = argument.head, !seen.insert(label).inserted else { continue }
      let edits = removing(place, from: call)
      return edits.isEmpty ? nil : Slip(text.tokens[head.lowerBound], .settingTwice(label), edits)
    }
    return nil
  }

  /// `epochs: 1, 1`: a value that stands once more behind itself, in a call of which every value has a label.
  private func repeatedValue(_ call: Call, _ signature: CallSignature) -> Slip? {
    guard !signature.parameters.contains(where: { $0.label == "_" }) else { return nil }
    for (place, argument) in call.arguments.enumerated().dropFirst() where argument.label == nil {
      let (before, written) = (call.arguments[place - 1], text.text(argument.value))
      guard before.label != nil, text.text(before.value) == written, isNumber(argument.value) else { continue }
      return Slip(
        text.tokens[argument.value.lowerBound], .needlessValue(layer: signature.name, value: "`\(written)`"),
        removing(place, from: call))
    }
    return nil
  }

  /// `loss: .binaryCrossEntropy, 0.5 * .dice()`: losses behind commas, where they are added up.
  private func addedLoss(_ call: Call) -> Slip? {
    guard let place = call.arguments.firstIndex(where: { $0.label == "loss" }),
      let last = call.arguments[(place + 1)...].prefix(while: { $0.label == nil }).last
    else { return nil }
    let all = call.arguments[place].value.lowerBound...last.value.upperBound
    guard text.tokens[all.lowerBound].line == text.tokens[all.upperBound].line,
      let written = WeightedLosses(text: text).written(all)
    else { return nil }
    return Slip(
      text.tokens[all.lowerBound], .labels(found: [text.text(all)], ours: [written]), [text.replace(all, by: written)])
  }

  /// A value gone with its label, and the comma that divides it from its neighbour.
  private func removing(_ place: Int, from call: Call) -> [CellText.Edit] {
    let argument = call.arguments[place]
    let first = text.tokens[argument.head?.lowerBound ?? argument.value.lowerBound]
    let last = text.tokens[argument.value.upperBound]
    guard first.line == last.line else { return [] }
    guard place > 0 else {
      let next = text[at: argument.value.upperBound + 2]
      let end = next.flatMap {
        $0.line == last.line && text.sees(",", at: argument.value.upperBound + 1) ? $0.start : nil
      }
      return [CellText.Edit(line: first.line, from: first.start, to: end ?? last.end, text: "")]
    }
    let comma = text.tokens[(argument.head?.lowerBound ?? argument.value.lowerBound) - 1]
    if comma.line == first.line {
      return [CellText.Edit(line: first.line, from: comma.start, to: last.end, text: "")]
    }
    return [
      CellText.Edit(line: comma.line, from: comma.start, to: comma.end, text: ""),
      CellText.Edit(line: first.line, from: first.start, to: last.end, text: ""),
    ]
  }

  private static func written(_ signature: CallSignature, _ values: [Value]) -> String {
    let all = values.map { $0.label == "_" ? $0.text : "\($0.label): \($0.text)" }
    return "\(signature.name)(\(all.joined(separator: ", ")))"
  }

  /// A line that says what the network reads, where another library's first layer says it and no `Input` does; empty elsewhere.
  private func input(before call: Call) -> String {
    let labels: Set<String> = ["inputshape", "batchinputshape", "inputdim"]
    let place = call.arguments.first { argument in
      argument.label.map { labels.contains($0.plainName) } ?? false
    }
    let line = text.tokens[call.range.lowerBound].line
    guard let place, !text.tokens.contains(where: { $0.text == "Input" }),
      text.indices(ofLine: line).lowerBound == call.range.lowerBound
    else { return "" }
    var sides = text.text(place.value).filter { !"()[] ".contains($0) }.split(separator: ",").map(String.init)
    if sides.count == 4 { sides.removeFirst() }
    guard sides.count == 3, sides.allSatisfy({ Int($0) != nil }) else { return "" }
    let indent = String(repeating: " ", count: Brackets.indentation(text.lines[line]))
    return "Input(shape: [\(sides.joined(separator: ", "))])\n" + indent
  }

  /// Values over several lines that are right and stand in another order, put into theirs; nil where they do, or one has lines of its own.
  private func reordered(_ call: Call, _ signature: CallSignature) -> Slip? {
    let order = signature.parameters.map(\.label)
    func place(_ argument: Call.Argument) -> Int? { order.firstIndex(of: argument.label ?? "_") }
    func pieces(_ argument: Call.Argument) -> ClosedRange<Int> {
      (argument.head?.lowerBound ?? argument.value.lowerBound)...argument.value.upperBound
    }
    let sorted = call.arguments.sorted { (place($0) ?? 0) < (place($1) ?? 0) }
    guard call.arguments.allSatisfy({ place($0) != nil }),
      Set(call.arguments.map { $0.label ?? "_" }).count == sorted.count,
      sorted.map(\.value) != call.arguments.map(\.value),
      call.arguments.allSatisfy({ text.tokens[pieces($0).lowerBound].line == text.tokens[pieces($0).upperBound].line })
    else { return nil }
    let edits = zip(call.arguments, sorted).filter { $0.value != $1.value }.map {
      text.replace(pieces($0), by: text.text(pieces($1)))
    }
    let labels = sorted.map { $0.label.map { "\($0): …" } ?? text.text($0.value) }.joined(separator: ", ")
    guard let first = edits.first else { return nil }
    return Slip(
      line: first.line, column: first.range.lowerBound + 1, .valueOrder(written: "\(signature.name)(\(labels))"), edits)
  }

  /// The names between the parentheses that follow a call at once, and where these end; nil where none do.
  private func inputs(behind call: Call) -> (names: String, close: Int)? {
    let open = call.range.upperBound + 1
    guard text.sees("(", at: open), text.touch(open - 1, open), let close = text.closing(open),
      text.tokens[close].line == text.tokens[open].line
    else { return nil }
    let names = Call.arguments(from: open, to: close, in: text).map { value($0, as: .texts) }
    return (names.joined(separator: ", "), close)
  }

  /// Whether a call is of another library, by its name or by the module before it.
  func isForeign(_ call: Call, _ signature: CallSignature) -> Bool {
    call.name != signature.name || !call.module.isEmpty
  }
}
