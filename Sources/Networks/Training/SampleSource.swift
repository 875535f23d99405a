public import Tensors

/// Images with the class of each pixel, by number; where they come from is not the network's business.
public protocol SampleSource {
  /// How many images there are.
  var count: Int { get }
  /// The shape of one image, `[height, width, channels]`.
  var shape: Shape { get }
  /// The image's name, for messages.
  func name(_ index: Int) -> String
  /// Writes an image as the network is to see it, and the class of each of its pixels.
  ///
  /// - Parameters:
  ///   - index: the image's number.
  ///   - epoch: the epoch, for which what is drawn at random is drawn anew; nil where the image is to be measured, and nothing is.
  ///   - image: gets the intensities, `[height, width, channels]`.
  ///   - labels: gets the classes, `[height, width]`.
  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>)
  /// Begins to load the batches of a training ahead of its steps; nil where each is loaded when its step wants it.
  ///
  /// - Parameter order: gives one batch after the other.
  /// - Returns: the batches, each as ``load(_:epoch:image:labels:)`` would write it.
  func batches(_ order: BatchOrder) -> (any BatchStream)?
}

extension SampleSource {
  /// Nothing is loaded ahead.
  public func batches(_ order: BatchOrder) -> (any BatchStream)? { nil }
}
