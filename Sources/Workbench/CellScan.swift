internal import Diagnostics
internal import Labs

/// A cell of Swift on its way to the compiler.
struct Cell {
  /// The cell's name.
  let id: String
  /// Whether the learner writes it.
  let isExercise: Bool
  /// The line of its first line in the lab.
  let line: Int
  /// Its lines, without line endings.
  let lines: [String]
  /// What can be seen in it without a compiler.
  let scan: CellScan

  /// The lines of the lab that it takes; never empty.
  var range: ClosedRange<Int> { line...max(line, line + lines.count - 1) }

  private init(_ code: Lab.Code, isExercise: Bool) {
    id = code.id
    self.isExercise = isExercise
    line = code.line
    let body = SourceText(code.body)
    lines = (0..<body.lineCount).map { body.line($0 + 1) ?? "" }
    scan = CellScan(lines.joined(separator: "\n"))
  }

  /// The same cell with other lines.
  func with(_ lines: [String]) -> Cell { Cell(id: id, isExercise: isExercise, line: line, lines: lines) }

  private init(id: String, isExercise: Bool, line: Int, lines: [String]) {
    self.id = id
    self.isExercise = isExercise
    self.line = line
    self.lines = lines
    scan = CellScan(lines.joined(separator: "\n"))
  }

  /// The cells of Swift in `lab`, in order.
  static func all(in lab: Lab) -> [Cell] {
    lab.blocks.compactMap { block in
      switch block {
      case .given(let code): return Cell(code, isExercise: false)
      case .exercise(let code): return Cell(code, isExercise: true)
      default: return nil
      }
    }
  }
}

/// What can be seen in a cell without a compiler: whether it ends what it begins, its holes, and the names that it makes.
///
/// The compiler has the last word: an unbalanced cell is shown to it alone, and holes are taken from here only where the compiler
/// could not look.
struct CellScan {
  /// A place in a cell.
  struct Place: Equatable {
    /// From 0.
    var line: Int
    /// In bytes, from 1.
    var column: Int
  }

  /// Something that a cell must not hold.
  enum Rejection: Equatable {
    /// `import` of a module other than SegLab.
    case module(String)
    /// `#sourceLocation`, which would move every message.
    case sourceLocation
    /// An attribute that reaches below the language, such as `@_silgen_name`.
    case attribute(String)
    /// A name that the engine needs for itself.
    case name(String)
  }

  /// Whether every bracket, string, comment and `#if` that begins in the cell ends in it, as far as that can be told from here.
  private(set) var isBalanced = true
  /// What must not be there.
  private(set) var rejections: [(what: Rejection, place: Place)] = []
  /// Where `.FIXME` stands in code; the column is that of the word, as the compiler counts.
  private(set) var holes: [Place] = []
  /// The constants and variables that the cell makes for all, with the place of each name.
  private(set) var constants: [(name: String, place: Place)] = []
  /// Every name that the cell makes for all: constants, functions, types.
  private(set) var names: Set<String> = []
  /// Every name that the cell makes anywhere: those above, and parameters, constants and variables within functions.
  private(set) var locals: Set<String> = []
  /// Every word in the cell's code.
  private(set) var words: Set<String> = []

  /// Where the cell speaks of what the engine needs for itself, unless it makes something of that name.
  private var engineWords: [(name: String, isQualified: Bool, place: Place)] = []
  private var conditions = 0
  /// How many brackets are open between a function's parentheses; nil elsewhere.
  private var parameters: Int?
  private var isFunctionAhead = false
  /// Whether this is between the parentheses of `let (a, b) = …`, and the last word there.
  private var isPattern = false
  private var patternName: (name: String, place: Place)?
  private var previous = SwiftLexer.Lexeme.Kind.mark(0)
  private var earlier = SwiftLexer.Lexeme.Kind.mark(0)

  /// - Parameter text: a cell's code.
  /// - Complexity: one pass over the text.
  init(_ text: String) {
    var lexer = SwiftLexer(text)
    while let lexeme = lexer.next() {
      if lexeme.kind == .comment { continue }
      take(lexeme, isOutermost: lexer.openBrackets == 0)
      takeParameter(lexeme, depth: lexer.openBrackets)
      takePattern(lexeme, depth: lexer.openBrackets)
      earlier = previous
      previous = lexeme.kind
    }
    for (name, isQualified, place) in engineWords where isQualified || !names.contains(name) {
      rejections.append((.name(name), place))
    }
    if lexer.isBroken || lexer.mayHoldRegex || lexer.openBrackets > 0 || conditions != 0 { isBalanced = false }
  }

