/// A form that a set is written in for other programs.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// Folders of images and of labels with equal names.
  case png
  /// Files of TensorFlow records.
  case tfrecord
  /// Arrays for NumPy.
  case npz
}
