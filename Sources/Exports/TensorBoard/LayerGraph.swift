internal import Foundation
internal import Networks
internal import Protos
internal import SegLab
internal import Tensors

/// A network as TensorBoard draws it: a box for each layer, which opens into its operations.
struct LayerGraph {
  /// What the graph is of.
  enum Purpose {
    /// Loss, gradients and updates.
    case training(Training)
    /// Predictions and metrics.
    case evaluation
  }

  private var nodes: [TBGraphNode] = []
  private var names: Set<String> = []

  /// - Parameters:
  ///   - layers: the network.
  ///   - purpose: what it is drawn for.
  init(_ layers: [ComputedLayer], for purpose: Purpose) {
    var outputs: [String] = []
    var variables: [(layer: String, array: String, name: String, shape: [Int])] = []
    var forward: [String] = []
    for layer in layers {
      let box = unique(Self.plain(layer.name))
      let (output, learned) = add(layer, in: box, reading: layer.inputs.map { outputs[$0] })
      outputs.append(output)
      forward.append(output)
      variables += learned.map { (box, $0.name, $0.node, $0.shape) }
    }
    guard let logits = outputs.last, let last = layers.last else { return }
    let pixels = last.output.dimensions
    switch purpose {
    case .evaluation:
      let prediction = add("Prediction/ArgMax", "ArgMax", [logits], shape: Array(pixels.prefix(2)))
      let labels = add("Labels", "Placeholder", [], shape: Array(pixels.prefix(2)))
      for metric in ["Accuracy", "Dice", "IoU", "Hausdorff95"] {
        _ = add("Metrics/\(metric)", metric, [prediction, labels], shape: nil)
      }
    case .training(let training):
      let labels = add("Labels", "Placeholder", [], shape: Array(pixels.prefix(2)))
      let parts = training.loss.parts.map { part in
        add("Loss/\(part.loss.title)", part.loss.title, [logits, labels], shape: nil)
      }
      let loss = parts.count > 1 ? add("Loss/Sum", "AddN", parts, shape: nil) : parts[0]
      let rate = add("Optimizer/learning_rate", "Const", [], shape: nil)
      for variable in variables {
        let place = "\(variable.layer)/\(variable.array)"
        let gradient = add("Gradients/\(place)", "Gradient", [loss, variable.name], shape: variable.shape)
        _ = add(
          "Optimizer/\(place)", "Apply" + training.optimizer.title, [variable.name, rate, gradient],
          shape: variable.shape)
      }
    }
  }

  /// The graph as TensorBoard reads it.
  var message: TBGraph {
    var graph = TBGraph()
    graph.nodes = nodes
    graph.versions.producer = 1
    return graph
  }

  // MARK: Layers

  private typealias Learned = (name: String, node: String, shape: [Int])

