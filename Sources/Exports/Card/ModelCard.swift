internal import Datasets
public import Experiments
internal import Files
internal import Imaging
public import Messages
internal import Networks
internal import SegLab
internal import Tensors

/// A run as a card that goes with its network: what it was trained on and how, what it came to, where it fails, and how to do it again.
public struct ModelCard {
  private let run: ExportedRun
  private let images: RunImages?
  private let language: Language

  /// How many of the worst images are named.
  private static let mostImages = 10

  /// - Parameters:
  ///   - run: the run.
  ///   - images: the images that it was measured on; nil where they are not at hand.
  ///   - language: the language of the card.
  public init(_ run: ExportedRun, images: RunImages?, language: Language) {
    (self.run, self.images, self.language) = (run, images, language)
  }

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
    parts += [heading(.network), layers, words(.parameters(parameters))]
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

  /// Writes the card.
  ///
  /// - Throws: `ExportProblem` where the disk refuses.
  public func write(to path: String) throws(ExportProblem) {
    try AtomicFile.written(CollectionOfOne(ContiguousArray(markdown.utf8)), to: path)
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

  private var parameters: Int {
    run.layers.flatMap(\.arrays).reduce(0) { $0 + ($1.isLearned ? $1.count : 0) }
  }

  private var layers: String {
    table(
      .layerColumns,
      run.layers.map { layer in
        let count = layer.arrays.reduce(0) { $0 + ($1.isLearned ? $1.count : 0) }
        let shape = layer.output.dimensions.map(String.init).joined(separator: " × ")
        return [plain(layer.name), layer.kind, shape, count.grouped]
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
    guard let images, run.predictions.count == images.measuring.count * images.preparer.size.count else {
      return [words(.noImages(dataset: run.dataset))]
    }
    let count = images.preparer.size.count
    let scores = (0..<images.measuring.count).map { index -> (name: String, patient: String, counts: ConfusionCounts) in
      let prediction = Array(run.predictions[index * count..<(index + 1) * count])
      return (
        images.measuring.name(index), images.preparer.set.patient(images.split.validation[index]),
        ConfusionCounts(labels: images.measuring.pixels(index).label, prediction: prediction)
      )
    }
    let groups = Dictionary(grouping: scores, by: \.patient).mapValues { members in
      members.reduce(into: ConfusionCounts()) { $0.add($1.counts) }
    }
    let sizes = Dictionary(grouping: scores, by: \.patient).mapValues(\.count)
    let patients = groups.sorted { ($0.value.dice, $0.key) < ($1.value.dice, $1.key) }.map { patient, counts in
      [plain(patient), (sizes[patient] ?? 0).grouped, counts.dice.places(4)]
    }
    let worst = scores.sorted { ($0.counts.dice, $0.name) < ($1.counts.dice, $1.name) }.prefix(Self.mostImages)
    return [
      heading(.patients), table(.patientColumns, patients), heading(.worst),
      table(
        .imageColumns,
        worst.map { score in
          [
            plain(score.name), plain(score.patient), score.counts.dice.places(4), score.counts.falseNegatives.grouped,
            score.counts.falsePositives.grouped,
          ]
        }),
    ]
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
