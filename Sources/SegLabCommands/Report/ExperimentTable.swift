internal import Checking
internal import Labs
internal import Messages
internal import Networks

/// The trainings of each sweep, and the Dice of all experiments where a lab holds them against one another.
struct ExperimentTable {
  let lab: Lab
  let report: LabReport
  let console: Console

  func show() {
    for experiment in experiments where !experiment.sweep.isEmpty { show(experiment.sweep) }
    if asksForTable, experiments.count > 1 { showExperiments() }
  }

  /// Those whose results are not asked for by a question that is still open.
  private var experiments: [ExperimentReport] { report.experiments.filter { lab.openQuestion(before: $0.id) == nil } }

  private func show(_ sweep: [SweepRun]) {
    let columns = SweepRun.columns(of: sweep)
    var table = TextTable([.right] + columns.map { _ in .right } + [.right, .left])
    table.add(["#"] + columns.map(\.name) + [PageLabel.dice.text(in: console.language), ""])
    for (number, run) in sweep.enumerated() {
      let dice = run.metrics.map { $0.dice.places(4) } ?? words(.brokeOff)
      table.add(
        ["\(number + 1)"] + columns.map { $0.values[number].plain } + [dice, run.isBest ? words(.best) : ""])
    }
    show(table, under: .runs(count: sweep.count))
  }

  private func showExperiments() {
    var table = TextTable([.left, .right, .right, .right])
    table.add([
      words(.experiment), PageLabel.dice.text(in: console.language), words(.change),
      PageLabel.accuracy.text(in: console.language),
    ])
    for (experiment, change) in experiments.withChanges {
      let metrics = experiment.metrics
      table.add([
        experiment.id, metrics.dice.places(4), change?.signedPlaces(4) ?? "–", metrics.accuracy.places(4),
      ])
    }
    show(table, under: .comparison)
  }

  private var asksForTable: Bool {
    lab.experiments.contains { $0.show.contains(.table) }
  }

  private func words(_ phrase: SweepPhrase) -> String { phrase.text(in: console.language) }

  private func show(_ table: TextTable, under heading: SweepPhrase) {
    console.say(console.styled(words(heading), .bold))
    for line in table.lines(fitting: console.columns - 2) { console.say("  " + line) }
    console.say("")
  }
}

/// Words in columns, each as wide as its widest.
struct TextTable {
  /// On which side of its column a word stands.
  enum Side { case left, right }

  /// The side of each column.
  let sides: [Side]
  /// The rows, each with a word for each column.
  private(set) var rows: [[String]] = []

  /// - Parameter sides: the side of each column.
  init(_ sides: [Side]) { self.sides = sides }

  /// Adds a row.
  mutating func add(_ row: [String]) {
    precondition(row.count == sides.count, "\(row.count) words for \(sides.count) columns")
    rows.append(row)
  }

  /// The rows as lines that fit: in columns where there is room for them, else each row below its first word, a line for each other word
  /// with its heading.
  ///
  /// - Parameter columns: the columns of the terminal.
  /// - Returns: the lines.
  func lines(fitting columns: Int) -> [String] {
    let lines = lines
    guard let heads = rows.first, lines.contains(where: { $0.columns > columns }) else { return lines }
    return rows.dropFirst().flatMap { row in
      let words = zip(heads, row).dropFirst().filter { !$1.isEmpty }
      return [row[0]] + words.map { head, word in head.isEmpty ? "  \(word)" : "  \(head): \(word)" }
    }
  }

  /// The rows as lines, two spaces between columns, without spaces at the end.
  var lines: [String] {
    let widths = sides.indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      let words = row.enumerated().map { column, word in
        let padding = String(repeating: " ", count: widths[column] - word.columns)
        return sides[column] == .left ? word + padding : padding + word
      }
      let line = words.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
