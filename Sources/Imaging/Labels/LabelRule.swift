/// What the pixels of a label picture mean.
public enum LabelRule: Hashable, Sendable {
  /// Every pixel that is not black belongs to class 1.
  case any
  /// Each grey value is a class: these values in order, or, where none are given, all that are found, the smallest first. Where a picture
  /// has a palette that numbers classes, a pixel's place in it is the value.
  case values([UInt16])
  /// Pixels at least as bright as this, of 255, belong to class 1.
  case threshold(UInt8)
  /// Each pixel belongs to the class whose colour is nearest: black is class 0, these are class 1, 2, …
  case colours([LabelColour])
  /// The grey value stays: 256 classes, for soft edges that a network or preprocessing deals with.
  case grey

  /// The most values that can be told apart as classes; more are soft edges.
  public static let valueLimit = 32

  /// Reads a rule as it is typed: `any`, `value`, `value=0,128,255`, `threshold`, `threshold=100`, `colour=green,red`, `colour=#00ff00`
  /// or `grey`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts.count == 2 ? parts[1].split(separator: ",", omittingEmptySubsequences: false) : nil
    switch (parts.first ?? "", words) {
    case ("any", nil): self = .any
    case ("grey", nil), ("gray", nil): self = .grey
    case ("value", nil): self = .values([])
    case ("value", let words?):
      let values = words.compactMap { UInt16($0) }
      guard values.count == words.count, (2...Self.valueLimit).contains(values.count) else { return nil }
      guard Set(values).count == values.count else { return nil }
      self = .values(values)
    case ("threshold", nil): self = .threshold(128)
    case ("threshold", let words?):
      guard words.count == 1, let value = UInt8(words[0]), value > 0 else { return nil }
      self = .threshold(value)
    case ("colour", let words?), ("color", let words?):
      let colours = words.compactMap { LabelColour($0) }
      guard colours.count == words.count, (1..<Self.valueLimit).contains(colours.count) else { return nil }
      guard Set(colours + [.black]).count == colours.count + 1 else { return nil }
      self = .colours(colours)
    default: return nil
    }
  }
}

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

  /// Whether it is a shade of grey, black and white included.
  public var isGrey: Bool { red == green && green == blue }

  /// As it is typed: `#00ff00`.
  public var text: String {
    let digits = String(Int(red) << 16 | Int(green) << 8 | Int(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// How far the colour is from another, squared.
  func distance(red: Int, green: Int, blue: Int) -> Int {
    let (r, g, b) = (Int(self.red) - red, Int(self.green) - green, Int(self.blue) - blue)
    return r * r + g * g + b * b
  }
}

/// A label picture as a rule reads it.
public struct LabelValues: Sendable, Equatable {
  /// What the values were taken from.
  public enum Source: Sendable, Equatable {
    /// Shades of grey, or whatever is not black.
    case shades
    /// The pixels' places in a palette.
    case places
    /// The opacity, where nothing but that tells pixels apart.
    case opacity
    /// Brightness, although there are these colours, of which several may be equally bright.
    case colours([LabelColour])
  }

  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Row after row from the top: classes, or, by the rules `values` and `grey`, grey values.
  public let values: [UInt16]
  /// Whether pixels that became one class had several values, as soft edges have.
  public let hasGreyLevels: Bool
  /// What the values were taken from.
  public let source: Source

  /// - Parameters: the parts, as documented on each property.
  public init(width: Int, height: Int, values: [UInt16], hasGreyLevels: Bool, source: Source = .shades) {
    precondition(
      values.count == width * height, "\(width) x \(height) pixels need as many values, not \(values.count)")
    self.width = width
    self.height = height
    self.values = values
    self.hasGreyLevels = hasGreyLevels
    self.source = source
  }

  /// The same, taken from `source`.
  func from(_ source: Source) -> LabelValues {
    LabelValues(width: width, height: height, values: values, hasGreyLevels: hasGreyLevels, source: source)
  }
}
