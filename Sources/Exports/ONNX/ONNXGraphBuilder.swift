internal import Foundation
internal import Networks
internal import Protos
internal import SegLab
internal import Tensors

/// In which order the axes of images stand at a model's ends.
public enum ImageLayout: String, Sendable, CaseIterable {
  /// `[N, height, width, channels]`, as in a lab.
  case nhwc
  /// `[N, channels, height, width]`, as ONNX computes.
  case nchw
}

/// Writes a network down in ONNX's operators, node by node.
///
/// Feature maps are `[N, channels, height, width]` inside; rows are `[N, count]`, their values in the order that they have here.
struct ONNXGraphBuilder {
  /// Numbers of the model, by name.
  struct Initializer {
    let name: String
    let shape: [Int]
    /// The bytes of its numbers: of `Float`, or of 64-bit integers.
    let bytes: () -> Data
    let isWhole: Bool
    /// How many bytes they are.
    var count: Int { shape.reduce(1, *) * (isWhole ? 8 : 4) }
  }

  /// The nodes in the order in which they compute.
  private(set) var nodes: [ONNXNode] = []
  /// The numbers.
  private(set) var initializers: [Initializer] = []
  private var names: Set<String> = []
  private let layers: [ComputedLayer]
  private let arrays: [Int: [String: NetworkWeights.Part]]

  /// - Parameter weights: the network and its weights.
  init(_ weights: NetworkWeights) {
    layers = weights.layers
    arrays = Dictionary(grouping: weights.parts) { $0.layer }.mapValues { parts in
      Dictionary(uniqueKeysWithValues: parts.map { ($0.array.name, $0) })
    }
    // Values that only one layer may be called by.
    names = Set(layers.map(\.name))
  }

  /// `name`, or with a number where something is called so.
  mutating func unique(_ name: String) -> String {
    var (found, number) = (name, 1)
    while !names.insert(found).inserted {
      number += 1
      found = "\(name)_\(number)"
    }
    return found
  }

  /// Adds a node.
  ///
  /// - Parameters:
  ///   - operation: ONNX's word.
  ///   - inputs: the values that it reads.
  ///   - output: the value that it gives.
  ///   - attributes: what else decides it.
  /// - Returns: `output`.
  @discardableResult
  mutating func add(
    _ operation: String, _ inputs: [String], to output: String, _ attributes: [ONNXAttribute] = []
  ) -> String {
    var node = ONNXNode()
    (node.operation, node.inputs, node.outputs) = (operation, inputs, [output])
    (node.name, node.attributes) = (output, attributes)
    nodes.append(node)
    return output
  }

  /// Adds whole numbers.
  mutating func constant(_ name: String, _ numbers: [Int]) -> String {
    let name = unique(name)
    let bytes = numbers.map { Int64($0) }.withUnsafeBytes { Data($0) }
    initializers.append(Initializer(name: name, shape: [numbers.count], bytes: { bytes }, isWhole: true))
    return name
  }

  /// Adds numbers.
  mutating func constant(_ name: String, _ numbers: [Float], shape: [Int]? = nil) -> String {
    let name = unique(name)
    let bytes = numbers.withUnsafeBytes { Data($0) }
    initializers.append(
      Initializer(name: name, shape: shape ?? [numbers.count], bytes: { bytes }, isWhole: false))
    return name
  }

  /// Adds an array of a layer in ONNX's order.
  private mutating func array(_ name: String, of position: Int, _ order: AxisOrder) -> String {
    guard let part = arrays[position]?[name] else {
      preconditionFailure("layer \(position) of \(layers.count) has no \(name)")
    }
    let full = unique("\(layers[position].name)/\(name)")
    initializers.append(
      Initializer(
        name: full, shape: order.written,
        bytes: { order.permuted(part.numbers).withUnsafeBytes { Data($0) } }, isWhole: false))
    return full
  }

  // MARK: Layers

  /// Adds all layers.
  ///
  /// - Parameter image: the value of the images, `[N, channels, height, width]`.
  /// - Returns: the value that the network gives, likewise.
  mutating func addLayers(reading image: String) -> String {
    var values: [String] = []
    for position in layers.indices {
      let layer = layers[position]
      if case .input = layer.operation {
        values.append(image)
        continue
      }
      values.append(add(position, reading: layer.inputs.map { values[$0] }))
    }
    return values.last ?? image
  }

  private mutating func add(_ position: Int, reading inputs: [String]) -> String {
    let layer = layers[position]
    let isActive = layer.activation != .identity
    let sums = isActive ? unique("\(layer.name)/linear") : layer.name
    let value = add(position, reading: inputs, to: sums)
    switch layer.activation {
    case .identity: return value
    case .relu: return add("Relu", [value], to: layer.name)
    case .leakyReLU(let slope): return add("LeakyRelu", [value], to: layer.name, [.number("alpha", slope)])
    case .sigmoid: return add("Sigmoid", [value], to: layer.name)
    case .softmax: return add("Softmax", [value], to: layer.name, [.whole("axis", 1)])
    }
  }

