internal import Checking
internal import Messages

/// How well a training's predictions fit their labels, on a terminal: all images together, and the worst ones, each beside what calling every
/// pixel background comes to.
struct ScoreText {
  private static let mostImages = 5

  private let run: ExperimentReport
  private let console: Console

  /// - Parameters:
  ///   - run: the training.
  ///   - console: where to speak.
  init(_ run: ExperimentReport, console: Console) {
    self.run = run
    self.console = console
  }

  func show() {
    guard let score = run.score, let background = run.background else { return }
    let names =
      [PageLabel.dice.text(in: console.language), "IoU"]
      + [MetricName.precision, .recall].map { $0.text(in: console.language) } + [words(.distance)]
    var table = TextTable([.left] + names.map { _ in .right })
    table.add([""] + names)
    table.add([words(.network)] + Self.cells(score))
    table.add([words(.background)] + Self.cells(background))
    say(table, under: .measures(images: run.images.count))
    var images = TextTable([.left] + names.map { _ in .right } + [.right])
    images.add([words(.image)] + names + [words(.background) + ": " + PageLabel.dice.text(in: console.language)])
    let worst = run.images.worstFirst.prefix(Self.mostImages)
    for image in worst { images.add([image.name] + Self.cells(image.score) + [image.background.dice.places(4)]) }
    say(images, under: .worst(shown: worst.count, of: run.images.count))
    if run.emptyImages > 0 { note(.empty(images: run.emptyImages)) }
    if run.imagesWithOtherClasses > 0 { note(.otherClasses(images: run.imagesWithOtherClasses)) }
  }

  private static func cells(_ score: SegmentationScore) -> [String] {
    let shares = [score.dice, score.iou, score.precision, score.recall].map { $0?.places(4) ?? "–" }
    return shares + [score.hausdorff95?.places(2) ?? "–"]
  }

  private func say(_ table: TextTable, under heading: ScorePhrase) {
    console.say("\(run.id): \(words(heading))")
    for line in table.lines { console.say("  " + line) }
  }

  private func note(_ phrase: ScorePhrase) { console.say(console.styled("  " + words(phrase), .faint)) }

  private func words(_ phrase: ScorePhrase) -> String { phrase.text(in: console.language) }
}
