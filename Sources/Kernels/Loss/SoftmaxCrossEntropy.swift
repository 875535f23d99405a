internal import Tensors

/// The loss of the labs: the mean over all pixels of −ln of the softmax of the right class, and its gradient.
///
/// - Complexity: one pass over the logits; an exponential per logit and a logarithm per pixel.
public final class SoftmaxCrossEntropy {
  /// What one pass measured.
  public struct Result: Sendable, Equatable {
    /// The sum over pixels of the cross-entropy; divide by the number of pixels for the mean.
    public let lossSum: Double
    /// How many pixels were given the right class.
    public let correct: Int
  }

  /// How many classes there are.
  public let classes: Int
  private let tiles: Int
  private var losses: [Double]
  private var counts: [Int]

  private static let tile = 1 << 11

  /// - Parameters:
  ///   - classes: how many classes there are, 1 to 256.
  ///   - pixels: the most pixels at once.
  public init(classes: Int, pixels: Int) {
    precondition((1...256).contains(classes), "a label of one byte has 1 to 256 classes, not \(classes)")
    self.classes = classes
    tiles = (pixels + Self.tile - 1) / Self.tile
    losses = Array(repeating: 0, count: tiles)
    counts = Array(repeating: 0, count: tiles)
  }

  /// Measures `logits` against `labels` and, where asked, writes the gradient and the classes.
  ///
  /// A pixel's class is its largest logit's, the first of several equal ones. Where a logit is NaN so is the loss.
  /// - Parameters:
  ///   - logits: `[pixels, classes]`.
  ///   - labels: the class of each pixel, below ``classes``.
  ///   - pixels: how many.
  ///   - gradient: `(softmax − 1 of the right class) · scale`, `[pixels, classes]`; nil where it is not needed.
  ///   - scale: what the gradient is multiplied by, 1 / `pixels` for the mean loss.
  ///   - predictions: the class of each pixel; nil where it is not needed.
  ///   - pool: the threads to use.
  /// - Returns: the loss and how many pixels were right.
  public func measure(
    _ logits: UnsafePointer<Float>, labels: UnsafePointer<UInt8>, pixels: Int,
    gradient: UnsafeMutablePointer<Float>?, scale: Float, predictions: UnsafeMutablePointer<UInt8>?,
    on pool: WorkerPool
  ) -> Result {
    let used = (pixels + Self.tile - 1) / Self.tile
    precondition(used <= tiles, "there is room for \(tiles * Self.tile) pixels, not for \(pixels)")
    let classes = classes
    losses.withUnsafeMutableBufferPointer { losses in
      counts.withUnsafeMutableBufferPointer { counts in
        pool.forEach(used) { tile in
          var pass = PixelPass(
            logits: logits, labels: labels, classes: classes, gradient: gradient, scale: scale,
            predictions: predictions)
          pass.run(over: tile * Self.tile..<min(pixels, (tile + 1) * Self.tile))
          losses[tile] = pass.lossSum
          counts[tile] = pass.correct
        }
      }
    }
    return Result(
      lossSum: losses.prefix(used).reduce(0, +), correct: counts.prefix(used).reduce(0, +))
  }
}