  /// Adds what a layer computes before its activation.
  private mutating func add(_ position: Int, reading inputs: [String], to output: String) -> String {
    let layer = layers[position]
    let shape = layer.output.dimensions
    switch layer.operation {
    case .input, .identity: return inputs[0]
    case .convolution(let filter, let window, let bias, let untied):
      let weights = array("weights", of: position, AxisOrder(filter, axes: [3, 2, 0, 1]))
      let biases = bias ? [array("bias", of: position, AxisOrder([filter[3]]))] : []
      let sums = untied ? unique("\(layer.name)/conv") : output
      add("Conv", inputs + [weights] + biases, to: sums, window.attributes)
      guard untied, let name = layer.arrays.last?.name else { return sums }
      return add("Add", [sums, array(name, of: position, AxisOrder(shape, axes: [2, 0, 1]))], to: output)
    case .transposedConvolution(let filter, let window, let bias):
      let weights = array("weights", of: position, AxisOrder(filter, axes: [2, 3, 0, 1]))
      let biases = bias ? [array("bias", of: position, AxisOrder([filter[3]]))] : []
      // Where a stride is longer than the window, the pixels beyond the last window are none's.
      let read = layers[layer.inputs[0]].output.dimensions
      let missing = (0..<2).map { axis in
        shape[axis] - ((read[axis] - 1) * window.stride + window.size[axis] - window.before[axis] - window.after[axis])
      }
      return add(
        "ConvTranspose", inputs + [weights] + biases, to: output,
        window.attributes + [.wholes("output_padding", missing)])
    case .maxPool(let window): return add("MaxPool", inputs, to: output, window.attributes)
    case .averagePool(let window):
      return add("AveragePool", inputs, to: output, window.attributes + [.whole("count_include_pad", 0)])
    case .upsample(let factor, let method):
      let scales = constant("\(layer.name)/scales", [1, 1, Float(factor), Float(factor)])
      let attributes: [ONNXAttribute] =
        switch method {
        case .nearest:
          [
            .text("mode", "nearest"), .text("coordinate_transformation_mode", "asymmetric"),
            .text("nearest_mode", "floor"),
          ]
        case .bilinear: [.text("mode", "linear"), .text("coordinate_transformation_mode", "half_pixel")]
        }
      return add("Resize", [inputs[0], "", scales], to: output, attributes)
    case .concatenation:
      return add("Concat", cropped(inputs, position), to: output, [.whole("axis", 1)])
    case .add:
      let parts = cropped(inputs, position)
      var sum = parts[0]
      for (number, part) in parts.dropFirst().enumerated() {
        let isLast = number == parts.count - 2
        sum = add("Add", [sum, part], to: isLast ? output : unique("\(layer.name)/sum"))
      }
      return sum
    case .batchNorm(let channels, let epsilon):
      let order = ["gamma", "beta", "runningMean", "runningVariance"]
      var numbers: [String] = []
      for name in order { numbers.append(array(name, of: position, AxisOrder([channels]))) }
      return add("BatchNormalization", inputs + numbers, to: output, [.number("epsilon", Float(epsilon))])
    case .dense(let weights, let bias):
      let matrix = array("weights", of: position, AxisOrder(weights))
      let biases = bias ? [array("bias", of: position, AxisOrder([weights[1]]))] : []
      return add("Gemm", inputs + [matrix] + biases, to: output)
    case .reshape:
      return reshaped(inputs[0], from: layers[layer.inputs[0]].output.dimensions, to: shape, layer.name, output)
    }
  }

  /// Gives the same values, in the order that they have here, another shape.
  private mutating func reshaped(
    _ value: String, from read: [Int], to shape: [Int], _ name: String, _ output: String
  ) -> String {
    var value = value
    if read.count == 3 {
      value = add("Transpose", [value], to: unique("\(name)/nhwc"), [.wholes("perm", [0, 2, 3, 1])])
    }
    // A 0 stands for the batch, whatever its size.
    let isMap = shape.count == 3
    let dimensions = constant("\(name)/shape", isMap ? [0] + shape : [0, shape.reduce(1, *)])
    let flat = isMap ? unique("\(name)/values") : output
    add("Reshape", [value, dimensions], to: flat)
    return isMap ? add("Transpose", [flat], to: output, [.wholes("perm", [0, 3, 1, 2])]) : flat
  }

  /// The feature maps that a layer reads, each cut around its center to the height and width of the layer's own.
  private mutating func cropped(_ inputs: [String], _ position: Int) -> [String] {
    let layer = layers[position]
    let size = layer.output.dimensions
    var values: [String] = []
    for (input, source) in zip(inputs, layer.inputs) {
      let found = layers[source].output.dimensions
      guard found[0] != size[0] || found[1] != size[1] else {
        values.append(input)
        continue
      }
      let first = (0..<2).map { (found[$0] - size[$0]) / 2 }
      let name = "\(layer.name)/crop"
      let starts = constant("\(name)/starts", first)
      let ends = constant("\(name)/ends", (0..<2).map { first[$0] + size[$0] })
      let axes = constant("\(name)/axes", [2, 3])
      values.append(add("Slice", [input, starts, ends, axes], to: unique(name)))
    }
    return values
  }
}

extension LayerWindow {
  /// As ONNX writes it.
  fileprivate var attributes: [ONNXAttribute] {
    [.wholes("kernel_shape", size), .wholes("strides", [stride, stride]), .wholes("pads", before + after)]
  }
}

extension ONNXAttribute {
  static func number(_ name: String, _ value: Float) -> ONNXAttribute { make(name, kind: 1) { $0.number = value } }
  static func whole(_ name: String, _ value: Int) -> ONNXAttribute { make(name, kind: 2) { $0.whole = Int64(value) } }
  static func text(_ name: String, _ value: String) -> ONNXAttribute {
    make(name, kind: 3) { $0.text = Data(value.utf8) }
  }
  static func wholes(_ name: String, _ values: [Int]) -> ONNXAttribute {
    make(name, kind: 7) { $0.wholes = values.map(Int64.init) }
  }

  private static func make(_ name: String, kind: Int32, _ set: (inout ONNXAttribute) -> Void) -> ONNXAttribute {
    var attribute = ONNXAttribute()
    (attribute.name, attribute.kind) = (name, kind)
    set(&attribute)
    return attribute
  }
}
