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

  private func signature(of call: Call) -> CallSignature? {
    guard call.module.isEmpty || OtherLibraries.modules.contains(call.module) else { return nil }
    if let signature = CallSignature.of(call.name) { return signature }
    guard !context.names.contains(call.name) else { return nil }
    if let here = OtherLibraries.here(call.name), let signature = CallSignature.of(here) { return signature }
    return CallSignature.all.first { $0.name.lowercased() == call.name.lowercased() }
  }

  // MARK: One call

  /// What the share of values that pass is called elsewhere.
  private static let kept: Set<String> = ["keep", "keep_prob", "keepProb", "keep_rate"]

  struct Value {
    var label: String
    var text: String
    var edits: [CellText.Edit] = []
  }

  private func slip(_ call: Call, _ signature: CallSignature) -> Slip? {
    let token = text.tokens[call.range.lowerBound]
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
      return Slip(token, what(call, signature, values, made: made), [text.replace(range, by: made)])
    }
    var edits = values.flatMap(\.edits)
    if isForeign(call, signature) { edits.append(text.replace(call.callee, by: signature.name)) }
    if edits.isEmpty, let order = reordered(call, signature) { return order }
    guard let first = edits.min(by: { ($0.line, $0.range.lowerBound) < ($1.line, $1.range.lowerBound) }) else {
      return nil
    }
    return Slip(
      line: first.line, column: first.range.lowerBound + 1, what(call, signature, values, made: ""), edits)
  }

  private static func written(_ signature: CallSignature, _ values: [Value]) -> String {
    let all = values.map { $0.label == "_" ? $0.text : "\($0.label): \($0.text)" }
    return "\(signature.name)(\(all.joined(separator: ", ")))"
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

  /// What is said of a call: the narrowest thing that is wrong with it.
  private func what(_ call: Call, _ signature: CallSignature, _ values: [Value], made: String) -> SlipPhrase {
    if isForeign(call, signature) {
      return .foreignCall(found: text.text(call.range), ours: made.isEmpty ? signature.name : made)
    }
    if signature.name == "Dropout", call.arguments.contains(where: { Self.kept.contains($0.label ?? "") }) {
      return .dropoutShare(written: made)
    }
    if let name = unquoted(call, signature) { return .layerNameIsText(name) }
    let labels = call.arguments.compactMap { argument -> (found: String, ours: String)? in
      guard let label = argument.label, signature.parameter(label) == nil else { return nil }
      return Self.label(label, in: signature).map { (label, $0) }
    }
    let needless = call.arguments.filter { argument in
      argument.label.map { signature.parameter($0) == nil && Self.label($0, in: signature) == nil } ?? false
    }
    // Several values of another library's make one of ours: `units: 512` is the second of `weights: [in, out]`.
    let mapped = Set(call.arguments.compactMap { $0.label.flatMap { Self.label($0, in: signature) } })
    let isMadeAnew = values.contains {
      ["filter", "weights", "channels"].contains($0.label) && !mapped.contains($0.label)
    }
    if !needless.isEmpty, isMadeAnew, !made.isEmpty { return .foreignCall(found: text.text(call.range), ours: made) }
    let hasNames = signature.parameters.contains { $0.kind == .texts }
    let isPlain = values.count < call.arguments.count && needless.isEmpty && !hasNames
    if let list = brokenList(call, signature) { return .squareBrackets(found: list) }
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
    if let dropped = needless.first {
      let plain = dropped.label ?? ""
      if signature.isLayer, let home = Self.home(of: plain) {
        return .otherPlace(label: plain, of: signature.name, home)
      }
      if !signature.isLayer, !CallSignature.settings.contains(signature.name), !made.isEmpty {
        return .foreignCall(found: text.text(call.range), ours: made)
      }
      return .needlessValue(layer: signature.name, value: "`\(dropped.label ?? ""):`")
    }
    let written = Set(call.arguments.compactMap(\.label))
    let missing = values.map(\.label).filter { $0 != "_" && !written.contains($0) }
    // The first value is a layer's name only where it was read as one.
    let isNamed = values.first?.label == "_"
    let hasBare = call.arguments.contains {
      $0.label == nil && (!isNamed || $0.value != call.arguments[0].value)
    }
    if hasBare, !missing.isEmpty { return .labelsMissing(missing) }
    let found = call.arguments.map { text.text($0.value) }
    if !made.isEmpty, values.map(\.text).sorted() != found.sorted() {
      return .labels(found: [text.text(call.range)], ours: [made])
    }
    return .valueOrder(written: made.isEmpty ? signature.name : made)
  }

  /// What a label belongs to that no layer has: a training or a search.
  private static func home(of label: String) -> String? {
    CallSignature.all.first { $0.name == "Training" && plainLabel(label, in: $0) != nil }?.name
  }

  /// The numbers of a list that has no brackets; nil where none is.
  private func brokenList(_ call: Call, _ signature: CallSignature) -> String? {
    for (index, argument) in call.arguments.enumerated() {
      guard let label = argument.label, signature.parameter(label)?.kind == .wholes,
        !text.sees("[", at: argument.value.lowerBound),
        let last = call.arguments[(index + 1)...].prefix(while: { $0.label == nil }).last
      else { continue }
      return text.text(argument.value.lowerBound...last.value.upperBound)
    }
    return nil
  }

  /// Texts that are joined where names of layers stand one after the other, which compiles: `of: "up" + "skip"`.
  static func joinedNames(in text: CellText) -> [Slip] {
    let reader = CallReader(text: text, context: ReadingContext())
    return text.tokens.indices.compactMap { index -> Slip? in
      guard let call = Call(openingAt: index, in: text), ["Concat", "Add"].contains(call.name),
        let names = call.arguments.first(where: { $0.label == "of" }), call.isOnOneLine
      else { return nil }
      let found = text.text(names.value)
      guard let made = reader.names(in: names.value)?.joined(separator: ", "), made != found else { return nil }
      return Slip(
        text.tokens[names.value.lowerBound], .labels(found: [found], ours: [made]),
        [text.replace(names.value, by: made)])
    }
  }

  /// The name of a layer that a merge reads, where it stands there without quotes.
  private func unquoted(_ call: Call, _ signature: CallSignature) -> String? {
    guard signature.parameters.contains(where: { $0.kind == .texts }) else { return nil }
    for argument in call.arguments where isLone(argument.value) {
      let name = text.text(argument.value)
      guard !context.names.contains(name), ![".FIXME", "true", "false"].contains(name) else { continue }
      return name.replacing(".", with: "")
    }
    return nil
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
      // The share that is kept is not the share that is dropped.
      if signature.name == "Dropout", Self.kept.contains(label) { made = OldSpellings.share(besides: made) }
      var edits: [CellText.Edit] = []
      if let head = argument.head, label != ours || argument.isEquated {
        edits.append(text.replace(head, by: "\(ours):" + space(behind: head)))
      }
      if made != text.text(argument.value) { edits.append(text.replace(argument.value, by: made)) }
      found[ours] = Value(label: ours, text: made, edits: edits)
    }
    guard place(bare, &found, call, signature),
      isForeign(call, signature) || others.allSatisfy({ Self.droppable.contains($0.label.filter { $0 != "_" }) })
    else { return nil }
    complete(&found, from: others, call, signature)
    if signature.isLayer, isForeign(call, signature), found["_"] == nil, let name = layerName(of: signature.name) {
      found["_"] = Value(label: "_", text: "\"\(name)\"")
    }
    return signature.parameters.compactMap { found[$0.label] }
  }

  /// Labels of other libraries that say nothing here, or are put together to something else.
  private static let droppable: Set<String> = [
    "axis", "units", "dim", "name", "dilation", "groups", "inchannels", "outchannels", "infeatures", "outfeatures",
    "filters", "kernel", "kernelsize", "size", "ksize", "inputshape", "inputdim", "dataformat", "dtype", "trainable",
    "outputshape", "shape", "mode", "p", "prob", "probability", "alwaysapply", "seed", "fillmode", "fill", "shear",
    "mean", "std", "epochs", "batchsize", "learningrate", "optimizer", "loss", "keys", "range", "interpolation",
    "antialias", "expand", "center", "bordermode", "scalelimit",
    "rotatelimit", "affine", "maxpixelvalue", "saturation", "hue", "value", "threshold", "level", "targetsize",
    "factor", "widthfactor", "stddev", "varlimit", "scale", "zoomrange", "momentum", "trackrunningstats", "eps",
    "scalefactor", "device", "inplace", "paddingmode", "in", "out", "channelsout", "numoutputs", "outputdim",
    "verbose", "aligncorners",
  ]

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
    if signature.parameters.first?.label == "_", let first = rest.first, first.value == call.arguments.first?.value {
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
      // Two names alone are what is read: nothing else would be left to lay beside the second.
      if rest.count == 1, found[texts.label] == nil, call.arguments.count == 2, let name = found["_"] {
        found["_"] = layerName(of: signature.name).map { Value(label: "_", text: "\"\($0)\"") }
        found[texts.label] = Value(
          label: texts.label, text: [name.text, value(rest[rest.startIndex].value, as: .texts)].joined(separator: ", "))
        return true
      }
      let names = rest.map { value($0.value, as: .texts) }
      found[texts.label] = Value(
        label: texts.label, text: ([found[texts.label]?.text].compactMap(\.self) + names).joined(separator: ", "))
      return true
    }
    guard !rest.isEmpty else { return true }
    guard let order = order(of: rest.count, call, signature) else {
      // A layer that takes nothing but a name.
      return signature.parameters.count <= 2 || signature.name == "Flatten"
    }
    for argument in rest {
      let parameter =
        kind(of: argument.value, signature, found)
        ?? order.first { found[$0] == nil }.map {
          signature.parameter($0) ?? CallSignature.Parameter(label: $0, kind: .whole)
        }
      guard let parameter, fits(argument.value, parameter, found, bare.count) else { return false }
      let isOurs = signature.parameter(parameter.label) != nil
      let made = isOurs ? value(argument.value, as: parameter.kind) : text.text(argument.value)
      let first = text.tokens[argument.value.lowerBound]
      var edits = [CellText.Edit(line: first.line, range: first.start..<first.start, text: "\(parameter.label): ")]
      if made != text.text(argument.value) { edits = [text.replace(argument.value, by: "\(parameter.label): \(made)")] }
      found[parameter.label] = Value(label: parameter.label, text: made, edits: edits)
    }
    return true
  }

  /// The value that is meant by its form: a list, a word with a point before it, what another call makes.
  private func kind(
    of range: ClosedRange<Int>, _ signature: CallSignature, _ found: [String: Value]
  ) -> CallSignature.Parameter? {
    let first = text.tokens[range.lowerBound]
    return signature.parameters.first { parameter in
      guard found[parameter.label] == nil, parameter.label != "_" else { return false }
      switch parameter.kind {
      case .wholes, .reals: return first.text == "["
      case .member(let type):
        return first.text == "." && MemberNames.of(type).contains(text[at: range.lowerBound + 1]?.text ?? "")
      case .made(let type): return first.text == type
      default: return false
      }
    }
  }

  /// Whether a value without a label can be that: a training of two numbers does not say which they are.
  private func fits(
    _ range: ClosedRange<Int>, _ parameter: CallSignature.Parameter, _ found: [String: Value], _ count: Int
  ) -> Bool {
    let first = text.tokens[range.lowerBound]
    switch parameter.kind {
    case .wholes, .reals: return ["[", "(", "{"].contains(first.text)
    case .whole, .real:
      let isNumber = first.kind != .string && first.text != "["
      return isNumber && (parameter.label != "learningRate" || count >= 3 || (Double(first.text) ?? 0) < 1)
    default: return true
    }
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
    case "Dropout": all = ["rate"]
    case "Upsample": all = ["factor"]
    case "BatchNorm": all = ["channels"]
    case "Reshape", "Input": all = ["shape"]
    case "Training": all = ["learningRate", "epochs", "batchSize"]
    case "Sweep": all = ["learningRates", "decayRates", "of"]
    case "Resize", "RandomRotation", "RandomTranslation", "RandomScale", "RandomBrightnessContrast", "Clip",
      "ElasticTransform", "EarlyStopping":
      all = signature.parameters.map(\.label)
    default: return nil
    }
    return count <= all.count ? all : nil
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
      ?? channels(before: call.range.lowerBound, isFlat: signature.name == "Dense")
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
    case "LeakyReLU" where found["slope"] == nil:
      if let slope = other("alpha", "negative_slope") { found["slope"] = Value(label: "slope", text: slope) }
    default:
      guard !signature.isLayer else { break }
      let written = others.map { ($0.label, text.text($0.argument.value)) }
      completeStep(&found, call, signature) { name in written.first { $0.0 == name }?.1 }
    }
    if let name = others.first(where: { $0.label == "name" }), found["_"] == nil {
      found["_"] = Value(label: "_", text: value(name.argument.value, as: .text))
    }
  }
}
