internal import Datasets
public import Experiments
internal import Files
internal import Foundation
internal import Imaging
public import Messages
internal import Networks
internal import SegLab
internal import Tensors

/// A run as a card that goes with its network: what it was trained on and how, what it came to, where it fails, and how to do it again.
public struct ModelCard {
  private let run: ExportedRun
  private let images: RunImages?
  private let seen: SeenImages?
  private let language: Language
  /// Where the card goes, and the folder of its pictures as the card names it.
  private let stem: String

  /// How many of the worst images are named.
  private static let mostImages = 10
  /// How many of the worst images are shown.
  private static let mostPictures = 3

  /// - Parameters:
  ///   - run: the run.
  ///   - images: the images that it was measured on; nil where they are not at hand.
  ///   - language: the language of the card.
  ///   - stem: where it goes: `stem.md`, with its pictures in `stem-pictures`.
  public init(_ run: ExportedRun, images: RunImages?, language: Language, stem: String) {
    (self.run, self.images, self.language, self.stem) = (run, images, language, stem)
    seen = SeenImages(run, images)
  }

  /// The card's file.
  public var path: String { stem + ".md" }

  /// The folder of the pictures, as an address beside the card.
  private var folder: String {
    let name = URL(fileURLWithPath: stem).lastPathComponent + Self.folderEnding
    return name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", "_", "."])) ?? name
  }

  private static let folderEnding = "-pictures"

  /// What stands at the head of the card.
  public var title: String { run.title }

