internal import Checking
internal import Markup
internal import Messages
internal import Networks

extension LabViewBuilder {
  private var measureNames: [String] {
    [PageLabel.dice.text(in: language), "IoU"]
      + [MetricName.precision, .recall].map { $0.text(in: language).capitalisedFirst }
      + [ScorePhrase.distance.text(in: language)]
  }

  /// The measures of class 1 over all images, beside those of calling every pixel background.
  func scores(of run: ExperimentReport) -> TableView? {
    guard let score = run.score, let background = run.background else { return nil }
    func row(_ name: ScorePhrase, _ score: SegmentationScore) -> TableView.Row {
      TableView.Row(name: name.text(in: language), cells: Self.cells(score), isBest: false)
    }
    return TableView(
      picture: nil, caption: ScorePhrase.measures(images: run.images.count).text(in: language),
      heads: [""] + measureNames,
      rows: [row(.network, score), row(.background, background)])
  }

  /// How every validation image turned out: a histogram, the counts of pixels, and each with its measures.
  mutating func images(of run: ExperimentReport) -> ImagesView? {
    guard !run.images.isEmpty else { return nil }
    let chart = DiceHistogram(run.images.map(\.dice), id: "images-\(InertText.html(run.id))", in: language)
    defer { hasDefined = true }
    return ImagesView(
      score: scores(of: run), histogram: chart.svg, confusion: confusion(of: run), table: table(of: run),

      notes: scoreNotes(on: run) + run.patientPhrases.map { $0.text(in: language) })
  }

  /// How many pixels are what, by label and prediction.
  private func confusion(of run: ExperimentReport) -> TableView? {
    guard let counts = run.metrics.confusion else { return nil }
    func text(_ label: PageLabel) -> String { label.text(in: language) }
    return TableView(
      picture: nil, caption: text(.confusion), heads: ["", text(.inPrediction), text(.notInPrediction)],
      rows: [
        TableView.Row(
          name: text(.inLabel), cells: [counts.truePositives.grouped, counts.falseNegatives.grouped], isBest: false),
        TableView.Row(
          name: text(.notInLabel), cells: [counts.falsePositives.grouped, counts.trueNegatives.grouped], isBest: false),
      ])
  }

  /// Each validation image with its measures, the worst first.
  private func table(of run: ExperimentReport) -> TableView? {
    let worst = run.images.worstFirst.prefix(Self.mostImages)
    // One number for all images stands among the measures above.
    let isTold = run.score != nil && run.background != nil && Set(worst.map(\.background.dice)).count == 1
    return TableView(
      picture: nil, isSortable: true,
      caption: ScorePhrase.worst(shown: worst.count, of: run.images.count).text(in: language),
      heads: [ScorePhrase.image.text(in: language)] + measureNames
        + (isTold ? [] : [ScorePhrase.background.text(in: language) + ": Dice"]),
      rows: worst.map { image in
        TableView.Row(
          name: image.name, cells: Self.cells(image.score) + (isTold ? [] : [image.background.dice.places(4)]),
          isBest: false)
      })
  }

  /// More images are not listed.
  private static let mostImages = 500

  /// What to know about the measures.
  ///
  /// What they are of is said at the first experiment of a page.
  func scoreNotes(on run: ExperimentReport) -> [String] {
    guard !run.images.isEmpty else { return [] }
    var notes: [ScorePhrase] = []
    if run.emptyImages > 0 { notes.append(.empty(images: run.emptyImages)) }
    if run.imagesWithOtherClasses > 0 { notes.append(.otherClasses(images: run.imagesWithOtherClasses)) }
    return ((hasDefined ? [] : [.definition]) + notes).map { $0.text(in: language) }
  }

  private static func cells(_ score: SegmentationScore) -> [String] {
    [score.dice, score.iou, score.precision, score.recall].map { $0.map(Figures.share) ?? "–" }
      + [score.hausdorff95?.places(2) ?? "–"]
  }
}

extension Overlay {
  /// The same with every class but 1 as background, as the measures see it.
  var ofClass1: Overlay {
    Overlay(
      name: name, width: width, height: height, image: image, label: label.map { $0 == 1 ? 1 : 0 },
      prediction: prediction.map { $0 == 1 ? 1 : 0 }, dice: dice)
  }

  /// Whether neither label nor prediction has a pixel that is not background.
  var isEmpty: Bool { label.allSatisfy { $0 == 0 } && prediction.allSatisfy { $0 == 0 } }
}
