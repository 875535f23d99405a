internal import Datasets
internal import Experiments
internal import Labs
internal import Networks

extension ExperimentReport {
  /// How many images a page shows.
  private static let mostOverlays = 6

  /// - Parameters:
  ///   - id: the experiment, by name.
  ///   - finished: the run.
  ///   - layers: the network's layers.
  ///   - withOverlays: whether images with their labels and predictions are wanted.
  init(id: String, finished: FinishedRun, layers: [LayerSummary], withOverlays: Bool) {
    let record = finished.record
    let (preparer, validation) = (finished.preparer, finished.split.validation)
    let predictions = finished.predictions
    // Each image by itself, on all processors: of a run that is there already this is most of the work.
    let seen = Parallel.map(min(validation.count, predictions.count)) { number in
      let (index, prediction) = (validation[number], predictions[number])
      let loaded = preparer.pixels(index)
      let score = ImageScore(
        name: preparer.set.sampleName(index), patient: preparer.set.patient(index),
        confusion: ConfusionCounts(labels: loaded.label, prediction: prediction),
        hausdorff95: HausdorffDistance.measure(
          loaded.label, prediction, height: preparer.size.height, width: preparer.size.width),
        hasOtherClasses: ConfusionCounts.hasOtherClasses(labels: loaded.label, prediction: prediction))
      return (score: score, prediction: prediction, loaded: loaded)
    }
    let scores = seen.map(\.score)
    let overlays =
      withOverlays
      ? Self.shown(of: scores).map { number in
        Overlay(
          name: scores[number].name, size: preparer.size, seen[number].loaded, prediction: seen[number].prediction)
      } : []
    self.init(
      id: id, run: record.plan.digest, reused: finished.reused, seconds: record.seconds, epochs: record.epochs,
      steps: record.steps, metrics: record.metrics, weightsDigest: record.weightsDigest, history: record.history,
      layers: layers, dataset: finished.set.name, trainingImages: finished.split.training.count,
      validationImages: validation.count, split: record.plan.split, overlays: overlays)
    preparation = preparer.preprocessing?.written ?? []
    plan = record.plan
    self.validation = record.validation
    trainingPatients = Set(finished.split.training.map(preparer.set.patient)).count
    let all = record.plan.training.steps(on: finished.split.training.count)
    if let limit = record.plan.stepLimit, record.steps >= limit, limit < all {
      quick = QuickRun(steps: record.steps, all: all)
    }
    images = scores
    film = withOverlays ? finished.film : nil
  }

  /// The images whose pictures are shown, by their places: the worst first, and at the end, to hold them against, the middle one and the best.
  static func shown(of scores: [ImageScore]) -> [Int] {
    let places = Dictionary(scores.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let order = scores.worstFirst.compactMap { places[$0.name] }
    guard order.count > mostOverlays else { return order }
    return Array(order.prefix(mostOverlays - 2)) + [order[order.count / 2], order[order.count - 1]]
  }
}

extension Overlay {
  /// One image as the network saw it, with its label and a prediction.
  fileprivate init(name: String, size: PixelSize, _ loaded: (image: [Float], label: [UInt8]), prediction: [UInt8]) {
    self.init(
      name: name, width: size.width, height: size.height, image: Shades.of(loaded.image), label: loaded.label,
      prediction: prediction,
      dice: ConfusionCounts(labels: loaded.label, prediction: prediction).dice)
  }
}
