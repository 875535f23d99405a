internal import Networks
internal import Tensors

/// Images of noise with a few pixels of class 1: no number is exactly 0, so no kernel can skip any.
struct NoiseSamples: SampleSource {
  let count: Int
  let shape: Shape

  func name(_ index: Int) -> String { "noise-\(index)" }

  func image(_ index: Int, into target: UnsafeMutableBufferPointer<Float>) {
    var generator = SeededGenerator(seed: UInt64(index))
    for position in target.indices { target[position] = Float(generator.unit() * 0.99 + 0.01) }
  }

  func labels(_ index: Int, into target: UnsafeMutableBufferPointer<UInt8>) {
    var generator = SeededGenerator(seed: UInt64(index)).derived(1)
    for position in target.indices { target[position] = generator.below(50) == 0 ? 1 : 0 }
  }
}
