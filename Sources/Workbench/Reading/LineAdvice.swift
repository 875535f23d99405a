public import Diagnostics
public import Labs
internal import Messages
internal import SegLab

/// Writes out the line that a suggestion about a layer or a training comes to, where it says no more than a setting.
///
/// What is suggested was worked out elsewhere, and tried there; here it is only done to the learner's own line.
public struct LineAdvice {
  /// A cell of the learner's, taken apart.
  struct Page {
    let line: Int
    let text: CellText
  }

  let pages: [Page]
  let lab: Lab

  /// - Parameter lab: the lab as it stands in the learner's file.
  public init(_ lab: Lab) {
    self.lab = lab
    pages = Cell.all(in: lab).filter { cell in
      cell.isExercise && cell.lines.count <= CellText.most.lines
        && cell.lines.reduce(0) { $0 + $1.utf8.count } <= CellText.most.bytes
    }.map { Page(line: $0.line, text: CellText($0.lines)) }
  }

  /// The message with its suggestion written out; as it is where the suggestion is words, or the line is nobody's.
  public func written(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.severity != .hole, let why = diagnostic.advice, let phrase = advised(diagnostic, why) else {
      return diagnostic
    }
    // A batch that is too large is no fault of the layer that takes most of the memory.
    if case .fewerImages? = why.phrase as? NetworkAdvicePhrase,
      case .write(let text, let line, let why)? = phrase as? AdvisedPhrase,
      line > 0
    {
      return Diagnostic(
        diagnostic.severity, file: diagnostic.file, line: line, diagnostic.summary,
        help: AdvisedPhrase.write(text, line: 0, why: why))
    }
    return Diagnostic(
      diagnostic.severity, file: diagnostic.file, line: diagnostic.line, column: diagnostic.column,
      diagnostic.summary, help: phrase)
  }

  private func advised(_ diagnostic: Diagnostic, _ why: Message) -> (any Phrase)? {
    if case .exchangeLines(let layer, let other)? = why.phrase as? NetworkAdvicePhrase {
      return exchanged(layer, other, on: diagnostic.line)
    }
    if let typed = typedInKorean(diagnostic) {
      return AdvisedPhrase.write(
        typed.line.trimmed, line: 0, why: Message(NetworkAdvicePhrase.didYouMean(name: typed.name)))
    }
    let change: Change?
    switch why.phrase {
    case let phrase as NetworkAdvicePhrase: change = self.change(phrase, diagnostic)
    case let phrase as DiagnosisPhrase: change = self.change(phrase, diagnostic)
    case WorkbenchPhrase.renameConstant(let found, let expected):
      change = renamed(found, to: expected, on: diagnostic.line)
    default: change = nil
    }
    switch change {
    case .write(let line, let text)?:
      return AdvisedPhrase.write(text.trimmed, line: line == diagnostic.line ? 0 : line, why: why)
    case .insert(let text, let line)?: return AdvisedPhrase.insert(text, before: line, why: why)
    case .remove(let line)?: return AdvisedPhrase.remove(line: line == diagnostic.line ? 0 : line, why: why)
    case nil: return nil
    }
  }

  /// What is done to the lab.
  enum Change {
    case write(line: Int, String)
    case insert(String, before: Int)
    case remove(Int)
  }

  // MARK: Suggestions

  private func change(_ phrase: NetworkAdvicePhrase, _ diagnostic: Diagnostic) -> Change? {
    let line = diagnostic.line
    switch phrase {
    case .swapWeights(let weights), .changeFirstDimension(let weights): return set("weights", weights.asShape, on: line)
    case .swapFilterChannels(let filter), .changeFilterChannels(let filter), .reorderFilter(_, let filter):
      return set("filter", filter.asShape, on: line)
    case .factorised(_, let shape), .writeInput(let shape), .leaveBatchOut(let shape):
      return set("shape", shape.asShape, on: line)
    case .writeChannels(let channels): return set("channels", "\(channels)", on: line)
    case .countYourself: return shape(on: line)
    case .writeAs("weights", let form) where form.contains(where: \.isLetter): return weights(on: line)
    case .writeAs(let label, let form):
      return form.contains(where: \.isLetter) ? nil : set(label, form, on: line)
    case .giveCount(let layer, let weights): return set("weights", weights.asShape, of: layer)
    case .giveChannels(let layer, _, let filter):
      return filter.isEmpty ? nil : set("filter", filter.asShape, of: layer)
    case .channelsLast(let layer, let shape): return set("shape", shape.asShape, of: layer)
    case .changeStride(let layer, _, let stride): return set("stride", "\(stride)", of: layer)
    case .exchangeWindowAndStride(let layer, let label, let window, let stride):
      let size = window.count == 1 ? "\(window[0])" : window.asShape
      return set([(label, size), ("stride", "\(stride)")], of: layer)
    case .padLayer(let layer): return set("padding", ".same", of: layer)
    case .padOrShrinkWindow: return set("padding", ".same", on: line)
    case .cropOrUseSizes(_, true, _): return set("crop", "true", on: line)
    case .useIdentity: return set("activation", ".identity", on: line)
    case .useReLU: return set("activation", ".relu", on: line)
    case .takeOut: return removed(line)
    case .nameApart: return namedApart(line)
    case .putFlattenBefore: return made("Flatten", before: line)
    case .joinAnother(let layer, let other): return replaced(other, by: layer, on: line)
    case .didYouMean(let name):
      guard case .unknownInput(_, let found)? = diagnostic.summary as? NetworkPhrase else { return nil }
      return replaced(found, by: name, on: line)
    case .endWithClasses(let height, let width, let classes): return outputs(classes, of: [height, width], on: line)
    case .nameAll(let names): return set("of", names.map { "\"\($0)\"" }.joined(separator: ", "), on: line)
    case .twoChannelsOrBinary: return wantedChannels(on: line) == 1 ? loss(".binaryCrossEntropy") : outputs(2, on: line)
    case .oneChannelOrCrossEntropy: return wantedChannels(on: line) == 2 ? loss(".crossEntropy") : outputs(1, on: line)
    case .fewerImages(let most): return setting("batchSize", "\(most)")
    default: return nil
    }
  }

