extension GreyImage {
  /// The image with other numbers of pixels, of the same full scale.
  ///
  /// - Parameters:
  ///   - width: pixels in a row, at least 1.
  ///   - height: rows, at least 1.
  /// - Returns: the image of that size.
  public func resized(width: Int, height: Int) -> GreyImage {
    if width == self.width, height == self.height { return self }
    let mixed = Resampling.resize(
      samples.map(Float.init), across: Resampling(from: self.width, to: width),
      down: Resampling(from: self.height, to: height))
    let top = Float(maximum)
    return GreyImage(
      width: width, height: height, samples: mixed.map { UInt16(min(top, max(0, $0)).rounded()) }, maximum: maximum)
  }
}

extension LabelValues {
  /// The label with other numbers of pixels; each takes the value of the old one that lies nearest.
  ///
  /// - Parameters:
  ///   - width: pixels in a row, at least 1.
  ///   - height: rows, at least 1.
  /// - Returns: the label of that size.
  public func resized(width: Int, height: Int) -> LabelValues {
    if width == self.width, height == self.height { return self }
    let columns = Resampling.nearest(from: self.width, to: width)
    let rows = Resampling.nearest(from: self.height, to: height)
    let values = rows.flatMap { row in columns.map { self.values[row * self.width + $0] } }
    return LabelValues(width: width, height: height, values: values, hasGreyLevels: hasGreyLevels)
  }
}
