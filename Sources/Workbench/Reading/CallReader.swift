internal import Diagnostics
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
    var members = changedMembers(call, signature)
    members.removeAll { pair in labels.contains { $0.ours == pair } }
    if labels.isEmpty, equated == nil, members.isEmpty,
      let list = call.arguments.first(where: { isList($0, signature) })
    {
      return .squareBrackets(found: text.text(list.value))
    }
    if !labels.isEmpty || equated != nil || !members.isEmpty {
      return .labels(
        found: labels.map { "\($0.found):" } + (labels.isEmpty ? equated.map { ["\($0)="] } ?? [] : [])
          + members.map { $0 },
        ours: labels.map { "\($0.ours):" } + (labels.isEmpty ? equated.map { ["\($0):"] } ?? [] : [])
          + changedMembersOurs(call, signature))
    }
    return .foreignCall(found: text.text(call.range), ours: made.isEmpty ? signature.name : made)
  }

  private func isList(_ argument: Call.Argument, _ signature: CallSignature) -> Bool {
    let first = text.tokens[argument.value.lowerBound].text
    return (first == "(" || first == "{") && argument.value.count > 2
      && (argument.label.flatMap { signature.parameter($0)?.kind } == .wholes)
  }

  private func changes(_ call: Call, _ signature: CallSignature) -> [(found: String, ours: String)] {
    call.arguments.compactMap { argument in
      guard let label = argument.label, let ours = Self.label(label, in: signature),
        let parameter = signature.parameter(ours)
      else { return nil }
      let found = text.text(argument.value)
      let made = value(argument.value, as: parameter.kind)
      return made == found ? nil : (found, made)
    }
  }

  private func changedMembers(_ call: Call, _ signature: CallSignature) -> [String] {
    changes(call, signature).map(\.found)
  }
  private func changedMembersOurs(_ call: Call, _ signature: CallSignature) -> [String] {
    changes(call, signature).map(\.ours)
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

  // MARK: Values

  private func isNumber(_ range: ClosedRange<Int>) -> Bool {
    text.tokens[range].allSatisfy { $0.kind == .number || ["*", "+", "-"].contains($0.text) }
  }

  /// One word, perhaps with a point before it.
  private func isLone(_ range: ClosedRange<Int>) -> Bool {
    let tokens = text.tokens[range]
    return tokens.count == 1 && tokens.first?.kind == .word
      || tokens.count == 2 && tokens.first?.text == "." && tokens.last?.kind == .word
  }

  /// A value as it is written here; as it stands where nothing is wrong with it.
  private func value(_ range: ClosedRange<Int>, as kind: CallSignature.Kind) -> String {
    let written = text.text(range)
    let first = text.tokens[range.lowerBound]
    let isString = first.kind == .string && range.count == 1
    let content = isString ? String(written.dropFirst().dropLast()) : written
    switch kind {
    case .whole, .real:
      if isString, Double(content) != nil { return content }
      // Two equal sides: (2, 2).
      let sides = written.filter { !"()[] ".contains($0) }.split(separator: ",")
      if kind == .whole, ["(", "["].contains(first.text), sides.count == 2, sides[0] == sides[1] {
        return String(sides[0])
      }
      if kind == .whole, range.count == 1, first.kind == .number, written.hasSuffix(".0") {
        return String(written.dropLast(2))
      }
      return written
    case .truth:
      if isString || first.text == "." {
        return ["true": "true", "false": "false"][content.lowercased().replacing(".", with: "")] ?? written
      }
      return ["0": "false", "1": "true", "True": "true", "False": "false", "None": "false"][written] ?? written
    case .wholes, .reals:
      guard ["(", "{"].contains(first.text), text.closing(range.lowerBound) == range.upperBound, range.count > 2 else {
        return written
      }
      guard written.contains(",") else { return written }
      var inside = text.text((range.lowerBound + 1)...(range.upperBound - 1))
      while inside.hasSuffix(",") || inside.hasSuffix(" ") { inside.removeLast() }
      return "[\(inside)]"
    case .text:
      return isLone(range) && !context.names.contains(written) && written != ".FIXME"
        ? "\"\(written.replacing(".", with: ""))\"" : written
    case .texts:
      if first.text == "[" || first.text == "(", text.closing(range.lowerBound) == range.upperBound, range.count > 2 {
        return Call.arguments(from: range.lowerBound, to: range.upperBound, in: text).map { value($0, as: .text) }
          .joined(separator: ", ")
      }
      return value(range, as: .text)
    case .member(let type): return ForeignMembers.written(text, range, type) ?? written
    }
  }

  /// 0.8 for 0.2.
  private static func remainder(of share: String) -> String? {
    guard let number = Double(share), (0...1).contains(number) else { return nil }
    let rest = ((1 - number) * 1e6).rounded() / 1e6
    return rest == rest.rounded() ? String(Int(rest)) : rest.description
  }

  // MARK: Labels

  private static let labels: [String: String] = [
    "kernel": "filter", "kernelshape": "filter", "filtersize": "filter", "filtershape": "filter", "weight": "weights",
    "strides": "stride", "step": "stride", "poolsize": "window", "kernelsize": "window", "size": "window",
    "ksize": "window", "pool": "window",
    "usebias": "bias", "hasbias": "bias", "kernelinitializer": "initializer", "init": "initializer",
    "act": "activation",
    "activationfn": "activation", "nonlinearity": "activation", "rate": "keep", "p": "keep", "droprate": "keep",
    "keepprob": "keep",
    "dropout": "keep", "lr": "learningRate", "learningrate": "learningRate", "rates": "learningRates",
    "epoch": "epochs", "numepochs": "epochs", "nepochs": "epochs", "nbepoch": "epochs", "batch": "batchSize",
    "batchsize": "batchSize",
    "bs": "batchSize", "decay": "decayRate", "gamma": "decayRate", "stepsize": "decaySteps", "opt": "optimizer",
    "optimiser": "optimizer",
    "criterion": "loss", "lossfn": "loss", "targetshape": "shape", "inputshape": "shape", "outputshape": "shape",
    "dims": "shape", "scalefactor": "factor", "scale": "factor",
    "mode": "method", "interpolation": "method", "numfeatures": "channels", "inputs": "of", "layers": "of",
    "names": "of",
    "pad": "padding", "h": "height", "w": "width",
  ]

  /// What a label is called here; nil where nothing is meant by it.
  private static func label(_ label: String, in signature: CallSignature) -> String? {
    if signature.parameter(label) != nil { return label }
    let plain = label.lowercased().filter { $0 != "_" }
    let conv = ["Conv2D", "ConvTranspose2D"].contains(signature.name)
    // The size of a filter has two more numbers behind it.
    if conv, ["kernelsize", "size", "ksize", "filters", "units"].contains(plain) { return nil }
    if signature.name == "Upsample", plain == "size" { return "factor" }
    if let ours = labels[plain], signature.parameter(ours) != nil { return ours }
    let known = signature.parameters.map(\.label).filter { $0 != "_" }
    if let same = known.first(where: { $0.lowercased() == plain }) { return same }
    return ["axis", "units", "dim", "name", "dilation", "groups"].contains(plain)
      ? nil : Spelling.nearest(to: label, among: known)
  }

  // MARK: Layers before and names

  /// How many channels the layer before this one gives, as far as the text tells.
  private func channels(before index: Int, _ signature: CallSignature) -> String? {
    let isFlat = signature.name == "Dense"
    for open in stride(from: index - 1, through: 2, by: -1)
    where text.sees("[", at: open) && text.sees(":", at: open - 1) {
      guard let close = text.closing(open), close < index else { continue }
      let parts = Call.arguments(from: open, to: close, in: text).map { text.text($0) }
      switch text.tokens[open - 2].text {
      case "filter" where !isFlat && parts.count == 4, "weights" where isFlat && parts.count == 2: return parts.last
      case "shape" where parts.count == 3:
        return isFlat ? parts.filter { $0 != "1" }.joined(separator: " * ") : parts.last
      default: continue
      }
    }
    return nil
  }

  /// A name that the lab asks for and the cell does not have.
  private func layerName(_ signature: CallSignature) -> String? {
    let used = Set(text.tokens.filter { $0.kind == .string }.map { $0.text.filter { $0 != "\"" } })
    let free = context.layers.filter { !used.contains($0) }
    let stems: [String: [String]] = [
      "Conv2D": ["conv", "score"], "MaxPool2D": ["pool"], "Dense": ["hidden", "final", "dense"], "Flatten": ["flatten"],
      "ConvTranspose2D": ["up"], "Dropout": ["dropout"], "Reshape": ["pixels"],
    ]
    return free.first { name in stems[signature.name]?.contains { name.hasPrefix($0) } ?? false }
  }
}
