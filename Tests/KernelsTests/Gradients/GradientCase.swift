import Kernels
import Tensors
import Testing

/// A kernel with a forward and a backward pass, ready to be tried: what goes in, and how the passes are called.
struct GradientCase: Sendable, CustomTestStringConvertible {
  /// What the passes of a trial work with.
  final class Bench {
    let maps = TrialMaps()
    let pool: WorkerPool
    private var buffer = AlignedBuffer(count: 0)

    init(threads: Int) { pool = WorkerPool(threads: threads) }

    /// Room for a kernel to work in, until it is asked for again.
    func room(_ count: Int) -> UnsafeMutablePointer<Float> {
      if buffer.count < count { buffer = AlignedBuffer(count: count) }
      return buffer.pointer
    }
  }

  let name: String
  /// All that the output depends on and a gradient is worked out for.
  let inputs: [[Float]]
  /// How far differences reach: far where the output follows each input in a straight line.
  var step: Float = 0.5
  /// The output for inputs.
  let forward: @Sendable (Bench, [[Float]]) -> [Double]
  /// The gradients of Σ output · `dy`, one for each input.
  let backward: @Sendable (Bench, _ inputs: [[Float]], _ dy: [Float]) -> [[Float]]

  var testDescription: String { name }

  /// `count` numbers in a random order that are 0.05 apart, and none nearer to 0 than 0.025: no difference of 0.02 crosses a corner of
  /// an activation or makes another number of a window the largest.
  static func apart(_ count: Int, seed: UInt64) -> [Float] {
    var random = SeededGenerator(seed: seed)
    var places = Array(0..<count)
    for index in places.indices.reversed() { places.swapAt(index, random.below(index + 1)) }
    return places.map { (Float($0) - Float(count / 2) + 0.5) * 0.05 }
  }
}

extension [Float] {
  /// As an output that is worked with in double precision.
  var doubles: [Double] { map(Double.init) }
}
