internal import Checking
internal import Messages

extension LabViewBuilder {
  private var measureNames: [String] {
    ["Dice", "IoU"] + [MetricName.precision, .recall].map { $0.text(in: language).capitalisedFirst }
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

  /// Each validation image with its measures, the worst first.
  func images(of run: ExperimentReport) -> TableView? {
    guard !run.images.isEmpty else { return nil }
    let worst = run.images.worstFirst.prefix(Self.mostImages)
    return TableView(
      picture: nil, caption: ScorePhrase.worst(shown: worst.count, of: run.images.count).text(in: language),
      heads: [ScorePhrase.image.text(in: language)] + measureNames + [
        ScorePhrase.background.text(in: language) + ": Dice"
      ],
      rows: worst.map { image in
        TableView.Row(
          name: image.name, cells: Self.cells(image.score) + [image.background.dice.places(4)], isBest: false)
      })
  }

  /// More images are not listed.
  private static let mostImages = 500

  /// What to know about the measures.
  func scoreNotes(on run: ExperimentReport) -> [String] {
    guard !run.images.isEmpty else { return [] }
    var notes: [ScorePhrase] = [.definition]
    if run.emptyImages > 0 { notes.append(.empty(images: run.emptyImages)) }
    if run.imagesWithOtherClasses > 0 { notes.append(.otherClasses(images: run.imagesWithOtherClasses)) }
    return notes.map { $0.text(in: language) }
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
