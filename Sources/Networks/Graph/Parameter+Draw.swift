internal import Kernels
internal import SegLab
internal import Tensors

extension Parameter {
  /// Gives the numbers what they start from.
  ///
  /// - Parameters:
  ///   - stream: what random numbers are drawn from.
  ///   - pool: the threads to use.
  func draw(from stream: SeededGenerator, on pool: WorkerPool) {
    let target = numbers(on: pool)
    switch start {
    case .constant(let number):
      // Memory is 0 when it comes.
      if number != 0 { target.update(repeating: number) }
    case .drawn(let initializer, let fanIn, let fanOut):
      switch initializer ?? .truncatedNormal() {
      case .truncatedNormal(let deviation):
        TruncatedNormal.fill(target, deviation: Float(deviation), stream: stream, on: pool)
      case .he: HeNormal.fill(target, fanIn: fanIn, stream: stream, on: pool)
      case .xavier: XavierUniform.fill(target, fanIn: fanIn, fanOut: fanOut, stream: stream, on: pool)
      case .zeros: break
      }
    }
  }
}
