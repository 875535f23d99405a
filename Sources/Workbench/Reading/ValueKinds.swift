internal import Diagnostics
internal import Messages
internal import SegLab

/// Words, functions and texts where a layer, a step or a training takes a number: `Threshold(.binarize)`, `rate: relu`, `steps: steps_per_epoch`.
struct ValueKinds {
  let text: CellText
  let context: ReadingContext

  /// What can be no number, on lines that the compiler does not take.
  static func plain(in text: CellText, _ errors: [CellError], _ context: ReadingContext) -> [Slip] {
    let wrong = Set(errors.map(\.line))
    guard !wrong.isEmpty else { return [] }
    let reader = ValueKinds(text: text, context: context)
    return reader.values.filter { wrong.contains(text.tokens[$0.range.lowerBound].line) }.compactMap {
      reader.spoken($0) ?? reader.oneSide($0) ?? reader.truth($0)
        ?? (reader.isNoNumber($0.range) ? reader.slip($0) : nil)
    }
  }

  /// Names that the compiler does not find, and values that it takes for something else.
  static func slips(in text: CellText, _ errors: [CellError], _ context: ReadingContext) -> [Slip] {
    let reader = ValueKinds(text: text, context: context)
    let values = reader.values
    for error in errors {
      let name = Advice.missingName(in: error.text)
      guard name != nil || error.text.hasPrefix("cannot convert value of type") else { continue }
      // Of a name that is near one of the cells', and of a number of another kind, the compiler's help says more.
      if let name, Spelling.nearest(to: name, among: context.names.filter { $0 != name }.sorted()) != nil { continue }
      if ["Int", "Double", "Float"].contains(where: { error.text.contains("of type '\($0)' to") }) { continue }
      let found = values.last { value in
        value.range.contains { place in
          let token = text.tokens[place]
          return token.line == error.line && (name.map { $0 == token.text } ?? (token.start + 1 == error.column))
        }
      }
      if let found { return [reader.slip(found)] }
      if let name, let found = reader.listed(name, error) { return [found] }
    }
    return []
  }

  /// A name that nobody makes in a list of sizes, `weights: [65536, hidden]`: the number that the layer above gives or the one below reads.
  private func listed(_ name: String, _ error: CellError) -> Slip? {
    for index in text.indices(ofLine: error.line) where text.sees(name, at: index) {
      guard let open = text.bracket(around: index), text.sees("[", at: open), text.sees(":", at: open - 1),
        let label = text[at: open - 2]?.text, label != "shape", let wanted = WrittenLists.count(of: label),
        let items = text.closing(open).map({ Call.arguments(from: open, to: $0, in: text) }), items.count == wanted,
        let place = items.firstIndex(of: index...index)
      else { continue }
      let (reader, isFlat) = (CallReader(text: text, context: context), label == "weights")
      let number: String? =
        switch wanted - place {
        case 1: reader.channels(behind: index, isFlat: isFlat)
        case 2: reader.channels(before: open - 2, isFlat: isFlat)
        default: nil
        }
      guard let owner = text[at: open - 4]?.text, let token = text[at: index] else { continue }
      return Slip(
        token, .valueKind(found: name, label: label, of: owner, .whole),
        [text.replace(index...index, by: number ?? ".FIXME")])
    }
    return nil
  }

  /// A value of a call, and what goes in its place.
  private struct Place {
    let range: ClosedRange<Int>
    let label: String
    let owner: String
    let wanted: SlipPhrase.Wanted
  }

  // MARK: Places

  /// The values of one line each that numbers, or yes and no, belong into.
  private var values: [Place] {
    text.tokens.indices.flatMap { index -> [Place] in
      guard let call = Call(openingAt: index, in: text) else { return [] }
      return call.arguments.enumerated().compactMap { number, argument in
        let label = argument.label ?? ""
        guard let wanted = wanted(label, at: number, of: call),
          text.tokens[argument.value.lowerBound].line == text.tokens[argument.value.upperBound].line
        else { return nil }
        return Place(range: argument.value, label: label, owner: call.name, wanted: wanted)
      }
    }
  }

  private func wanted(_ label: String, at number: Int, of call: Call) -> SlipPhrase.Wanted? {
    if let numbers = Self.members[call.name], text.sees(".", at: call.callee.lowerBound - 1) || call.module.isEmpty {
      return numbers[label]
    }
    guard call.module.isEmpty, let signature = CallSignature.of(call.name) else { return nil }
    let value = label.isEmpty ? (number == 0 ? signature.parameters.first : nil) : signature.parameter(label)
    guard let value, !label.isEmpty || value.label == "_" else { return nil }
    switch value.kind {
    case .whole: return .whole
    case .real: return Self.shares.contains("\(call.name) \(value.label)") ? .share : .real
    case .truth: return .truth
    default: return nil
    }
  }

