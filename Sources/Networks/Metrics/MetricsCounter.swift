/// Counts what metrics are made of, image by image.
struct MetricsCounter {
  private let height: Int
  private let width: Int
  private let measuresDistances: Bool
  private var lossSum = 0.0
  private var images = 0
  private var correct = 0
  private var background = 0
  private var confusion = ConfusionCounts()
  private var swapped = ConfusionCounts()
  private var diceSum = 0.0
  private var distances: [Double] = []
  private var firstLabels: [UInt8] = []
  private var lastPrediction: [UInt8] = []

  /// - Parameters:
  ///   - height: how many rows an image has.
  ///   - width: how many pixels a row has.
  ///   - measuresDistances: whether distances between outlines are measured, which takes longer than all the rest.
  init(height: Int, width: Int, measuresDistances: Bool) {
    self.height = height
    self.width = width
    self.measuresDistances = measuresDistances
  }

  /// Counts one image.
  ///
  /// - Parameters:
  ///   - loss: the loss of the image, or of the batch that it was measured in.
  ///   - labels: the right class of each pixel.
  ///   - prediction: the class that the network gave each pixel.
  mutating func add(loss: Double, labels: [UInt8], prediction: [UInt8]) {
    precondition(
      labels.count == height * width && prediction.count == height * width,
      "\(labels.count) labels and \(prediction.count) predictions for \(height) x \(width) pixels")
    lossSum += loss
    images += 1
    correct += zip(labels, prediction).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    background += labels.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    let own = ConfusionCounts(labels: labels, prediction: prediction)
    confusion.add(own)
    diceSum += own.dice
    if measuresDistances,
      let distance = HausdorffDistance.measure(labels, prediction, height: height, width: width)
    {
      distances.append(distance)
    }
    if images == 1 {
      firstLabels = labels
    } else {
      swapped.add(ConfusionCounts(labels: labels, prediction: lastPrediction))
    }
    lastPrediction = prediction
  }

  /// The metrics of all images so far, at least one.
  var metrics: Metrics {
    let pixels = Double(images * height * width)
    var round = swapped
    round.add(ConfusionCounts(labels: firstLabels, prediction: lastPrediction))
    return Metrics(
      loss: lossSum / Double(images), accuracy: Double(correct) / pixels, dice: confusion.dice,
      meanDice: diceSum / Double(images), baselineAccuracy: Double(background) / pixels, swappedDice: round.dice,
      confusion: confusion,
      hausdorff95: distances.isEmpty ? nil : distances.reduce(0, +) / Double(distances.count))
  }
}
