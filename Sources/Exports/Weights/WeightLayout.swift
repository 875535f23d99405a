internal import Networks
internal import Tensors

/// In which order the axes of weights stand in a file, and what the arrays are called.
public enum WeightLayout: String, Sendable, CaseIterable {
  /// As a lab writes them: filters `[kh, kw, in, out]`, matrices `[in, out]`; `conv1/weights`.
  case hwio
  /// As PyTorch's `load_state_dict` wants them: filters `[out, in, kh, kw]`, of transposed convolutions `[in, out, kh, kw]`, matrices
  /// `[out, in]`; `conv1.weight`. Feature maps are `[channels, height, width]` there, and so are the rows of a matrix that reads one.
  case torch

  /// What an array of a layer is called.
  func name(of array: WeightArray, in layer: ComputedLayer) -> String {
    switch self {
    case .hwio: "\(layer.name)/\(array.name)"
    case .torch: "\(layer.name).\(torchName(of: array, in: layer))"
    }
  }

  private func torchName(of array: WeightArray, in layer: ComputedLayer) -> String {
    switch array.name {
    case "weights", "gamma": "weight"
    case "beta": "bias"
    case "runningMean": "running_mean"
    case "runningVariance": "running_var"
    default: array.name
    }
  }
}

/// How the numbers of an array stand in a file: their shape here, and which axis becomes which there.
struct AxisOrder {
  /// The shape here, the last axis fastest.
  let shape: [Int]
  /// Which axis of it each axis of the permuted array is.
  let axes: [Int]
  /// The shape that the permuted array is written with: axes may be put together.
  let written: [Int]

  /// The shape as it is, in the order that it has.
  init(_ shape: [Int]) { (self.shape, axes, written) = (shape, Array(shape.indices), shape) }

  /// - Parameters:
  ///   - shape: the shape here.
  ///   - axes: which axis of it each axis of the permuted array is.
  ///   - written: the shape that it is written with; nil for that of the permuted array.
  init(_ shape: [Int], axes: [Int], written: [Int]? = nil) {
    precondition(axes.sorted() == Array(shape.indices), "\(axes) are not the axes of \(shape)")
    (self.shape, self.axes) = (shape, axes)
    self.written = written ?? axes.map { shape[$0] }
  }

  /// The same numbers in the file's order.
  func permuted(_ numbers: [Float]) -> [Float] {
    walk(numbers) { source, target, from, to in target[to] = source[from] }
  }

  /// Numbers of a file in the order that they have here.
  func restored(_ numbers: [Float]) -> [Float] {
    walk(numbers) { source, target, from, to in target[from] = source[to] }
  }

  /// Goes through all numbers in the order of the file.
  private func walk(
    _ numbers: [Float],
    _ body: (UnsafeBufferPointer<Float>, UnsafeMutableBufferPointer<Float>, _ here: Int, _ there: Int) -> Void
  ) -> [Float] {
    precondition(
      numbers.count == shape.reduce(1, *), "\(shape) does not hold \(numbers.count) numbers")
    guard axes != Array(shape.indices), !numbers.isEmpty else { return numbers }
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
    let (counts, steps) = (axes.map { shape[$0] }, axes.map { strides[$0] })
    let (width, step) = (counts[counts.count - 1], steps[steps.count - 1])
    return numbers.withUnsafeBufferPointer { source in
      [Float](unsafeUninitializedCapacity: numbers.count) { target, count in
        count = numbers.count
        var place = [Int](repeating: 0, count: counts.count - 1)
        for row in 0..<numbers.count / width {
          var here = 0
          for axis in place.indices { here += place[axis] * steps[axis] }
          for column in 0..<width { body(source, target, here + column * step, row * width + column) }
          for axis in place.indices.reversed() {
            place[axis] += 1
            if place[axis] < counts[axis] { break }
            place[axis] = 0
          }
        }
      }
    }
  }
}

extension [ComputedLayer] {
  /// How an array stands in a file of this layout.
  ///
  /// - Parameters:
  ///   - array: the array.
  ///   - position: its layer.
  ///   - layout: the file's layout.
  /// - Returns: its shape and the order of its axes.
  func order(of array: WeightArray, at position: Int, layout: WeightLayout) -> AxisOrder {
    let shape = array.shape.dimensions
    guard layout == .torch else { return AxisOrder(shape) }
    let areWeights = array.name == "weights"
    switch self[position].operation {
    case .convolution where areWeights: return AxisOrder(shape, axes: [3, 2, 0, 1])
    // A bias of its own for each value of a feature map has axes, too.
    case .convolution where shape.count == 3: return AxisOrder(shape, axes: [2, 0, 1])
    case .transposedConvolution where areWeights: return AxisOrder(shape, axes: [2, 3, 0, 1])
    case .dense where areWeights: return matrixOrder(shape, at: position)
    case .dense:
      guard let map = mapAfter(position) else { return AxisOrder(shape) }
      return AxisOrder(map, axes: [2, 0, 1], written: shape)
    // The numbers of channels.
    case .convolution, .transposedConvolution, .batchNorm: return AxisOrder(shape)
    case .input, .identity, .maxPool, .averagePool, .upsample, .concatenation, .add, .reshape:
      preconditionFailure("`\(self[position].name)` has \(array.name), and its operation has no arrays")
    }
  }

  /// A matrix `[in, out]` becomes `[out, in]`; where it reads or makes a feature map, its channels go first there too.
  private func matrixOrder(_ shape: [Int], at position: Int) -> AxisOrder {
    let (read, made) = (mapBefore(position), mapAfter(position))
    let (rows, columns) = (read ?? [shape[0]], made ?? [shape[1]])
    let rowAxes = read == nil ? [0] : [2, 0, 1]
    let columnAxes = (made == nil ? [0] : [2, 0, 1]).map { $0 + rows.count }
    return AxisOrder(rows + columns, axes: columnAxes + rowAxes, written: [shape[1], shape[0]])
  }

  /// The shape of the feature map whose values a layer reads as a row; nil where it reads none.
  private func mapBefore(_ position: Int) -> [Int]? {
    guard let source = self[position].inputs.first else { return nil }
    let shape = self[source].output.dimensions
    if shape.count == 3 { return shape }
    switch self[source].operation {
    case .reshape, .identity: return mapBefore(source)
    case .input, .convolution, .transposedConvolution, .maxPool, .averagePool, .upsample, .concatenation, .add,
      .batchNorm, .dense:
      return nil
    }
  }

  /// The shape of the feature map that a layer's row becomes for all that read it; nil where it is left a row.
  private func mapAfter(_ position: Int) -> [Int]? {
    let readers = indices.filter { self[$0].inputs.contains(position) }
    var maps: Set<[Int]> = []
    for reader in readers {
      let shape = self[reader].output.dimensions
      switch self[reader].operation {
      case .reshape where shape.count == 3: maps.insert(shape)
      case .reshape, .identity:
        guard let map = mapAfter(reader) else { return nil }
        maps.insert(map)
      case .input, .convolution, .transposedConvolution, .maxPool, .averagePool, .upsample, .concatenation, .add,
        .batchNorm, .dense:
        return nil
      }
    }
    return maps.count == 1 ? maps.first : nil
  }
}
