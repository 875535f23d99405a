internal import Messages

/// Something in a cell's own text that is no Swift, or not what the lab asks for, and what to write there.
struct Slip: Equatable {
  /// The line, from 0.
  let line: Int
  /// The column in bytes, from 1.
  let column: Int
  /// What it is.
  let what: SlipPhrase
  /// What mends it.
  let edits: [CellText.Edit]

  /// - Parameters:
  ///   - token: the piece that it is about.
  ///   - what: what it is.
  ///   - edits: what mends it.
  init(_ token: CellText.Token, _ what: SlipPhrase, _ edits: [CellText.Edit]) {
    self.init(line: token.line, column: token.start + 1, what, edits)
  }

  /// - Parameters:
  ///   - line: from 0.
  ///   - column: in bytes, from 1.
  ///   - what: what it is.
  ///   - edits: what mends it.
  init(line: Int, column: Int, _ what: SlipPhrase, _ edits: [CellText.Edit]) {
    self.line = line
    self.column = column
    self.what = what
    self.edits = edits
  }

  /// The same with more that mends it.
  fileprivate func with(_ more: [CellText.Edit]) -> Slip {
    Slip(line: line, column: column, what, edits + more)
  }
}

/// What a learner's cell says where the compiler does not understand it: habits of other languages and libraries, names of earlier versions, signs that only look
/// right, brackets, numbers as people write them.
///
/// What is found is a guess: ``mended`` has to be shown to the compiler before any of it is said.
struct CellReading {
  /// What is found, one a line, in the order of the lines.
  private(set) var slips: [Slip] = []
  /// The cell's lines with all of it mended; one may hold line feeds.
  private(set) var mended: [String]

  /// So many times what is mended is read again.
  private static let rounds = 6

