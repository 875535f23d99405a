public import Tensors

/// Random numbers spread evenly, so far that what passes through a layer keeps its spread forwards and backwards.
///
/// - SeeAlso: Glorot, Bengio, “Understanding the difficulty of training deep feedforward neural networks”, 2010.
public enum XavierUniform {
  /// Fills `target` with numbers nearer to 0 than √(6 / (`fanIn` + `fanOut`)).
  ///
  /// - Parameters:
  ///   - target: where the numbers go.
  ///   - fanIn: how many weights each output sums over.
  ///   - fanOut: how many outputs each input reaches.
  ///   - stream: where random bits come from.
  ///   - pool: the threads to use.
  public static func fill(
    _ target: UnsafeMutableBufferPointer<Float>, fanIn: Int, fanOut: Int, stream: SeededGenerator, on pool: WorkerPool
  ) {
    precondition(fanIn > 0 && fanOut > 0, "a layer with a fan of \(fanIn) and \(fanOut) has no weights")
    let bound = Lanes(repeating: Float((6 / Double(fanIn + fanOut)).squareRoot()))
    RandomTiles.fill(target, stream: stream, on: pool) { RandomTiles.draws(from: &$0) * bound }
  }
}
