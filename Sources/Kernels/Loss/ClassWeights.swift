/// What each class counts for in a mean over pixels.
struct ClassWeights {
  /// A weight for each class; empty where all are 1.
  let values: [Float]
  private let most: Float

  /// - Parameters:
  ///   - values: a weight for each class, none negative; empty where all are 1.
  ///   - classes: how many classes there are.
  init(_ values: [Float], classes: Int) {
    precondition(values.isEmpty || values.count == classes, "\(values.count) weights for \(classes) classes")
    precondition(
      values.allSatisfy { $0 >= 0 && $0.isFinite }, "weights of classes must be finite and not negative: \(values)")
    self.values = values
    most = values.max() ?? 1
  }

  /// The sum over pixels of the weight of their class; the last class stands for every label above it.
  func sum(_ labels: UnsafePointer<UInt8>, pixels: Int, tiles: inout LossTiles, on pool: WorkerPool) -> Double {
    guard !values.isEmpty else { return Double(pixels) }
    return values.withUnsafeBufferPointer { weights in
      tiles.sum(pixels, on: pool) { range in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { counts in
          counts.initialize(repeating: 0)
          for pixel in range { counts[Int(labels[pixel])] += 1 }
          var part = LossTiles.Part()
          for index in weights.indices { part.weight += Double(weights[index]) * Double(counts[index]) }
          return part
        }
      }
    }.weight
  }
}
