import Kernels

extension GradientCase {
  /// A dense layer for one image and for several, and softmax over a long row.
  static func rows(inputs: Int, outputs: Int) -> [GradientCase] {
    [1, 3].map { dense(inputs: inputs, outputs: outputs, batch: $0) } + [softmax(rows: 3, width: outputs)]
  }

  private static func dense(inputs: Int, outputs: Int, batch: Int) -> GradientCase {
    @Sendable func matrix(_ weights: [Float], _ bench: Bench) -> DenseMatrix {
      let matrix = DenseMatrix(inputs: inputs, outputs: outputs, batch: batch)
      _ = matrix.settled(on: bench.pool).update(fromContentsOf: weights)
      return matrix
    }
    return GradientCase(
      name: "dense \(inputs) to \(outputs), \(batch) at once",
      inputs: [Reference.numbers(batch * inputs, seed: 1), Reference.numbers(inputs * outputs, seed: 2)]
    ) { bench, values in
      var y = [Float](repeating: .nan, count: batch * outputs)
      matrix(values[1], bench).forward(values[0], to: &y, batch: batch, on: bench.pool)
      return y.doubles
    } backward: { bench, values, dy in
      let matrix = matrix(values[1], bench)
      var (dx, dw) = (values[0], values[1])
      matrix.backward(dy, to: &dx, batch: batch, on: bench.pool)
      matrix.gradient(values[0], dy, to: &dw, batch: batch, on: bench.pool)
      return [dx, dw]
    }
  }

  private static func softmax(rows: Int, width: Int) -> GradientCase {
    GradientCase(
      name: "softmax over rows of \(width)", inputs: [Reference.numbers(rows * width, seed: 1)], step: 0.02
    ) { bench, inputs in
      var y = inputs[0]
      RowSoftmax.forward(inputs[0], to: &y, rows: rows, width: width, on: bench.pool)
      return y.doubles
    } backward: { bench, inputs, dy in
      var (y, dx) = (inputs[0], inputs[0])
      RowSoftmax.forward(inputs[0], to: &y, rows: rows, width: width, on: bench.pool)
      RowSoftmax.backward(output: y, dy, to: &dx, rows: rows, width: width, on: bench.pool)
      return [dx]
    }
  }
}