  private func change(_ phrase: DiagnosisPhrase, _ diagnostic: Diagnostic) -> Change? {
    let line = diagnostic.line
    switch phrase {
    case .decayLater(let every): return set("decaySteps", "\(every)", on: line)
    case .smallerBatch(let size): return set("batchSize", "\(size)", on: line)
    case .epochs(let count): return set("epochs", "\(count)", on: line)
    case .dropLess: return set("rate", "0.5", on: line)
    case .lowerRate(let rate), .higherRate(let rate):
      let written = DiagnosisPhrase.written(rate)
      // Of several only the one that is too high: all of them a tenth would be another search.
      return set("learningRate", written, on: line) ?? set("learningRates", "[\(written)]", on: line)
    case .halfOfWhite: return first("Threshold", "0.5", on: line)
    case .joinLast(let name):
      guard case .earlySkip(_, let joins, _)? = diagnostic.summary as? DiagnosisPhrase else { return nil }
      return replaced(joins, by: name, on: line)
    case .normalizeFirst: return normalizedFirst(line)
    case .changeLess: return removed(line)
    case .weighClasses: return dice(line)
    default: return nil
    }
  }

  // MARK: Changes

  /// The cell that a line is in, and the line there, from 0.
  func place(_ line: Int) -> (page: Page, line: Int)? {
    pages.first { $0.text.lines.indices.contains(line - $0.line) }.map { ($0, line - $0.line) }
  }

  /// A setting in the call that begins on a line, of whichever takes one of this label.
  func set(_ label: String, _ value: String, on line: Int) -> Change? { set([(label, value)], on: line) }

  /// Settings in the call on a line that takes all of them.
  func set(_ settings: [(String, String)], on line: Int) -> Change? {
    guard let (page, row) = place(line) else { return nil }
    let calls = Self.calls(in: page.text)
    let begun = calls.filter { page.text.tokens[$0.range.lowerBound].line == row }
    // Within them stand others, as a sweep's training does: what says so already is meant before what could.
    let within = calls.filter { call in
      begun.contains { $0.range.contains(call.range.lowerBound) && $0.range.lowerBound < call.range.lowerBound }
    }
    func says(_ call: Call) -> Bool {
      settings.allSatisfy { label, _ in call.arguments.contains { $0.label == label } }
    }
    func takes(_ call: Call) -> Bool {
      settings.allSatisfy { label, _ in CallSignature.of(call.name)?.parameter(label) != nil }
    }
    return ((begun + within).first { takes($0) && says($0) } ?? begun.first(where: takes)).flatMap {
      set(settings, in: $0, page)
    }
  }

  func set(_ label: String, _ value: String, of layer: String) -> Change? { set([(label, value)], of: layer) }

  /// Settings in the call that makes a layer of this name.
  func set(_ settings: [(String, String)], of layer: String) -> Change? {
    maker(of: layer).flatMap { set(settings, in: $0.call, $0.page) }
  }

  func set(_ settings: [(String, String)], in call: Call, _ page: Page) -> Change? {
    guard let signature = CallSignature.of(call.name) else { return nil }
    var edits: [CellText.Edit] = []
    for (label, value) in settings {
      if let argument = call.arguments.first(where: { $0.label == label }) {
        let written = argument.value.lowerBound...call.end(of: argument)
        let lines = page.text.tokens[written].map(\.line)
        guard lines.first == lines.last else { return nil }
        edits.append(page.text.replace(written, by: value))
      } else {
        guard let position = signature.parameters.firstIndex(where: { $0.label == label }) else { return nil }
        edits.append(call.inserting("\(label): \(value)", at: position, of: signature, in: page.text))
      }
    }
    guard let line = edits.first?.line, edits.allSatisfy({ $0.line == line }) else { return nil }
    let mended = page.text.applying(edits)[line]
    return mended == page.text.lines[line] ? nil : .write(line: page.line + line, mended)
  }

