internal import Checking
internal import Labs
internal import Networks
internal import Phrases

/// The trainings of each sweep, and the Dice of all experiments where a lab holds them against one another.
struct ExperimentTable {
  let lab: Lab
  let report: LabReport
  let console: Console

  func show() {
    for experiment in report.experiments where !experiment.sweep.isEmpty {
      let columns = SweepRun.columns(of: experiment.sweep)
      show(
        [["#"] + columns.map(\.name) + ["Dice"]]
          + experiment.sweep.enumerated().map { number, run in
            let dice = run.metrics.map { $0.dice.places(4) } ?? SweepPhrase.brokeOff.text(in: console.language)
            return ["\(number + 1)"] + columns.map { Self.words($0.values[number]) } + [dice + (run.isBest ? " ✓" : "")]
          }, under: SweepPhrase.runs(count: experiment.sweep.count))
    }
    guard asksForTable, report.experiments.count > 1 else { return }
    show(
      report.experiments.map { [$0.id, $0.metrics.dice.places(4), $0.metrics.accuracy.places(4)] },
      under: SweepPhrase.comparison)
  }

  private var asksForTable: Bool {
    lab.blocks.contains { block in
      if case .experiment(let experiment) = block { return experiment.show.contains(.table) }
      return false
    }
  }

  /// A whole number as such.
  private static func words(_ number: Double) -> String {
    number.rounded() == number && number.magnitude < 1e15 ? String(Int(number)) : "\(number)"
  }

  private func show(_ rows: [[String]], under heading: SweepPhrase) {
    console.say(console.styled(heading.text(in: console.language), .bold))
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.columns) }
      console.say("  " + cells.joined(separator: "  "))
    }
    console.say("")
  }
}
