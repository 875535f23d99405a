public import Networks

/// How well predictions of class 1 fit their labels, in the five measures that a report speaks of.
public struct SegmentationScore: Codable, Sendable, Hashable {
  /// 2·|L ∩ P| / (|L| + |P|).
  public let dice: Double
  /// |L ∩ P| / |L ∪ P|.
  public let iou: Double
  /// The share of what was predicted that is right; nil where nothing was.
  public let precision: Double?
  /// The share of what there is that was found; nil where there is nothing.
  public let recall: Double?
  /// How far apart the outlines are, in pixels, leaving out the farthest twentieth; nil where only one has an outline.
  public let hausdorff95: Double?

  /// - Parameters:
  ///   - counts: how the pixels turned out.
  ///   - hausdorff95: the distance of the outlines in pixels; nil where it is not defined.
  public init(_ counts: ConfusionCounts, hausdorff95: Double?) {
    (dice, iou, precision, recall) = (counts.dice, counts.iou, counts.precision, counts.recall)
    self.hausdorff95 = hausdorff95
  }

  /// What calling every pixel background comes to on the same labels.
  init(ofBackground counts: ConfusionCounts) {
    let background = counts.ofBackground
    self.init(background, hausdorff95: background.isEmpty ? 0 : nil)
  }
}

extension ImageScore {
  /// How well its prediction fits its label.
  public var score: SegmentationScore { SegmentationScore(confusion, hausdorff95: hausdorff95) }
  /// What calling every pixel background comes to.
  public var background: SegmentationScore { SegmentationScore(ofBackground: confusion) }
}

extension [ImageScore] {
  /// The images by their Dice, the worst first; of equals the one whose outline is farther off, then by name.
  public var worstFirst: [ImageScore] {
    sorted {
      ($0.dice, -($0.hausdorff95 ?? .infinity), $0.name) < ($1.dice, -($1.hausdorff95 ?? .infinity), $1.name)
    }
  }
}

extension ExperimentReport {
  /// How all pixels of the validation images turned out together.
  private var pooled: ConfusionCounts { images.reduce(into: ConfusionCounts()) { $0.add($1.confusion) } }

  /// How well the predictions fit, all pixels together; the distance is the mean over the images that have one. Nil where no image is known.
  public var score: SegmentationScore? {
    images.isEmpty ? nil : SegmentationScore(pooled, hausdorff95: metrics.hausdorff95)
  }

  /// What calling every pixel background comes to, all pixels together, which leaves no image with outlines; nil where no image is known.
  public var background: SegmentationScore? {
    images.isEmpty ? nil : SegmentationScore(pooled.ofBackground, hausdorff95: nil)
  }

  /// In how many images neither label nor prediction has a pixel of class 1: their Dice is 1.
  public var emptyImages: Int { images.count { $0.confusion.isEmpty } }

  /// In how many images label or prediction has classes besides 0 and 1, of which no measure speaks.
  public var imagesWithOtherClasses: Int { images.count { $0.hasOtherClasses == true } }
}
