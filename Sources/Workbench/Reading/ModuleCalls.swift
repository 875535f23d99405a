internal import Messages

/// Calls of other libraries' functions that ``ForeignCalls`` has no word for: what they come to, what says the same in Swift, or that the value
/// is to be worked out.
struct ModuleCalls {
  let text: CellText
  let context: ReadingContext

  /// Calls of which every value is a number: the number or list that they come to.
  static func constants(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let reader = ModuleCalls(text: text, context: context)
    let numbers = ConstantReader(text, isModule: reader.isModule)
    return reader.calls.compactMap { call in
      if let written = product(call, in: text) ?? numbers.value(of: call)?.written {
        return reader.slip(call, written)
      }
      return nil
    }
  }

  /// All others.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let reader = ModuleCalls(text: text, context: context)
    return reader.calls.map { reader.slip($0, reader.ours($0) ?? "") }
  }

  // MARK: Calls

  private func isModule(_ word: String) -> Bool {
    Advice.library(word) != nil && !context.names.contains(word) && !["self", "os", "sys"].contains(word)
  }

  /// The outermost calls that begin with the name of a module and end on their line, or are functions of C that no cell makes.
  private var calls: [Call] {
    var end = -1
    return text.tokens.indices.compactMap { index -> Call? in
      guard let call = Call(openingAt: index, in: text), call.isOnOneLine, call.callee.lowerBound > end,
        !text.sees(".", at: call.callee.lowerBound - 1)
      else { return nil }
      let root = text.tokens[call.callee.lowerBound].text
      let isC = call.module.isEmpty && Self.functions.contains(root) && !context.names.contains(root)
      guard isC || !call.module.isEmpty && isModule(root) && CallSignature.here(call.name) == nil else { return nil }
      end = call.range.upperBound
      return call
    }
  }

  /// Functions that stand without a module in other languages, and are nothing here.
  private static let functions: Set<String> = ["log", "log10", "log2", "exp", "pow", "ln", "ceil", "floor", "prod"]

  private func slip(_ call: Call, _ written: String) -> Slip {
    let root = text.tokens[call.callee.lowerBound].text
    let written = isAlone(call) || Self.isSingle(written) ? written : "(\(written))"
    return Slip(
      text.tokens[call.range.lowerBound],
      .libraryCall(found: text.text(call.range), written: written, library: Advice.library(root) ?? "C"),
      [text.replace(call.range, by: written.isEmpty ? ".FIXME" : written)])
  }

  /// Whether a call is a whole value, so that no sign beside it binds what is written in its place.
  private func isAlone(_ call: Call) -> Bool {
    let line = text.tokens[call.range.lowerBound].line
    func isEdge(_ place: Int, _ signs: Set<String>) -> Bool {
      text[at: place].map { $0.line != line || signs.contains($0.text) } ?? true
    }
    return isEdge(call.range.lowerBound - 1, [",", "[", "(", ":", "=", "return"])
      && isEdge(call.range.upperBound + 1, [",", "]", ")", ":"])
  }

  /// Whether words are one value that needs no brackets.
  private static func isSingle(_ words: String) -> Bool {
    let pieces = CellText([words])
    guard !pieces.tokens.isEmpty else { return true }
    return pieces.operand(startingAt: 0) == 0...(pieces.tokens.count - 1)
      || pieces.sees("[", at: 0) && pieces.closing(0) == pieces.tokens.count - 1
  }

  /// `np.prod([256, 256, 1])` is `256 * 256 * 1`: what stands in a list stays to be seen.
  private static func product(_ call: Call, in text: CellText) -> String? {
    guard ["prod", "product", "reduce_prod"].contains(call.name), call.arguments.count == 1,
      let list = call.arguments.first?.value, ["[", "("].contains(text.tokens[list.lowerBound].text),
      text.closing(list.lowerBound) == list.upperBound
    else { return nil }
    let factors = Call.arguments(from: list.lowerBound, to: list.upperBound, in: text).map { part in
      part.count == 1 ? text.text(part) : "(\(text.text(part)))"
    }
    return factors.count > 1 ? factors.joined(separator: " * ") : nil
  }

  // MARK: Words of ours

  private static let comparisons = [
    "greater": ">", "greater_equal": ">=", "less": "<", "less_equal": "<=", "equal": "==", "not_equal": "!=",
    "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "eq": "==", "ne": "!=",
  ]

  /// What says the same in Swift; nil where nothing short does.
  private func ours(_ call: Call) -> String? {
    let values = call.arguments.map { text.text($0.value) }
    guard let first = values.first else { return nil }
    guard call.name != "arange" || call.arguments.allSatisfy({ $0.label == nil }) else { return nil }
    let value = isPlain(call.arguments[0].value) ? first : "(\(first))"
    switch (call.name, values.count) {
    case ("clip", 3), ("clamp", 3), ("clip_by_value", 3):
      let written = "min(max(\(first), \(values[1])), \(values[2]))"
      // A pixel of an image is a `Float`.
      let isPixel = text.sees("=", at: call.callee.lowerBound - 1) && text.sees("]", at: call.callee.lowerBound - 2)
      return isPixel ? "Float(\(written))" : written
    case (let name, 2) where Self.comparisons[name] != nil:
      return "\(value) \(Self.comparisons[name] ?? "") \(second(call))"
    case ("dot", 2), ("vdot", 2), ("inner", 2), ("mul", 2):
      if isPicture(first), isPicture(values[1]) {
        let term = PixelPlaces.term(of: "\(first) * \(values[1])", at: call.callee.lowerBound, in: text)
        return term ?? "zip(\(first).pixels, \(values[1]).pixels).reduce(0) { $0 + $1.0 * $1.1 }"
      }
      return "\(value) * \(second(call))"
    case ("mod", 2), ("remainder", 2), ("fmod", 2): return isWhole(call) ? "\(value) % \(second(call))" : nil
    case ("floor_divide", 2): return isWhole(call) ? "\(value) / \(second(call))" : nil
    case ("logical_or", 2): return "\(value) || \(second(call))"
    case ("logical_not", 1): return "!\(value)"
    case ("negative", 1): return "-\(value)"
    case ("tensor", 1), ("constant", 1), ("Variable", 1), ("as_tensor", 1), ("from_numpy", 1), ("cast", 2): return first
    case ("arange", 1): return "0..<\(first)"
    case ("arange", 2): return "\(first)..<\(values[1])"
    case ("arange", 3): return "stride(from: \(first), to: \(values[1]), by: \(values[2]))"
    default: return isPicture(first) ? ofPixels(call.name, first) : nil
    }
  }

  private func second(_ call: Call) -> String {
    let range = call.arguments[1].value
    return isPlain(range) ? text.text(range) : "(\(text.text(range)))"
  }

  /// Whether all that a call is given is a whole number, as its literals show.
  private func isWhole(_ call: Call) -> Bool {
    call.arguments.allSatisfy { argument in
      guard argument.value.count == 1 else { return false }
      let token = text.tokens[argument.value.lowerBound]
      if token.kind == .number { return Int(token.text) != nil }
      let made = text.tokens.indices.filter { text.sees(token.text, at: $0) && text.sees("=", at: $0 + 1) }
      return !made.isEmpty
        && made.allSatisfy { text[at: $0 + 2].flatMap { Int($0.text) } != nil && text[at: $0 + 3]?.kind != .mark }
    }
  }

  /// What one number says of all pixels.
  private func ofPixels(_ name: String, _ picture: String) -> String? {
    switch name {
    case "max", "amax", "reduce_max", "nanmax": return "(\(picture).pixels.max() ?? 0)"
    case "min", "amin", "reduce_min", "nanmin": return "(\(picture).pixels.min() ?? 0)"
    case "count_nonzero": return "\(picture).pixels.count(where: { $0 != 0 })"
    case "size", "prod", "numel": return "(\(picture).height * \(picture).width)"
    default: return nil
    }
  }

  /// Whether a name is an image or a mask, as the head of the function or the cell's use of it says.
  private func isPicture(_ name: String) -> Bool {
    text.tokens.indices.contains { index in
      text.sees(name, at: index)
        && (text.sees(":", at: index + 1) && ["Image", "Mask"].contains(text[at: index + 2]?.text)
          || text.sees(".", at: index + 1) && ["height", "width"].contains(text[at: index + 2]?.text))
    }
  }

  /// Whether nothing but one value is written: a name, a number, a pixel, a call.
  private func isPlain(_ range: ClosedRange<Int>) -> Bool { text.operand(startingAt: range.lowerBound) == range }
}
