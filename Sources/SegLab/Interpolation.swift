/// Where the pixels of an enlarged map come from.
public enum Interpolation: String, Codable, Sendable, CaseIterable {
  /// Each takes the number of the nearest pixel.
  case nearest
  /// Each takes a mean of the four nearest pixels, the nearer the heavier.
  case bilinear
}
