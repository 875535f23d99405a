internal import Messages
internal import Tensors

/// What a layer reads: whose output, and its shape.
struct Arrival {
  /// The name of the layer that gives it.
  let name: String
  /// Its shape for one image, without the batch.
  let shape: Shape

  /// It as a map of pixels.
  ///
  /// - Parameter layer: who reads it, for the message.
  /// - Returns: its height, width and channels.
  /// - Throws: `Mismatch` where it has other axes.
  func map(for layer: String) throws(Mismatch) -> MapExtents {
    guard shape.rank == 3 else {
      throw Mismatch(
        summary: .needsAMap(layer: layer, arriving: shape.extents, from: name), help: .putReshapeBefore(layer: layer))
    }
    return MapExtents(height: shape.extents[0], width: shape.extents[1], channels: shape.extents[2])
  }
}

/// The extents of a map of one image.
struct MapExtents: Equatable {
  let height: Int
  let width: Int
  let channels: Int

  /// As a shape, `[height, width, channels]`.
  var shape: Shape { Shape([height, width, channels]) }
}
