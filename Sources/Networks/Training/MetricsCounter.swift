/// Counts what metrics are made of, image by image.
struct MetricsCounter {
  private var lossSum = 0.0
  private var pixels = 0
  private var correct = 0
  private var background = 0
  private var overlap = Overlap()
  private var diceSum = 0.0
  private var images = 0

  /// Counts one image.
  ///
  /// - Parameters:
  ///   - loss: the sum over its pixels of the cross-entropy.
  ///   - labels: the right class of each pixel.
  ///   - prediction: the class that the network gave each pixel.
  mutating func add(loss: Double, labels: [UInt8], prediction: [UInt8]) {
    precondition(labels.count == prediction.count, "\(labels.count) labels, \(prediction.count) predictions")
    lossSum += loss
    images += 1
    pixels += labels.count
    correct += zip(labels, prediction).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    background += labels.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    let own = Overlap(labels, prediction)
    overlap.add(own)
    diceSum += own.dice
  }

  /// The metrics of all images so far, at least one.
  ///
  /// - Parameter swapped: the overlap of each prediction with the next image's label.
  /// - Returns: the metrics.
  func metrics(swapped: Overlap) -> Metrics {
    Metrics(
      loss: lossSum / Double(pixels), accuracy: Double(correct) / Double(pixels), dice: overlap.dice,
      meanDice: diceSum / Double(images), baselineAccuracy: Double(background) / Double(pixels),
      swappedDice: swapped.dice)
  }

  /// How many pixels of class 1 labels and predictions have, and share.
  struct Overlap {
    private var both = 0
    private var either = 0

    init() {}

    init(_ labels: [UInt8], _ prediction: [UInt8]) {
      for (label, predicted) in zip(labels, prediction) {
        if label == 1 { either += 1 }
        if predicted == 1 { either += 1 }
        if label == 1, predicted == 1 { both += 1 }
      }
    }

    mutating func add(_ other: Overlap) {
      both += other.both
      either += other.either
    }

    /// 2·|L ∩ P| / (|L| + |P|); 1 where both are empty.
    var dice: Double { either == 0 ? 1 : 2 * Double(both) / Double(either) }
  }
}
