internal import Diagnostics
internal import Messages

/// What keeps a name of a network or a layer from being shown: it is too long, or holds a sign that is none.
enum NameFault: Equatable {
  /// It has more signs than any name.
  case tooLong(String)
  /// It holds a sign that moves the cursor, breaks the line or turns the writing around.
  case sign(Unicode.Scalar, String)

  /// - Parameter name: the name; nil results where it is one.
  /// - Complexity: linear in the most signs of a name, whatever the length.
  init?(_ name: String) {
    let signs = name.unicodeScalars.prefix(NetworkLimits.name + 1)
    if signs.count > NetworkLimits.name {
      self = .tooLong(name)
    } else if let sign = TerminalText.harm(in: name) {
      self = .sign(sign, name)
    } else {
      return nil
    }
  }

  /// It in words, the name cut and made harmless.
  func mismatch(isNetwork: Bool) -> Mismatch {
    switch self {
    case .tooLong(let name):
      Mismatch(
        summary: .nameTooLong(
          name: TerminalText.name(name, atMost: 40), isNetwork: isNetwork, limit: NetworkLimits.name),
        help: .shortName)
    case .sign(let sign, let name):
      Mismatch(
        summary: .nameHasSign(
          name: TerminalText.name(name, atMost: 40), isNetwork: isNetwork, sign: Int(sign.value)),
        help: .plainName)
    }
  }
}
