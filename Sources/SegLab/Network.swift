/// A network as a learner describes it: its layers from top to bottom.
public struct Network: Sendable {
  /// The network's name.
  public let name: String
  /// The layers in order; each has a name.
  public let layers: [any Layer]
  /// The line in the lab.
  public let line: Int

  /// - Parameters:
  ///   - name: the network's name.
  ///   - line: filled in by the compiler.
  ///   - layers: the layers, top to bottom.
  public init(_ name: String, line: Int = #line, @LayerBuilder layers: () -> [any Layer]) {
    self.init(name, line: line, layers: layers())
  }

  /// - Parameters:
  ///   - name: the network's name.
  ///   - line: where it is written.
  ///   - layers: the layers, top to bottom; those without a name get their kind and a number.
  public init(_ name: String, line: Int, layers: [any Layer]) {
    self.name = name
    self.line = line
    var seen: [String: Int] = [:]
    self.layers = layers.map { layer in
      guard layer.name.isEmpty else { return layer }
      let kind = type(of: layer).kind
      seen[kind, default: 0] += 1
      var named = layer
      named.name = kind + String(seen[kind, default: 1])
      return named
    }
  }
}

extension Network {
  /// One of every kind of layer that a description can hold, with no more written than has to be.
  public static let plainLayers: [any Layer] = [
    Input(shape: []), Conv2D(filter: []), ConvTranspose2D(filter: []), MaxPool2D(), AveragePool2D(),
    Upsample(factor: 1), Concat(), Add(), BatchNorm(channels: 1), Dropout(rate: 0), Dense(weights: []), Flatten(),
    Reshape(shape: []), ReLU(), LeakyReLU(), Sigmoid(), Softmax(),
  ]

  /// Every kind of layer that a description can hold.
  public static let layerTypes: [any Layer.Type] = plainLayers.map { type(of: $0) }
}

extension Network: Codable {
  private enum Key: String, CodingKey { case name, line, layers, kind }

  /// Reads a description.
  ///
  /// - Throws: `DecodingError` where a field is missing, has another type, or a layer's kind is unknown.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var list = try container.nestedUnkeyedContainer(forKey: .layers)
    var kinds = try container.nestedUnkeyedContainer(forKey: .layers)
    var layers: [any Layer] = []
    while !list.isAtEnd {
      let kind = try kinds.nestedContainer(keyedBy: Key.self).decode(String.self, forKey: .kind)
      guard let type = Self.layerTypes.first(where: { $0.kind == kind }) else {
        throw DecodingError.dataCorruptedError(in: kinds, debugDescription: "no kind of layer is called \(kind)")
      }
      layers.append(try list.decode(type))
    }
    self.init(
      try container.decode(String.self, forKey: .name), line: try container.decode(Int.self, forKey: .line),
      layers: layers)
  }

  /// Writes the description: the name, the line, and each layer's fields with its kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(line, forKey: .line)
    var list = container.nestedUnkeyedContainer(forKey: .layers)
    for layer in layers {
      let element = list.superEncoder()
      var tagged = element.container(keyedBy: Key.self)
      try tagged.encode(type(of: layer).kind, forKey: .kind)
      try layer.encode(to: element)
    }
  }
}
