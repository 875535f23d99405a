extension ConvolutionGeometry {
  /// How many numbers of room a convolution of these extents needs to work in, as
  /// ``Convolution/scratchCount(threads:)``, without making one.
  ///
  /// - Parameters:
  ///   - isTransposed: whether it goes the other way.
  ///   - batch: the most images at once.
  ///   - threads: how many threads work.
  /// - Returns: their number; the largest `Int` where it is beyond any memory.
  public func roomCount(isTransposed: Bool, batch: Int, threads: Int) -> Int {
    guard isCountable(batch: batch, threads: threads) else { return .max }
    return ConvolutionPasses(self, transposed: isTransposed, batch: batch).scratchCount(threads: threads)
  }

  /// Whether no product that the passes work out is beyond counting: none of their rooms is larger than one of these by
  /// more than a small factor.
  private func isCountable(batch: Int, threads: Int) -> Bool {
    let lanes = { (channels: Int) in (channels + Lanes.width - 1) / Lanes.width * Lanes.width }
    let deepest = max(lanes(channels), lanes(filters))
    let products = [
      // Weights as they are packed, in Winograd's way 36 / 9 times as many and in whole tiles.
      [kernelHeight + 8, kernelWidth + 8, lanes(channels), lanes(filters)],
      [height + kernelHeight + padTop, width + kernelWidth + padLeft, deepest, max(batch, threads)],
      [outputHeight + kernelHeight, outputWidth + kernelWidth, deepest, max(batch, threads)],
      [width + outputWidth, max(strideY, strideX), deepest],
    ]
    return products.allSatisfy { factors in
      var product = 1
      for factor in factors {
        let (value, overflow) = product.multipliedReportingOverflow(by: factor)
        guard !overflow, value < 1 << 44 else { return false }
        product = value
      }
      return true
    }
  }
}
