internal import Diagnostics

extension CallReader {
  // MARK: Values

  func isNumber(_ range: ClosedRange<Int>) -> Bool {
    text.tokens[range].allSatisfy { $0.kind == .number || ["*", "+", "-"].contains($0.text) }
  }

  /// One word, perhaps with a point before it.
  func isLone(_ range: ClosedRange<Int>) -> Bool {
    let tokens = text.tokens[range]
    return tokens.count == 1 && tokens.first?.kind == .word
      || tokens.count == 2 && tokens.first?.text == "." && tokens.last?.kind == .word
  }

  /// A value as it is written here; as it stands where nothing is wrong with it.
  func value(_ range: ClosedRange<Int>, as kind: CallSignature.Kind) -> String {
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
  static func remainder(of share: String) -> String? {
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
  static func label(_ label: String, in signature: CallSignature) -> String? {
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
  func channels(before index: Int, _ signature: CallSignature) -> String? {
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
  func layerName(_ signature: CallSignature) -> String? {
    let used = Set(text.tokens.filter { $0.kind == .string }.map { $0.text.filter { $0 != "\"" } })
    let free = context.layers.filter { !used.contains($0) }
    let stems: [String: [String]] = [
      "Conv2D": ["conv", "score"], "MaxPool2D": ["pool"], "Dense": ["hidden", "final", "dense"], "Flatten": ["flatten"],
      "ConvTranspose2D": ["up"], "Dropout": ["dropout"], "Reshape": ["pixels"],
    ]
    return free.first { name in stems[signature.name]?.contains { name.hasPrefix($0) } ?? false }
  }
}
