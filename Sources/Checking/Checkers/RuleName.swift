internal import Labs
internal import Phrases

extension Lab.Rule {
  /// The word for this kind of check in a report.
  var name: String {
    switch self {
    case .shape: "shape"
    case .parameters: "parameters"
    case .function: "function"
    case .accuracy: "accuracy"
    case .dice: "dice"
    case .lossFalls: "loss-falls"
    case .beatsBackground: "beats-background"
    case .ownLabelGain: "own-label-gain"
    case .metric(let name, _): name.checkName
    }
  }
}
