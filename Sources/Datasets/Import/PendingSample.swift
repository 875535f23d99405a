internal import Imaging

/// An image with its label as read, before the label's values become classes.
struct PendingSample {
  let id: String
  let patient: String
  let image: GreyImage
  let label: LabelValues
  /// Where the label comes from, for messages.
  let source: String

  /// Brings image and label to `size`, or, where none is given, proves that they have the same.
  ///
  /// - Throws: `ImportProblem.sizesDiffer`.
  init(
    id: String, patient: String, image: GreyImage, label: LabelValues, size: PixelSize?, imageSource: String,
    labelSource: String
  ) throws(ImportProblem) {
    let found = (
      PixelSize(width: image.width, height: image.height), PixelSize(width: label.width, height: label.height)
    )
    guard size != nil || found.0 == found.1 else {
      throw .sizesDiffer(image: imageSource, imageSize: found.0, label: labelSource, labelSize: found.1)
    }
    let size = size ?? found.0
    self.id = id
    self.patient = patient
    self.image = image.resized(width: size.width, height: size.height)
    self.label = label.resized(width: size.width, height: size.height)
    source = labelSource
  }

  /// The same with other values in the label.
  func relabelled(_ change: (UInt16) -> UInt16) -> PendingSample {
    PendingSample(copying: self, values: label.values.map(change))
  }

  private init(copying other: PendingSample, values: [UInt16]) {
    id = other.id
    patient = other.patient
    image = other.image
    label = LabelValues(width: other.label.width, height: other.label.height, values: values, hasGreyLevels: false)
    source = other.source
  }
}
