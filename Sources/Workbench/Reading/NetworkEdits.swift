public import Labs
public import Messages
internal import SegLab

/// Small changes to the lines of a network that may make its layers fit: a line that is a comment, a call that is missing, two joins that read what
/// the other should. Each is a guess: it has to be tried before it is said.
public struct NetworkEdits {
  /// One change.
  public struct Candidate: Sendable {
    /// The lines as they are to be, from the last one up.
    public let changes: [LineChange]
    /// The line that it is told on.
    public let line: Int
    /// What is wrong, where the change mends it.
    public let cause: NetworkPhrase
    /// What to do.
    public let help: any Phrase
    /// Whether it is meant only where the network is then the lab's own: else another layer may as well be wrong.
    public var isForAll = false
  }

  /// Each costs a compilation: more are not tried.
  private static let most = 8

  let page: LineAdvice.Page
  let advice: LineAdvice
  let cell: String
  /// The lines of the network from its first layer on, one call each.
  let rows: [Row]

  /// A line that makes one layer, or several by a function.
  struct Row {
    let index: Int
    let call: Call
    /// The name that it is given; empty without one.
    let name: String
    /// Whether a function of the lab's or the learner's makes the layers.
    let isHelper: Bool
  }

  /// Nil where no network is made there, or its lines are more than calls.
  ///
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - cell: the exercise that makes the network.
  ///   - line: the line where the network is made.
  public init?(in lab: Lab, cell: String, line: Int) {
    let advice = LineAdvice(lab)
    guard let (page, row) = advice.place(line), page.text.lines.count <= 200,
      let open = page.text.indices(ofLine: row).last(where: { page.text.sees("{", at: $0) }),
      let close = page.text.closing(open)
    else { return nil }
    let last = page.text.tokens[close].line
    guard last > row + 1 else { return nil }
    (self.page, self.advice, self.cell) = (page, advice, cell)
    rows = ((row + 1)..<last).compactMap { Self.row($0, in: page.text) }
  }

  private static func row(_ index: Int, in text: CellText) -> Row? {
    let pieces = text.indices(ofLine: index)
    guard let open = pieces.first(where: { text.sees("(", at: $0) }), let call = Call(openingAt: open, in: text),
      call.range.lowerBound == pieces.lowerBound
    else { return nil }
    let first = call.arguments.first.flatMap { $0.label == nil ? text.tokens[$0.value.lowerBound] : nil }
    let name = first.flatMap { $0.kind == .string ? $0.text.filter { $0 != "\"" } : nil } ?? ""
    let isHelper =
      CallSignature.of(call.name) == nil && call.isOnOneLine && call.arguments.count == 3 && !name.isEmpty
    return Row(index: index, call: call, name: name, isHelper: isHelper)
  }

  /// What may mend it, the likeliest first.
  ///
  /// - Parameters:
  ///   - mismatch: what does not fit.
  ///   - line: where it is said.
  ///   - shape: the images that the lab's solution takes; nil where that is not known.
  /// - Returns: at most eight.
  public func candidates(for mismatch: any Phrase, at line: Int, images shape: [Int]? = nil) -> [Candidate] {
    Array(
      (input(as: shape) + transposed + commented(near: line) + missingInput(shape) + missing(for: mismatch)
        + missingOfSeries(for: mismatch) + exchangedLines(for: mismatch, at: line) + refitted(for: mismatch, at: line)
        + joined(for: mismatch) + crossed(for: mismatch) + resized(for: mismatch) + strides(for: mismatch)
        + outputs(for: mismatch, at: line)).prefix(
          Self.most))
  }

  /// The place among the rows of the one that a line of the lab holds whole.
  func place(at line: Int) -> Int? { rows.firstIndex { page.line + $0.index == line && $0.call.isOnOneLine } }

  /// A row with changes in it, told on its own line.
  func candidate(_ edits: [CellText.Edit], on row: Row, _ cause: NetworkPhrase) -> Candidate {
    let (place, written) = (page.line + row.index, page.text.applying(edits)[row.index].trimmed)
    return Candidate(
      changes: [LineChange(place, through: place, written)], line: place, cause: cause, help: SlipPhrase.write(written))
  }

