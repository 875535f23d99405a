/// A form that data comes in.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// Folders of images and of labels with equal names.
  case pairs
  /// Series of DICOM images, and contours as text.
  case sunnybrook
  /// Files of TensorFlow records.
  case tfrecord
}
