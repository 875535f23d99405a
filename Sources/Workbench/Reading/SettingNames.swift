internal import Messages
internal import SegLab

/// Names of settings that stand for their numbers, as variables of Python do: `.cosine(steps: epochs * 63)`, `weights: [height * width, 512]`.
struct SettingNames {
  let text: CellText
  let context: ReadingContext
  /// The names of the cells in small letters.
  private let known: Set<String>
  private let sides: [Int: [String]]

  /// What is found, one a value.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let calls = text.tokens.indices.compactMap { index -> Call? in
      Call(openingAt: index, in: text).flatMap { CallSignature.of($0.name) == nil ? nil : $0 }
    }
    let reader = SettingNames(
      text: text, context: context, known: Set(context.names.map { $0.lowercased() }),
      sides: sides(of: calls, in: text))
    return calls.flatMap { call in
      call.arguments.compactMap { reader.slip($0, of: call) }
    }
  }

  /// A value that names another setting, or a number that no cell makes.
  private func slip(_ argument: Call.Argument, of call: Call) -> Slip? {
    guard let signature = CallSignature.of(call.name),
      let kind = signature.parameter(argument.label ?? "_")?.kind, isOfNumbers(kind),
      text.tokens[argument.value.lowerBound].line == text.tokens[argument.value.upperBound].line
    else { return nil }
    for place in argument.value {
      guard let (found, range) = name(at: place, in: argument, of: call) else { continue }
      if let value = sibling(found, of: call, signature, besides: argument) ?? side(found, before: call) {
        return Slip(
          text.tokens[range.lowerBound],
          .settingName(found: text.text(range), label: label(at: place, argument), value: value),
          [text.replace(range, by: value)])
      }
    }
    return nil
  }

  private func isOfNumbers(_ kind: CallValue.Kind) -> Bool {
    switch kind {
    case .whole, .real, .wholes, .reals: true
    case .member(let type): type == "Schedule" || type == "Optimizer" || type == "Loss"
    default: false
    }
  }

  /// A word that stands for a value and that no cell makes, with `self.` or the like before it.
  private func name(
    at place: Int, in argument: Call.Argument, of call: Call
  ) -> (name: String, range: ClosedRange<Int>)? {
    let token = text.tokens[place]
    guard token.kind == .word, !text.sees(":", at: place + 1), !text.sees("(", at: place + 1) else { return nil }
    guard text.sees(".", at: place - 1) else {
      // What is followed by a point is read with what stands behind it.
      guard !text.sees(".", at: place + 1), !known.contains(token.text.lowercased()) else { return nil }
      return (token.text, place...place)
    }
    guard argument.value.contains(place - 2), let base = text[at: place - 2], base.kind == .word,
      !text.sees(".", at: place - 3)
    else { return nil }
    // Of another constant it may be right; what is being made has no numbers yet.
    let own = text.sees("=", at: call.callee.lowerBound - 1) ? text[at: call.callee.lowerBound - 2]?.text : nil
    return base.text == own || !context.names.contains(base.text) ? (token.text, (place - 2)...place) : nil
  }

  /// The innermost label that a piece stands behind.
  private func label(at place: Int, _ argument: Call.Argument) -> String {
    let inner = argument.value.last { $0 < place && text.sees(":", at: $0) }.map { text.tokens[$0 - 1].text }
    return inner ?? argument.label ?? ""
  }

  /// The number that another setting of the same call has.
  private func sibling(
    _ name: String, of call: Call, _ signature: CallSignature, besides own: Call.Argument
  ) -> String? {
    guard let label = Self.label(of: name, in: signature) else { return nil }
    let other = call.arguments.first { argument in
      argument.value != own.value && argument.label.flatMap { Self.label(of: $0, in: signature) } == label
    }
    if let other {
      let tokens = text.tokens[other.value]
      return tokens.allSatisfy({ $0.kind == .number || ["*", "/", "+", "-"].contains($0.text) })
        ? (tokens.count == 1 ? text.text(other.value) : "(\(text.text(other.value)))") : nil
    }
    guard own.label != label else { return nil }
    return signature.name == "Training" ? Self.usual[label] : nil
  }

  private static func label(of name: String, in signature: CallSignature) -> String? {
    CallReader.plainLabel(name, in: signature).flatMap { $0 == "_" ? nil : $0 }
  }

  /// What a training has that does not say it.
  private static let usual: [String: String] = {
    let training = Training()
    return [
      "epochs": "\(training.epochs)", "batchSize": "\(training.batchSize)", "learningRate": "\(training.learningRate)",
    ]
  }()

  /// The numbers of the input, by the calls that stand directly below it.
  private static func sides(of calls: [Call], in text: CellText) -> [Int: [String]] {
    var sides: [Int: [String]] = [:]
    var input: (numbers: [String], end: Int)?
    for call in calls where CallSignature.of(call.name)?.isLayer == true {
      // What stands between them may be a layer as well.
      let above = input.flatMap { $0.end + 1 == call.range.lowerBound ? $0.numbers : nil }
      sides[call.range.lowerBound] = above
      let below = call.name == "Input" ? numbers(of: call, in: text) : call.name == "Flatten" ? above : nil
      input = below.map { ($0, call.range.upperBound) }
    }
    return sides
  }

  private static func numbers(of input: Call, in text: CellText) -> [String]? {
    guard let shape = input.arguments.first(where: { $0.label == "shape" }),
      let numbers = text.items(ofList: shape.value), numbers.count == 3,
      numbers.allSatisfy({ $0.count == 1 && text.tokens[$0.lowerBound].kind == .number })
    else { return nil }
    return numbers.map { text.text($0) }
  }

  /// `height`, `width` and `channels` of the input directly above.
  private func side(_ name: String, before call: Call) -> String? {
    let all = [
      ["height", "h", "rows", "img_height", "image_height", "높이"],
      ["width", "w", "cols", "img_width", "image_width", "너비"],
      ["channels", "c", "in_channels", "채널"],
    ]
    guard let place = all.firstIndex(where: { $0.contains(name.lowercased()) }) else { return nil }
    return sides[call.range.lowerBound]?[place]
  }
}
