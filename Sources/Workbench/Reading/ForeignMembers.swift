internal import Diagnostics
internal import SegLab

/// Values that are words with a point here, and texts, objects or bare words in other libraries: `"same"`, `nn.ReLU()`, `Adam(lr=0.001)`.
enum ForeignMembers {
  private static let synonyms: [String: [String: String]] = [
    "Activation": [
      "linear": "identity", "none": "identity", "nil": "identity", "elu": "leakyRelu", "leakyrelu": "leakyRelu",
      "logistic": "sigmoid", "렐루": "relu", "시그모이드": "sigmoid", "없음": "identity", "항등": "identity", "선형": "identity",
    ],
    "Initializer": [
      "henormal": "he", "heuniform": "he", "kaiming": "he", "kaimingnormal": "he", "kaiminguniform": "he",
      "glorot": "xavier",
      "glorotuniform": "xavier", "glorotnormal": "xavier", "xaviernormal": "xavier", "xavieruniform": "xavier",
      "zero": "zeros", "영": "zeros",
    ],
    "Padding": ["0": "valid", "1": "same", "2": "same", "zero": "same", "none": "valid", "없음": "valid", "같게": "same"],
    "Interpolation": ["linear": "bilinear", "nearestneighbor": "nearest"],
    "Optimizer": [
      "gradientdescent": "sgd", "gradientdescentoptimizer": "sgd", "adamoptimizer": "adam", "sgdmomentum": "momentum",
      "아담": "adam", "경사하강법": "sgd", "모멘텀": "momentum",
    ],
    "Loss": [
      "bce": "binaryCrossEntropy", "bceloss": "binaryCrossEntropy", "bcewithlogits": "binaryCrossEntropy",
      "bcewithlogitsloss": "binaryCrossEntropy", "binarycrossentropy": "binaryCrossEntropy", "ce": "crossEntropy",
      "crossentropyloss": "crossEntropy", "categoricalcrossentropy": "crossEntropy",
      "sparsecategoricalcrossentropy": "crossEntropy",
      "softmaxcrossentropy": "crossEntropy", "diceloss": "dice", "softdice": "dice", "교차엔트로피": "crossEntropy",
      "이진교차엔트로피": "binaryCrossEntropy", "다이스": "dice",
    ],
    "Normalize.Way": [
      "영상마다": "perImage", "image": "perImage", "set": "perSet", "instance": "perImage", "dataset": "perSet",
    ],
    "Schedule": [
      "코사인": "cosine", "cosinedecay": "cosine", "cosineannealing": "cosine", "상수": "constant", "고정": "constant",
      "지수": "exponential", "exponentialdecay": "exponential", "exp": "exponential", "계단": "step", "단계": "step",
      "스텝": "step", "워밍업": "warmUp", "웜업": "warmUp", "예열": "warmUp",
    ],
    "Resize.Fit": ["padding": "pad", "letterbox": "pad"],
  ]
  /// Members that are made with parentheses.
  private static let made = Set(
    Optimizer.all.filter { !$0.numbers.isEmpty }.map(\.name) + Loss.all.filter { !$0.numbers.isEmpty }.map(\.name))

  /// The value in some pieces as it is written here; nil where it is right, or nothing is known of it.
  static func written(_ text: CellText, _ range: ClosedRange<Int>, _ type: String) -> String? {
    let tokens = text.tokens[range]
    guard let first = tokens.first else { return nil }
    var name: String
    if first.kind == .string, tokens.count == 1 {
      name = String(first.text.filter { $0 != "\"" })
    } else if first.text == ".", tokens.count >= 2 {
      // Right, or nearly: `.adam` without its parentheses.
      let word = text.tokens[range.lowerBound + 1].text
      // `.코사인(steps: 630)`: only the word is another's.
      if tokens.count > 4, text.closing(range.lowerBound + 2) == range.upperBound,
        text.sees("(", at: range.lowerBound + 2),
        let member = member(word, of: type), member != word
      {
        return ".\(member)\(text.text((range.lowerBound + 2)...range.upperBound))"
      }
      // `.relu()`: only some are made with parentheses.
      let isCalled =
        tokens.count == 4 && text.sees("(", at: range.lowerBound + 2) && text.sees(")", at: range.lowerBound + 3)
        && !["Initializer", "Schedule"].contains(type)
      guard tokens.count == 2 || isCalled, let member = member(word, of: type) else { return nil }
      let written = made.contains(member) ? ".\(member)()" : ".\(member)"
      return written == text.text(range) ? nil : written
    } else if first.kind == .word || first.kind == .number && tokens.count == 1 {
      // A value of ours with its type before it.
      guard first.text != type else { return nil }
      let names = tokens.prefix { $0.kind == .word || $0.kind == .number || $0.text == "." }
      guard names.count == tokens.count || tokens.dropFirst(names.count).first?.text == "(" else { return nil }
      name = names.last?.text ?? ""
    } else {
      return nil
    }
    if name.hasSuffix("()") { name.removeLast(2) }
    guard let member = member(name, of: type) else { return nil }
    return made.contains(member) ? ".\(member)()" : ".\(member)"
  }

  private static func member(_ name: String, of type: String) -> String? {
    let plain = name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    let known = MemberNames.of(type)
    if let same = known.first(where: { $0.lowercased() == plain }) { return same }
    return synonyms[type]?[plain]
  }
}
