/// The three passes of a convolution, each by the first way that does not refuse.
struct ConvolutionPasses {
  /// A pass with the ways that refused it.
  struct Choice {
    let algorithm: ConvolutionAlgorithm
    let refusals: [(algorithm: ConvolutionAlgorithm, reason: ConvolutionAlgorithm.Refusal)]
  }

  /// From map to result, from result to map, and to the weights.
  let toResult, toMap: any MapPass
  let toWeights: any WeightPass
  let resultChoice, mapChoice, weightChoice: Choice

  /// - Parameters:
  ///   - geometry: the extents.
  ///   - transposed: whether the weights lie as a transposed convolution's do.
  ///   - batch: the most images at once.
  ///   - algorithms: the ways to ask, in order; the last must take all.
  init(
    _ geometry: ConvolutionGeometry, transposed: Bool, batch: Int,
    algorithms: [ConvolutionAlgorithm] = ConvolutionAlgorithm.allCases
  ) {
    let order = WeightOrder(geometry, transposed: transposed)
    func choice(_ refusal: (ConvolutionAlgorithm) -> ConvolutionAlgorithm.Refusal?) -> Choice {
      var refusals: [(ConvolutionAlgorithm, ConvolutionAlgorithm.Refusal)] = []
      for algorithm in algorithms {
        guard let reason = refusal(algorithm) else { return Choice(algorithm: algorithm, refusals: refusals) }
        refusals.append((algorithm, reason))
      }
      preconditionFailure("\(algorithms.count) ways refused \(geometry)")
    }
    func pass(_ algorithm: ConvolutionAlgorithm, isForward: Bool) -> any MapPass {
      switch algorithm {
      case .winograd: WinogradPass(geometry, order, isForward: isForward, batch: batch)
      case .rows: RowPass(geometry, order)
      case .direct: DirectPass(geometry, order, isForward: isForward, batch: batch)
      }
    }
    resultChoice = choice { $0.refusal(geometry, isForward: true) }
    mapChoice = choice { $0.refusal(geometry, isForward: false) }
    weightChoice = choice { $0.weightRefusal(geometry) }
    toResult = pass(resultChoice.algorithm, isForward: true)
    toMap = pass(mapChoice.algorithm, isForward: false)
    switch weightChoice.algorithm {
    case .winograd: toWeights = WinogradWeightGradient(geometry, order, batch: batch)
    case .rows, .direct: toWeights = DirectWeightGradient(geometry, order, batch: batch)
    }
  }

  /// How many numbers of room the passes need, one after the other.
  func scratchCount(threads: Int) -> Int {
    max(
      toResult.scratchCount(threads: threads), toMap.scratchCount(threads: threads),
      toWeights.scratchCount(threads: threads))
  }
}
