internal import Tensors

/// What a layer gives for one image, and what it costs.
struct LayerPlan {
  /// The shape of its output, without the batch.
  let output: Shape
  /// The shapes of its weights.
  var parameters: [Shape] = []
  /// Multiply-adds for one image, forward.
  var multiplyAdds = 0
  /// How many maps like its output it keeps; 0 where its output is what it reads, seen in another way.
  var maps = 1
  /// Multiply-adds for one image, forward, as a processor does them: channels in whole lanes, and comparisons and sums
  /// of pools too; nil where ``multiplyAdds`` tells.
  var work: Int?

  /// How many learnable numbers there are.
  var parameterCount: Int { parameters.reduce(0) { $0.plus($1.count ?? .max) } }
}
