internal import Kernels
public import Messages
internal import SegLab

/// How a convolution is worked out: the first way of an ordered list that takes its extents, and why those before it do not.
public struct ConvolutionChoice: Codable, Sendable, Hashable {
  /// The way from what the layer reads to its output, for example `winograd`.
  public let forward: String
  /// The way of the gradient of what it reads.
  public let backward: String
  /// The way of the gradient of its weights.
  public let weights: String
  /// Why the ways before ``forward`` were not taken, in order.
  public let refusals: [AlgorithmPhrase]

  /// - Parameters:
  ///   - geometry: the extents; for a transposed convolution those of the one that goes the other way.
  ///   - isTransposed: whether it is one.
  init(_ geometry: ConvolutionGeometry, isTransposed: Bool) {
    let ways = ConvolutionAlgorithm.allCases
    func way(isForward: Bool) -> ConvolutionAlgorithm {
      ways.first { $0.refusal(geometry, isForward: isForward) == nil } ?? .direct
    }
    forward = way(isForward: !isTransposed).rawValue
    backward = way(isForward: isTransposed).rawValue
    weights = (ways.first { $0.weightRefusal(geometry) == nil } ?? .direct).rawValue
    refusals = ways.prefix { $0.refusal(geometry, isForward: !isTransposed) != nil }.compactMap { way in
      way.refusal(geometry, isForward: !isTransposed).map { $0.phrase(of: way) }
    }
  }
}

extension ConvolutionAlgorithm.Refusal {
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

extension PlannedLayer {
  /// How it is worked out, where it is a convolution; nil for other layers.
  ///
  /// - Parameters:
  ///   - map: what it reads, `[height, width, channels]`.
  ///   - output: what it gives, likewise.
  /// - Returns: the ways of its three passes.
  func choice(map: [Int], output: [Int]) -> ConvolutionChoice? {
    switch self {
    case let layer as Conv2D:
      ConvolutionChoice(layer.geometry(height: map[0], width: map[1], output: output), isTransposed: false)
    case let layer as ConvTranspose2D:
      ConvolutionChoice(layer.geometry(height: map[0], width: map[1], output: output), isTransposed: true)
    default: nil
    }
  }
}