  /// The card as Markdown.
  public var markdown: String {
    let record = run.record
    var parts = [
      "# \(plain(run.title))",
      words(
        .summary(
          title: run.title, dataset: run.dataset, dice: record.metrics.dice, baseline: record.metrics.baselineAccuracy,
          accuracy: record.metrics.accuracy)),
    ]
    parts += [heading(.network), layers, words(.parameters(run.parameters))]
    parts += [heading(.data)] + data + [heading(.training)] + training
    parts += [heading(.metrics), metrics] + details
    parts += [heading(.limits), limits.map { "- " + words($0) }.joined(separator: "\n")]
    parts += [
      heading(.repeating),
      // The same weights come of the same profile alone.
      words(
        .commands(
          lab: (run.names.first?.origin.lab ?? "LAB") + (isQuick ? " --profile quick" : ""), title: run.title,
          engine: record.plan.engine)),
      words(.digests(run: run.digest, weights: record.weightsDigest, data: record.plan.data)),
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Writes the card and its pictures.
  ///
  /// - Throws: `ExportProblem` where the disk refuses; a picture without a card is not left behind.
  public func write() throws(ExportProblem) {
    let place = stem + Self.folderEnding
    var made: [String] = []
    do throws(ExportProblem) {
      for (rank, image) in shown {
        guard mkdir(place, 0o755) == 0 || errno == EEXIST else {
          throw ExportProblem(.notWritten(path: place, reason: String(cString: strerror(errno))))
        }
        let path = "\(place)/\(Self.name(of: rank))"
        if access(path, F_OK) != 0 { made.append(path) }
        try AtomicFile.written(CollectionOfOne(ContiguousArray(CardPicture(image: image).file)), to: path)
      }
      try AtomicFile.written(CollectionOfOne(ContiguousArray(markdown.utf8)), to: path)
    } catch {
      for path in made { unlink(path) }
      rmdir(place)
      throw error
    }
  }

  private func words(_ phrase: CardPhrase) -> String { phrase.text(in: language) }
  private func heading(_ phrase: CardPhrase) -> String { "## " + words(phrase) }

  /// A name in a table or a heading: none of its signs means anything to Markdown.
  private func plain(_ name: String) -> String {
    name.map { "\\`*_{}[]<>()#+!|~".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func table(_ head: CardPhrase, _ rows: [[String]]) -> String {
    let columns = words(head)
    let line = "|" + String(repeating: "---|", count: columns.count { $0 == "|" } - 1)
    return ([columns, line] + rows.map { "| " + $0.joined(separator: " | ") + " |" }).joined(separator: "\n")
  }

  private var layers: String {
    table(
      .layerColumns,
      run.layers.map { layer in
        let shape = layer.output.dimensions.map(String.init).joined(separator: " × ")
        return [plain(layer.name), layer.kind, shape, layer.parameters.grouped]
      })
  }

  private var data: [String] {
    let record = run.record
    let steps = (record.plan.preparation ?? "").split(separator: "\n").map(String.init)
    let written = run.names.lazy.compactMap(\.preprocessing).first { $0.canonicalText == record.plan.preparation }?
      .written
    return [
      words(
        .split(
          dataset: run.dataset, digest: record.plan.data, training: record.trainingImages,
          validation: record.validationImages.count, rule: record.plan.split))
    ] + (record.plan.heldOut.map { [words(.heldOut($0))] } ?? []) + [words(.preprocessing(written ?? steps))]
  }

  private var training: [String] {
    let (record, training) = (run.record, run.record.plan.training)
    let loss = training.loss.parts.map { ($0.weight == 1 ? "" : "\($0.weight) × ") + $0.loss.title }
    return [
      words(
        .plan(
          optimizer: training.optimizer.title, loss: loss.joined(separator: " + "), rate: training.learningRate,
          batch: training.batchSize, epochs: training.epochs, steps: record.steps,
          seed: Int(clamping: record.plan.seed), seconds: record.seconds))
    ] + (isQuick ? [words(.stoppedAt(step: record.steps))] : [])
  }

  private var isQuick: Bool { run.record.plan.stepLimit.map { run.record.steps >= $0 } ?? false }

  private var metrics: String {
    let metrics = run.record.metrics
    let values: [(MetricName, Double?)] = [
      (.meanDice, metrics.meanDice), (.iou, metrics.iou), (.precision, metrics.precision),
      (.recall, metrics.recall), (.hausdorff95, metrics.hausdorff95),
    ]
    return table(
      .metricColumns,
      [[words(.pooledDice), metrics.dice.places(4)]]
        + values.compactMap { name, value in value.map { [name.text(in: language), $0.places(4)] } })
  }

  // MARK: Images

  /// Patients and the worst images, where the images are at hand.
  private var details: [String] {
    guard let seen else { return [words(.noImages(dataset: run.dataset))] }
    let groups = Dictionary(grouping: seen.all, by: \.patient).mapValues { members in
      (count: members.count, counts: members.reduce(into: ConfusionCounts()) { $0.add($1.counts) })
    }
    let patients = groups.sorted { ($0.value.counts.dice, $0.key) < ($1.value.counts.dice, $1.key) }
    let worst = seen.worstFirst.prefix(Self.mostImages)
    return [
      heading(.patients),
      table(
        .patientColumns,
        patients.map { [plain($0.key), $0.value.count.grouped, $0.value.counts.dice.places(4)] }),
      heading(.worst),
      table(
        .imageColumns,
        worst.map { image in
          [
            plain(image.name), plain(image.patient), image.counts.dice.places(4), image.counts.falseNegatives.grouped,
            image.counts.falsePositives.grouped,
          ]
        }), heading(.pictures), words(.pictureLegend),
    ]
      + shown.map { rank, image in
        let said = words(.picture(rank, name: plain(image.name), dice: image.counts.dice))
        return "\(said)\n\n![\(said)](\(folder)/\(Self.name(of: rank)))"
      }
  }

  /// The images that are shown: the worst, the median and the best, as far as there are so many.
  private var shown: [(CardRank, SeenImages.One)] {
    guard let order = seen?.worstFirst, let best = order.last else { return [] }
    guard order.count > 1 else { return [(.worst(1), best)] }
    let worst = order.dropLast().prefix(Self.mostPictures).enumerated().map {
      (CardRank.worst($0.offset + 1), $0.element)
    }
    let middle = order.count / 2
    let median = middle >= worst.count && middle < order.count - 1 ? [(CardRank.median, order[middle])] : []
    return worst + median + [(CardRank.best, best)]
  }

  private static func name(of rank: CardRank) -> String {
    switch rank {
    case .worst(let number): "worst-\(number).png"
    case .median: "median.png"
    case .best: "best.png"
    }
  }

  // MARK: Limits

  private var limits: [CardPhrase] {
    var limits: [CardPhrase] = [.limitOfData(images: run.record.validationImages.count, dataset: run.dataset)]
    if run.record.plan.split == "image" { limits.append(.limitOfSplit) }
    switch images?.preparer.set.origin {
    case .cardiac, .knee: limits.append(.limitOfPhantoms)
    case .imported, nil: break
    }
    if isQuick { limits.append(.limitOfSteps(steps: run.record.steps)) }
    return limits + [.limitOfUse]
  }
}
