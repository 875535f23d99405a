/// A validation image with its label and the network's prediction, one byte a pixel, row after row.
public struct Overlay: Sendable {
  /// The image's name.
  public let name: String
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Intensities, 0…255.
  public let image: [UInt8]
  /// The class of each pixel in the label.
  public let label: [UInt8]
  /// The class of each pixel in the prediction.
  public let prediction: [UInt8]
  /// 2·|L ∩ P| / (|L| + |P|) for class 1; 1 where both are empty.
  public let dice: Double

  /// - Parameters: the parts, as documented on each property.
  public init(
    name: String, width: Int, height: Int, image: [UInt8], label: [UInt8], prediction: [UInt8], dice: Double
  ) {
    self.name = name
    self.width = width
    self.height = height
    self.image = image
    self.label = label
    self.prediction = prediction
    self.dice = dice
  }
}
