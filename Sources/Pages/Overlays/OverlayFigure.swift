internal import Checking
internal import Imaging
internal import Messages

/// Images with their labels, predictions and differences: the best, the median and the worst, and behind a disclosure the others.
struct OverlayFigure {
  private let overlays: [Overlay]
  private let middle: Double
  private let pictures: DrawnPictures
  private let language: Language

  /// - Parameters:
  ///   - run: a training with at least one overlay.
  ///   - pictures: where the images go.
  ///   - language: the language of the words.
  init(_ run: ExperimentReport, pictures: DrawnPictures, in language: Language) {
    overlays = run.overlays.sorted { $0.dice < $1.dice }
    let all = (run.images.isEmpty ? overlays.map(\.dice) : run.images.map(\.dice)).sorted()
    middle = all.isEmpty ? 0 : all[all.count / 2]
    self.pictures = pictures
    self.language = language
  }

  /// The figure as templates show it.
  ///
  /// - Parameter isOpen: whether it is seen at once, and not opened by a reader.
  /// - Returns: the median at once, all others behind a disclosure.
  func view(isOpen: Bool) -> PredictionsView {
    let last = overlays.count - 1
    let median = overlays.indices.dropFirst().dropLast().min {
      (overlays[$0].dice - middle).magnitude < (overlays[$1].dice - middle).magnitude
    }
    // The median says most of a network; the others are a click away.
    var ranks: [Int: PageLabel] = overlays.count > 1 ? [0: .worst, last: .best] : [:]
    if let median { ranks[median] = .median }
    let first = median ?? 0
    let rest = overlays.indices.filter { $0 != first }
    return PredictionsView(
      isOpen: isOpen, examples: overlays.isEmpty ? [] : [example(overlays[first], rank: ranks[first])],
      more: rest.isEmpty
        ? nil
        : PredictionsView.More(
          opener: PagePhrase.moreExamples(rest.count).text(in: language),
          rest: rest.map { example(overlays[$0], rank: ranks[$0]) }))
  }

  private func example(_ overlay: Overlay, rank: PageLabel?) -> PredictionsView.Example {
    // The number below is of class 1, and so are the pictures.
    let picture = OverlayPicture(overlay.ofClass1)
    let counts = picture.counts
    let name = overlay.name
    let image = picture.backdrop.file
    func panel(_ label: PageLabel, _ words: PagePhrase, _ content: String, _ className: String = "")
      -> PredictionsView.Panel
    {
      PredictionsView.Panel(
        caption: label.text(in: language),
        svg: picture.svg(image, words.text(in: language), class: className, in: pictures, content))
    }
    return PredictionsView.Example(
      rank: rank?.text(in: language), title: name,
      score: Figures.share(overlay.dice)
        + (overlay.ofClass1.isEmpty ? " (\(ScorePhrase.nothingThere.text(in: language)))" : ""),
      panels: [
        panel(.image, .imageShown(name: name), ""),
        panel(
          .label, .labelShown(name: name, share: counts.labelShare),
          picture.drawn(.label, "label", in: pictures, isRepeated: true)),
        panel(
          .prediction, .predictionShown(name: name, share: counts.predictionShare),
          picture.drawn(.prediction, "prediction", in: pictures)),
        panel(
          .difference,
          .differenceShown(name: name, right: counts.right, missed: counts.missed, invented: counts.invented),
          picture.drawn(.right, "right", in: pictures) + picture.drawn(.missed, "label", in: pictures)
            + picture.drawn(.invented, "prediction", in: pictures),
          " difference"),
      ])
  }
}

/// How many images have which Dice.
struct DiceHistogram {
  /// The chart.
  let svg: String

  /// - Parameters:
  ///   - dice: the coefficient of each image; at least one.
  ///   - id: what ids in the page start with.
  ///   - language: the language of the words.
  init(_ dice: [Double], id: String, in language: Language) {
    // Ten parts say enough of a few dozen images; more say something only where there are many.
    let bins = dice.count < 200 ? 10 : 20
    var counts = [Int](repeating: 0, count: bins)
    for value in dice where value.isFinite {
      counts[min(max(Int(value * Double(bins)), 0), bins - 1)] += 1
    }
    let places = bins == 10 ? 1 : 2
    let bars = counts.indices.filter { counts[$0] > 0 }.map { bin in
      let (low, high) = (Double(bin) / Double(bins), Double(bin + 1) / Double(bins))
      return "\(low.places(places))…\(high.places(places)): \(counts[bin])"
    }
    svg =
      BarChart(
        id: id, title: PageLabel.diceHistogram.text(in: language),
        description: PagePhrase.histogram(bars: bars).text(in: language), xTitle: PageLabel.dice.text(in: language),
        yTitle: PageLabel.images.text(in: language), heights: counts.map(Double.init), range: 0...1, isShare: false
      ).svg
  }
}