  /// What is a share of all, from 0 to 1.
  private static let shares: Set<String> = [
    "Threshold _", "Dropout rate", "Training decayRate", "RandomTranslation upTo", "BatchNorm momentum",
  ]

  /// The numbers of words with a point before them, by their labels.
  private static let members: [String: [String: SlipPhrase.Wanted]] = {
    let all =
      Schedule.all.map { ($0.name, $0.numbers) } + Optimizer.all.map { ($0.name, $0.numbers) }
      + Loss.all.map { ($0.name, $0.numbers) }
    return all.reduce(into: [:]) { found, member in
      for number in member.1 {
        found[member.0, default: [:]][number.name] = ["steps", "every"].contains(number.name) ? .whole : .real
      }
    }
  }()

  // MARK: What stands there

  /// Names behind a point that numbers have.
  private static let numbers: Set<String> = [
    "FIXME", "pi", "zero", "max", "min", "infinity", "nan", "greatestFiniteMagnitude", "leastNormalMagnitude",
    "leastNonzeroMagnitude", "ulpOfOne", "signalingNaN",
  ]

  /// `절반` where a number with a point goes.
  private func spoken(_ place: Place) -> Slip? {
    let found = text.text(place.range)
    guard place.wanted == .real || place.wanted == .share, !context.names.contains(found),
      case let words = found.filter({ $0 != "\"" }), SpokenNumber.share(words) != nil,
      let written = SpokenNumber.written(words)
    else { return nil }
    return Slip(
      text.tokens[place.range.lowerBound], .numberWord(found: found, written: written),
      [text.replace(place.range, by: written)])
  }

  /// What goes as far to one side as to the other.
  private static let symmetric: Set<String> = [
    "RandomRotation upTo", "RandomTranslation upTo", "RandomBrightnessContrast brightness",
    "RandomBrightnessContrast contrast",
  ]

  /// `upTo: -5...5`, where one number says both ends.
  private func oneSide(_ place: Place) -> Slip? {
    let found = text.text(place.range)
    guard Self.symmetric.contains(place.owner + " " + place.label), found.utf8.count <= 60,
      let ends = found.wholeMatch(of: /[\[(]?-?([0-9.]*[0-9])\s*(\.\.\.|\.\.<|,)\s*([0-9.]*[0-9])[\])]?/),
      ends.output.1 == ends.output.3, let end = Double(ends.output.3)
    else { return nil }
    let written = String(ends.output.3)
    return Slip(
      text.tokens[place.range.lowerBound], .oneForBothSides(found: found, written: written, to: end),
      [text.replace(place.range, by: written)])
  }

  /// A number or a text where yes or no goes: 0 is no, and for another number what the other lines of its kind say.
  private func truth(_ place: Place) -> Slip? {
    let token = text.tokens[place.range.lowerBound]
    guard place.wanted == .truth, place.range.count == 1, token.kind == .number || token.kind == .string else {
      return nil
    }
    let word = token.text.filter { $0 != "\"" }.lowercased()
    let said = Self.truths[word] ?? Double(word).flatMap { $0 == 0 ? false : $0 == 1 ? true : nil }
    let others = values.filter { $0.label == place.label && $0.owner == place.owner }.map { text.text($0.range) }
    let isNo = others.count { $0 == "false" } > others.count { $0 == "true" }
    let written = "\(said ?? !isNo)"
    return Slip(token, .truthWanted(found: token.text, written: written), [text.replace(place.range, by: written)])
  }

  private static let truths = [
    "true": true, "yes": true, "y": true, "on": true, "t": true, "false": false, "no": false, "n": false, "off": false,
    "f": false, "none": false, "네": true, "예": true, "아니요": false, "없음": false,
  ]

  private func isNoNumber(_ range: ClosedRange<Int>) -> Bool {
    let first = text.tokens[range.lowerBound]
    if first.kind == .string, range.count == 1 { return true }
    if first.text == ".", range.count == 2, text.tokens[range.upperBound].kind == .word {
      return !Self.numbers.contains(text.tokens[range.upperBound].text)
    }
    // Of what nobody makes there is no length.
    return !context.names.contains("len")
      && range.contains { text.sees("len", at: $0) && text.sees("(", at: $0 + 1) && !isKnown($0 + 2) }
  }

  private func isKnown(_ place: Int) -> Bool {
    text[at: place].map { $0.kind != .word || context.names.contains($0.text) } ?? false
  }

  private func slip(_ place: Place) -> Slip {
    Slip(
      text.tokens[place.range.lowerBound],
      .valueKind(found: text.text(place.range), label: place.label, of: place.owner, place.wanted),
      [text.replace(place.range, by: ".FIXME")])
  }
}
