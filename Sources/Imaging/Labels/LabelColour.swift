/// A colour that stands for a class in a label picture.
public struct LabelColour: Hashable, Sendable {
  /// Red, 0...255.
  public let red: UInt8
  /// Green, 0...255.
  public let green: UInt8
  /// Blue, 0...255.
  public let blue: UInt8

  /// No colour: the background.
  public static let black = LabelColour(red: 0, green: 0, blue: 0)
  private static let names: [String: LabelColour] = [
    "black": black, "white": LabelColour(red: 255, green: 255, blue: 255),
    "red": LabelColour(red: 255, green: 0, blue: 0),
    "green": LabelColour(red: 0, green: 255, blue: 0), "blue": LabelColour(red: 0, green: 0, blue: 255),
    "yellow": LabelColour(red: 255, green: 255, blue: 0), "cyan": LabelColour(red: 0, green: 255, blue: 255),
    "magenta": LabelColour(red: 255, green: 0, blue: 255),
  ]

  /// - Parameters: red, green and blue, 0...255 each.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads a colour as it is typed: a plain name such as `green`, or `#00ff00` with or without `#`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    if let known = Self.names[text.lowercased()] {
      self = known
      return
    }
    let digits = text.hasPrefix("#") ? String(text.dropFirst()) : String(text)
    guard digits.utf8.count == 6, let number = UInt32(digits, radix: 16) else { return nil }
    self.init(
      red: UInt8(number >> 16), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
  }

  /// How far the colour is from another, squared.
  func distance(red: Int, green: Int, blue: Int) -> Int {
    let (r, g, b) = (Int(self.red) - red, Int(self.green) - green, Int(self.blue) - blue)
    return r * r + g * g + b * b
  }
}
