/// What happens where a window reaches beyond the edge of a map.
public enum Padding: String, Codable, Sendable, CaseIterable {
  /// The map is surrounded by as many zeros as it takes for every pixel to be the middle of a window.
  ///
  /// The output is ⌈size / stride⌉ pixels long. Of the max((output − 1) · stride + window − size, 0) pixels that are missing, half, rounded
  /// down, go before the map and the rest behind it.
  case same
  /// The window never leaves the map: the output is ⌊(size − window) / stride⌋ + 1 pixels long.
  case valid
}
