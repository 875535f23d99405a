internal import Datasets
public import Foundation
internal import Networks
internal import Tensors

/// What a network that still trains makes of a few validation images, after an epoch.
public struct TrainingPreview: Codable, Sendable {
  /// The epoch that ended, from 0.
  public let epoch: Int
  /// The images.
  public let images: [Image]

  /// One validation image.
  public struct Image: Codable, Sendable {
    /// Its name in the set.
    public let name: String
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// Intensities, 0…255, from the darkest to the brightest.
    public let intensities: Data
    /// The class of each pixel in the label.
    public let label: Data
    /// The class of each pixel in the prediction.
    public let prediction: Data
  }

  /// So many images are looked at.
  private static let most = 3

  /// The images of a set that are shown: those whose labels cover most, because on the others there is little to see.
  static func samples(of trainingData: TrainingData, most: Int = TrainingPreview.most) -> SplitSamples {
    // A set of thousands is not gone through for three pictures.
    let covers = trainingData.split.validation.prefix(64).map { index in
      (index: index, pixels: trainingData.preparer.pixels(index).label.count { $0 != 0 })
    }
    let chosen = covers.sorted { ($1.pixels, $0.index) < ($0.pixels, $1.index) }.prefix(most).map(\.index)
    return SplitSamples(trainingData.preparer, indices: Array(chosen), seed: 0)
  }

  /// - Parameters:
  ///   - samples: the images.
  ///   - classes: the class of each pixel of each image, as the network says.
  ///   - epoch: the epoch that ended, from 0.
  init(_ samples: SplitSamples, classes: [[UInt8]], epoch: Int) {
    self.epoch = epoch
    images = classes.enumerated().map { number, prediction in
      let (image, label) = samples.pixels(number)
      return Image(
        name: samples.name(number), width: samples.shape.dimensions[1], height: samples.shape.dimensions[0],
        intensities: Data(Shades.stretched(image)), label: Data(label), prediction: Data(prediction))
    }
  }
}

/// Looks at a few validation images after each epoch of a training.
struct PreviewWatcher {
  private let samples: SplitSamples?
  private var epoch = 0

  /// A training of many short epochs shows some of them.
  private static let pace: Duration = .milliseconds(400)
  private var last = ContinuousClock.now - .seconds(10)

  /// - Parameters:
  ///   - trainer: what trains.
  ///   - order: what is trained.
  ///   - trainingData: what it is trained on.
  init(_ trainer: Trainer, _ order: TrainingRequest, _ trainingData: TrainingData) {
    // The weights end with the same bits, whether somebody looks on or not.
    samples = order.tellsPreviews && !trainer.defersUpdates ? TrainingPreview.samples(of: trainingData) : nil
  }

  /// What the network makes of the images, where an epoch has just ended.
  mutating func preview(after progress: TrainingProgress, of trainer: Trainer) -> TrainingPreview? {
    let now = ContinuousClock.now
    guard let samples, samples.count > 0, progress.point.epoch > epoch, now - last > Self.pace else { return nil }
    (epoch, last) = (progress.point.epoch, now)
    return (try? trainer.classify(samples)).map {
      TrainingPreview(samples, classes: $0, epoch: progress.point.epoch - 1)
    }
  }
}
