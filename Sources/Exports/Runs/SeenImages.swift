internal import Datasets
internal import Experiments
internal import Imaging
internal import Networks
internal import Tensors

/// The validation images of a run, each with what the network made of it.
struct SeenImages {
  /// One image.
  struct One {
    /// What it is called.
    let name: String
    /// Whose it is.
    let patient: String
    /// Its size.
    let size: PixelSize
    /// What the network read.
    let image: [Float]
    /// The class of each pixel.
    let label: [UInt8]
    /// The class that the network gave each pixel.
    let prediction: [UInt8]
    /// How both meet.
    let counts: ConfusionCounts
  }

  /// All of them, in the order of the set.
  let all: [One]
  /// The size of each.
  let size: PixelSize

  /// - Parameters:
  ///   - run: the run.
  ///   - images: the images that it was measured on; nil where they are not at hand, which gives nil.
  init?(_ run: ExportedRun, _ images: RunImages?) {
    guard let images, run.predictions.count == images.measuring.count * images.preparer.size.count else { return nil }
    let size = images.preparer.size
    let count = size.count
    self.size = size
    all = (0..<images.measuring.count).map { index in
      let (image, label) = images.measuring.pixels(index)
      let prediction = Array(run.predictions[index * count..<(index + 1) * count])
      return One(
        name: images.measuring.name(index), patient: images.preparer.set.patient(images.split.validation[index]),
        size: size, image: image, label: label, prediction: prediction,
        counts: ConfusionCounts(labels: label, prediction: prediction))
    }
  }

  /// All of them, the worst first.
  var worstFirst: [One] {
    all.indices.sorted { (all[$0].counts.dice, $0) < (all[$1].counts.dice, $1) }.map { all[$0] }
  }
}

extension SeenImages.One {
  /// Intensities as shades; those outside 0...1, as normalizing makes them, from the darkest to the brightest.
  var shades: [UInt8] { Shades.of(image) }

  /// The image darkened, and in it what was found, missed and invented: `[height, width, 3]`.
  var difference: [UInt8] {
    zip(shades, zip(label, prediction)).flatMap { shade, classes -> [UInt8] in
      OverlayColour.difference(label: classes.0, prediction: classes.1) ?? [UInt8](repeating: shade / 3, count: 3)
    }
  }
}
