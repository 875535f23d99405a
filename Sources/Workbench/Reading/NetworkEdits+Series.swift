internal import Labs
public import Messages
internal import SegLab

/// Layers that the numbers in names say are missing: `pool3` between `enc3` and `mid`, as `pool2` stands between `enc2` and `enc3`.
extension NetworkEdits {
  /// A name, as the series that it belongs to and its place there: `enc` and 3.
  private struct Numbered {
    let stem: String
    let number: Int

    init?(_ name: String) {
      let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      (stem, number) = (String(name.dropLast(digits.count)), Int(digits) ?? 0)
      guard !stem.isEmpty, (1...99).contains(number), name == stem + "\(number)" else { return nil }
    }
  }

  /// A line that others of its kind say is missing.
  public struct MissingLine {
    /// The layer that it makes.
    public let layer: String
    /// The line, as its neighbour in the series is written.
    public let text: String
    /// The line of the lab before which it goes.
    public let before: Int
    /// Whether its channels are worked out: it has to be tried before it is said.
    public let isGuess: Bool
    /// The name of what is made above it.
    let above: String
    /// The name of what is made below it; empty where nothing is.
    let below: String

    /// What to do.
    public var help: any Phrase {
      AdvisedPhrase.insert(
        text, before: before,
        why: Message(NetworkAdvicePhrase.putBetween(layer: layer, after: above, before: below)))
    }
  }

  /// The lines that others of their kind say are missing.
  public var missingLines: [MissingLine] {
    let numbered = rows.map { Numbered($0.name) }
    let everywhere = Set(numbered.compactMap { $0?.number })
    let channels = channels()
    // Of a series that the lab names it wants no more than it names.
    let wanted = advice.lab.wantedLayers(in: cell)
    let named = Set(wanted.compactMap { Numbered($0)?.stem })
    var found: [MissingLine] = []
    for (place, row) in rows.enumerated() where !row.isHelper && row.call.isOnOneLine {
      guard let own = numbered[place] else { continue }
      for step in [1, -1] {
        let name = own.stem + "\(own.number + step)"
        guard everywhere.contains(own.number + step), !found.contains(where: { $0.layer == name }),
          !rows.contains(where: { $0.name == name }), wanted.contains(name) || !named.contains(own.stem),
          let gap = gap(for: place, step, numbered),
          let written = line(of: row, own, making: name, at: gap, channels)
        else { continue }
        let below = rows.indices.contains(gap) ? rows[gap] : nil
        found.append(
          MissingLine(
            layer: name, text: written,
            // Behind the line above, so that a comment stays with what it stands before.
            before: page.line + (rows[gap - 1].call.isOnOneLine ? rows[gap - 1].index + 1 : below?.index ?? 0),
            isGuess: list("filter", of: row) != nil, above: rows[gap - 1].name, below: below?.name ?? ""))
      }
    }
    return found
  }

  /// The first two of these lines, to be tried.
  func missingOfSeries(for mismatch: any Phrase) -> [Candidate] {
    guard (mismatch as? NetworkPhrase)?.isOfJoins == true else { return [] }
    return missingLines.prefix(2).map { line in
      Candidate(
        changes: [LineChange(line.before, through: line.before - 1, line.text)], line: line.before,
        cause: .callMissing(call: line.text), help: line.help)
    }
  }

  /// Where a layer goes that is to its neighbours what the one at `place` is to its own, as the place behind the one above it; nil where they tell
  /// nothing.
  private func gap(for place: Int, _ step: Int, _ numbered: [Numbered?]) -> Int? {
    func other(_ neighbour: Int) -> Int? {
      guard numbered.indices.contains(neighbour), let near = numbered[neighbour] else { return nil }
      return rows.firstIndex { $0.name == near.stem + "\(near.number + step)" }
    }
    if let above = other(place - 1), above + 1 < rows.count || rows[above].call.isOnOneLine { return above + 1 }
    return other(place + 1).flatMap { $0 > 0 ? $0 : nil }
  }

  /// A layer's line with another name, that name's number for its own in what it reads, and channels that go with the line above `gap`; nil where
  /// they are not known.
  private func line(of row: Row, _ own: Numbered, making name: String, at gap: Int, _ channels: [Int?]) -> String? {
    // What nobody could have is not handed out a second time.
    guard let new = Numbered(name),
      page.text.tokens[row.call.range].allSatisfy({
        $0.kind != .number || (Double($0.text) ?? .infinity) <= Double(Self.mostChannels)
      })
    else { return nil }
    var edits = row.call.range.compactMap { index -> CellText.Edit? in
      let token = page.text.tokens[index]
      guard token.kind == .string else { return nil }
      let text = token.text.filter { $0 != "\"" }
      let other =
        text == row.name
        ? name : text.replacing(/[0-9]+/) { $0.output == "\(own.number)" ? "\(new.number)" : $0.output }
      return other == text ? nil : page.text.replace(index...index, by: "\"\(other)\"")
    }
    if let filter = list("filter", of: row), filter.count == 4 {
      guard let from = channels[gap - 1], filter[2] > 0, filter[3] > 0, filter[3] <= Self.mostChannels else {
        return nil
      }
      // Where nothing below says how many it takes, as many as in the series: half, or twice.
      let to = taken(behind: gap - 1) ?? max(1, from * filter[3] / filter[2])
      guard (1...Self.mostChannels).contains(to),
        let edit = replacing("filter", of: row, by: [filter[0], filter[1], from, to])
      else { return nil }
      edits.append(edit)
    }
    return page.text.applying(edits)[row.index].trimmed
  }

  /// How many channels a join on the line behind `place` leaves for the layer there, of those that the line behind it takes.
  private func leftOver(behind place: Int, _ channels: [Int?]) -> Int? {
    guard rows.indices.contains(place + 1), rows[place + 1].call.name == "Concat", let all = taken(behind: place + 1),
      let sum = channels[place + 1], let own = channels[place]
    else { return nil }
    return all - (sum - own)
  }

  /// A layer, or a function's layers, with the channels of the lines above and below it, where neither go together.
  func refitted(for mismatch: any Phrase, at line: Int) -> [Candidate] {
    let channels = channels()
    guard let cause = mismatch as? NetworkPhrase, let place = place(at: line), place > 0,
      let from = channels[place - 1],
      let to = taken(behind: place) ?? leftOver(behind: place, channels), (1...Self.mostChannels).contains(to)
    else { return [] }
    let row = rows[place]
    var edits: [CellText.Edit] = []
    if row.isHelper {
      let (first, second) = (row.call.arguments[1], row.call.arguments[2])
      guard let was = number(first), let made = number(second), was != from, made != to else { return [] }
      edits = [page.text.replace(first.value, by: "\(from)"), page.text.replace(second.value, by: "\(to)")]
    } else if let filter = list("filter", of: row), filter.count == 4, filter[2] != from, filter[3] != to,
      // The same numbers in another order are told as such.
      filter.sorted() != [filter[0], filter[1], from, to].sorted(), filter[2] != filter[3] || filter[0] <= filter[2],
      let edit = replacing("filter", of: row, by: [filter[0], filter[1], from, to])
    {
      edits = [edit]
    }
    return edits.isEmpty ? [] : [candidate(edits, on: row, cause)]
  }
}
