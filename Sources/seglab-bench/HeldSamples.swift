internal import Networks
internal import Tensors

/// Images kept in memory.
struct HeldSamples: SampleSource {
  let shape: Shape
  private let images: [[Float]]
  private let labels: [[UInt8]]

  /// Noise with a few pixels of class 1: no number is exactly 0, so no kernel can skip any.
  ///
  /// - Parameters:
  ///   - count: how many images.
  ///   - shape: the shape of one, `[height, width, channels]`.
  init(noise count: Int, shape: Shape) {
    self.shape = shape
    var generator = SeededGenerator(seed: 1)
    images = (0..<count).map { _ in (0..<(shape.count ?? 0)).map { _ in Float(generator.unit() * 0.99 + 0.01) } }
    let pixels = shape.extents.prefix(2).reduce(1, *)
    labels = (0..<count).map { _ in (0..<pixels).map { _ in generator.below(50) == 0 ? 1 : 0 } }
  }

  /// Images as another source gives them in its first epoch.
  ///
  /// - Parameter samples: the other source.
  init(_ samples: some SampleSource) {
    shape = samples.shape
    let count = shape.count ?? 0
    let pixels = shape.extents.prefix(2).reduce(1, *)
    var (images, labels) = ([[Float]](), [[UInt8]]())
    for index in 0..<samples.count {
      var (image, classes) = ([Float](repeating: 0, count: count), [UInt8](repeating: 0, count: pixels))
      image.withUnsafeMutableBufferPointer { image in
        classes.withUnsafeMutableBufferPointer { samples.load(index, epoch: 0, image: image, labels: $0) }
      }
      images.append(image)
      labels.append(classes)
    }
    (self.images, self.labels) = (images, labels)
  }

  var count: Int { images.count }

  func name(_ index: Int) -> String { "held-\(index)" }

  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    _ = image.update(fromContentsOf: images[index])
    _ = labels.update(fromContentsOf: self.labels[index])
  }
}
