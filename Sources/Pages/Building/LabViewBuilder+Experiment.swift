internal import Checking
internal import Labs
internal import Markup
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors

extension LabViewBuilder {
  /// An experiment with its training, where there was one.
  mutating func view(of experiment: Lab.Experiment) -> ExperimentView {
    let anchor = "cell-\(experiment.id)"
    let outcome = verdict(on: experiment.id)
    enter(anchor, .experiment, experiment.id, outcome)
    let question = runs[experiment.id] == nil ? nil : openQuestion(before: experiment.id)
    let found = question == nil ? runs[experiment.id] : nil
    let training = found.map { view(of: $0, show: experiment.show) }
    return ExperimentView(
      anchor: anchor, level: min(prose.level + 1, 6), innerLevel: min(prose.level + 2, 6), name: experiment.id,
      outcome: outcome, facts: plan(of: experiment, run: found), runFacts: found.map(facts),
      withheld: question.map { ScorePhrase.withheld(question: $0).text(in: language) },
      quickNote: found?.quick.map { StandingPhrase.quickTraining(steps: $0.steps, all: $0.all).text(in: language) },
      training: training,
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
    return plan + [digest(.run, run.run, then: run.reused ? .reused : .trained)]
  }

  /// What else is known of a training: what it saw, and how long it took.
  private func facts(of run: ExperimentReport) -> FactsView {
    let data = words(.dataset(name: run.dataset, training: run.trainingImages, validation: run.validationImages))
    let steps = run.preparation.map { "`\($0)`" }.joined(separator: " → ")
    var facts = [fact(.dataset, data)]
    if !steps.isEmpty { facts.append(fact(.preprocessing, steps)) }
    facts += [
      fact(.split, splitWords(run.split)),
      fact(.length, words(.length(epochs: run.epochs, steps: run.steps))),
      fact(.duration, words(.duration(seconds: run.seconds))),
    ]
    if !run.weightsDigest.isEmpty { facts.append(digest(.weights, run.weightsDigest)) }
    return FactsView(list: facts)
  }

  private mutating func view(of run: ExperimentReport, show: [Lab.OutputKind]) -> RunView {
    let curves = show.contains(.curves) && !run.history.isEmpty
    let predictions = show.contains(.predictions) && !run.overlays.isEmpty
    defer { hasShownCurves = hasShownCurves || curves }
    let graph = show.contains(.graph) && !run.layers.isEmpty && shownNetworks.insert(run.layers).inserted
    // A lab trains one network again and again. A graph leads to layers of its own.
    let sameLayers = graph ? nil : listedNetworks[run.layers]
    if sameLayers == nil { listedNetworks[run.layers] = run.id }
    let last = lab.experiments.last { $0.show.contains(.predictions) && runs[$0.id]?.overlays.isEmpty == false }
    return RunView(
      measures: measures(run.metrics),
      imagesFigure: images(of: run), sweepTable: Self.sweep(run.sweep, id: "sweep-" + run.id, in: language),
      comparison: show.contains(.table) ? compared(upTo: run.id, curves: curves) : nil,
      curveFigure: curves ? CurveFigure(run, in: language, hasScript: hasScript, isOpen: !hasShownCurves).view : nil,
      predictionFigure: predictions
        ? OverlayFigure(run, pictures: drawn, in: language).view(isOpen: last?.id == run.id) : nil,
      filmFigure: predictions ? run.film.map { FilmFigure($0, pictures: drawn, in: language).view } : nil,
      layerFigure: run.layers.isEmpty ? nil : view(of: run.layers, id: run.id, graph: graph, sameAs: sameLayers))
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

  // MARK: Layers

  private func view(of layers: [LayerSummary], id: String, graph: Bool, sameAs first: String?) -> LayersView {
    let shown = Array(layers.prefix(NetworkGraph.mostLayers))
    let groups = NetworkGroups(shown)
    func name(of experiment: String) -> String { "graph-\(InertText.html(experiment))" }
    let picture = NetworkGraph(
      id: name(of: id), title: PageLabel.layers.text(in: language),
      description: words(.graph(layers: shown.map { "\($0.name) \($0.output)" })), groups: groups,
      cost: { self.cost(parameters: $0.parameters, multiplyAdds: $0.multiplyAdds) })
    let all = NetworkGroups.Group(
      title: PageLabel.layerTable.text(in: language), layers: shown, inputs: groups.groups.flatMap(\.inputs), reads: [])
    let left = layers.count - shown.count
    return LayersView(
      graph: graph ? LayersView.Graph(svg: picture.svg) : nil,
      sameAs: first.map {
        LayersView.Place(
          anchor: NetworkGraph.anchor(0, id: name(of: $0), isFlat: groups.isFlat),
          place: InlineWords.html(words(.sameLayers(experiment: $0))))
      },
      groups: (groups.isFlat ? [all] : groups.groups).enumerated().map { place, group in
        LayersView.Group(
          anchor: picture.anchor(place), title: group.title,
          shapes: groups.isFlat ? "" : group.input.isEmpty ? group.output : "\(group.input) → \(group.output)",
          cost: groups.isFlat
            ? "" : cost(parameters: group.parameters, multiplyAdds: group.multiplyAdds).joined(separator: " · "),
          layerRows: zip(group.layers, group.inputs).map(row))
      }, omitted: left > 0 ? words(.layersOmitted(left)) : nil,
      totalParameters: layers.map(\.parameters).bounded.grouped,
      totalWork: Figures.large(layers.map(\.multiplyAdds).bounded))
  }

  private func row(_ layer: LayerSummary, input: String) -> LayersView.Row {
    LayersView.Row(
      name: layer.name, kind: layer.kind, reads: layer.inputs.isEmpty ? "–" : layer.inputs.joined(separator: ", "),
      input: input.isEmpty ? "–" : input, output: layer.output.description, parameters: layer.parameters.grouped,
      work: Figures.large(layer.multiplyAdds), line: String(layer.line),
      lineAnchor: listed.contains(layer.line) ? "L\(layer.line)" : nil)
  }

  /// What layers cost, in a few signs; empty where that is nothing.
  private func cost(parameters: Int, multiplyAdds: Int) -> [String] {
    [
      parameters > 0 ? words(.parametersShort(Figures.large(parameters))) : nil,
      multiplyAdds > 0 ? words(.multiplyAddsShort(Figures.large(multiplyAdds))) : nil,
    ].compactMap { $0 }
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
}

extension LabViewBuilder {
  /// All trainings of a sweep: their picture and their numbers; nil where there are none.
  ///
  /// - Parameters:
  ///   - runs: the trainings, as far as they are done.
  ///   - id: what the pictures' ids begin with.
  ///   - language: the language of the words.
  /// - Returns: the table with its pictures.
  static func sweep(_ runs: [SweepRun], id: String, in language: Language) -> TableView? {
    guard !runs.isEmpty else { return nil }
    let columns = SweepRun.columns(of: runs)
    let plot = ParallelPlot(runs: runs, language: language)
    let id = InertText.html(id)
    let grid =
      columns.count == 2 ? SweepGrid(runs: runs, columns: columns, language: language).svg(id: "\(id)-grid") : nil
    return TableView(
      picture: [grid, plot.svg(id: id)].compactMap { $0 }.joined(separator: "\n").nilIfEmpty, isSortable: true,
      caption: SweepPhrase.runs(count: runs.count).text(in: language),
      heads: ["#"] + columns.map(\.name) + [PageLabel.dice.text(in: language), PageLabel.accuracy.text(in: language)],
      rows: runs.enumerated().map { number, one in
        let dice = one.metrics.map { $0.dice.places(4) } ?? SweepPhrase.brokeOff.text(in: language)
        return TableView.Row(
          name: "\(number + 1)" + (one.isBest ? " · \(SweepPhrase.best.text(in: language))" : ""),
          cells: columns.map { $0.values[number].places(6).trimmedZeros } + [
            dice, one.metrics.map { $0.accuracy.places(4) } ?? "–",
          ], isBest: one.isBest)
      })
  }

  /// The trainings of the experiments down to this one, as far as they are shown.
  private func known(upTo id: String) -> [ExperimentReport] {
    let ids = lab.experiments.map(\.id)
    return (ids.prefix { $0 != id } + [id]).filter { openQuestion(before: $0) == nil }.compactMap { runs[$0] }
  }

  /// The experiments down to this one: their Dice, and their curves over one another. Seen at once where it is the last of them.
  private func compared(upTo id: String, curves: Bool) -> ComparisonView? {
    guard let table = comparison(upTo: id) else { return nil }
    return ComparisonView(
      isOpen: lab.experiments.last { $0.show.contains(.table) }?.id == id, comparisonTable: table,
      runsFigure: curves ? CurveFigure.compared(known(upTo: id), in: language) : nil)
  }

  /// The Dice of all experiments down to this one, so that each step's effect is seen.
  private func comparison(upTo id: String) -> TableView? {
    let known = known(upTo: id)
    guard let best = known.map(\.metrics.dice).max() else { return nil }
    let rows = known.withChanges.map { run, change in
      TableView.Row(
        name: run.id,
        cells: [
          run.metrics.dice.places(4), change?.signedPlaces(4) ?? "–", run.metrics.accuracy.places(4),
        ], isBest: run.metrics.dice == best)
    }
    return TableView(
      picture: nil, isSortable: true, caption: SweepPhrase.comparison.text(in: language),
      heads: [
        SweepPhrase.experiment.text(in: language), PageLabel.dice.text(in: language),
        SweepPhrase.change.text(in: language),
        PageLabel.accuracy.text(in: language),
      ], rows: rows)
  }
}
