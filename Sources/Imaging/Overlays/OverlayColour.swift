/// The colours of labels and predictions, which stay apart for every kind of colour vision.
public enum OverlayColour {
  /// The label, and what was missed of it.
  public static let label: [UInt8] = [86, 180, 233]
  /// The prediction, and what was invented by it.
  public static let prediction: [UInt8] = [230, 159, 0]
  /// What is in both.
  public static let right: [UInt8] = [250, 247, 236]

  /// The colour of a pixel of the difference; nil for background that was found to be background.
  public static func difference(label: UInt8, prediction: UInt8) -> [UInt8]? {
    switch (label, prediction) {
    case (0, 0): nil
    case (let wanted, let found) where wanted == found: right
    case (0, _): Self.prediction
    default: Self.label
    }
  }
}
