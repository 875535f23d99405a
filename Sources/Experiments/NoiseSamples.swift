internal import Networks
internal import Tensors

/// Images of noise with labels of noise: to see how long a network takes where its data set is not at hand.
struct NoiseSamples: SampleSource {
  let count: Int
  let shape: Shape
  private let numbers: [Float]
  private let classes: [UInt8]

  /// - Parameters:
  ///   - count: how many images there seem to be.
  ///   - shape: the shape of one, `[height, width, channels]`.
  init(count: Int, shape: Shape) {
    self.count = count
    self.shape = shape
    var generator = SeededGenerator(seed: 1)
    let pixels = shape.dimensions.prefix(2).reduce(1, *)
    numbers = (0..<(shape.count ?? 0)).map { _ in Float(generator.unit()) }
    classes = (0..<pixels).map { _ in generator.unit() < 0.5 ? 0 : 1 }
  }

  func name(_ index: Int) -> String { "noise \(index)" }

  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    _ = image.update(fromContentsOf: numbers)
    _ = labels.update(fromContentsOf: classes)
  }
}
