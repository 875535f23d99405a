internal import Messages
internal import SegLab

/// Activations on a line of their own, as other libraries write them: `nn.ReLU()`, `Activation("relu")`. Here they are a setting of the layer before them.
enum ActivationLines {
  /// What is found, one a line.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let blocks = BuilderLines(text)
    guard !blocks.isEmpty else { return [] }
    var before: Call?
    return text.lines.indices.compactMap { line -> Slip? in
      let range = text.indices(ofLine: line)
      guard blocks.kind(ofLine: line) == .layers, let call = call(on: range, in: text) else {
        // A layer over several lines stands between this one and those above.
        if !range.isEmpty { before = nil }
        return nil
      }
      defer { before = call }
      guard !context.names.contains(call.name), let member = activation(of: call, in: text), let layer = before else {
        return nil
      }
      return slip(call, on: line, member, behind: layer, in: text)
    }
  }

  /// The call that is all of a line, but for a comma at its end.
  private static func call(on range: Range<Int>, in text: CellText) -> Call? {
    guard let open = range.first(where: { text.sees("(", at: $0) }), let call = Call(openingAt: open, in: text),
      call.isOnOneLine, call.range.lowerBound == range.lowerBound,
      (call.range.upperBound + 1..<range.upperBound).allSatisfy({ text.sees(",", at: $0) })
    else { return nil }
    return call
  }

  /// The activation that a call of another library makes; nil for one of ours, and for anything else.
  private static func activation(of call: Call, in text: CellText) -> String? {
    let plain = call.name.plainName
    if plain == "activation", let first = call.arguments.first {
      let word = text.text(first.value).lowercased().filter { $0.isLetter || $0.isNumber }
      return MemberNames.of("Activation").first { word.hasSuffix($0.lowercased()) }
    }
    guard !call.module.isEmpty || CallSignature.of(call.name) == nil else { return nil }
    return MemberNames.of("Activation").first { $0.lowercased() == plain }
  }

  private static func slip(
    _ call: Call, on line: Int, _ member: String, behind layer: Call, in text: CellText
  ) -> Slip? {
    guard let signature = CallSignature.here(layer.name), signature.parameter("activation") != nil else { return nil }
    let written = "activation: .\(member)"
    let told = SlipPhrase.activationInLayer(found: text.text(call.range), layer: signature.name, written: written)
    let gone = text.emptying(line)
    let own = layer.arguments.first { argument in
      argument.label.map { CallReader.plainLabel($0, in: signature) == "activation" } ?? false
    }
    let above = text.tokens[layer.range.lowerBound]
    var edits = [gone]
    if let own {
      // What it has already says the same; another one is the learner's to choose.
      guard text.text(own.value).lowercased().contains(member.lowercased()) else { return nil }
      return Slip(text.tokens[call.range.lowerBound], told, edits)
    }
    let close = text.tokens[layer.range.upperBound]
    let comma = layer.arguments.isEmpty ? "" : ", "
    edits.append(CellText.Edit(line: close.line, range: close.start..<close.start, text: comma + written))
    return Slip(above, told, edits)
  }
}