  /// - Parameters:
  ///   - lines: the cell's lines.
  ///   - errors: what the compiler says of it, with lines from 0.
  ///   - context: what else is known of the lab.
  init(_ lines: [String], errors: [CellError], context: ReadingContext) {
    mended = lines
    guard lines.count <= CellText.most.lines, lines.reduce(0, { $0 + $1.utf8.count + 1 }) <= CellText.most.bytes else {
      return
    }
    var found: [Int: Slip] = [:]
    var text = CellText(lines)
    // Places in the compiler's words are those of the text as it is.
    var errors = errors
    for _ in 0..<Self.rounds {
      let known = errors
      guard let next = Self.readers.lazy.map({ $0(text, known, context) }).first(where: { !$0.isEmpty }) else { break }
      let changed = text.applying(next.flatMap(\.edits))
      guard changed != text.lines else { break }
      for slip in next {
        // What is mended later on the same line belongs to what is said of it: the words that help are all of its lines.
        found[slip.line] = found[slip.line].map { $0.with(slip.edits) } ?? slip
      }
      mended = changed
      // What divides a line moves the others: the compiler has the next word.
      if changed.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }) { break }
      text = CellText(changed)
      // What was said of a line was said of the line as it stood.
      let changes = Set(next.flatMap(\.edits).map(\.line))
      errors.removeAll { changes.contains($0.line) }
    }
    // A bracket that goes in one round may come back in a later one: of a line that stays as it stands there is nothing to say.
    let told = found.values.filter { slip in
      (slip.edits.map(\.line) + [slip.line]).contains { line in
        !lines.indices.contains(line) || lines[line] != mended[line]
      }
    }
    slips = told.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private typealias Reader = @Sendable (CellText, [CellError], ReadingContext) -> [Slip]

  /// What is looked for, in this order: signs first, because they decide where words and texts end.
  private static let readers: [Reader] = [
    { text, _, context in WrittenLists.slips(in: text, context) },
    { text, _, _ in LookalikeSigns.slips(in: text) },
    { text, _, _ in CommentedValues.slips(in: text) },
    { text, _, _ in CommentedDivisions.slips(in: text) },
    { text, _, context in LetterDigits.slips(in: text, context) },
    { text, _, _ in NumberSigns.slips(in: text) },
    { text, _, _ in ForeignOperators.spoken(in: text) },
    { text, _, context in KoreanLayout.slips(in: text, context) },
    { text, _, context in ForeignComments.slips(in: text, context) },
    { text, _, _ in ForeignQuotes.slips(in: text) },
    { text, errors, _ in Prose.slips(in: text, errors) },
    { text, _, context in WrittenNames.slips(in: text, context) },
    { text, _, context in ForeignSequences.slips(in: text, context) },
    { text, _, _ in BuilderHeads.slips(in: text) },
    { text, _, _ in EarlyBrackets.slips(in: text) },
    { text, _, context in WrittenLabels.pointed(in: text, context) },
    { text, _, context in ListedNames.slips(in: text, context) },
    { text, _, context in LayerLines.slips(in: text, context) },
    { text, _, context in ActivationLines.slips(in: text, context) },
    { text, _, context in ForeignCommands.slips(in: text, context) },
    { text, _, context in ModuleCalls.constants(in: text, context) },
    { text, _, context in TruthsAsNumbers.slips(in: text, context) },
    { text, _, _ in PythonValues.slips(in: text) },
    { text, _, _ in ForeignSchedules.slips(in: text) },
    { text, _, _ in ForeignSeparators.slips(in: text) },
    { text, _, _ in WrittenRanges.slips(in: text) },
    { text, _, _ in WrittenNumbers.slips(in: text) },
    { text, _, _ in ExchangedSettings.slips(in: text) },
    { text, _, _ in ForeignStatements.loops(in: text) },
    { text, _, _ in FunctionHeads.slips(in: text) },
    { text, _, context in ColonBlocks.slips(in: text, context) },
    { text, _, _ in Conditions.slips(in: text) },
    { text, _, _ in WrittenSettings.slips(in: text) },
    { text, _, context in StraySettings.slips(in: text, context) },
    { text, errors, _ in Brackets.slips(in: text, errors) },
    { text, _, context in OldSpellings.slips(in: text, context) },
    { text, _, context in NumberWords.slips(in: text, context) },
    { text, _, context in WrittenLabels.slips(in: text, context) },
    { text, errors, context in GivenCalls.slips(in: text, errors, context) },
    { text, _, context in MergedLayers.slips(in: text, context) },
    { text, _, _ in PixelPlaces.slips(in: text) },
    { text, _, context in CallReader.slips(in: text, context) },
    { text, _, context in SettingNames.slips(in: text, context) },
    { text, errors, context in ValueKinds.plain(in: text, errors, context) },
    { text, _, context in NumbersAsTruth.slips(in: text, context) },
    { text, _, _ in EmptyResults.slips(in: text) },
    { text, _, _ in ForeignWords.slips(in: text) },
    { text, _, _ in ForeignStatements.slips(in: text) },
    { text, _, context in ModuleCalls.slips(in: text, context) },
    { text, errors, context in StrayHangul.slips(in: text, errors, context) },
    { text, _, _ in Separators.slips(in: text) },
    { text, errors, context in CompilerHints.slips(in: text, errors, context) },
    { text, errors, context in ValueKinds.slips(in: text, errors, context) },
  ]
}

/// One error of the compiler's about a cell.
struct CellError {
  /// The line in the cell, from 0.
  let line: Int
  /// The column in bytes, from 1.
  let column: Int
  /// In the compiler's words.
  let text: String

  /// The compiler's words, divided at its quotes: each second piece is something of the cell's, or a type.
  var pieces: [String] { text.split(separator: "'", omittingEmptySubsequences: false).map(String.init) }
}

/// What is known of a lab beside the cell that is read.
struct ReadingContext {
  /// The names that the cells make.
  var names: Set<String> = []
  /// The names of layers that the lab asks for in this cell, in its order.
  var layers: [String] = []
  /// The types of the functions that the lab asks for, by name: `(Mask, Mask) -> Double?`.
  var wanted: [String: String] = [:]
  /// The functions that other cells make.
  var functions: [GivenFunction] = []
}
