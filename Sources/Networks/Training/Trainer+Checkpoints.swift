internal import Kernels
internal import SegLab
internal import Tensors

extension Trainer {
  /// Shows all numbers that training changes and predictions depend on, layer after layer: what a digest of the weights is taken over.
  ///
  /// - Parameter body: called with the name of each array (the layer's and `weights`, `bias`, …) and its numbers, which are valid during
  ///   the call.
  public func withWeights(_ body: (_ name: String, _ numbers: UnsafeBufferPointer<Float>) -> Void) {
    withParameters { body($0, UnsafeBufferPointer($1)) }
  }

  /// As ``withWeights(_:)``, and the numbers can be changed.
  func withParameters(_ body: (_ name: String, _ numbers: UnsafeMutableBufferPointer<Float>) -> Void) {
    for node in graph.nodes {
      for parameter in node.parameters { body("\(node.io.layer)/\(parameter.name)", parameter.numbers(on: pool)) }
      for (name, numbers) in node.state { body("\(node.io.layer)/\(name)", numbers) }
    }
  }

  /// Gives the network the numbers that ``withWeights(_:)`` shows, those of all arrays one after the other.
  ///
  /// - Parameter bytes: the numbers as `Float` of four bytes, the lowest first, exactly as many as there are.
  public func setWeights(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      withParameters { _, numbers in
        let target = UnsafeMutableRawBufferPointer(numbers)
        precondition(offset + target.count <= bytes.count, "\(bytes.count) bytes are too few for the weights")
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + target.count]))
        offset += target.count
      }
      precondition(offset == bytes.count, "the weights have \(offset) bytes, and \(bytes.count) came")
    }
  }

  /// Shows all numbers that a training needs to go on, to be written to the disk or read from it: what the network has learned, the
  /// optimizer's own, and the best epoch's.
  ///
  /// - Parameter body: called once with all arrays, always in the same order; the numbers can be changed during the call.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws.
  public func withSaved<Result, Failure: Error>(
    _ body: (_ arrays: [UnsafeMutableBufferPointer<Float>]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var arrays: [UnsafeMutableBufferPointer<Float>] = []
    withParameters { arrays.append($1) }
    return try body(arrays + (updater.state + (best?.copies ?? [])).map(\.elements))
  }

  /// Whether everything that ``withSaved(_:)`` shows is a number: a step may have made them NaN or infinite without the loss having shown it
  /// yet.
  var isFinite: Bool {
    withSaved { arrays in
      let squares = SquaredSum(count: arrays.map(\.count).max() ?? 0)
      return arrays.allSatisfy { numbers in
        guard let first = numbers.baseAddress else { return true }
        // In double precision no square of a float is too large.
        return squares.measure(first, count: numbers.count, on: pool).isFinite
      }
    }
  }
}

/// After which steps a training can be written to the disk: a function of the training and the number of images alone.
///
/// Updates that wait to be added to weights are added there, which decides the order of sums, so these times must not depend on whether
/// anything is written.
struct CheckpointTimes {
  private let stepsPerEpoch: Int
  private let epochs: Int

  /// Long epochs are written in between, too.
  static let stepsWithinEpoch = 512

  init(_ training: Training, stepsPerEpoch: Int) {
    self.stepsPerEpoch = stepsPerEpoch
    epochs = max(1, training.checkpointEvery)
  }

  /// Whether `steps` steps from the beginning are such a time.
  func contains(_ steps: Int) -> Bool {
    let (epoch, within) = steps.quotientAndRemainder(dividingBy: stepsPerEpoch)
    return within == 0 ? epoch % epochs == 0 : within % Self.stepsWithinEpoch == 0
  }
}
