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
