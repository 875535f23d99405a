internal import Kernels
internal import SegLab
internal import Tensors

/// Numbers that a node learns.
final class Parameter {
  /// What they are drawn from before the first step.
  enum Start {
    /// All are the same number.
    case constant(Float)
    /// They are drawn as the learner asked; each output is a sum of `fanIn` numbers, and each input goes into `fanOut` sums.
    case drawn(Initializer?, fanIn: Int, fanOut: Int)
  }

  /// What they are, within the layer: `weights`, `bias`, …
  let name: String
  /// How many there are.
  let count: Int
  /// What they start from.
  let start: Start
  /// Where their gradient lies between the backward pass and the update; nil where the node itself follows it.
  let gradient: Region?
  private let settled: (WorkerPool) -> UnsafeMutableBufferPointer<Float>

  /// Numbers with an array of their own.
  init(name: String, count: Int, start: Start) {
    let numbers = AlignedBuffer(count: count)
    self.name = name
    self.count = count
    self.start = start
    gradient = Region(count: count)
    settled = { _ in numbers.elements }
  }

  /// The weights of a matrix.
  ///
  /// - Parameters:
  ///   - name: what they are, within the layer.
  ///   - matrix: whose weights they are.
  ///   - descends: whether the node itself follows the gradient, so that none is stored.
  ///   - start: what they start from.
  init(name: String, matrix: DenseMatrix, descends: Bool, start: Start) {
    self.name = name
    count = matrix.inputs * matrix.outputs
    self.start = start
    gradient = descends ? nil : Region(count: count)
    settled = { matrix.settled(on: $0) }
  }

  /// All of them as they are now, no update postponed; valid until the next pass.
  func numbers(on pool: WorkerPool) -> UnsafeMutableBufferPointer<Float> { settled(pool) }

  /// The first of them, as ``numbers(on:)``.
  func pointer(on pool: WorkerPool) -> UnsafeMutablePointer<Float> {
    guard let first = settled(pool).baseAddress else { preconditionFailure("\(name) has \(count) numbers") }
    return first
  }
}

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
      case .truncatedNormal(let stddev):
        TruncatedNormal.fill(target, stddev: Float(stddev), stream: stream, on: pool)
      case .he: HeNormal.fill(target, fanIn: fanIn, stream: stream, on: pool)
      case .xavier: XavierUniform.fill(target, fanIn: fanIn, fanOut: fanOut, stream: stream, on: pool)
      case .zeros: break
      }
    }
  }
}
