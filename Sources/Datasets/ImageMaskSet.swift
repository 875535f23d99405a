internal import Digests
public import Imaging

/// An image, the class of each of its pixels, and whose it is.
public struct LabelledImage: Sendable, Equatable {
  /// Its name in the set, for example the name of the file that it came from, without `.png`.
  public let id: String
  /// Whose it is: images of equal patients look alike.
  public let patient: String
  /// The image.
  public let image: GreyImage
  /// The class of each pixel; of the image's size.
  public let label: Mask
  /// How far apart its pixels are, and the slices of its patient; nil where that is not known. It is no part of any digest.
  public var spacing: VoxelSpacing?
  /// SHA-256 of the pixels and classes as they are packed, as 64 hexadecimal digits.
  let digest: String

  /// - Parameters:
  ///   - id: its name in the set.
  ///   - patient: whose it is.
  ///   - image: the image.
  ///   - label: the class of each pixel; of the image's size.
  public init(id: String, patient: String, image: GreyImage, label: Mask) {
    self.init(id: id, patient: patient, image: image, label: label, digest: nil)
  }

  /// As the public one; the digest is given where it is known already.
  init(id: String, patient: String, image: GreyImage, label: Mask, digest: String?) {
    precondition(
      image.width == label.width && image.height == label.height,
      "an image of \(image.width) x \(image.height) cannot have a label of \(label.width) x \(label.height)")
    self.id = id
    self.patient = patient
    self.image = image
    self.label = label
    self.digest = digest ?? SHA256.hash(data: PackedPixels.pack(image, label)).hexadecimal
  }

  /// How many pixels the image has across and down.
  public var size: PixelSize { PixelSize(width: image.width, height: image.height) }
}

/// Images with labels, in the order of their names.
public struct ImageMaskSet: Sendable {
  /// What the set is called.
  public let name: String
  /// How many classes the labels tell apart, the background included: their ids are 0 ..< `classCount`.
  public let classCount: Int
  /// The images with their labels, ordered by id.
  public let samples: [LabelledImage]
  /// Where the set comes from; nil where that is not known. It is no part of the digest.
  public let origin: SetOrigin?
  /// SHA-256 over the classes' number and every sample's id, patient, size, pixels and label: equal for equal content,
  /// whatever the set is called and whenever it was made. 64 hexadecimal digits.
  public let digest: String
  /// How many pixels all images together may have: 512 Mi.
  public static let pixelLimit = 1 << 29

  /// - Parameters:
  ///   - name: what the set is called.
  ///   - classCount: how many classes there are, 2 to 256; all labels stay below.
  ///   - samples: at least one, in any order; no two of the same id.
  ///   - origin: where the set comes from, where that is known.
  public init(name: String, classCount: Int = 2, samples: [LabelledImage], origin: SetOrigin? = nil) {
    precondition((2...256).contains(classCount), "there are 2 to 256 classes, not \(classCount)")
    precondition(!samples.isEmpty, "a set needs an image")
    self.name = name
    self.origin = origin
    self.classCount = classCount
    let ordered = samples.sorted { $0.id < $1.id }
    for (one, next) in zip(ordered, ordered.dropFirst()) {
      precondition(one.id != next.id, "two images are called \(one.id)")
    }
    self.samples = ordered
    digest = Self.digest(classCount: classCount, samples: ordered.map(SampleFacts.init))
  }

  /// The digest of a set of which only the facts are known.
  static func digest(classCount: Int, samples: [SampleFacts]) -> String {
    var text = "seglab set 1\n\(classCount) classes\n"
    for sample in samples {
      // Lengths first, so that no name can look like the end of another.
      text += "\(sample.id.utf8.count) \(sample.id) \(sample.patient.utf8.count) \(sample.patient) "
      text += "\(sample.width) \(sample.height) \(sample.maximum) \(sample.digest)\n"
    }
    return SHA256.hash(data: text.utf8).hexadecimal
  }

  /// How many images there are.
  public var count: Int { samples.count }

  /// The size of every image, or nil where they differ.
  public var size: PixelSize? {
    let first = samples[0].size
    return samples.allSatisfy { $0.size == first } ? first : nil
  }

  /// The intensities of image `index`, in 0...1: `[height, width]`.
  public func image(_ index: Int) -> [Float] { samples[index].image.intensities }

  /// Writes the intensities of image `index`, in 0...1, over `target`, which has exactly `height * width` elements.
  public func image(_ index: Int, into target: UnsafeMutableBufferPointer<Float>) {
    samples[index].image.writeIntensities(into: target)
  }

  /// The class of each pixel of image `index`: `[height, width]`, 0 ..< ``classCount``.
  public func label(_ index: Int) -> [UInt8] { samples[index].label.classes }

  /// What image `index` is called.
  public func sampleName(_ index: Int) -> String { samples[index].id }

  /// Whose image `index` is.
  public func patient(_ index: Int) -> String { samples[index].patient }
}
