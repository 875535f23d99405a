internal import Checking
internal import Labs
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors

extension LabViewBuilder {
  /// How many examples are seen at once; the others a reader opens.
  private static let openOverlays = 2
  /// A network of more layers is a picture that a reader opens.
  private static let longestOpenGraph = 14

  /// An experiment with its training, where there was one.
  mutating func view(of experiment: Lab.Experiment) -> ExperimentView {
    let anchor = "cell-\(experiment.id)"
    let outcome = verdict(on: experiment.id)
    enter(anchor, .experiment, experiment.id, outcome)
    let question = runs[experiment.id] == nil ? nil : openQuestion(before: experiment.id)
    let found = question == nil ? runs[experiment.id] : nil
    return ExperimentView(
      anchor: anchor, level: min(prose.level + 1, 6), innerLevel: min(prose.level + 2, 6), name: experiment.id,
      outcome: outcome, facts: plan(of: experiment, run: found),
      withheld: question.map { ScorePhrase.withheld(question: $0).text(in: language) },
      quickNote: found?.quick.map { StandingPhrase.quickTraining(steps: $0.steps, all: $0.all).text(in: language) },
      training: found.map { view(of: $0, show: experiment.show) },
      checkList: question == nil ? checks(on: experiment.id) : nil)
  }

  /// The question that has to be answered before the results of an experiment are shown; nil where none has, and on a site, whose
  /// publisher chose to show results, to readers who answer nothing there.
  func openQuestion(before experiment: String) -> String? {
    report?.cells.isEmpty == true ? nil : lab.openQuestion(before: experiment)
  }

  private func plan(of experiment: Lab.Experiment, run: ExperimentReport?) -> [FactView] {
    let training: String
    switch experiment.training {
    case .constant(let name): training = words(.fromConstant(name))
    case .values(let values): training = words(.trainingNumbers(values.words))
    }
    let plan = [fact(.network, "`\(experiment.network)`"), fact(.training, training)]
    guard let run else { return plan + [fact(.split, splitWords(experiment.split.rawValue))] }
    let data = words(.dataset(name: run.dataset, training: run.trainingImages, validation: run.validationImages))
    let steps = run.preparation.map { "`\($0)`" }.joined(separator: " → ")
    var facts = plan
    facts.append(fact(.dataset, data))
    if !steps.isEmpty { facts.append(fact(.preparation, steps)) }
    facts += [
      fact(
        .split, ([splitWords(run.split)] + run.patientPhrases.map { $0.text(in: language) }).joined(separator: " · ")),
      fact(.length, words(.length(epochs: run.epochs, steps: run.steps))),
      fact(.duration, words(.duration(seconds: run.seconds))),
      digest(.run, run.run, then: run.reused ? .reused : .trained),
    ]
    if !run.weightsDigest.isEmpty { facts.append(digest(.weights, run.weightsDigest)) }
    return facts
  }

  private func view(of run: ExperimentReport, show: [Lab.Exhibit]) -> RunView {
    let curves = show.contains(.curves) && !run.history.isEmpty
    let predictions = show.contains(.predictions) && !run.overlays.isEmpty
    return RunView(
      measures: measures(run.metrics), scoreTable: scores(of: run), scoreNotes: scoreNotes(on: run),
      imageTable: images(of: run), sweepTable: sweep(of: run),
      comparisonTable: show.contains(.table) ? comparison(upTo: run.id) : nil,
      curveFigure: curves ? CurveFigure(run, in: language).view : nil,
      predictionFigure: predictions ? view(of: run.overlays, images: run.images.count) : nil,
      layerFigure: run.layers.isEmpty ? nil : view(of: run.layers, id: run.id, graph: show.contains(.graph)))
  }

  private func measures(_ metrics: Metrics) -> [MeasureView] {
    func measure(_ label: PageLabel, _ number: String, aside: String? = nil, gauge: GaugeView? = nil) -> MeasureView {
      MeasureView(term: label.text(in: language), number: number, aside: aside, gauge: gauge)
    }
    let difference = metrics.accuracy - metrics.baselineAccuracy
    let gauge = GaugeView(
      filled: percent(metrics.accuracy), mark: percent(metrics.baselineAccuracy),
      reading: words(.baseline(metrics.baselineAccuracy)))
    return [
      measure(
        .accuracy, Figures.share(metrics.accuracy),
        aside: difference.isFinite ? words(.besideBaseline(difference: difference)) : nil,
        gauge: difference.isFinite ? gauge : nil),
      measure(.pooledDice, Figures.share(metrics.dice)),
      measure(.meanDice, Figures.share(metrics.meanDice)),
      measure(.swappedDice, Figures.share(metrics.swappedDice)),
      measure(.loss, Figures.value(metrics.loss)),
    ]
  }

