public import SegLab

/// What the settings of each kind of layer may be, as the checks of networks hold them.
public enum LayerBounds {
  /// One of each kind.
  private static var examples: [any NetworkLayer] {
    Network.layerTypes.compactMap { ($0 as? any NetworkLayer.Type)?.example }
  }

  /// The kinds that ``all`` knows.
  public static var kinds: [any Layer.Type] { examples.map { type(of: $0) } }

  /// The bounds by the layer's type and the setting's label: `["Dropout": ["rate": "0 … 1"]]`.
  public static var all: [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    for layer in examples {
      var bounds: [String: String] = [:]
      for argument in layer.integerArguments { bounds[argument.label] = "1 … \(NetworkLimits.dimension)" }
      for argument in layer.realArguments { bounds[argument.label] = argument.bounds }
      result["\(type(of: layer))"] = bounds
    }
    return result
  }
}

extension RealArgument {
  /// Both bounds in signs: `> 0, <= 1`.
  fileprivate var bounds: String {
    func short(_ value: Double) -> String {
      value.rounded() == value && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
    }
    let low = (takesLeast ? ">= " : "> ") + short(least)
    return most.isFinite ? low + ", " + (takesMost ? "<= " : "< ") + short(most) : low
  }
}
