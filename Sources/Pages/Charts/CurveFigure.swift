internal import Checking
internal import Messages
internal import Networks

/// Loss and accuracy of a training as two charts over the same steps, with the numbers behind them.
struct CurveFigure {
  /// About how many rows the table has.
  private static let tableRows = 24

  private let run: ExperimentReport
  private let language: Language

  /// - Parameters:
  ///   - run: a training with at least one step of history.
  ///   - language: the language of the words.
  init(_ run: ExperimentReport, in language: Language) {
    self.run = run
    self.language = language
  }

  /// The figure as templates show it.
  var view: CurvesView {
    let steps = run.history.map { Double($0.step) }
    let range = (steps.min() ?? 0)...(steps.max() ?? 0)
    let losses = run.history.map { ChartSample(x: Double($0.step), y: $0.loss) }
    let accuracies = run.history.map { ChartSample(x: Double($0.step), y: $0.accuracy) }
    let baseline = run.metrics.baselineAccuracy
    let id = InertText.html(run.id)
    let charts = [
      LineChart(
        id: "loss-\(id)", title: words(.trainingLoss), description: description(.loss, losses),
        xTitle: words(.step), samples: losses, xRange: range, emptyNote: words(.nothingToDraw)),
      LineChart(
        id: "accuracy-\(id)", title: words(.trainingAccuracy),
        description: description(.accuracy, accuracies)
          + (baseline.isFinite ? " (" + phrase(.baseline(baseline)) + ")" : ""),
        xTitle: words(.step), samples: accuracies,
        reference: baseline.isFinite ? LineChart.Reference(value: baseline, label: phrase(.baseline(baseline))) : nil,
        xRange: range, limits: 0...1, emptyNote: words(.nothingToDraw)),
    ]
    let left = charts.map(\.leftMargin).max() ?? 0
    let pictures = [LineChart.Format.wide, .narrow].flatMap { format in
      charts.enumerated().map { $1.svg(format, left: left, showsSteps: $0 == charts.count - 1) }
    }
    let rows = chosenRows
    return CurvesView(
      pictures: pictures.joined(separator: "\n"), notes: notes(losses, accuracies),
      tableCaption: phrase(.tableExcerpt(shown: rows.count, steps: run.history.count)), rows: rows)
  }

  private func notes(_ losses: [ChartSample], _ accuracies: [ChartSample]) -> [String] {
    var notes: [String] = []
    if Curve.smoothed(losses, count: 2, logarithmic: false) != nil {
      notes.append(phrase(.curveKey(neighbours: Curve.reach(losses.count))))
    }
    let gaps = zip(losses, accuracies).filter { !$0.isDrawable || !$1.isDrawable }.map(\.0)
    if let first = gaps.first { notes.append(phrase(.notFinite(count: gaps.count, firstStep: Int(first.x)))) }
    return notes
  }

  private func description(_ quantity: PageLabel, _ samples: [ChartSample]) -> String {
    let drawable = samples.filter(\.isDrawable)
    guard let first = drawable.first, let last = drawable.last,
      let lowest = drawable.min(by: { $0.y < $1.y }), let highest = drawable.max(by: { $0.y < $1.y })
    else { return words(.nothingToDraw) }
    return phrase(
      .curve(
        quantity: words(quantity), first: Figures.value(first.y), last: Figures.value(last.y),
        lowest: Figures.value(lowest.y), highest: Figures.value(highest.y), lastStep: Int(last.x)))
  }

  /// The first, the last, and steps evenly between them.
  private var chosenRows: [CurvesView.Row] {
    let count = min(Self.tableRows, run.history.count)
    return (0..<count).map { row in
      let point = run.history[count > 1 ? row * (run.history.count - 1) / (count - 1) : 0]
      return CurvesView.Row(
        step: point.step.grouped, epoch: (point.epoch + 1).grouped, loss: Figures.value(point.loss),
        accuracy: Figures.share(point.accuracy), learningRate: Figures.value(point.learningRate))
    }
  }

  private func words(_ label: PageLabel) -> String { label.text(in: language) }
  private func phrase(_ phrase: PagePhrase) -> String { phrase.text(in: language) }
}