  /// Adds a layer's operations; the last of them gives its output.
  private mutating func add(
    _ layer: ComputedLayer, in box: String, reading inputs: [String]
  ) -> (output: String, learned: [Learned]) {
    let shape = layer.output.dimensions
    var learned: [Learned] = []
    var arrays: [String: String] = [:]
    for array in layer.arrays {
      let node = add("\(box)/\(array.name)", "VariableV2", [], shape: array.shape.dimensions, isBatch: false)
      arrays[array.name] = node
      if array.isLearned { learned.append((array.name, node, array.shape.dimensions)) }
    }
    var output: String
    switch layer.operation {
    case .input:
      // The box is the node itself.
      names.remove(box)
      return (add(box, "Placeholder", [], shape: shape, kind: layer.kind), [])
    case .identity:
      output = inputs[0]
      if layer.activation == .identity {
        output = add("\(box)/\(layer.kind)", "Identity", inputs, shape: shape, kind: layer.kind)
      }
    case .convolution(_, let window, _, _):
      output = add(
        "\(box)/Conv2D", "Conv2D", inputs + [arrays["weights"] ?? ""], shape: shape, window: window, kind: layer.kind)
    case .transposedConvolution(_, let window, _):
      output = add(
        "\(box)/Conv2DTranspose", "Conv2DBackpropInput", inputs + [arrays["weights"] ?? ""], shape: shape,
        window: window, kind: layer.kind)
    case .maxPool(let window):
      output = add("\(box)/MaxPool", "MaxPool", inputs, shape: shape, window: window, kind: layer.kind)
    case .averagePool(let window):
      output = add("\(box)/AvgPool", "AvgPool", inputs, shape: shape, window: window, kind: layer.kind)
    case .upsample(_, let method):
      let word = method == .nearest ? "ResizeNearestNeighbor" : "ResizeBilinear"
      output = add("\(box)/Resize", word, inputs, shape: shape, kind: layer.kind)
    case .concatenation: output = add("\(box)/Concat", "ConcatV2", inputs, shape: shape, kind: layer.kind)
    case .add: output = add("\(box)/Add", "AddN", inputs, shape: shape, kind: layer.kind)
    case .batchNorm:
      let order = ["gamma", "beta", "runningMean", "runningVariance"].compactMap { arrays[$0] }
      output = add("\(box)/BatchNorm", "FusedBatchNormV3", inputs + order, shape: shape, kind: layer.kind)
    case .dense:
      output = add("\(box)/MatMul", "MatMul", inputs + [arrays["weights"] ?? ""], shape: shape, kind: layer.kind)
    case .reshape: output = add("\(box)/Reshape", "Reshape", inputs, shape: shape, kind: layer.kind)
    }
    for array in layer.arrays where array.name.lowercased().hasSuffix("bias") {
      output = add(
        "\(box)/add_\(array.name)", array.shape.dimensions.count == 1 ? "BiasAdd" : "AddV2",
        [output, arrays[array.name] ?? ""], shape: shape)
    }
    let activation: String? =
      switch layer.activation {
      case .identity: nil
      case .relu: "Relu"
      case .leakyReLU: "LeakyRelu"
      case .sigmoid: "Sigmoid"
      case .softmax: "Softmax"
      }
    if let activation { output = add("\(box)/\(activation)", activation, [output], shape: shape) }
    return (output, learned)
  }

  /// Adds a node and returns its name.
  private mutating func add(
    _ name: String, _ operation: String, _ inputs: [String], shape: [Int]?, isBatch: Bool = true,
    window: LayerWindow? = nil, kind: String? = nil
  ) -> String {
    var node = TBGraphNode()
    node.name = unique(name)
    (node.operation, node.inputs) = (operation, inputs)
    var output = TBAttribute()
    var dimensions = TBTensorShape()
    // The batch may have any size.
    dimensions.axes = ((isBatch && shape != nil ? [-1] : []) + (shape ?? [])).map { TBAxis($0) }
    output.list.shapes = [dimensions]
    node.attributes["_output_shapes"] = output
    if let window {
      node.attributes["strides"] = .wholes([1, window.stride, window.stride, 1])
      node.attributes["window"] = .wholes(window.size)
      node.attributes["padding"] = .wholes([window.before[0], window.after[0], window.before[1], window.after[1]])
    }
    if let kind {
      var attribute = TBAttribute()
      attribute.text = Data(kind.utf8)
      node.attributes["layer"] = attribute
    }
    nodes.append(node)
    return node.name
  }

  /// `name`, or with a number where something is called so.
  private mutating func unique(_ name: String) -> String {
    var (found, number) = (name, 1)
    while !names.insert(found).inserted {
      number += 1
      found = "\(name)_\(number)"
    }
    return found
  }

  /// A layer's name as TensorBoard takes it: no spaces, and no sign at the start that means something.
  private static func plain(_ name: String) -> String {
    let parts = name.split(separator: "/").map { part in
      let signs = part.unicodeScalars.map { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "_.-".unicodeScalars.contains(scalar)
          ? String(scalar) : "_"
      }.joined()
      return signs.first.map { "_.-".contains($0) } == true ? "L" + signs : signs
    }
    return parts.isEmpty ? "layer" : parts.joined(separator: "/")
  }
}

extension TBAttribute {
  fileprivate static func wholes(_ numbers: [Int]) -> TBAttribute {
    var attribute = TBAttribute()
    attribute.list.wholes = numbers.map(Int64.init)
    return attribute
  }
}
