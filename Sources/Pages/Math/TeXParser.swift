internal import Markup

/// A formula in TeX as HTML: MathML where every command in it is known, and the TeX itself where one is not.
enum Formula {
  /// The longest formula that is looked at, in characters.
  private static let longest = 4000

  /// - Parameters:
  ///   - tex: the formula, without its dollar signs.
  ///   - display: whether it stands on a line of its own.
  /// - Returns: a `math` or `code` element.
  static func html(_ tex: String, display: Bool) -> String {
    let text = InertText.html(tex)
    var parser = TeXParser(tex, display: display)
    guard tex.count <= longest, let content = parser.formula() else {
      return "<code class=\"tex\">\(text)</code>"
    }
    let block = display ? " display=\"block\"" : ""
    return "<math\(block) alttext=\"\(text)\"><mrow>\(content)</mrow></math>"
  }
}

/// Turns the TeX that labs use into MathML, by recursive descent; gives up, and says so with nil, at the first thing it does not know.
struct TeXParser {
  /// The deepest nesting that is followed.
  private static let deepest = 32

  private let tokens: [TeXScanner.Token]
  private let display: Bool
  private var index = 0
  private var depth = 0

  /// - Parameters:
  ///   - text: TeX without dollar signs.
  ///   - display: whether the formula stands on a line of its own.
  init(_ text: String, display: Bool) {
    self.display = display
    tokens = TeXScanner.tokens(of: text)
  }

  /// The whole as MathML for the inside of `<mrow>`; nil where it holds something unknown or does not close.
  mutating func formula() -> String? {
    guard !tokens.isEmpty, let content = row(until: { _ in false }), index == tokens.count else { return nil }
    return content
  }

  // MARK: Rows and scripts

