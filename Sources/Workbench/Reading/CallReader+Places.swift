internal import Messages
internal import SegLab

extension CallReader {
  /// Finds the places of values without labels.
  func place(_ bare: [Call.Argument], _ found: inout [String: Value], _ call: Call, _ signature: CallSignature)
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
    // A shape that lost them and its label, too: `view(-1, 256, 256, 2)`, the place for the batch first.
    if signature.parameter("shape") != nil, found["shape"] == nil, rest.count > 1, call.isOnOneLine {
      let written = rest.map { text.text($0.value) }
      var numbers = written.suffix(3).compactMap(Int.init).filter { $0 > 0 }
      guard numbers.count == 3, rest.count == 3 || rest.count == 4 else { return false }
      // Other libraries count channels before pixels.
      if numbers[0] < min(numbers[1], numbers[2]) { numbers = [numbers[1], numbers[2], numbers[0]] }
      found["shape"] = Value(label: "shape", text: numbers.asShape)
      return true
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
          signature.parameter($0) ?? CallValue($0, .whole)
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
  ) -> CallValue? {
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
    _ range: ClosedRange<Int>, _ parameter: CallValue, _ found: [String: Value], _ count: Int
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
    let named = Set(call.arguments.compactMap(\.label))
    // `Conv2D(1, 100, kernel_size=5)`: two numbers before it are no window.
    let hasKernel = count == 2 && !named.isDisjoint(with: ["kernel_size", "kernel", "kernelSize"])
    let isTorch =
      call.name.hasSuffix("2d") || call.module.contains("nn") || call.module == "F" || call.name == "Linear"
      || hasKernel
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
}
