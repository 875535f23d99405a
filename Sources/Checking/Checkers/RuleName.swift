internal import Labs
internal import Messages

extension Lab.Rule {
  /// The word for this kind of check in a report.
  var name: CheckName {
    switch self {
    case .shape: .shape
    case .parameters: .parameters
    case .function: .function
    case .accuracy: .accuracy
    case .dice: .dice
    case .lossFalls: .lossFalls
    case .beatsBackground: .beatsBackground
    case .ownLabelGain: .ownLabelGain
    case .metric(let name, _): CheckName(name)
    }
  }
}