  private static let importKinds: Set<String> = [
    "let", "var", "func", "struct", "class", "enum", "actor", "protocol", "typealias",
  ]
  private static let attributes: Set<String> = ["main", "c", "cdecl", "section", "used"]

  /// By what a program hands over its answer: a cell that reaches for it wants to hand over another.
  private static let engineNames: Set<String> = ["Answer", "Channel", "FunctionInputs"]

  /// What stands before a `let` that makes nothing for all.
  private static let passing: [SwiftLexer.Lexeme.Kind] = [
    .word("if"), .word("while"), .word("case"), .word("for"), .mark(UInt8(ascii: ",")),
  ]

  private mutating func take(_ lexeme: SwiftLexer.Lexeme, isOutermost: Bool) {
    switch lexeme.kind {
    case .word(let word): take(word, at: lexeme.place, isOutermost: isOutermost)
    case .directive("if"): conditions += 1
    case .directive("endif"):
      conditions -= 1
      if conditions < 0 { isBalanced = false }
    case .directive("sourceLocation"): rejections.append((.sourceLocation, lexeme.place))
    case .attribute(let name):
      if name.hasPrefix("_") || Self.attributes.contains(name) { rejections.append((.attribute(name), lexeme.place)) }
    case .directive, .mark, .string, .number, .comment: break
    }
  }

  /// Notes the names between a function's parentheses: the word before each colon.
  private mutating func takeParameter(_ lexeme: SwiftLexer.Lexeme, depth: Int) {
    if case .word = lexeme.kind, previous == .word("func") { isFunctionAhead = true }
    if lexeme.kind == .mark(UInt8(ascii: "(")), isFunctionAhead { (isFunctionAhead, parameters) = (false, depth) }
    guard let inside = parameters else { return }
    if depth < inside { parameters = nil }
    if depth == inside, lexeme.kind == .mark(UInt8(ascii: ":")), case .word(let name) = previous { locals.insert(name) }
  }

  /// Notes the names of `let (a, b) = …`: the last word before each comma and parenthesis.
  private mutating func takePattern(_ lexeme: SwiftLexer.Lexeme, depth: Int) {
    let isIntroduced = previous == .word("let") || previous == .word("var")
    if lexeme.kind == .mark(UInt8(ascii: "(")), isIntroduced, depth == 1, !Self.passing.contains(earlier) {
      isPattern = true
      return
    }
    guard isPattern else { return }
    switch lexeme.kind {
    case .word(let word): patternName = (word, lexeme.place)
    case .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: ")")):
      if let (name, place) = patternName, name != "_" { define(name, at: place) }
      patternName = nil
    // Before a colon stands a label.
    default: patternName = nil
    }
    if depth == 0 { isPattern = false }
  }

  /// Notes a constant or variable for all.
  private mutating func define(_ name: String, at place: Place) {
    names.insert(name)
    locals.insert(name)
    constants.append((name, place))
    refuse(name, at: place)
  }

  private mutating func refuse(_ name: String, at place: Place) {
    if name == "SegLab" || name.hasPrefix("__seglab") { rejections.append((.name(name), place)) }
  }

  private mutating func take(_ word: String, at place: Place, isOutermost: Bool) {
    words.insert(word)
    if Self.engineNames.contains(word) {
      let isQualified = previous == .mark(UInt8(ascii: ".")) && earlier == .word("SegLab")
      let isKnown = engineWords.contains { $0.name == word && $0.isQualified == isQualified }
      if !isKnown { engineWords.append((word, isQualified, place)) }
    }
    if word == "FIXME", previous == .mark(UInt8(ascii: ".")) { holes.append(place) }
    guard case .word(let before) = previous else { return }
    if ["let", "var", "for", "func"].contains(before) { locals.insert(word) }
    if before == "import", !Self.importKinds.contains(word) {
      if word != "SegLab" { rejections.append((.module(word), place)) }
    } else if isImportKind(before) {
      if word != "SegLab" { rejections.append((.module(word), place)) }
    } else if Self.importKinds.contains(before), isOutermost, !Self.passing.contains(earlier) {
      if before == "let" || before == "var" { return define(word, at: place) }
      names.insert(word)
      refuse(word, at: place)
    }
  }

  /// Whether `word` is the kind in `import struct Module.Name`.
  private func isImportKind(_ word: String) -> Bool { earlier == .word("import") && Self.importKinds.contains(word) }
}

extension SwiftLexer.Lexeme {
  /// Where it begins in its cell.
  fileprivate var place: CellScan.Place { CellScan.Place(line: line, column: column) }
}
