internal import Diagnostics
internal import Messages
internal import SegLab

extension CallReader {
  /// A call that is written anew: another library's, but for a step of ours with a label too many.
  private func anew(_ call: Call, _ signature: CallSignature, _ made: String) -> SlipPhrase {
    let found = text.text(call.range)
    let isLabel = !signature.isLayer && call.arguments.count == 1
    return isLabel && call.name == signature.name && call.module.isEmpty
      ? .labels(found: [found], ours: [made]) : .foreignCall(found: found, ours: made)
  }

  /// What is said of a call: the narrowest thing that is wrong with it.
  func what(_ call: Call, _ signature: CallSignature, _ values: [Value], made: String) -> SlipPhrase {
    // `Normalise`, and a call on several lines, of which the name alone is another.
    if call.module.isEmpty, call.name != signature.name,
      made.isEmpty || Spelling.nearest(to: call.name, among: [signature.name]) != nil
    {
      return .labels(found: [call.name], ours: [signature.name])
    }
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
    let needless = needless(call, signature).map { call.arguments[$0] }
    // Several values of another library's make one of ours: `units: 512` is the second of `weights: [in, out]`.
    let mapped = Set(call.arguments.compactMap { $0.label.flatMap { Self.label($0, in: signature) } })
    let isMadeAnew = values.contains {
      ["filter", "weights", "channels", "shape"].contains($0.label) && !mapped.contains($0.label)
    }
    if !needless.isEmpty, isMadeAnew, !made.isEmpty { return anew(call, signature, made) }
    let hasNames = signature.parameters.contains { $0.kind == .texts }
    let isPlain = values.count < call.arguments.count && needless.isEmpty && !hasNames
    if let list = brokenList(call, signature) { return .squareBrackets(found: list) }
    if signature.isLayer, labels.isEmpty, isPlain, isMadeAnew, !made.isEmpty {
      // All values are of use, in a list: `Dense("a", 2, 3)`.
      return .labels(found: [text.text(call.range)], ours: [made])
    }
    if signature.isLayer, signature.parameters.count <= 2 || isPlain, labels.isEmpty, isPlain {
      let extra = call.arguments.last.map { text.text($0.value) } ?? ""
      return .needlessValue(layer: signature.name, value: extra)
    }
    let equated = call.arguments.first { argument in
      argument.isEquated && argument.label.flatMap { Self.label($0, in: signature) } != nil
    }.flatMap { argument in
      argument.head.map { (found: text.text($0), ours: "\(argument.label ?? ""):") }
    }
    let changed = changes(call, signature)
    if labels.isEmpty, equated == nil, changed.count == 1,
      let list = call.arguments.first(where: { isList($0, signature) })
    {
      return .squareBrackets(found: text.text(list.value))
    }
    if !labels.isEmpty || equated != nil || !changed.isEmpty {
      let signs = labels.isEmpty ? equated.map { [$0] } ?? [] : []
      let all = labels.map { (found: $0.found + ":", ours: $0.ours + ":") } + signs + changed
      return .labels(found: all.map(\.found), ours: all.map(\.ours))
    }
    if let dropped = needless.first {
      let plain = dropped.label ?? ""
      if signature.isLayer, let home = Self.home(of: plain) {
        return .otherPlace(label: plain, of: signature.name, home)
      }
      if !signature.isLayer, !CallSignature.settings.contains(signature.name), !made.isEmpty {
        return anew(call, signature, made)
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

  /// What a label belongs to that no layer has: a training.
  private static func home(of label: String) -> String? {
    CallSignature.of("Training").flatMap { plainLabel(label, in: $0) == nil ? nil : $0.name }
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
}