  // MARK: Predictions and layers

  private func view(of overlays: [Overlay], images: Int) -> PredictionsView {
    let examples = overlays.map { overlay in
      // The number below is of class 1, and so are the pictures.
      let picture = OverlayPicture(overlay.ofClass1)
      let counts = picture.counts
      func panel(_ label: PageLabel, _ alternative: PagePhrase, _ shown: IndexedPicture) -> PredictionsView.Panel {
        PredictionsView.Panel(
          caption: label.text(in: language), alternative: words(alternative), source: shown.address,
          width: shown.width, height: shown.height)
      }
      let name = overlay.name
      return PredictionsView.Example(
        title: name,
        score: Figures.share(overlay.dice)
          + (overlay.ofClass1.isEmpty ? " (\(ScorePhrase.nothingThere.text(in: language)))" : ""),
        panels: [
          panel(.image, .imageShown(name: name), picture.image),
          panel(.label, .labelShown(name: name, share: counts.labelShare), picture.labelled),
          panel(.prediction, .predictionShown(name: name, share: counts.predictionShare), picture.predicted),
          panel(
            .difference,
            .differenceShown(name: name, right: counts.right, missed: counts.missed, invented: counts.invented),
            picture.difference),
        ])
    }
    let rest = Array(examples.dropFirst(Self.openOverlays))
    return PredictionsView(
      examples: Array(examples.prefix(Self.openOverlays)),
      more: rest.isEmpty ? nil : PredictionsView.More(opener: words(.moreExamples(rest.count)), rest: rest),
      choice: ScorePhrase.pictures(shown: examples.count, of: max(images, examples.count)).text(in: language))
  }

  private func view(of layers: [LayerSummary], id: String, graph: Bool) -> LayersView {
    let shown = layers.prefix(NetworkGraph.mostLayers)
    let picture = NetworkGraph(
      id: "graph-\(InertText.html(id))", title: PageLabel.layers.text(in: language),
      description: words(.graph(layers: shown.map { "\($0.name) \($0.output)" })), layers: layers,
      parameters: { words(.parameters($0)) })
    let left = layers.count - shown.count
    return LayersView(
      graph: graph
        ? LayersView.Graph(svg: picture.svg, isLong: shown.count > Self.longestOpenGraph) : nil,
      layerRows: shown.map { layer in
        LayersView.Row(
          name: layer.name, kind: layer.kind, reads: layer.inputs.isEmpty ? "–" : layer.inputs.joined(separator: ", "),
          output: layer.output.description, parameters: layer.parameters.grouped,
          work: Figures.large(layer.multiplyAdds), line: String(layer.line),
          lineAnchor: listed.contains(layer.line) ? "L\(layer.line)" : nil)
      }, omitted: left > 0 ? words(.layersOmitted(left)) : nil,
      totalParameters: Self.sum(layers.map(\.parameters)).grouped,
      totalWork: Figures.large(Self.sum(layers.map(\.multiplyAdds))))
  }

  // MARK: Words

  private func fact(_ label: PageLabel, _ value: String) -> FactView {
    FactView(term: label.text(in: language), details: InlineWords.html(value))
  }

  private func digest(_ label: PageLabel, _ digest: String, then note: PageLabel? = nil) -> FactView {
    let note = note.map { " · " + InertText.html($0.text(in: language)) } ?? ""
    return FactView(
      term: label.text(in: language),
      details: "<code title=\"\(InertText.html(digest))\">\(InertText.html(Figures.short(digest)))</code>" + note)
  }

  private func splitWords(_ rule: String) -> String {
    switch rule {
    case "image": PageLabel.splitImage.text(in: language)
    case "patient": PageLabel.splitPatient.text(in: language)
    default: rule
    }
  }

  private func percent(_ share: Double) -> String {
    (share.isFinite ? min(max(share, 0), 1) * 100 : 0).places(2)
  }

  private static func sum(_ numbers: [Int]) -> Int {
    numbers.reduce(0) { sum, number in
      let (total, overflow) = sum.addingReportingOverflow(number)
      return overflow ? .max : total
    }
  }
}

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
    let ids = lab.experiments.map(\.id)
    let known = (ids.prefix { $0 != id } + [id]).filter { openQuestion(before: $0) == nil }.compactMap { runs[$0] }
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
