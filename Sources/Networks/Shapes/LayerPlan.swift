internal import Messages
internal import Tensors

/// What a layer gives for one image, and what it costs.
struct LayerPlan {
  /// The shape of its output, without the batch.
  let output: Shape
  /// The shapes of its weights.
  let parameters: [Shape]
  /// Multiply-adds for one image, forward.
  let multiplyAdds: Int
  /// How many maps like its output it keeps; 0 where its output is what it reads, seen in another way.
  var maps = 1
  /// Multiply-adds for one image, forward, as a processor does them: channels in whole lanes, and comparisons and sums
  /// of pools too; nil where ``multiplyAdds`` tells.
  var work: Int?

  /// How many parameters there are.
  var parameterCount: Int { parameters.reduce(0) { $0.plus($1.count ?? .max) } }
}

/// What a layer reads: whose output, and its shape.
struct InputShape {
  /// The name of the layer that gives it.
  let name: String
  /// Its shape for one image, without the batch.
  let shape: Shape

  /// It as a map of pixels.
  ///
  /// - Parameter layer: who reads it, for the message.
  /// - Returns: its height, width and channels.
  /// - Throws: `Mismatch` where it has other axes.
  func map(for layer: String) throws(Mismatch) -> MapShape {
    guard shape.rank == 3 else {
      throw Mismatch(
        summary: .needsAMap(layer: layer, arriving: shape.dimensions, from: name), help: .putReshapeBefore(layer: layer)
      )
    }
    return MapShape(height: shape.dimensions[0], width: shape.dimensions[1], channels: shape.dimensions[2])
  }
}

/// The dimensions of a map of one image.
struct MapShape: Equatable {
  let height: Int
  let width: Int
  let channels: Int

  /// As a shape, `[height, width, channels]`.
  var shape: Shape { Shape([height, width, channels]) }
}

/// Why a layer does not fit, and what to try first.
struct Mismatch: Error {
  /// What is wrong.
  let summary: NetworkPhrase
  /// What to try first; nil where there is nothing to say.
  var help: NetworkAdvicePhrase?
}
