internal import Networks
internal import Tensors

/// Images as another source gives them in its first epoch, kept in memory.
struct HeldSamples: SampleSource {
  let shape: Shape
  private let images: [[Float]]
  private let labels: [[UInt8]]

  /// - Parameter samples: where the images come from.
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
