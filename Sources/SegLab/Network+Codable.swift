extension Network {
  /// Every kind of layer that a description can hold.
  public static let layerTypes: [any Layer.Type] = [
    Input.self, Conv2D.self, ConvTranspose2D.self, MaxPool2D.self, AveragePool2D.self, Upsample.self, Concat.self,
    Add.self, BatchNorm.self, Dropout.self, Dense.self, Flatten.self, Reshape.self, Activate.self, ReLU.self,
    LeakyReLU.self, Sigmoid.self, Softmax.self,
  ]
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
