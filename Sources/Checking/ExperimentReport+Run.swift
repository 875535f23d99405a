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
      return Overlay(of: finished.preparer, image: validation[position], prediction: finished.predictions[position])
    }
    self.init(
      id: id, run: record.plan.digest, reused: finished.reused, seconds: record.seconds, epochs: record.epochs,
      steps: record.steps, metrics: record.metrics, weightsDigest: record.weightsDigest, history: record.history,
      layers: layers, dataset: finished.set.name, trainingImages: finished.split.training.count,
      validationImages: validation.count, split: record.plan.split, overlays: overlays)
    preparation = finished.preparer.preparation?.written ?? []
  }
}

extension Overlay {
  /// One image as the network saw it, with its label and a prediction.
  init(of preparer: Preparer, image index: Int, prediction: [UInt8]) {
    var image = [Float](repeating: 0, count: preparer.size.count)
    var label = [UInt8](repeating: 0, count: preparer.size.count)
    image.withUnsafeMutableBufferPointer { image in
      label.withUnsafeMutableBufferPointer { label in
        preparer.load(index, epoch: nil, seed: 0, image: image, labels: label)
      }
    }
    // Intensities outside 0...1, as normalising makes them, are shown from the darkest to the brightest.
    var (low, high) = (image.min() ?? 0, image.max() ?? 1)
    if (low >= 0 && high <= 1) || !(low < high) { (low, high) = (0, 1) }
    self.init(
      name: preparer.set.sampleName(index), width: preparer.size.width, height: preparer.size.height,
      image: image.map { UInt8(max(0, min(255, (($0 - low) / (high - low) * 255).rounded()))) }, label: label,
      prediction: prediction, dice: ConfusionCounts(labels: label, prediction: prediction).dice)
  }
}
