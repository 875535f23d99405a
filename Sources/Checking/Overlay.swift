internal import Foundation

/// A validation image with its label and the network's prediction, one byte a pixel, row after row.
public struct Overlay: Sendable, Hashable {
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

extension Overlay: Codable {
  private enum Key: String, CodingKey { case name, width, height, image, label, prediction, dice }

  /// Reads an overlay; the pixels are in base 64.
  ///
  /// - Throws: `DecodingError` where there are not as many pixels as rows and columns say.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let width = try container.decode(Int.self, forKey: .width)
    let height = try container.decode(Int.self, forKey: .height)
    let (count, overflow) = width.multipliedReportingOverflow(by: height)
    func pixels(_ key: Key) throws -> [UInt8] {
      let bytes = try container.decode(Data.self, forKey: key)
      guard !overflow, width > 0, height > 0, bytes.count == count else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "\(bytes.count) pixels for \(width) x \(height)")
      }
      return [UInt8](bytes)
    }
    self.init(
      name: try container.decode(String.self, forKey: .name), width: width, height: height,
      image: try pixels(.image), label: try pixels(.label), prediction: try pixels(.prediction),
      dice: try container.decode(Double.self, forKey: .dice))
  }

  /// Writes the overlay, its pixels in base 64.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(width, forKey: .width)
    try container.encode(height, forKey: .height)
    try container.encode(Data(image), forKey: .image)
    try container.encode(Data(label), forKey: .label)
    try container.encode(Data(prediction), forKey: .prediction)
    try container.encode(dice, forKey: .dice)
  }
}
