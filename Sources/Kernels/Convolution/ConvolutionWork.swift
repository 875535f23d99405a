/// One of the three passes of a convolution.
public enum ConvolutionPart: Sendable {
  /// From what the layer reads to its result.
  case forward
  /// The gradient of what it reads.
  case inputGradient
  /// The gradient of its weights.
  case weightGradient
}

/// What a pass of a convolution has to do.
public struct ConvolutionWork: Sendable, Equatable {
  /// How it is worked out.
  public let algorithm: ConvolutionAlgorithm
  /// Multiply-adds by the definition.
  public let counted: Int
  /// Multiply-adds that the processor does: fewer in Winograd's way, more where channels are filled up to whole lanes.
  public let done: Int
}

extension Convolution {
  /// What a pass has to do.
  ///
  /// - Parameters:
  ///   - part: the pass.
  ///   - batch: how many images.
  /// - Returns: its algorithm and its multiply-adds.
  public func work(_ part: ConvolutionPart, batch: Int) -> ConvolutionWork {
    switch part {
    case .forward: passes.work(passes.resultChoice, passes.toResult.multiplyAdds(batch: batch), batch: batch)
    case .inputGradient: passes.work(passes.mapChoice, passes.toMap.multiplyAdds(batch: batch), batch: batch)
    case .weightGradient: passes.work(passes.weightChoice, passes.toWeights.multiplyAdds(batch: batch), batch: batch)
    }
  }
}

extension TransposedConvolution {
  /// What a pass has to do.
  ///
  /// - Parameters:
  ///   - part: the pass.
  ///   - batch: how many images.
  /// - Returns: its algorithm and its multiply-adds.
  public func work(_ part: ConvolutionPart, batch: Int) -> ConvolutionWork {
    switch part {
    case .forward: passes.work(passes.mapChoice, passes.toMap.multiplyAdds(batch: batch), batch: batch)
    case .inputGradient: passes.work(passes.resultChoice, passes.toResult.multiplyAdds(batch: batch), batch: batch)
    case .weightGradient: passes.work(passes.weightChoice, passes.toWeights.multiplyAdds(batch: batch), batch: batch)
    }
  }
}

extension ConvolutionPasses {
  /// What a pass has to do that does `done` multiply-adds.
  func work(_ choice: Choice, _ done: Int, batch: Int) -> ConvolutionWork {
    ConvolutionWork(
      algorithm: choice.algorithm, counted: batch * geometry.outputHeight * geometry.outputWidth * geometry.weightCount,
      done: done)
  }
}
