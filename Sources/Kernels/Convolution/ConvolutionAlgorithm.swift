/// The ways to work out a convolution, in the order in which they are asked: the first that does not reject it is taken.
public enum ConvolutionAlgorithm: String, Sendable, CaseIterable {
  /// Winograd's F(4 × 4, 3 × 3): a quarter of the products for 3 × 3 filters, about a third for 5 × 5 with a stride of 2.
  case winograd
  /// Rows of a thin result, each the sum of whole rows of the filter: for large filters with few channels that move far.
  case rows
  /// Sums over patches, in registers: for every geometry.
  case direct

  /// Why a way is not taken for some pass.
  public enum Rejection: Sendable, Equatable {
    /// The filter moves differently down and across.
    case stridesDiffer
    /// The filter moves further than `most`: each step would be a filter of its own, and most of a tile would lie
    /// outside of small results.
    case strideTooLong(Int, most: Int)
    /// Along an axis a phase of the filter has `taps` taps, and the way is made for 2 to 3.
    case taps(Int)
    /// There are fewer than `least` channels to fill the lanes with.
    case tooFewChannels(Int, least: Int)
    /// There are more than `most` channels.
    case tooManyChannels(Int, most: Int)
    /// The products saved, `saving` times fewer, do not pay for the transformations.
    case savesTooLittle(Double)
    /// The pass reads more than it writes.
    case notWidening
  }

  /// Why this way is not taken for a pass from map to map.
  ///
  /// - Parameters:
  ///   - geometry: the dimensions.
  ///   - isForward: whether the map is read and the result written; otherwise the other way round.
  /// - Returns: the first reason; nil where the way can be taken.
  public func rejection(_ geometry: ConvolutionGeometry, isForward: Bool) -> Rejection? {
    switch self {
    case .winograd: winogradRejection(geometry)
    case .rows:
      if isForward {
        .notWidening
      } else if geometry.channels >= 8 {
        .tooManyChannels(geometry.channels, most: 7)
      } else if geometry.kernelWidth < 2 * geometry.strideX - 1 || geometry.strideX < 4 {
        .taps((geometry.kernelWidth + geometry.strideX - 1) / geometry.strideX)
      } else {
        nil
      }
    case .direct: nil
    }
  }

  /// Why this way is not taken for the gradient of the weights.
  ///
  /// - Parameter geometry: the dimensions.
  /// - Returns: the first reason; nil where the way can be taken.
  public func weightRejection(_ geometry: ConvolutionGeometry) -> Rejection? {
    switch self {
    case .winograd: winogradRejection(geometry)
    case .rows: .notWidening
    case .direct: nil
    }
  }

  /// The longest stride that Winograd's way is taken for.
  private static let longestStride = 4

  private func winogradRejection(_ g: ConvolutionGeometry) -> Rejection? {
    guard g.strideY == g.strideX else { return .stridesDiffer }
    guard g.strideY <= Self.longestStride else { return .strideTooLong(g.strideY, most: Self.longestStride) }
    for kernel in [g.kernelHeight, g.kernelWidth] {
      let taps = (kernel + g.strideY - 1) / g.strideY
      guard (2...3).contains(taps) else { return .taps(taps) }
    }
    let channels = min(g.channels, g.filters)
    guard channels >= 8 else { return .tooFewChannels(channels, least: 8) }
    // 16 outputs by the definition, and by 36 products for each phase.
    let saving = Double(16 * g.kernelHeight * g.kernelWidth) / Double(36 * g.strideY * g.strideY)
    guard saving >= 1.5 else { return .savesTooLittle(saving) }
    return nil
  }
}
