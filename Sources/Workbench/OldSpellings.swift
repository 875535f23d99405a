internal import Labs
internal import Messages

/// What earlier versions of SegLab called things that a learner writes, and what they are called now.
///
/// One table for the message that names the new spelling and for the update that writes it.
public enum OldSpellings {
  /// What types are called now, by what they were called.
  static let types = [
    "Preparation": "Preprocessing", "QuarterTurns": "RandomRotate90", "Flip": "RandomFlip",
    "Transpose": "RandomTranspose",
    "Rotate": "RandomRotation", "Scale": "RandomScale", "Shift": "RandomTranslation", "Elastic": "ElasticTransform",
    "Intensity": "RandomBrightnessContrast", "Noise": "RandomNoise", "Picture": "Image", "Optimiser": "Optimizer",
  ]

  /// What labels are called now, by the call they stand in and what they were called; of any call where that is empty.
  private static let labels = [
    ("truncatedNormal", "deviation", "stddev"), ("", "positionBias", "untiedBias"), ("", "optimiser", "optimizer"),
  ]

  /// What layers are called now that were an activation by itself, `Activate(.relu)`.
  private static let activations = [
    "relu": "ReLU", "leakyRelu": "LeakyReLU", "sigmoid": "Sigmoid", "softmax": "Softmax",
  ]

  /// A learner's code in the spelling of today; what is not code (texts, comments) stays as it is.
  ///
  /// - Parameters:
  ///   - code: the inside of a cell.
  ///   - convolutionsHadReLU: whether a `Conv2D` that names no activation was written when that meant a ReLU; it is then written out.
  /// - Returns: the code; the same where it holds nothing old, or does not end what it begins.
  public static func replaced(in code: String, convolutionsHadReLU: Bool = false) -> String {
    let pieces = Pieces(code)
    var edits = types(in: pieces)
    for call in pieces.calls {
      edits += self.edits(of: call, in: pieces)
      if convolutionsHadReLU, call.name == "Conv2D", !call.arguments.contains(where: { $0.label == "activation" }),
        call.arguments.contains(where: { $0.label == "filter" })
      {
        let next = call.arguments.first { ["initializer", "from", "line"].contains($0.label) }
        let end = next?.range.lowerBound ?? call.end
        edits.append((end..<end, next == nil ? ", activation: .relu" : "activation: .relu, "))
      }
    }
    return edits.isEmpty ? code : pieces.replacing(edits)
  }

  /// Whether a `Conv2D` in a learner's code says that it ends with a ReLU.
  public static func convolutionsNameReLU(in code: String) -> Bool {
    let pieces = Pieces(code)
    return pieces.calls.contains { call in
      call.name == "Conv2D"
        && call.arguments.contains { $0.label == "activation" && pieces.text($0.value).hasSuffix(".relu") }
    }
  }

  /// What is found in a cell, one a word or argument.
  static func slips(in text: CellText, _ context: ReadingContext) -> [Slip] {
    let pieces = Pieces(text.lines.joined(separator: "\n"))
    var starts = [0]
    for line in text.lines { starts.append(starts[starts.count - 1] + line.utf8.count + 1) }
    let edits = types(in: pieces, but: context.names) + pieces.calls.flatMap { self.edits(of: $0, in: pieces) }
    return edits.compactMap { edit -> Slip? in
      guard let next = starts.firstIndex(where: { $0 > edit.range.lowerBound }), edit.range.upperBound < starts[next]
      else { return nil }
      let start = starts[next - 1]
      let range = (edit.range.lowerBound - start)..<(edit.range.upperBound - start)
      let found = pieces.text(edit.range)
      let what: SlipPhrase =
        found.hasPrefix("keep:") ? .dropoutShare(written: edit.new) : .renamed(found: found, now: edit.new)
      return Slip(
        line: next - 1, column: range.lowerBound + 1, what,
        [CellText.Edit(line: next - 1, range: range, text: edit.new)])
    }
  }

  /// The first call on a line of code with something old in it, and what stands in its place now.
  ///
  /// - Parameter line: one line of a learner's.
  /// - Returns: the two spellings, such as `keep: 0.8` and `rate: 0.2`; nil where there is no old one.
  static func firstCall(in line: String) -> (found: String, now: String)? {
    let pieces = Pieces(line)
    let edits = pieces.calls.flatMap { self.edits(of: $0, in: pieces) }
    return edits.min { $0.range.lowerBound < $1.range.lowerBound }.map { (pieces.text($0.range), $0.new) }
  }

  private typealias Edit = (range: Range<Int>, new: String)

  private static func types(in pieces: Pieces, but own: Set<String> = []) -> [Edit] {
    pieces.words.compactMap { word in
      guard !word.isMember, !own.contains(word.name), let now = types[word.name] else { return nil }
      return (word.range, now)
    }
  }

