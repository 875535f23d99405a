internal import Checking
internal import Foundation
internal import Markup
internal import Messages
internal import Networks

/// What is done to a series before it is drawn: smoothing, and thinning that keeps every peak.
enum Curve {
  /// Stretches of points that can be drawn, each without a gap inside.
  typealias Segments = [[ChartSample]]

  /// At most two points for each of `columns` equal parts of `range`: the lowest and the highest, in their order.
  ///
  /// A point that cannot be drawn ends a segment.
  static func thinned(_ samples: [ChartSample], over range: ClosedRange<Double>, columns: Int) -> Segments {
    let width = range.upperBound - range.lowerBound
    var segments: Segments = [[]]
    var column: [ChartSample] = []
    var columnIndex = -1
    var gapAfterColumn = false

    func flush() {
      if let low = column.indices.min(by: { column[$0].y < column[$1].y }),
        let high = column.indices.max(by: { column[$0].y < column[$1].y })
      {
        segments[segments.count - 1].append(column[min(low, high)])
        if low != high { segments[segments.count - 1].append(column[max(low, high)]) }
      }
      if gapAfterColumn, segments.last?.isEmpty == false { segments.append([]) }
      column = []
      gapAfterColumn = false
    }

    for sample in samples {
      guard sample.isDrawable else {
        gapAfterColumn = true
        if column.isEmpty { flush() }
        continue
      }
      let part = width > 0 ? (sample.x - range.lowerBound) / width : 0
      let index = min(max(Int(part * Double(columns)), 0), columns - 1)
      if index != columnIndex {
        flush()
        columnIndex = index
      }
      column.append(sample)
    }
    flush()
    return segments.filter { !$0.isEmpty }
  }

  /// A moving average with weights that fall off to both sides, at no more than `count` places; nil for short series.
  ///
  /// - Parameters:
  ///   - samples: the series; points that cannot be drawn are left out of the averages and leave a gap.
  ///   - count: the most places.
  ///   - logarithmic: whether to average the logarithms, as fits a logarithmic axis.
  /// - Returns: the averages in order, or nil.
  static func smoothed(_ samples: [ChartSample], count: Int, logarithmic: Bool) -> [ChartSample]? {
    guard samples.count >= 24, count >= 2 else { return nil }
    let reach = reach(samples.count)
    let places = min(count, samples.count)
    return (0..<places).map { place in
      let centre = place * (samples.count - 1) / (places - 1)
      guard samples[centre].isDrawable else { return ChartSample(x: samples[centre].x, y: .nan) }
      var sum = 0.0
      var weights = 0.0
      for index in max(0, centre - reach)...min(samples.count - 1, centre + reach) where samples[index].isDrawable {
        let weight = Double(reach + 1 - abs(index - centre))
        sum += weight * (logarithmic ? log(samples[index].y) : samples[index].y)
        weights += weight
      }
      let mean = sum / weights
      return ChartSample(x: samples[centre].x, y: logarithmic ? exp(mean) : mean)
    }
  }

  /// How many neighbours to each side an average looks at, in a series of `count`.
  static func reach(_ count: Int) -> Int { min(max(2, count / 24), 40 + count / 100, 500) }
}

/// One point of a chart's curve, in the units of its axes.
struct ChartSample: Equatable {
  /// Beyond this a value is not drawn: no loss or accuracy that means anything is as large.
  static let largest = 1e30

  /// Where, for example the step.
  let x: Double
  /// What, for example the loss; not finite where there was none.
  let y: Double

  /// Whether it can be drawn; never where one of the two is not a number.
  var isDrawable: Bool { x.magnitude <= Self.largest && y.magnitude <= Self.largest }
}

/// Loss and accuracy of a training as two charts over the same steps, with the numbers behind them; its learning rate, and its Dice after
/// each epoch where that was measured, as two more.
struct CurveFigure {
  /// About how many rows the table has.
  private static let tableRows = 24
  /// The most steps whose values a script can read off.
  private static let dataPoints = 400

  private let run: ExperimentReport
  private let language: Language
  /// Whether a script is there that reads values off.
  private let hasScript: Bool
  /// Whether it is seen at once.
  private let isOpen: Bool

  /// - Parameters:
  ///   - run: a training with at least one step of history.
  ///   - language: the language of the words.
  ///   - hasScript: whether a script is there that reads values off.
  ///   - isOpen: whether it is seen at once, and not opened by a reader.
  init(_ run: ExperimentReport, in language: Language, hasScript: Bool = false, isOpen: Bool = true) {
    self.isOpen = isOpen
    self.run = run
    self.language = language
    self.hasScript = hasScript
  }

