public import Tensors

/// Images with the class of each pixel, by number; where they come from is not the network's business.
public protocol SampleSource {
  /// How many images there are.
  var count: Int { get }
  /// The shape of one image, `[height, width, channels]`.
  var shape: Shape { get }
  /// The image's name, for messages.
  func name(_ index: Int) -> String
  /// Writes the intensities of an image, `[height, width, channels]`, as the network is to see them.
  func image(_ index: Int, into target: UnsafeMutableBufferPointer<Float>)
  /// Writes the class of each pixel, `[height, width]`.
  func labels(_ index: Int, into target: UnsafeMutableBufferPointer<UInt8>)
}
