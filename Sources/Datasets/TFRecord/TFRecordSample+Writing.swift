internal import Imaging
internal import SwiftProtobuf

extension TFRecordSample {
  /// The content of the record that holds `sample`: the features that the course's programs read, and those that bring the sample back
  /// as it was.
  ///
  /// - Parameters:
  ///   - sample: the image with its label.
  ///   - classCount: how many classes its set has.
  /// - Returns: the bytes of a `tf.train.Example`, the same for the same sample.
  static func content(of sample: LabelledImage, classCount: Int) -> [UInt8] {
    var image: [UInt8] = []
    image.reserveCapacity(sample.size.count * 8)
    for value in sample.image.samples {
      image.append(UInt8(truncatingIfNeeded: value))
      image.append(UInt8(truncatingIfNeeded: value >> 8))
      for _ in 0..<6 { image.append(0) }
    }
    var example = TFExample()
    example.features = [
      "height": TFFeature(number: sample.size.height), "width": TFFeature(number: sample.size.width),
      "depth": TFFeature(number: 1), "img_raw": TFFeature(bytes: image),
      "label_raw": TFFeature(bytes: sample.label.classes), "name": TFFeature(bytes: sample.id.utf8),
      "patient": TFFeature(bytes: sample.patient.utf8), "maximum": TFFeature(number: Int(sample.image.maximum)),
      "classes": TFFeature(number: classCount),
    ]
    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    do { return try example.serializedBytes(options: options) } catch {
      preconditionFailure("a record of \(image.count) bytes was not written: \(error)")
    }
  }
}
