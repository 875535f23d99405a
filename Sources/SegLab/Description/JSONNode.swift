/// A value on its way to JSON; a class, because an encoder hands out containers that fill it later.
final class JSONNode {
  enum Value {
    case null
    case raw(String)
    case text(String)
    case list([JSONNode])
    case object([(key: String, node: JSONNode)])
  }

  var value: Value = .null

  /// The node for `key` in this object, which becomes an object where it is not yet one.
  func member(_ key: String) -> JSONNode {
    let node = JSONNode()
    if case .object(var members) = value {
      // The one reference to the list, so that it grows in place.
      value = .null
      members.append((key, node))
      value = .object(members)
    } else {
      value = .object([(key, node)])
    }
    return node
  }

  /// A new node at the end of this list, which becomes a list where it is not yet one.
  func element() -> JSONNode {
    let node = JSONNode()
    if case .list(var nodes) = value {
      value = .null
      nodes.append(node)
      value = .list(nodes)
    } else {
      value = .list([node])
    }
    return node
  }

  /// Appends this value as JSON; the keys of an object stand in the order of their names.
  func write(to output: inout String) {
    switch value {
    case .null: output += "null"
    case .raw(let text): output += text
    case .text(let text): Self.quote(text, to: &output)
    case .list(let nodes):
      output += "["
      for (index, node) in nodes.enumerated() {
        if index > 0 { output += "," }
        node.write(to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { output += "," }
        Self.quote(member.key, to: &output)
        output += ":"
        member.node.write(to: &output)
      }
      output += "}"
    }
  }

  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
