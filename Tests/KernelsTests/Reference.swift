import Tensors

/// Plain loops in double precision to hold the kernels against.
enum Reference {
  /// x · W: `[batch, inputs]` and `[inputs, outputs]` give `[batch, outputs]`.
  static func forward(_ x: [Float], _ weights: [Float], batch: Int, inputs: Int, outputs: Int) -> [Float] {
    var y = [Double](repeating: 0, count: batch * outputs)
    for image in 0..<batch {
      for row in 0..<inputs {
        for column in 0..<outputs {
          y[image * outputs + column] += Double(x[image * inputs + row]) * Double(weights[row * outputs + column])
        }
      }
    }
    return y.map(Float.init)
  }

  /// dy · Wᵀ: `[batch, outputs]` and `[inputs, outputs]` give `[batch, inputs]`.
  static func backward(_ dy: [Float], _ weights: [Float], batch: Int, inputs: Int, outputs: Int) -> [Float] {
    var dx = [Double](repeating: 0, count: batch * inputs)
    for image in 0..<batch {
      for row in 0..<inputs {
        for column in 0..<outputs {
          dx[image * inputs + row] += Double(dy[image * outputs + column]) * Double(weights[row * outputs + column])
        }
      }
    }
    return dx.map(Float.init)
  }

  /// W − rate · xᵀ · dy.
  static func descended(
    _ weights: [Float], _ x: [Float], _ dy: [Float], rate: Float, batch: Int, inputs: Int, outputs: Int
  ) -> [Float] {
    var result = weights.map(Double.init)
    for image in 0..<batch {
      for row in 0..<inputs {
        for column in 0..<outputs {
          result[row * outputs + column] -=
            Double(rate) * Double(x[image * inputs + row]) * Double(dy[image * outputs + column])
        }
      }
    }
    return result.map(Float.init)
  }

  /// Numbers between −1 and 1.
  static func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Float(generator.unit() * 2 - 1) }
  }

  /// The largest difference between two lists, relative to the largest number in the second or to 1.
  static func distance(_ a: some Collection<Float>, _ b: some Collection<Float>) -> Float {
    guard a.count == b.count else { return .infinity }
    let scale = max(1, b.map(abs).max() ?? 1)
    return (zip(a, b).map { abs($0 - $1) }.max() ?? 0) / scale
  }
}