  // MARK: Comments

  /// Lines behind the sign of a comment that read as a layer, the nearest first.
  private func commented(near line: Int) -> [Candidate] {
    guard let first = rows.first?.index else { return [] }
    let end = page.text.lines.indices.first { $0 > (rows.last?.index ?? first) && page.text.lines[$0].trimmed == "}" }
    let found = page.text.lines.indices.filter {
      $0 >= first - 1 && $0 <= (end ?? page.text.lines.count - 1)
    }.compactMap { index -> Candidate? in
      guard let written = page.text.comment(onLine: index), let row = Self.row(0, in: CellText([written])),
        row.isHelper || CallSignature.of(row.call.name)?.isLayer == true
      else { return nil }
      let place = page.line + index
      return Candidate(
        changes: [LineChange(place, through: place, written)], line: place,
        cause: .layerCommented(layer: row.name.isEmpty ? row.call.name : row.name), help: SlipPhrase.write(written))
    }
    return found.sorted { abs($0.line - line) < abs($1.line - line) }
  }

  // MARK: Calls

  /// Calls of a function between two lines that have none, where it stands everywhere else.
  private func missing(for mismatch: any Phrase) -> [Candidate] {
    guard let helper = rows.first(where: \.isHelper)?.call.name, rows.count(where: \.isHelper) > 1 else { return [] }
    let gaps = rows.indices.dropLast().filter { !rows[$0].isHelper && !rows[$0 + 1].isHelper && isUnlike($0) }
    guard !gaps.isEmpty else { return [] }
    let channels = channels()
    return gaps.compactMap { place -> Candidate? in
      guard let name = name(at: place, mismatch), let from = channels[place], let to = taken(behind: place),
        !rows.contains(where: { $0.name == name })
      else { return nil }
      let below = page.line + rows[place + 1].index
      let written = "\(helper)(\"\(name)\", \(from), \(to))"
      let why = NetworkAdvicePhrase.putBetween(layer: name, after: rows[place].name, before: rows[place + 1].name)
      return Candidate(
        changes: [LineChange(below, through: below - 1, written)], line: below,
        cause: .callMissing(call: written), help: AdvisedPhrase.insert(written, before: below, why: Message(why)))
    }
  }

  /// Whether other lines of the kind of the one at `place`, or of the one behind it, have a call of the function between them and their neighbour.
  private func isUnlike(_ place: Int) -> Bool {
    let (above, below) = (rows[place].call.name, rows[place + 1].call.name)
    return rows.indices.dropLast().contains { other in
      other != place
        && (rows[other].call.name == above && rows[other + 1].isHelper
          || rows[other + 1].call.name == below && rows[other].isHelper)
    }
  }

  /// What the layers in a gap are called: as a join reads them, as the lab asks for them, or by the number of their neighbour.
  private func name(at place: Int, _ mismatch: any Phrase) -> String? {
    let made = rows.filter(\.isHelper).map(\.name)
    if case .unknownInput(_, let name)? = mismatch as? NetworkPhrase, name.count > 1, name.last?.isLetter == true {
      return String(name.dropLast())
    }
    func number(_ name: String) -> String { String(name.reversed().prefix { $0.isNumber }.reversed()) }
    func stem(_ name: String) -> String { String(name.dropLast(number(name).count)) }
    // `dec3` follows `skip3`, as `dec2` follows `skip2`.
    for other in rows.indices.dropLast() where rows[other + 1].isHelper && other != place {
      let (own, theirs) = (number(rows[place].name), number(rows[other].name))
      guard !own.isEmpty, stem(rows[other].name) == stem(rows[place].name), theirs == number(rows[other + 1].name)
      else { continue }
      let name = stem(rows[other + 1].name) + own
      // Behind the last pooling stands what has no number.
      if rows[place + 1].call.name != "ConvTranspose2D" || rows[place].call.name == "Concat" { return name }
    }
    let wanted = advice.lab.wantedLayers(in: cell).filter { $0.last?.isLetter == true }.map { String($0.dropLast()) }
    return wanted.first { name in !name.isEmpty && !made.contains(name) && !rows.contains { $0.name.hasPrefix(name) } }
      ?? (made.contains("mid") ? nil : "mid")
  }

