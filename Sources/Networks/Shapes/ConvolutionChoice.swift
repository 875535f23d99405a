internal import Kernels
public import Messages
internal import SegLab

/// How a convolution is worked out: the first way of an ordered list that takes its dimensions, and why those before it do not.
public struct ConvolutionChoice: Codable, Sendable, Hashable {
  /// The way from what the layer reads to its output, for example `winograd`.
  public let forward: String
  /// The way of the gradient of what it reads.
  public let backward: String
  /// The way of the gradient of its weights.
  public let weights: String
  /// Why the ways before ``forward`` were not taken, in order.
  public let rejections: [AlgorithmPhrase]

  /// - Parameter kernel: what computes a layer; nil results where that is no convolution.
  init?(_ kernel: LayerKernel) {
    guard case .convolution(let geometry, let isTransposed) = kernel else { return nil }
    let ways = ConvolutionAlgorithm.allCases
    func way(isForward: Bool) -> ConvolutionAlgorithm {
      ways.first { $0.rejection(geometry, isForward: isForward) == nil } ?? .direct
    }
    forward = way(isForward: !isTransposed).rawValue
    backward = way(isForward: isTransposed).rawValue
    weights = (ways.first { $0.weightRejection(geometry) == nil } ?? .direct).rawValue
    rejections = ways.prefix { $0.rejection(geometry, isForward: !isTransposed) != nil }.compactMap { way in
      way.rejection(geometry, isForward: !isTransposed).map { $0.phrase(of: way) }
    }
  }
}

extension ConvolutionAlgorithm.Rejection {
  /// It in words.
  fileprivate func phrase(of way: ConvolutionAlgorithm) -> AlgorithmPhrase {
    switch self {
    case .stridesDiffer: .stridesDiffer(way.rawValue)
    case .strideTooLong(let stride, let most): .strideTooLong(way.rawValue, stride, most: most)
    case .taps(let taps): .taps(way.rawValue, taps)
    case .tooFewChannels(let channels, let least): .tooFewChannels(way.rawValue, channels, least: least)
    case .tooManyChannels(let channels, let most): .tooManyChannels(way.rawValue, channels, most: most)
    case .savesTooLittle(let saving): .savesTooLittle(way.rawValue, saving: saving)
    case .notWidening: .notWidening(way.rawValue)
    }
  }
}
