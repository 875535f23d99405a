/// Intensities as shades of grey, a byte a pixel, for pictures.
public enum Shades {
  /// Intensities from 0 to 1 as they are; where some lie outside, as normalizing makes them, from the darkest to the brightest.
  ///
  /// - Parameter intensities: the pixels.
  /// - Returns: a shade for each; 0 where one is no number.
  public static func of(_ intensities: [Float]) -> [UInt8] {
    var (low, high) = (intensities.min() ?? 0, intensities.max() ?? 1)
    if low >= 0 && high <= 1 || !(low < high) { (low, high) = (0, 1) }
    return intensities.map { byte(($0 - low) / (high - low) * 255) }
  }

  /// Intensities from the darkest to the brightest, whatever they are.
  ///
  /// - Parameter intensities: the pixels.
  /// - Returns: a shade for each; 0 where one is no number.
  public static func stretched(_ intensities: [Float]) -> [UInt8] {
    let (low, high) = (intensities.min() ?? 0, intensities.max() ?? 1)
    let scale = high > low ? 255 / (high - low) : 0
    return intensities.map { byte(($0 - low) * scale) }
  }

  /// The nearest byte; 0 for what is no number.
  public static func byte(_ value: Float) -> UInt8 {
    value.isFinite ? UInt8(max(0, min(255, value.rounded()))) : 0
  }
}