  // MARK: Channels

  /// How many channels come out of each line, as far as the text tells; more than these nobody has.
  static let mostChannels = 65_536

  func channels() -> [Int?] {
    var found: [Int?] = []
    var (layers, helpers): ([String: Int], [String: Int]) = ([:], [:])
    for (place, row) in rows.enumerated() {
      var count: Int?
      if row.isHelper {
        count = row.call.arguments.last.flatMap(number)
      } else {
        switch row.call.name {
        case "Input", "Reshape": count = list("shape", of: row)?.last
        case "Conv2D", "ConvTranspose2D": count = list("filter", of: row)?.last
        case "Concat":
          let names = page.text.tokens[row.call.range].filter { $0.kind == .string }.dropFirst().map {
            $0.text.filter { $0 != "\"" }
          }
          count = names.isEmpty ? nil : 0
          for name in names {
            let maker = [layers[name], helpers[String(name.dropLast())]].compactMap { $0 }.max()
            guard let sum = count, let more = maker.flatMap({ found[$0] }) else {
              count = nil
              break
            }
            let both = sum.addingReportingOverflow(more)
            count = both.overflow ? nil : both.partialValue
          }
        default: count = found.last ?? nil
        }
      }
      found.append(count.flatMap { (1...Self.mostChannels).contains($0) ? $0 : nil })
      layers[row.name] = place
      if row.isHelper { helpers[row.name] = place }
    }
    return found
  }

  /// How many channels the first line behind `place` takes that says so.
  func taken(behind place: Int) -> Int? {
    for row in rows[(place + 1)...] {
      if row.isHelper { return row.call.arguments.dropFirst().first.flatMap(number) }
      if let filter = list("filter", of: row), filter.count == 4 { return filter[2] }
      if row.call.name == "Concat" { return nil }
    }
    return nil
  }

  func number(_ argument: Call.Argument) -> Int? { Int(page.text.text(argument.value)) }

  func list(_ label: String, of row: Row) -> [Int]? {
    guard let argument = row.call.arguments.first(where: { $0.label == label }),
      let parts = page.text.items(ofList: argument.value)
    else { return nil }
    let numbers = parts.compactMap { Int(page.text.text($0)) }
    return numbers.count == parts.count ? numbers : nil
  }

  /// The change that puts numbers in the place of a row's list; nil where it has none of that label.
  func replacing(_ label: String, of row: Row, by numbers: [Int]) -> CellText.Edit? {
    row.call.arguments.first { $0.label == label }.map { page.text.replace($0.value, by: numbers.asShape) }
  }

  // MARK: Joins

  /// What two joins read that stand anywhere, the other way round.
  private func crossed(for mismatch: any Phrase) -> [Candidate] {
    guard let phrase = mismatch as? NetworkPhrase, phrase.isOfJoins else { return [] }
    let joins = rows.filter { ["Concat", "Add"].contains($0.call.name) && $0.call.isOnOneLine }
    func reads(_ row: Row) -> Int? {
      row.call.range.last { page.text.tokens[$0].kind == .string }.flatMap {
        $0 > row.call.range.lowerBound + 2 ? $0 : nil
      }
    }
    return joins.indices.flatMap { first in
      joins.indices.dropFirst(first + 1).compactMap { second -> Candidate? in
        guard let a = reads(joins[first]), let b = reads(joins[second]),
          page.text.tokens[a].text != page.text.tokens[b].text
        else { return nil }
        let edits = [
          page.text.replace(a...a, by: page.text.tokens[b].text),
          page.text.replace(b...b, by: page.text.tokens[a].text),
        ]
        let lines = page.text.applying(edits)
        let (one, other) = (joins[first].index, joins[second].index)
        let change = LineChange(page.line + other, through: page.line + other, lines[other].trimmed)
        return Candidate(
          changes: [change, LineChange(page.line + one, through: page.line + one, lines[one].trimmed)],
          line: page.line + one, cause: .joinsCrossed(first: joins[first].name, second: joins[second].name),
          help: SlipPhrase.writeLikewise(lines[one].trimmed, others: [change]))
      }
    }
  }
}
