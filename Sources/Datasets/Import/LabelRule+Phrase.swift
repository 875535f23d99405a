internal import Imaging
internal import Messages

extension LabelRule {
  /// The rule in words.
  var phrase: LabelPhrase {
    switch self {
    case .any: .any
    case .values: .values
    case .threshold(let least): .threshold(least: Int(least))
    case .colours(let colours): .colours(count: colours.count)
    case .grey: .grey
    }
  }
}