  private mutating func row(until ends: (TeXScanner.Token) -> Bool) -> String? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    var content = ""
    while index < tokens.count, !ends(tokens[index]) {
      guard let atom = scripted() else { return nil }
      content += atom
    }
    return content
  }

  private mutating func scripted() -> String? {
    var base = "<mrow></mrow>"
    var carriesLimits = false
    var isFunction = false
    if tokens[index] != .superscript, tokens[index] != .subscript {
      switch tokens[index] {
      case .command(let name):
        carriesLimits = TeXSymbols.large[name] != nil || TeXSymbols.functionsWithLimits.contains(name)
        isFunction = TeXSymbols.functions.contains(name)
      case .words(let name, _): isFunction = name == "operatorname"
      default: break
      }
      guard let atom = atom() else { return nil }
      base = atom
    }
    var lower: String?
    var upper: String?
    while index < tokens.count {
      if tokens[index] == .subscript, lower == nil {
        index += 1
        guard let script = argument() else { return nil }
        lower = script
      } else if tokens[index] == .superscript, upper == nil {
        index += 1
        guard let script = argument() else { return nil }
        upper = script
      } else if tokens[index] == .character("'") {
        index += 1
        upper = "<mrow>\(upper ?? "")<mo>′</mo></mrow>"
      } else if tokens[index] == .subscript || tokens[index] == .superscript {
        return nil
      } else {
        break
      }
    }
    let under = carriesLimits && display
    let whole: String
    switch (lower, upper) {
    case (nil, nil): whole = base
    case (let lower?, nil): whole = under ? tag("munder", base, lower) : tag("msub", base, lower)
    case (nil, let upper?): whole = under ? tag("mover", base, upper) : tag("msup", base, upper)
    case (let lower?, let upper?):
      whole = under ? tag("munderover", base, lower, upper) : tag("msubsup", base, lower, upper)
    }
    return isFunction ? whole + "<mo>\u{2061}</mo>" + spaceAfterFunction : whole
  }

  /// A function's argument keeps its distance, unless brackets do that already.
  private var spaceAfterFunction: String {
    guard index < tokens.count else { return "" }
    switch tokens[index] {
    case .character("("), .character("["), .character(","), .close, .command("left"), .command("right"): return ""
    default: return "<mspace width=\"0.167em\"></mspace>"
    }
  }

  /// What a command or script takes: one atom, or a row in braces.
  private mutating func argument() -> String? {
    guard index < tokens.count, tokens[index] != .close else { return nil }
    return atom()
  }

  // MARK: Atoms

  private mutating func atom() -> String? {
    guard index < tokens.count else { return nil }
    let token = tokens[index]
    index += 1
    switch token {
    case .open:
      // A sign alone in braces, as the comma of `65{,}536`, is no more than a sign.
      if index + 1 < tokens.count, tokens[index + 1] == .close, case .character(let sign) = tokens[index],
        sign.isPunctuation || sign.isSymbol
      {
        index += 2
        return "<mo lspace=\"0\" rspace=\"0\">\(InertText.html(String(sign)))</mo>"
      }
      guard let content = row(until: { $0 == .close }), index < tokens.count else { return nil }
      index += 1
      return "<mrow>\(content)</mrow>"
    case .close, .superscript, .subscript: return nil
    case .number(let digits): return "<mn>\(digits)</mn>"
    case .character(let character): return single(character)
    case .command(let name): return command(name)
    case .words(let name, let words): return Self.set(words, as: name)
    }
  }

  private static func set(_ words: String, as command: String) -> String? {
    // White space at the ends counts in TeX, and a browser drops it.
    let text = InertText.html(words).replacing(" ", with: "\u{A0}")
    switch command {
    case "text", "textrm", "textit": return "<mtext>\(text)</mtext>"
    case "textbf": return "<mtext class=\"bold\">\(text)</mtext>"
    case "mathbf": return "<mi class=\"bold\" mathvariant=\"normal\">\(text)</mi>"
    case "mathit": return "<mi>\(text)</mi>"
    case "mathbb": return TeXSymbols.doubleStruck[words].map { "<mi mathvariant=\"normal\">\($0)</mi>" }
    case "operatorname": return "<mi mathvariant=\"normal\">\(text)</mi>"
    default: return "<mi mathvariant=\"normal\">\(text)</mi>"
    }
  }

  private func tag(_ name: String, _ parts: String...) -> String {
    "<\(name)>\(parts.joined())</\(name)>"
  }

  private func single(_ character: Character) -> String? {
    switch character {
    case "-": return "<mo>−</mo>"
    case "*": return "<mo>∗</mo>"
    case "|": return bracket("|")
    case "(", ")", "[", "]", "/": return "<mo stretchy=\"false\">\(character)</mo>"
    case "~": return "<mspace width=\"0.333em\"></mspace>"
    case "&", "#", "%", "$": return nil
    case _ where character.isLetter: return "<mi>\(InertText.html(String(character)))</mi>"
    default: return "<mo>\(InertText.html(String(character)))</mo>"
    }
  }

  /// A bracket that may open or close: without the space that a sign between two terms would have.
  private func bracket(_ sign: String) -> String {
    "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">\(sign)</mo>"
  }

  private mutating func command(_ name: String) -> String? {
    if let letter = TeXSymbols.letters[name] { return "<mi>\(letter)</mi>" }
    if let sign = TeXSymbols.operators[name] { return "<mo>\(InertText.html(sign))</mo>" }
    if let fence = TeXSymbols.fences[name] { return bracket(fence) }
    if let sign = TeXSymbols.large[name] { return "<mo>\(sign)</mo>" }
    if let width = TeXSymbols.spaces[name] { return "<mspace width=\"\(width)\"></mspace>" }
    if TeXSymbols.functions.contains(name) { return "<mi>\(name)</mi>" }
    if let accent = TeXSymbols.accents[name] {
      return argument().map { "<mover accent=\"true\">\($0)<mo stretchy=\"false\">\(accent)</mo></mover>" }
    }
    switch name {
    case "frac", "dfrac", "tfrac":
      guard let above = argument(), let below = argument() else { return nil }
      return tag("mfrac", above, below)
    case "sqrt": return root()
    case "left": return fenced()
    case "displaystyle", "limits": return ""
    default: return nil
    }
  }

  private mutating func root() -> String? {
    guard index < tokens.count, tokens[index] == .character("[") else {
      return argument().map { "<msqrt>\($0)</msqrt>" }
    }
    index += 1
    guard let degree = row(until: { $0 == .character("]") }), index < tokens.count else { return nil }
    index += 1
    return argument().map { tag("mroot", $0, "<mrow>\(degree)</mrow>") }
  }

  private mutating func fenced() -> String? {
    guard let left = delimiter() else { return nil }
    guard let content = row(until: { $0 == .command("right") }), index < tokens.count else { return nil }
    index += 1
    guard let right = delimiter() else { return nil }
    return "<mrow>\(left)\(content)\(right)</mrow>"
  }

  private mutating func delimiter() -> String? {
    guard index < tokens.count else { return nil }
    defer { index += 1 }
    switch tokens[index] {
    case .character("."): return ""
    case .character(let character) where "()[]|/".contains(character): return "<mo fence=\"true\">\(character)</mo>"
    case .command(let name): return TeXSymbols.fences[name].map { "<mo fence=\"true\">\($0)</mo>" }
    default: return nil
    }
  }
}
