internal import Messages

/// A function that another cell of the lab makes: `func pair(_ name: String, _ from: Int, _ to: Int)`.
struct GivenFunction: Equatable {
  /// A value that it takes.
  struct Parameter: Equatable {
    /// Its label in a call; nil for none.
    let label: String?
    /// What the function calls it.
    let name: String
    /// Its type.
    let type: String
  }

  let name: String
  let parameters: [Parameter]

  /// The function whose `func` is the piece at `index`; nil where it takes something that is more than a name and a type.
  init?(at index: Int, in text: CellText) {
    guard text.sees("func", at: index), let name = text[at: index + 1], name.kind == .word,
      text.sees("(", at: index + 2),
      let close = text.closing(index + 2)
    else { return nil }
    self.name = name.text
    var parameters: [Parameter] = []
    for range in Call.arguments(from: index + 2, to: close, in: text) {
      guard let colon = range.first(where: { text.sees(":", at: $0) }), colon == range.upperBound - 1 else {
        return nil
      }
      let label = text.tokens[range.lowerBound].text
      parameters.append(
        Parameter(
          label: label == "_" ? nil : label, name: text.tokens[colon - 1].text, type: text.tokens[range.upperBound].text
        ))
    }
    self.parameters = parameters
  }

  /// Those that a cell makes.
  static func all(in text: CellText) -> [GivenFunction] {
    text.tokens.indices.compactMap { GivenFunction(at: $0, in: text) }
  }
}

/// Calls of functions that the lab gives: values in another order, with labels, without quotes, in a list, too few of them.
struct GivenCalls {
  let text: CellText
  let context: ReadingContext

  /// What is found, one a call.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - errors: what the compiler says of it: only what it does not find is another lab's.
  ///   - context: what else is known of the lab.
  /// - Returns: the slips.
  static func slips(in text: CellText, _ errors: [CellError], _ context: ReadingContext) -> [Slip] {
    guard !context.functions.isEmpty else { return [] }
    let reader = GivenCalls(text: text, context: context)
    let missing = Set(errors.compactMap { Advice.missingName(in: $0.text) })
    return text.tokens.indices.compactMap { index in
      guard let call = Call(openingAt: index, in: text), call.module.isEmpty, call.isOnOneLine,
        CallSignature.of(call.name) == nil
      else { return nil }
      let function =
        context.functions.first { $0.name == call.name }
        ?? context.functions.first {
          $0.name.lowercased() == call.name.lowercased() && OtherLibraries.made(by: call.name) == nil
        }
      return function.map { reader.slip(call, $0) } ?? (missing.contains(call.name) ? reader.otherName(call) : nil)
    }
  }

  /// `block("enc2", 8, 16)` where `pair` takes just that: another lab's name.
  private func otherName(_ call: Call) -> Slip? {
    guard !context.names.contains(call.name), OtherLibraries.made(by: call.name) == nil,
      !text.sees(".", at: call.callee.lowerBound - 1), !text.sees("func", at: call.callee.lowerBound - 1)
    else { return nil }
    let fitting = context.functions.filter { function in
      function.parameters.contains { $0.type == "String" } && function.parameters.count == call.arguments.count
        && zip(function.parameters, call.arguments).allSatisfy { parameter, argument in
          let first = text.tokens[argument.value.lowerBound]
          return parameter.label == argument.label
            && (argument.value.count > 1 || (first.kind == .string) == (parameter.type == "String"))
        }
    }
    guard fitting.count == 1, let name = fitting.first?.name else { return nil }
    return Slip(
      text.tokens[call.callee.lowerBound], .otherName(found: call.name, ours: name),
      [text.replace(call.callee, by: name)])
  }

  private func slip(_ call: Call, _ function: GivenFunction) -> Slip? {
    var values = call.arguments.flatMap { argument in self.values(of: argument.value) }
    let missing = function.parameters.count - values.count
    guard (0...1).contains(missing) else { return nil }
    if missing == 1, let given = incoming(call, function), let place = values.firstIndex(where: { !$0.isText }),
      values[place].text != given
    {
      values.insert((false, given), at: place)
    }
    var written: [String] = []
    var isHoleFree = values.count < function.parameters.count
    for parameter in function.parameters {
      var value = ".FIXME"
      if let index = values.firstIndex(where: { $0.isText == (parameter.type == "String") }) {
        value = values.remove(at: index).text
      } else if isHoleFree {
        isHoleFree = false
      } else {
        return nil
      }
      written.append((parameter.label.map { "\($0): " } ?? "") + value)
    }
    guard values.isEmpty else { return nil }
    let made = "\(function.name)(\(written.joined(separator: ", ")))"
    let found = text.text(call.range)
    guard made.filter({ $0 != " " }) != found.filter({ $0 != " " }) else { return nil }
    return Slip(
      text.tokens[call.range.lowerBound], .givenCall(name: function.name, written: made),
      [text.replace(call.range, by: made)])
  }

  /// Layers that leave channels as they are.
  private static let passing: Set<String> = [
    "MaxPool2D", "AveragePool2D", "Dropout", "BatchNorm", "ReLU", "LeakyReLU",
  ]

  /// How many channels come into the layers of a function that is told only how many go out: as many as the nearest call of it above gives. Nil where
  /// something between the two changes them, or the function takes anything else.
  private func incoming(_ call: Call, _ function: GivenFunction) -> String? {
    guard function.parameters.map(\.type) == ["String", "Int", "Int"],
      function.parameters.dropFirst().map(\.name) == ["from", "to"],
      call.arguments.allSatisfy({ $0.label == nil }), let own = call.arguments.last, own.value.count == 1,
      text.tokens[own.value.lowerBound].kind == .number
    else { return nil }
    for index in stride(from: call.range.lowerBound - 1, through: 1, by: -1) {
      if text.sees("{", at: index) { return nil }
      guard text.sees("(", at: index), text.tokens[index - 1].kind == .word else { continue }
      if Self.passing.contains(text.tokens[index - 1].text) { continue }
      guard text.sees(call.name, at: index - 1), let above = Call(openingAt: index, in: text),
        above.arguments.count == 3, let last = above.arguments.last, last.value.count == 1,
        let number = text[at: last.value.lowerBound], number.kind == .number
      else { return nil }
      return number.text
    }
    return nil
  }

  /// What stands in the place of one value, a list's one by one: whether it is a text, and how it is written.
  private func values(of range: ClosedRange<Int>) -> [(isText: Bool, text: String)] {
    let first = text.tokens[range.lowerBound]
    if ["[", "("].contains(first.text), text.closing(range.lowerBound) == range.upperBound, range.count > 2 {
      return Call.arguments(from: range.lowerBound, to: range.upperBound, in: text).flatMap { values(of: $0) }
    }
    // A label of the learner's own.
    if range.count > 2, first.kind == .word, text.sees(":", at: range.lowerBound + 1) {
      return values(of: (range.lowerBound + 2)...range.upperBound)
    }
    let written = text.text(range)
    if first.kind == .string, range.count == 1 {
      let content = written.filter { $0 != "\"" }
      return [Int(content) == nil ? (true, written) : (false, content)]
    }
    let isName = range.count == 1 && first.kind == .word && !context.names.contains(written) && written != "nil"
    return [isName ? (true, "\"\(written)\"") : (false, written)]
  }
}