  /// The figure as templates show it.
  var view: CurvesView {
    let steps = run.history.map { Double($0.step) }
    let range = (steps.min() ?? 0)...(steps.max() ?? 0)
    let losses = run.history.map { ChartSample(x: Double($0.step), y: $0.loss) }
    let accuracies = run.history.map { ChartSample(x: Double($0.step), y: $0.accuracy) }
    let baseline = run.metrics.baselineAccuracy
    let id = InertText.html(run.id)
    var charts = [
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
    let rates = run.history.map { ChartSample(x: Double($0.step), y: $0.learningRate) }
    var more: [LineChart] = []
    // One rate for all steps is a number, which stands among the facts and in the table.
    if Set(rates.map(\.y)).count > 1 {
      more.append(
        LineChart(
          id: "rate-\(id)", title: words(.trainingRate), description: description(.learningRate, rates),
          xTitle: words(.step), samples: rates, xRange: range, emptyNote: words(.nothingToDraw)))
      if hasScript { more[0].key = "learningRate" }
    }
    let points = run.validation ?? []
    if points.count > 1 {
      let dice = points.map { ChartSample(x: Double($0.step), y: $0.dice) }
      more.append(
        LineChart(
          id: "dice-\(id)", title: words(.validationDice), description: description(.dice, dice), xTitle: words(.step),
          samples: dice, xRange: range, limits: 0...1, emptyNote: words(.nothingToDraw)))
      if hasScript { more[more.count - 1].key = "dice" }
    }
    if hasScript { (charts[0].key, charts[1].key) = ("loss", "accuracy") }
    for index in more.indices { more[index].isSmoothed = false }
    let rows = chosenRows
    return CurvesView(
      isOpen: isOpen, pictures: Self.pictures(charts),
      more: more.first.map {
        CurvesView.More(opener: more.count > 1 ? words(.moreCurves) : $0.title, drawn: Self.pictures(more))
      }, notes: notes(losses, accuracies),
      data: hasScript ? data : nil,
      tableCaption: phrase(.tableExcerpt(shown: rows.count, steps: run.history.count)), rows: rows)
  }

  /// Charts below one another, for wide and narrow pages.
  static func pictures(_ charts: [LineChart]) -> String {
    let left = charts.map(\.leftMargin).max() ?? 0
    return [LineChart.Format.wide, .narrow].flatMap { format in
      charts.enumerated().map { $1.svg(format, left: left, showsSteps: $0 == charts.count - 1) }
    }.joined(separator: "\n")
  }

  /// Trainings over one another: their loss and their accuracy; nil where there are fewer than two with a history.
  static func compared(_ runs: [ExperimentReport], in language: Language) -> RunsView? {
    let runs = runs.filter { !$0.history.isEmpty }.suffix(LineChart.colours)
    guard runs.count > 1, let last = runs.last else { return nil }
    let steps = runs.flatMap { $0.history.map { Double($0.step) } }
    let range = (steps.min() ?? 0)...(steps.max() ?? 0)
    let names = runs.map(\.id).joined(separator: ", ")
    func chart(_ label: PageLabel, _ quantity: String, limits: ClosedRange<Double>?, _ value: (HistoryPoint) -> Double)
      -> LineChart
    {
      let title = label.text(in: language)
      return LineChart(
        id: "\(quantity)s-\(InertText.html(last.id))", title: title, description: "\(title): \(names)",
        xTitle: PageLabel.step.text(in: language), samples: [], xRange: range, limits: limits,
        emptyNote: PageLabel.nothingToDraw.text(in: language),
        overlaid: runs.map { run in run.history.map { ChartSample(x: Double($0.step), y: value($0)) } })
    }
    return RunsView(
      pictures: pictures([
        chart(.trainingLoss, "loss", limits: nil, \.loss),
        chart(.trainingAccuracy, "accuracy", limits: 0...1, \.accuracy),
      ]),
      runs: runs.enumerated().map { number, run in RunsView.Run(name: run.id, number: number) })
  }

  /// The values at steps spread evenly, as JSON that stands in a page.
  private var data: String {
    let points = points(Self.dataPoints)
    func list(_ values: [Double]) -> String {
      "["
        + values.map { $0.magnitude <= ChartSample.largest ? String(format: "%.5g", $0) : "null" }.joined(
          separator: ",") + "]"
    }
    var parts = [
      "\"step\":\(list(points.map { Double($0.step) }))", "\"epoch\":\(list(points.map { Double($0.epoch) + 1 }))",
      "\"loss\":\(list(points.map(\.loss)))", "\"accuracy\":\(list(points.map(\.accuracy)))",
      "\"learningRate\":\(list(points.map(\.learningRate)))",
    ]
    if let validation = run.validation, validation.count > 1 {
      let known = validation.prefix(Self.dataPoints)
      parts.append("\"diceStep\":\(list(known.map { Double($0.step) }))")
      parts.append("\"dice\":\(list(known.map(\.dice)))")
    }
    let names: [(String, PageLabel)] = [
      ("step", .step), ("epoch", .epoch), ("loss", .loss), ("accuracy", .accuracy), ("learningRate", .learningRate),
      ("dice", .dice),
    ]
    let titles = names.map { "\"\($0)\":\(SearchText.quoted(words($1)))" }.joined(separator: ",")
    return "{\(parts.joined(separator: ",")),\"names\":{\(titles)}}"
  }

  private func notes(_ losses: [ChartSample], _ accuracies: [ChartSample]) -> [String] {
    var notes: [String] = []
    if Curve.smoothed(losses, count: 2, logarithmic: false) != nil {
      notes.append(phrase(.curveKey(neighbours: Curve.reach(losses.count))))
    }
    let gaps = zip(losses, accuracies).filter { !$0.isDrawable || !$1.isDrawable }.map(\.0)
    if let first = gaps.first {
      notes.append(phrase(.notFinite(count: gaps.count, firstStep: Int(exactly: first.x) ?? .max)))
    }
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
        lowest: Figures.value(lowest.y), highest: Figures.value(highest.y), lastStep: Int(exactly: last.x) ?? .max))
  }

  /// The first, the last, and steps evenly between them, `most` in all.
  private func points(_ most: Int) -> [HistoryPoint] {
    let count = min(most, run.history.count)
    return (0..<count).map { run.history[count > 1 ? $0 * (run.history.count - 1) / (count - 1) : 0] }
  }

  private var chosenRows: [CurvesView.Row] {
    points(Self.tableRows).map { point in
      CurvesView.Row(
        step: point.step.grouped, epoch: (min(point.epoch, .max - 1) + 1).grouped,
        loss: Figures.value(point.loss),
        accuracy: Figures.share(point.accuracy), learningRate: Figures.value(point.learningRate))
    }
  }

  private func words(_ label: PageLabel) -> String { label.text(in: language) }
  private func phrase(_ phrase: PagePhrase) -> String { phrase.text(in: language) }
}
