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