  /// A setting of the one training that the learner writes.
  private func setting(_ label: String, _ value: String) -> Change? {
    let trainings = pages.flatMap { page in
      Self.calls(in: page.text).filter { $0.name == "Training" }.map { (page, $0) }
    }
    guard trainings.count == 1, let (page, call) = trainings.first else { return nil }
    return set([(label, value)], in: call, page)
  }

  private func loss(_ value: String) -> Change? { setting("loss", value) }

  /// A loss that looks at class 1, in the training on a line: half Dice, half what is there.
  private func dice(_ line: Int) -> Change? {
    guard let (page, row) = place(line),
      let call = Self.calls(in: page.text).first(where: {
        $0.name == "Training" && page.text.tokens[$0.range.lowerBound].line == row
      })
    else { return nil }
    let loss = call.arguments.first { $0.label == "loss" }.map { page.text.text($0.value) } ?? ".crossEntropy"
    guard [".crossEntropy", ".binaryCrossEntropy"].contains(loss) else { return nil }
    return set([("loss", "0.5 * \(loss) + 0.5 * .dice()")], in: call, page)
  }

  /// How many numbers the layer on a line gives at each pixel.
  private func outputs(_ count: Int, of pixels: [Int]? = nil, on line: Int) -> Change? {
    guard let (page, row) = place(line) else { return nil }
    for call in Self.calls(in: page.text) where page.text.tokens[call.range.lowerBound].line == row {
      guard let list = call.arguments.first(where: { ["filter", "shape"].contains($0.label) }), call.isOnOneLine,
        page.text.sees("[", at: list.value.lowerBound)
      else { continue }
      let items = Call.arguments(from: list.value.lowerBound, to: list.value.upperBound, in: page.text)
      guard let last = items.last, items.count == (list.label == "filter" ? 4 : 3) else { continue }
      let isShape = list.label == "shape"
      let edit =
        pixels.flatMap { isShape ? page.text.replace(list.value, by: ($0 + [count]).asShape) : nil }
        ?? page.text.replace(last, by: "\(count)")
      let written = page.text.applying([edit])[row]
      return written == page.text.lines[row] ? nil : .write(line: line, written)
    }
    return nil
  }

  /// How many channels the lab wants of the layer on a line.
  private func wantedChannels(on line: Int) -> Int? {
    guard let (page, row) = place(line) else { return nil }
    let names = Set(page.text.tokens[page.text.indices(ofLine: row)].filter { $0.kind == .string }.map(\.text))
    return lab.checkLists.flatMap(\.list).flatMap(\.rule.wantedShapes)
      .first { names.contains("\"\($0.layer)\"") }?.dimensions.last
  }

  /// One text in the place of another.
  private func replaced(_ found: String, by name: String, on line: Int) -> Change? {
    guard let (page, row) = place(line),
      let index = page.text.indices(ofLine: row).last(where: { page.text.sees("\"\(found)\"", at: $0) })
    else { return nil }
    return .write(line: line, page.text.applying([page.text.replace(index...index, by: "\"\(name)\"")])[row])
  }

  /// The first value of a step on a line.
  private func first(_ name: String, _ value: String, on line: Int) -> Change? {
    guard let (page, row) = place(line),
      let call = Self.calls(in: page.text).first(where: {
        $0.name == name && page.text.tokens[$0.range.lowerBound].line == row
      }), let argument = call.arguments.first
    else { return nil }
    return .write(line: line, page.text.applying([page.text.replace(argument.value, by: value)])[row])
  }

  /// `Normalize(.perImage)` as the first step of the preprocessing that begins on a line, or in which the line is.
  private func normalizedFirst(_ line: Int) -> Change? {
    guard let (page, row) = place(line), !page.text.lines[row].contains("Normalize"),
      let open = page.text.indices(ofLine: row).last(where: { page.text.sees("{", at: $0) }),
      page.text.indices(ofLine: row).last == open
    else { return nil }
    return .insert("Normalize(.perImage)", before: line + 1)
  }

  /// A line that is one call and nothing else.
  private func removed(_ line: Int) -> Change? {
    guard let (page, row) = place(line) else { return nil }
    let range = page.text.indices(ofLine: row)
    guard let open = range.first(where: { page.text.sees("(", at: $0) }), let close = page.text.closing(open),
      close == range.upperBound - 1, open == range.lowerBound + 1
    else { return nil }
    return .remove(line)
  }

  static func calls(in text: CellText) -> [Call] {
    text.tokens.indices.compactMap { index in
      let isKnown = text[at: index - 1].map { CallSignature.of($0.text) != nil } ?? false
      return isKnown && text.sees("(", at: index) ? Call(openingAt: index, in: text) : nil
    }
  }
}
