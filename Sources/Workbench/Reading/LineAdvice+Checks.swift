internal import Labs
public import Messages
internal import SegLab

/// Lines that mend what a check found.
extension LineAdvice {
  /// The lines that mend what a check found, where the check names a setting, a name or an answer.
  ///
  /// - Parameters:
  ///   - message: what the check says.
  ///   - others: what other checks say of the same line, which may be mended along with it.
  ///   - line: the line that it names.
  /// - Returns: the first line, and what to write there; nil where the check's words are no change of lines.
  public func change(
    mending message: Message, and others: [Message] = [], at line: Int
  ) -> (line: Int, help: SlipPhrase)? {
    let change: Change?
    let phrase = message.phrase
    switch phrase {
    case SettingPhrase.differs(_, _, _, _, let write):
      let more = others.compactMap { other -> String? in
        if case SettingPhrase.differs(_, _, _, _, let write) = other.phrase { write } else { nil }
      }
      let all = ([write] + more).compactMap(Self.labelled)
      change = all.count == more.count + 1 ? set(all, on: line) : settled(write, on: line)
    case DifferencePhrase.written(_, _, let layer, let label, _, let right):
      change = set(label, right.asShape, of: layer)
    case CheckPhrase.biasDiffers(_, _, let layer, let isThere):
      change = set("bias", isThere ? "false" : "true", of: layer)
    case CheckPhrase.lossChannels(_, _, _, _, let other):
      change = other.isEmpty ? nil : set("loss", ".\(other)", on: line)
    case AnswerPhrase.decimalComma(_, let plain), AnswerPhrase.percentSign(_, let plain),
      AnswerPhrase.markLeft(_, let plain):
      return (line, .write(plain))
    case CheckPhrase.noSuchLayer(let layer, _): change = named(layer, near: line)
    case FunctionPhrase.missing(let name, _): change = renamedFunction(to: name, near: line)
    case SettingPhrase.tried(let setting, _, let expected):
      change = values(of: setting, count: Self.least(expected).map { Int($0) } ?? 2, range: 1, near: line)
    case SettingPhrase.spread(let setting, _, let expected):
      change = Self.least(expected).flatMap { values(of: setting, count: 2, range: $0, near: line) }
    case CheckPhrase.trainingNumber(let field, _, _) where field.hasSuffix("s"):
      change =
        values(of: field, count: 2, range: 1, near: line)
        ?? (phrase as? CheckPhrase)?.remedy.flatMap { settled($0, on: line) }
    case SettingPhrase.otherKind(_, let found, let expected): change = otherKind(found, expected, on: line)
    case SettingPhrase.otherOrder(_, _, let order): return reordered(order, at: line)
    case let phrase as CheckPhrase: change = phrase.remedy.flatMap { settled($0, on: line) }
    case let phrase as PreprocessingPhrase: change = phrase.remedy.flatMap { settled($0, on: line) }
    default: change = nil
    }
    guard case .write(let line, let text)? = change else { return nil }
    return (line, .write(text.trimmed))
  }

  /// A call on a line under another name, where that takes all that it is given.
  private func otherKind(_ found: String, _ expected: String, on line: Int) -> Change? {
    guard let signature = CallSignature.of(expected), let (page, call) = call(found, on: line),
      call.arguments.allSatisfy({ $0.label.map { signature.parameter($0) != nil } ?? true })
    else { return nil }
    return .write(line: line, page.text.applying([page.text.replace(call.callee, by: expected)])[line - page.line])
  }

  /// The line of the call that makes a layer, with a setting as it should be.
  ///
  /// - Parameters:
  ///   - setting: its label.
  ///   - value: what it should be.
  ///   - layer: the layer.
  /// - Returns: nil where the learner's lines have no such call, or it says so already.
  public func change(setting: String, to value: String, of layer: String) -> (line: Int, help: SlipPhrase)? {
    guard case .write(let line, let text)? = set(setting, value, of: layer) else { return nil }
    return (line, .write(text.trimmed))
  }

  /// The number of a limit from below, `>= 4` or `4`; nil for another.
  private static func least(_ bound: String) -> Double? {
    let words = bound.split(separator: ",").first { !$0.contains("<") }
    return words.flatMap { Double(String($0.drop { !$0.isNumber })) }.flatMap { $0 < 1_000 ? $0 : nil }
  }

  /// `window: 2` or `Threshold(0.5)`, as a check asks for it, on a line.
  private func settled(_ write: String, on line: Int) -> Change? {
    if let setting = Self.labelled(write) { return set([setting], on: line) }
    let wanted = CellText([write])
    guard let name = wanted.tokens.first?.text, wanted.sees("(", at: 1), let (page, call) = call(name, on: line) else {
      return nil
    }
    return .write(line: line, page.text.applying([page.text.replace(call.range, by: write)])[line - page.line])
  }

  /// The label and the value of `window: 2`; nil for a call, and for a value that is told only in part.
  private static func labelled(_ write: String) -> (String, String)? {
    let wanted = CellText([write])
    guard wanted.tokens.count > 2, wanted.tokens[0].kind == .word, wanted.sees(":", at: 1) else { return nil }
    let value = wanted.text(2...(wanted.tokens.count - 1))
    return value.contains("…") ? nil : (wanted.tokens[0].text, value)
  }
}
