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
  init(id: String, finished: FinishedRun, layers: [LayerSummary]) {
    let record = finished.record
    let validation = finished.split.validation
    let shown = min(Self.mostOverlays, validation.count)
    let overlays = (0..<shown).map { place in
      // Evenly spread over the validation images, so that several patients are seen.
      let position = place * validation.count / shown
      return Overlay(of: finished.set, image: validation[position], prediction: finished.predictions[position])
    }
    self.init(
      id: id, run: record.plan.digest, reused: finished.reused, seconds: record.seconds, epochs: record.epochs,
      steps: record.steps, metrics: record.metrics, weightsDigest: record.weightsDigest, history: record.history,
      layers: layers, dataset: finished.set.name, trainingImages: finished.split.training.count,
      validationImages: validation.count, split: record.plan.split, overlays: overlays)
  }
}

extension Overlay {
  /// One image of `set` with its label and a prediction.
  init(of set: ImageMaskSet, image index: Int, prediction: [UInt8]) {
    let sample = set.samples[index]
    let label = set.label(index)
    self.init(
      name: sample.id, width: sample.size.width, height: sample.size.height,
      image: set.image(index).map { UInt8(max(0, min(255, ($0 * 255).rounded()))) }, label: label,
      prediction: prediction, dice: ConfusionCounts(labels: label, prediction: prediction).dice)
  }
}
