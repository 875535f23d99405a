internal import Datasets
internal import Networks
internal import Tensors

/// One side of a divided set, as a network sees it: intensities 0…1, one channel.
struct SplitSamples: SampleSource {
  let set: ImageMaskSet
  /// The images of this side.
  let indices: [Int]
  let shape: Shape

  /// - Parameters:
  ///   - set: the images, all of one size.
  ///   - indices: those of this side.
  ///   - size: their size.
  init(set: ImageMaskSet, indices: [Int], size: PixelSize) {
    self.set = set
    self.indices = indices
    shape = Shape([size.height, size.width, 1])
  }

  var count: Int { indices.count }

  func name(_ index: Int) -> String { set.sampleName(indices[index]) }

  func image(_ index: Int, into target: UnsafeMutableBufferPointer<Float>) { set.image(indices[index], into: target) }

  func labels(_ index: Int, into target: UnsafeMutableBufferPointer<UInt8>) {
    _ = target.update(fromContentsOf: set.label(indices[index]))
  }
}
