internal import Checking
internal import Labs
internal import Messages
internal import Networks

extension LabViewBuilder {
  /// All trainings of a sweep: their picture and their numbers.
  func sweep(of run: ExperimentReport) -> TableView? {
    guard !run.sweep.isEmpty else { return nil }
    let columns = SweepRun.columns(of: run.sweep)
    let plot = ParallelPlot(runs: run.sweep, language: language)
    return TableView(
      picture: plot.svg(id: "sweep-\(InertText.html(run.id))"),
      caption: SweepPhrase.runs(count: run.sweep.count).text(in: language),
      heads: ["#"] + columns.map(\.name) + ["Dice", PageLabel.accuracy.text(in: language)],
      rows: run.sweep.enumerated().map { number, one in
        let dice = one.metrics.map { $0.dice.places(4) } ?? SweepPhrase.brokeOff.text(in: language)
        return TableView.Row(
          name: "\(number + 1)" + (one.isBest ? " · \(SweepPhrase.best.text(in: language))" : ""),
          cells: columns.map { $0.values[number].places(6).trimmedZeros } + [
            dice, one.metrics.map { $0.accuracy.places(4) } ?? "–",
          ], isBest: one.isBest)
      })
  }

  /// The Dice of all experiments down to this one, so that each step's effect is seen.
  func comparison(upTo id: String) -> TableView? {
    let ids = lab.blocks.compactMap { block in
      if case .experiment(let experiment) = block { return experiment.id }
      return nil as String?
    }
    let known = (ids.prefix { $0 != id } + [id]).compactMap { runs[$0] }
    guard let best = known.map(\.metrics.dice).max() else { return nil }
    let rows = known.withChanges.map { run, change in
      TableView.Row(
        name: run.id,
        cells: [
          run.metrics.dice.places(4), change?.signedPlaces(4) ?? "–", run.metrics.accuracy.places(4),
        ], isBest: run.metrics.dice == best)
    }
    return TableView(
      picture: nil, caption: SweepPhrase.comparison.text(in: language),
      heads: [
        SweepPhrase.experiment.text(in: language), "Dice", SweepPhrase.change.text(in: language),
        PageLabel.accuracy.text(in: language),
      ], rows: rows)
  }
}
