internal import Diagnostics
internal import SegLab

extension CallReader {
  // MARK: Values

  /// The values of all calls, ours and other libraries', that stand where one number is wanted.
  static func wantedNumbers(in text: CellText) -> [ClosedRange<Int>] {
    text.tokens.indices.flatMap { index -> [ClosedRange<Int>] in
      guard let call = Call(openingAt: index, in: text), let signature = CallSignature.here(call.name) else {
        return []
      }
      return call.arguments.filter { argument in
        let kind = argument.label.flatMap { label($0, in: signature) }.flatMap { signature.parameter($0)?.kind }
        return kind == .whole || kind == .real
      }.map(\.value)
    }
  }

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
  func value(_ range: ClosedRange<Int>, as kind: CallValue.Kind) -> String {
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
      return context.names.contains(written) ? written : Self.truths[written.lowercased()] ?? written
    case .wholes, .reals:
      guard ["(", "{"].contains(first.text), text.closing(range.lowerBound) == range.upperBound, range.count > 2 else {
        return written
      }
      guard written.contains(",") else { return written }
      var inside = text.text((range.lowerBound + 1)...(range.upperBound - 1))
      while inside.hasSuffix(",") || inside.hasSuffix(" ") { inside.removeLast() }
      return inside.hasPrefix("[") && inside.hasSuffix("]") ? inside : "[\(inside)]"
    case .text:
      return isLone(range) && !context.names.contains(written) && written != ".FIXME"
        ? "\"\(written.replacing(".", with: ""))\"" : written
    case .texts:
      if let names = names(in: range) { return names.joined(separator: ", ") }
      if first.text == "[" || first.text == "(", text.closing(range.lowerBound) == range.upperBound, range.count > 2 {
        return Call.arguments(from: range.lowerBound, to: range.upperBound, in: text).map { value($0, as: .text) }
          .joined(separator: ", ")
      }
      return value(range, as: .text)
    case .made: return written
    case .member("Loss"):
      return WeightedLosses(text: text).written(range) ?? ForeignMembers.written(text, range, "Loss") ?? written
    case .member(let type): return ForeignMembers.written(text, range, type) ?? written
    }
  }

  /// Yes and no as people say them.
  private static let truths: [String: String] = {
    let no = ["0", "false", "none", "no", "off", "n", "거짓", "아니오", "아니요", "없음", "끔", "안함"]
    let yes = ["1", "true", "yes", "on", "y", "참", "예", "네", "있음", "켬"]
    return Dictionary(uniqueKeysWithValues: no.map { ($0, "false") } + yes.map { ($0, "true") })
  }()

  /// What stands between layers that are named together: `"up" + "skip"`.
  private static let joiners: Set<String> = ["+", "&", "&&", "and", "|", "||", ",", "/"]

  /// The names in some pieces that are texts with such signs between them; nil where they are something else.
  func names(in range: ClosedRange<Int>) -> [String]? {
    let tokens = text.tokens[range]
    guard tokens.contains(where: { $0.kind == .string }),
      tokens.allSatisfy({ $0.kind == .string || Self.joiners.contains($0.text) })
    else { return nil }
    return tokens.filter { $0.kind == .string }.flatMap { token in
      token.text.filter { $0 != "\"" }.split { ",+&".contains($0) }.map { "\"\($0.trimmed)\"" }
    }
  }

  // MARK: Labels

  private static let labels: [String: String] = [
    "kernel": "filter", "kernelshape": "filter", "filtersize": "filter", "filtershape": "filter", "weight": "weights",
    "strides": "stride", "step": "stride", "poolsize": "window", "kernelsize": "window", "size": "window",
    "ksize": "window", "pool": "window",
    "usebias": "bias", "hasbias": "bias", "kernelinitializer": "initializer", "init": "initializer",
    "act": "activation",
    "activationfn": "activation", "nonlinearity": "activation", "p": "rate", "droprate": "rate", "dropout": "rate",
    "keep": "rate", "keepprob": "rate",
    "lr": "learningRate", "learningrate": "learningRate", "rates": "learningRates",
    "epoch": "epochs", "numepochs": "epochs", "nepochs": "epochs", "nbepoch": "epochs", "batch": "batchSize",
    "batchsize": "batchSize",
    "bs": "batchSize", "decay": "decayRate", "gamma": "decayRate", "stepsize": "decaySteps", "opt": "optimizer",
    "optimiser": "optimizer",
    "criterion": "loss", "lossfn": "loss", "targetshape": "shape", "inputshape": "shape", "outputshape": "shape",
    "dims": "shape", "scalefactor": "factor", "scale": "factor",
    "mode": "method", "interpolation": "method", "numfeatures": "channels", "inputs": "of", "layers": "of",
    "names": "of",
    "degrees": "upTo", "limit": "upTo", "angle": "upTo", "maxangle": "upTo", "rotatelimit": "upTo",
    "rotationrange": "upTo", "shiftlimit": "upTo", "translate": "upTo", "heightfactor": "upTo", "widthfactor": "upTo",
    "shift": "upTo", "widthshiftrange": "upTo", "heightshiftrange": "upTo", "magnitude": "upTo",
    "brightnesslimit": "brightness", "brightnessrange": "brightness", "contrastlimit": "contrast",
    "contrastrange": "contrast",
    "alpha": "strength", "sigma": "smoothness", "amin": "low", "amax": "high", "minvalue": "low", "maxvalue": "high",
    "rate": "learningRate", "learningrates": "learningRates", "decayrates": "decayRates", "batchsizes": "batchSizes",
    "negativeslope": "slope",
    "pad": "padding", "positionbias": "untiedBias", "h": "height", "w": "width",
    // What they are called in Korean.
    "필터": "filter", "필터크기": "filter", "커널": "filter", "가중치": "weights", "스트라이드": "stride", "보폭": "stride",
    "간격": "stride", "윈도우": "window", "윈도": "window", "창": "window", "창크기": "window", "풀크기": "window", "패딩": "padding",
    "활성화": "activation", "활성화함수": "activation", "활성함수": "activation", "초기화": "initializer", "초깃값": "initializer",
    "편향": "bias", "바이어스": "bias", "모양": "shape", "형태": "shape", "크기": "shape", "채널": "channels", "채널수": "channels",
    "배율": "factor", "방법": "method", "방식": "method", "비율": "rate", "드롭아웃": "rate", "드롭아웃비율": "rate",
    "학습률": "learningRate", "학습율": "learningRate", "러닝레이트": "learningRate", "감쇠율": "decayRate", "감쇠": "decayRate",
    "감소율": "decayRate", "감소간격": "decaySteps", "감소스텝": "decaySteps", "감쇠간격": "decaySteps", "감쇠스텝": "decaySteps",
    "감쇠단계": "decaySteps", "에폭": "epochs", "에포크": "epochs",
    "에폭수": "epochs", "에포크수": "epochs", "반복": "epochs", "반복횟수": "epochs", "횟수": "epochs", "배치": "batchSize",
    "배치크기": "batchSize", "배치사이즈": "batchSize", "최적화": "optimizer", "옵티마이저": "optimizer", "최적화기": "optimizer",
    "손실": "loss", "손실함수": "loss", "스케줄": "schedule", "일정": "schedule", "너비": "width", "가로": "width", "폭": "width",
    "높이": "height", "세로": "height", "밝기": "brightness", "대비": "contrast", "각도": "upTo", "최대": "upTo",
  ]

  /// What a label is called here where it is ours or known elsewhere; nil where that would be a guess.
  static func plainLabel(_ label: String, in signature: CallSignature) -> String? {
    if signature.parameter(label) != nil { return label }
    let plain = label.plainName
    if let same = signature.parameters.first(where: { $0.label.lowercased() == plain }), plain != "" {
      return same.label
    }
    guard let ours = labels[plain] else { return nil }
    return [ours, ours + "s", ours.hasSuffix("s") ? String(ours.dropLast()) : ours].first {
      signature.parameter($0) != nil
    }
  }

  /// What a label is called here; nil where nothing is meant by it.
  static func label(_ label: String, in signature: CallSignature) -> String? {
    if signature.parameter(label) != nil { return label }
    let plain = label.plainName
    let conv = ["Conv2D", "ConvTranspose2D"].contains(signature.name)
    // The size of a filter has two more numbers behind it.
    if conv, ["kernelsize", "size", "ksize", "filters", "units"].contains(plain) { return nil }
    if signature.name == "Upsample", plain == "size" { return "factor" }
    if let ours = plainLabel(label, in: signature) { return ours }
    let known = signature.parameters.map(\.label).filter { $0 != "_" }
    return ["axis", "units", "dim", "name", "dilation", "groups"].contains(plain)
      ? nil : Spelling.nearest(to: label, among: known)
  }

  // MARK: Layers before and names

  /// How many channels the layer before this one gives, as far as the text tells.
  ///
  /// - Parameters:
  ///   - index: the layer's place.
  ///   - isFlat: whether it reads a row of values, of which all count as channels.
  /// - Returns: the count as it is written; nil where the text does not tell.
  func channels(before index: Int, isFlat: Bool) -> String? {
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

  /// How many values or channels the layer below reads, as its line says: so many come out of the one above it. Nil where the next one with a
  /// list of that kind is not the layer right below in the same network, or it reads another.
  func channels(behind index: Int, isFlat: Bool) -> String? {
    let label = isFlat ? "weights" : "filter"
    let next = text.tokens.indices.first { place in
      text.tokens[place].line > text.tokens[index].line && text.sees(label, at: place) && text.sees(":", at: place + 1)
    }
    guard let next, let close = text.closing(next + 2), text.block(around: next) == text.block(around: index),
      !text.tokens[index...close].contains(where: { ["Concat", "Add", "Crop"].contains($0.text) }),
      !text.tokens[text.indices(ofLine: text.tokens[next].line)].contains(where: { $0.text == "from" })
    else { return nil }
    let items = Call.arguments(from: next + 2, to: close, in: text).map { text.text($0) }
    guard items.count == WrittenLists.count(of: label), let number = items.dropLast().last, Int(number) != nil else {
      return nil
    }
    return number
  }

  /// A name that the lab asks for and the cell does not have.
  func layerName(of kind: String) -> String? {
    // A name that stands first in a call is some layer's; one that stands elsewhere is read, and may be nobody's yet.
    let strings = text.tokens.indices.filter { text.tokens[$0].kind == .string }
    func name(_ index: Int) -> String { text.tokens[index].text.filter { $0 != "\"" } }
    let used = Set(strings.filter { text.sees("(", at: $0 - 1) }.map(name))
    let read = strings.filter { !text.sees("(", at: $0 - 1) }.map(name)
    let free = (context.layers + read).filter { !used.contains($0) }
    return free.first { name in Self.stems[kind]?.contains { name.hasPrefix($0) } ?? false }
  }

  /// What names of layers begin with, by their kind.
  static let stems: [String: [String]] = [
    "Conv2D": ["conv", "score"], "MaxPool2D": ["pool"], "Dense": ["hidden", "final", "dense"], "Flatten": ["flatten"],
    "ConvTranspose2D": ["up", "upscore"], "Upsample": ["up"], "Dropout": ["dropout"], "Reshape": ["pixels"],
    "Concat": ["skip"],
    "Add": ["add"],
  ]
}
