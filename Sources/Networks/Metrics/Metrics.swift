/// What was measured on a set of labelled images.
public struct Metrics: Codable, Sendable, Equatable {
  /// The mean over all images of the loss that was trained with.
  public var loss: Double
  /// The share of pixels given the right class.
  public var accuracy: Double
  /// 2·ΣI / (ΣL + ΣP) on class 1, the sums over all images together; 1 where both are empty.
  public var dice: Double
  /// The mean over images of each image's own Dice; an image where label and prediction are both empty counts as 1.
  public var meanDice: Double
  /// The accuracy of calling every pixel background (class 0).
  public var baselineAccuracy: Double
  /// As ``dice``, but each prediction is held against the label of the next image in the list (the last against the first's):
  /// as high as ``dice`` where the predictions know nothing of their own images.
  public var swappedDice: Double
  /// How often class 1 was found and missed, over all images together; nil in records from before it was counted.
  public var confusion: ConfusionCounts?
  /// The mean over images of the 95 % Hausdorff distance of class 1, in pixels, where label and prediction have an outline; nil where that is so for none.
  public var hausdorff95: Double?

  /// - Parameters: the parts, as documented on each property.
  public init(
    loss: Double, accuracy: Double, dice: Double, meanDice: Double, baselineAccuracy: Double, swappedDice: Double,
    confusion: ConfusionCounts? = nil, hausdorff95: Double? = nil
  ) {
    self.loss = loss
    self.accuracy = accuracy
    self.dice = dice
    self.meanDice = meanDice
    self.baselineAccuracy = baselineAccuracy
    self.swappedDice = swappedDice
    self.confusion = confusion
    self.hausdorff95 = hausdorff95
  }

  /// |L ∩ P| / |L ∪ P| on class 1, over all images together; 1 where both are empty. It follows from ``dice``.
  public var iou: Double { dice / (2 - dice) }
  /// The share of the pixels taken for class 1 that are; nil where there are none, and in records from before it was counted.
  public var precision: Double? { confusion?.precision }
  /// The share of the pixels of class 1 that were found; nil where there are none, and in records from before it was counted.
  public var recall: Double? { confusion?.recall }
}

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
    // Two empty masks agree, and say nothing of how far outlines lie apart.
    if measuresDistances, !own.isEmpty,
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