  private static func edits(of call: Pieces.Call, in pieces: Pieces) -> [Edit] {
    var edits: [Edit] = []
    for argument in call.arguments {
      let value = pieces.text(argument.value)
      if call.name == "Dropout", argument.label == "keep" {
        edits.append((argument.range, "rate: \(share(besides: value))"))
      }
      for (name, old, new) in labels where argument.label == old && (name.isEmpty || name == call.name) {
        edits.append((argument.range, "\(new): \(value)"))
      }
    }
    if call.name == "Activate", let first = call.arguments.first, first.label.isEmpty,
      let layer = activations[pieces.text(first.value).split(separator: ".").last.map(String.init) ?? ""]
    {
      let rest = call.arguments.dropFirst().first?.range.lowerBound ?? call.end
      edits.append((call.start..<rest, "\(layer)("))
    }
    return edits
  }

  /// One minus a share that is written as `value`: `0.2` for `0.8`, `1 - (p)` for `p`; a hole stays one.
  static func share(besides value: String) -> String {
    if value.hasSuffix("FIXME") { return value }
    guard let share = Double(value), share >= 0, share <= 1 else { return "1 - (\(value))" }
    // To the digits that were written: 1 - 0.8 is no 0.2 in binary.
    let digits = value.split(separator: ".").dropFirst().first?.count ?? 0
    guard digits > 0, digits < 10 else { return share == 1 ? "0" : share == 0 ? "1" : "1 - (\(value))" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rest = ((1 - share) * scale).rounded() / scale
    return rest == 0 ? "0" : "\(rest)"
  }
}

/// A piece of code taken apart: its words, and its calls with their arguments, by the bytes that they take.
private struct Pieces {
  struct Word {
    let name: String
    let range: Range<Int>
    /// Whether a point stands before it.
    let isMember: Bool
  }

  struct Argument {
    /// Empty where it has none.
    let label: String
    /// With its label.
    let range: Range<Int>
    let value: Range<Int>
  }

  struct Call {
    let name: String
    /// Where its name begins.
    let start: Int
    /// Where the bracket that closes it stands.
    let end: Int
    let arguments: [Argument]
  }

  private(set) var words: [Word] = []
  private(set) var calls: [Call] = []
  private let bytes: [UInt8]

  init(_ code: String) {
    var lexer = SwiftLexer(code)
    bytes = lexer.bytes
    var lexemes: [(kind: SwiftLexer.Lexeme.Kind, offset: Int)] = []
    while let lexeme = lexer.next() { lexemes.append((lexeme.kind, lexeme.range.lowerBound)) }
    guard !lexer.isBroken || lexer.openBrackets > 0 else { return }
    var open: [(call: Int?, first: Int)] = []
    for (index, lexeme) in lexemes.enumerated() {
      switch lexeme.kind {
      case .word(let name):
        let isMember = index > 0 && lexemes[index - 1].kind == .mark(UInt8(ascii: "."))
        let range = lexeme.offset..<(lexeme.offset + name.utf8.count)
        // Not one between backticks.
        if text(range) == name { words.append(Word(name: name, range: range, isMember: isMember)) }
      case .mark(let mark) where [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{")].contains(mark):
        var call: Int?
        if mark == UInt8(ascii: "("), index > 0, case .word = lexemes[index - 1].kind { call = index - 1 }
        open.append((call, index + 1))
      case .mark(let mark) where [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(mark):
        guard let opened = open.popLast(), let call = opened.call, case .word(let name) = lexemes[call].kind else {
          continue
        }
        calls.append(
          Call(
            name: name, start: lexemes[call].offset, end: lexeme.offset,
            arguments: arguments(lexemes[opened.first..<index], end: lexeme.offset)))
      default: break
      }
    }
  }

  /// Cuts the inside of a call at the commas that belong to no inner bracket.
  private func arguments(_ lexemes: ArraySlice<(kind: SwiftLexer.Lexeme.Kind, offset: Int)>, end: Int) -> [Argument] {
    var (result, depth, first): ([Argument], Int, Int) = ([], 0, lexemes.startIndex)
    func add(upTo last: Int, at offset: Int) {
      guard first < last else { return }
      var (label, start) = ("", lexemes[first].offset)
      if case .word(let name) = lexemes[first].kind, first + 1 < last,
        lexemes[first + 1].kind == .mark(UInt8(ascii: ":")), first + 2 < last
      {
        (label, start) = (name, lexemes[first + 2].offset)
      }
      var stop = offset
      while stop > start, bytes[stop - 1] <= 0x20 { stop -= 1 }
      result.append(Argument(label: label, range: lexemes[first].offset..<stop, value: start..<stop))
    }
    for index in lexemes.indices {
      guard case .mark(let mark) = lexemes[index].kind else { continue }
      switch mark {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        add(upTo: index, at: lexemes[index].offset)
        first = index + 1
      default: break
      }
    }
    add(upTo: lexemes.endIndex, at: end)
    return result
  }

  /// The text that takes these bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The code with other texts in some places that do not overlap.
  func replacing(_ edits: [(range: Range<Int>, new: String)]) -> String {
    var (result, end): ([UInt8], Int) = ([], 0)
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where edit.range.lowerBound >= end {
      result += bytes[end..<edit.range.lowerBound] + Array(edit.new.utf8)
      end = edit.range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }
}
