/// Batches of images that are loaded ahead of the steps that want them.
public protocol BatchStream {
  /// Waits for the next batch, and keeps it in place until `body` returns.
  ///
  /// - Parameter body: gets the intensities, `[images, height, width, channels]`, and the classes, `[images, height, width]`.
  /// - Returns: whether there was one.
  func next(_ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<UInt8>) -> Void) -> Bool
}
