internal import Networks
internal import Tensors

/// Images of noise with a few pixels of class 1: no number is exactly 0, so no kernel can skip any.
struct NoiseSamples: SampleSource {
  let shape: Shape
  private let images: [[Float]]
  private let labels: [[UInt8]]

  /// - Parameters:
  ///   - count: how many images.
  ///   - shape: the shape of one, `[height, width, channels]`.
  init(count: Int, shape: Shape) {
    self.shape = shape
    var generator = SeededGenerator(seed: 1)
    images = (0..<count).map { _ in (0..<(shape.count ?? 0)).map { _ in Float(generator.unit() * 0.99 + 0.01) } }
    let pixels = shape.extents.prefix(2).reduce(1, *)
    labels = (0..<count).map { _ in (0..<pixels).map { _ in generator.below(50) == 0 ? 1 : 0 } }
  }

  var count: Int { images.count }

  func name(_ index: Int) -> String { "noise-\(index)" }

  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    _ = image.update(fromContentsOf: images[index])
    _ = labels.update(fromContentsOf: self.labels[index])
  }
}
