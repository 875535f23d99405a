internal import Datasets
internal import Experiments
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
    let pixels = zip(validation, finished.predictions).map { index, prediction in
      (index: index, prediction: prediction, loaded: preparer.pixels(index))
    }
    let scores = pixels.map { index, prediction, loaded in
      ImageScore(
        name: preparer.set.sampleName(index), patient: preparer.set.patient(index),
        confusion: ConfusionCounts(labels: loaded.label, prediction: prediction),
        hausdorff95: HausdorffDistance.measure(
          loaded.label, prediction, height: preparer.size.height, width: preparer.size.width),
        hasOtherClasses: ConfusionCounts.hasOtherClasses(labels: loaded.label, prediction: prediction))
    }
    let overlays =
      withOverlays
      ? Self.shown(of: scores).map { number in
        Overlay(
          name: scores[number].name, size: preparer.size, pixels[number].loaded, prediction: pixels[number].prediction)
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
