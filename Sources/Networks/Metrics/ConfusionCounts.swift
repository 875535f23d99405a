/// How predictions of class 1 against the rest turned out, pixel by pixel.
///
/// All measures are of class 1; any other class counts as background, in the label as in the prediction. Where label and prediction are both
/// empty they agree, and every measure is 1. Where only the prediction is, of nothing a share is right: its precision is not defined; where only
/// the label is, recall is not.
/// - SeeAlso: Dice, “Measures of the Amount of Ecologic Association Between Species”, 1945; Jaccard, “The Distribution of the Flora in the
///   Alpine Zone”, 1912 (intersection over union); Taha, Hanbury, “Metrics for evaluating 3D medical image segmentation”, 2015.
public struct ConfusionCounts: Codable, Sendable, Hashable {
  private enum CodingKeys: String, CodingKey { case truePositives, falsePositives, falseNegatives, trueNegatives }

  /// Pixels of class 1 that were found.
  public var truePositives: Int
  /// Pixels that were called class 1 and are not.
  public var falsePositives: Int
  /// Pixels of class 1 that were missed.
  public var falseNegatives: Int
  /// Pixels that neither are class 1 nor were called so.
  public var trueNegatives: Int

  /// - Parameters: the counts, as documented on each property.
  public init(truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0, trueNegatives: Int = 0) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
    self.trueNegatives = trueNegatives
  }

  /// Reads counts as they were written.
  ///
  /// - Throws: `DecodingError` where a count is negative or larger than any set has pixels: they are added and doubled without a look.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func count(_ key: CodingKeys) throws -> Int {
      let count = try container.decode(Int.self, forKey: key)
      guard (0...Self.most).contains(count) else {
        throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "\(count) pixels")
      }
      return count
    }
    self.init(
      truePositives: try count(.truePositives), falsePositives: try count(.falsePositives),
      falseNegatives: try count(.falseNegatives), trueNegatives: try count(.trueNegatives))
  }

  /// The most pixels of a kind that are read.
  private static let most = 1 << 48

  /// Whether there are classes that all measures take for background without being it: any above 1.
  ///
  /// - Parameters:
  ///   - labels: the right class of each pixel.
  ///   - prediction: the class that the network gave each pixel.
  /// - Returns: whether either has one.
  public static func hasOtherClasses(labels: [UInt8], prediction: [UInt8]) -> Bool {
    labels.contains { $0 > 1 } || prediction.contains { $0 > 1 }
  }

  /// Counts the pixels of one image or of several.
  ///
  /// - Parameters:
  ///   - labels: the right class of each pixel.
  ///   - prediction: the class that the network gave each pixel, as many.
  public init(labels: [UInt8], prediction: [UInt8]) {
    precondition(labels.count == prediction.count, "\(labels.count) labels, \(prediction.count) predictions")
    self.init()
    for (label, predicted) in zip(labels, prediction) {
      switch (label == 1, predicted == 1) {
      case (true, true): truePositives += 1
      case (false, true): falsePositives += 1
      case (true, false): falseNegatives += 1
      case (false, false): trueNegatives += 1
      }
    }
  }

  /// Adds the counts of other pixels.
  public mutating func add(_ other: ConfusionCounts) {
    truePositives += other.truePositives
    falsePositives += other.falsePositives
    falseNegatives += other.falseNegatives
    trueNegatives += other.trueNegatives
  }

  /// What the same pixels come to where all of them are called background.
  public var ofBackground: ConfusionCounts {
    ConfusionCounts(falseNegatives: truePositives + falseNegatives, trueNegatives: falsePositives + trueNegatives)
  }

  /// Whether neither label nor prediction has a pixel of class 1.
  public var isEmpty: Bool { truePositives + falsePositives + falseNegatives == 0 }

  /// How many pixels were counted.
  public var pixels: Int { truePositives + falsePositives + falseNegatives + trueNegatives }

  /// The share of pixels that were told apart rightly, class 1 from the rest; 1 where there are none.
  public var accuracy: Double { Self.share(truePositives + trueNegatives, of: pixels) }
  /// Of the pixels called class 1 the share that is: TP / (TP + FP); 1 where there is nothing and nothing was found, nil where only the
  /// prediction is empty.
  public var precision: Double? {
    truePositives + falsePositives == 0 && falseNegatives > 0
      ? nil : Self.share(truePositives, of: truePositives + falsePositives)
  }
  /// Of the pixels of class 1 the share that was found: TP / (TP + FN); 1 where there is nothing and nothing was found, nil where only the
  /// label is empty.
  public var recall: Double? {
    truePositives + falseNegatives == 0 && falsePositives > 0
      ? nil : Self.share(truePositives, of: truePositives + falseNegatives)
  }
  /// |L ∩ P| / |L ∪ P| of the pixels of class 1; 1 where both are empty.
  public var iou: Double { Self.share(truePositives, of: truePositives + falsePositives + falseNegatives) }
  /// 2·|L ∩ P| / (|L| + |P|) of the pixels of class 1; 1 where both are empty.
  public var dice: Double { Self.share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives) }

  private static func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
}
