internal import Messages

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

  private static let modules: Set<String> = [
    "nn", "F", "tf", "keras", "layers", "torch", "tf.keras.layers", "keras.layers", "torch.nn", "tf.nn",
    "torch.nn.functional",
    "tf.layers", "tf.keras",
  ]

  private func signature(of call: Call) -> CallSignature? {
    guard call.module.isEmpty || Self.modules.contains(call.module) else { return nil }
    if let signature = CallSignature.of(call.name) { return signature }
    guard !context.names.contains(call.name) else { return nil }
    if let here = OtherLibraries.here(call.name), let signature = CallSignature.of(here) { return signature }
    return CallSignature.all.first { $0.name.lowercased() == call.name.lowercased() }
  }

  // MARK: One call

  private struct Value {
    var label: String
    var text: String
    var edits: [CellText.Edit] = []
  }

  private func slip(_ call: Call, _ signature: CallSignature) -> Slip? {
    let token = text.tokens[call.range.lowerBound]
    let written = text.text(call.range)
    guard let values = values(of: call, signature) else { return nil }
    if call.isOnOneLine {
      let made =
        "\(signature.name)(\(values.map { $0.label == "_" ? $0.text : "\($0.label): \($0.text)" }.joined(separator: ", ")))"
      guard made.filter({ $0 != " " }) != written.filter({ $0 != " " }) else { return nil }
      return Slip(token, what(call, signature, values, made: made), [text.replace(call.range, by: made)])
    }
    let edits = values.flatMap(\.edits)
    guard let first = edits.min(by: { ($0.line, $0.range.lowerBound) < ($1.line, $1.range.lowerBound) }) else {
      return nil
    }
    return Slip(
      line: first.line, column: first.range.lowerBound + 1, what(call, signature, values, made: ""), edits)
  }

  /// What is said of a call: the narrowest thing that is wrong with it.
  private func what(_ call: Call, _ signature: CallSignature, _ values: [Value], made: String) -> SlipPhrase {
    if call.name != signature.name || !call.module.isEmpty {
      return .foreignCall(found: text.text(call.range), ours: made.isEmpty ? signature.name : made)
    }
    if signature.name == "Dropout",
      call.arguments.contains(where: { ["rate", "p", "drop_rate", "dropout"].contains($0.label ?? "") })
    {
      return .dropoutShare(written: made)
    }
    let labels = call.arguments.compactMap { argument -> (found: String, ours: String)? in
      guard let label = argument.label, signature.parameter(label) == nil else { return nil }
      return Self.label(label, in: signature).map { (label, $0) }
    }
    let needless = call.arguments.filter { argument in
      argument.label.map { signature.parameter($0) == nil && Self.label($0, in: signature) == nil } ?? false
    }.map { text.text($0.value) }
    let isPlain = values.count < call.arguments.count && needless.isEmpty
    if signature.isLayer, signature.parameters.count <= 2 || isPlain, labels.isEmpty, isPlain {
      let extra = call.arguments.last.map { text.text($0.value) } ?? ""
      return .needlessValue(layer: signature.name, value: extra)
    }
    let equated = call.arguments.first { $0.isEquated }?.label
    let changed = changes(call, signature)
    if labels.isEmpty, equated == nil, changed.count == 1,
      let list = call.arguments.first(where: { isList($0, signature) })
    {
      return .squareBrackets(found: text.text(list.value))
    }
    if !labels.isEmpty || equated != nil || !changed.isEmpty {
      let signs = labels.isEmpty ? equated.map { [(found: "\($0)=", ours: "\($0):")] } ?? [] : []
      let all = labels.map { (found: $0.found + ":", ours: $0.ours + ":") } + signs + changed
      return .labels(found: all.map(\.found), ours: all.map(\.ours))
    }
    return .valueOrder(written: made.isEmpty ? signature.name : made)
  }

  private func isList(_ argument: Call.Argument, _ signature: CallSignature) -> Bool {
    let first = text.tokens[argument.value.lowerBound].text
    return (first == "(" || first == "{") && argument.value.count > 2
      && (argument.label.flatMap { signature.parameter($0)?.kind } == .wholes)
  }

  /// The values that are written otherwise here.
  private func changes(_ call: Call, _ signature: CallSignature) -> [(found: String, ours: String)] {
    call.arguments.enumerated().compactMap { index, argument in
      let label = argument.label ?? (index == 0 ? "_" : "")
      guard let ours = label == "_" ? label : Self.label(label, in: signature),
        let parameter = signature.parameter(ours)
      else { return nil }
      let found = text.text(argument.value)
      let made = value(argument.value, as: parameter.kind)
      return made == found ? nil : (found, made)
    }
  }

  /// The values as they are written here, in the order of the signature; nil where that cannot be told.
  private func values(of call: Call, _ signature: CallSignature) -> [Value]? {
    var found: [String: Value] = [:]
    var others: [(label: String, argument: Call.Argument)] = []
    var bare: [Call.Argument] = []
    for argument in call.arguments {
      guard let label = argument.label else {
        bare.append(argument)
        continue
      }
      guard let ours = Self.label(label, in: signature), let parameter = signature.parameter(ours) else {
        others.append((label.lowercased(), argument))
        continue
      }
      guard found[ours] == nil else { return nil }
      var made = value(argument.value, as: parameter.kind)
      // The share that is dropped is not the share that is kept.
      if signature.name == "Dropout", ours == "keep", label != "keep" { made = Self.remainder(of: made) ?? made }
      var edits: [CellText.Edit] = []
      if let head = argument.head, label != ours || argument.isEquated {
        edits.append(text.replace(head, by: "\(ours):" + space(behind: head)))
      }
      if made != text.text(argument.value) { edits.append(text.replace(argument.value, by: made)) }
      found[ours] = Value(label: ours, text: made, edits: edits)
    }
    guard place(bare, &found, call, signature) else { return nil }
    complete(&found, from: others, call, signature)
    if signature.isLayer, isForeign(call, signature), found["_"] == nil, let name = layerName(signature) {
      found["_"] = Value(label: "_", text: "\"\(name)\"")
    }
    return signature.parameters.compactMap { found[$0.label] }
  }

  private func space(behind head: ClosedRange<Int>) -> String {
    text.touch(head.upperBound, head.upperBound + 1) ? " " : ""
  }

  private func isForeign(_ call: Call, _ signature: CallSignature) -> Bool {
    call.name != signature.name || !call.module.isEmpty
  }

  /// Finds the places of values without labels.
  private func place(_ bare: [Call.Argument], _ found: inout [String: Value], _ call: Call, _ signature: CallSignature)
    -> Bool
  {
    var rest = bare[...]
    if signature.parameters.first?.label == "_", let first = rest.first {
      let kind = signature.parameters[0].kind
      let token = text.tokens[first.value.lowerBound]
      let isName = kind != .text || token.kind == .string || (isLone(first.value) && !isForeign(call, signature))
      if isName {
        found["_"] = Value(label: "_", text: value(first.value, as: kind))
        rest = rest.dropFirst()
      }
    }
    // A list that lost its brackets: the numbers behind its label.
    if let list = signature.parameters.first(where: { $0.kind == .wholes }), let head = found[list.label],
      !rest.isEmpty,
      rest.allSatisfy({ isNumber($0.value) }), !head.text.hasPrefix("[")
    {
      found[list.label]?.text = "[" + ([head.text] + rest.map { text.text($0.value) }).joined(separator: ", ") + "]"
      return call.isOnOneLine
    }
    if let texts = signature.parameters.first(where: { $0.kind == .texts }), !rest.isEmpty {
      let names = rest.map { value($0.value, as: .texts) }
      found[texts.label] = Value(
        label: texts.label, text: ([found[texts.label]?.text].compactMap(\.self) + names).joined(separator: ", "))
      return true
    }
    guard !rest.isEmpty else { return true }
    guard let labels = order(of: rest.count, call, signature) else {
      // A layer that takes nothing but a name.
      return signature.parameters.count <= 2 || signature.name == "Flatten"
    }
    for (label, argument) in zip(labels, rest) {
      guard found[label] == nil else { return false }
      if let parameter = signature.parameter(label) {
        var made = value(argument.value, as: parameter.kind)
        if signature.name == "Dropout", isForeign(call, signature) { made = Self.remainder(of: made) ?? made }
        found[label] = Value(label: label, text: made)
      } else {
        found[label] = Value(label: label, text: text.text(argument.value))
      }
    }
    return true
  }

  /// What values without labels are, in their order.
  private func order(of count: Int, _ call: Call, _ signature: CallSignature) -> [String]? {
    let isTorch = call.name.hasSuffix("2d") || call.module.contains("nn") || call.module == "F" || call.name == "Linear"
    let all: [String]
    switch signature.name {
    case "Conv2D", "ConvTranspose2D":
      all =
        isTorch || count >= 4 ? ["in", "out", "kernel", "stride", "padding"] : ["out", "kernel", "stride", "padding"]
    case "Dense": all = count >= 2 || isTorch ? ["in", "out"] : ["out"]
    case "MaxPool2D", "AveragePool2D": all = ["window", "stride"]
    case "Dropout": all = ["keep"]
    case "Upsample": all = ["factor"]
    case "BatchNorm": all = ["channels"]
    case "Reshape", "Input": all = ["shape"]
    case "Training": all = ["learningRate", "epochs", "batchSize"]
    case "Resize": all = ["width", "height"]
    default: return nil
    }
    return count <= all.count ? Array(all.prefix(count)) : nil
  }

  /// Puts together what other libraries say in several values: the sides of a filter, and how many channels go in and out.
  private func complete(
    _ found: inout [String: Value], from others: [(label: String, argument: Call.Argument)], _ call: Call,
    _ signature: CallSignature
  ) {
    func other(_ names: String...) -> String? {
      if let place = names.first(where: { found[$0] != nil }) { return found[place]?.text }
      return others.first { names.contains($0.label) }.map { text.text($0.argument.value) }
    }
    let input =
      other("in", "in_channels", "in_features", "input_dim", "inchannels")
      ?? channels(before: call.range.lowerBound, signature)
    let output = other(
      "out", "filters", "units", "out_channels", "out_features", "channels_out", "num_outputs", "outchannels",
      "output_dim")
    switch signature.name {
    case "Conv2D", "ConvTranspose2D":
      guard found["filter"] == nil || found["filter"]?.text.hasPrefix("[") == false, let output else { return }
      let size = other("kernel", "kernel_size", "kernelsize", "size", "ksize") ?? found["filter"]?.text ?? "3"
      let sides = size.filter { !"()[] ".contains($0) }.split(separator: ",").map(String.init)
      let (height, width) = (sides.first ?? "3", sides.count > 1 ? sides[1] : sides.first ?? "3")
      found["filter"] = Value(label: "filter", text: "[\(height), \(width), \(input ?? "1"), \(output)]")
    case "Dense":
      guard found["weights"] == nil, let output else { return }
      found["weights"] = Value(label: "weights", text: "[\(input ?? ".FIXME"), \(output)]")
    case "BatchNorm" where found["channels"] == nil:
      found["channels"] = Value(label: "channels", text: input ?? ".FIXME")
    default: break
    }
    if let name = others.first(where: { $0.label == "name" }), found["_"] == nil {
      found["_"] = Value(label: "_", text: value(name.argument.value, as: .text))
    }
  }
}
