/// Writes any `Encodable` value as JSON with the standard library alone, so that a learner's program need not load Foundation
/// (which would triple the time to compile it).
///
/// Numbers that JSON cannot hold (NaN, infinities) become texts, which no reader of a number takes.
struct JSONWriter: Encoder {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// `value` as one line of JSON, the keys of each object in order.
  static func text(of value: some Encodable) -> String {
    let node = JSONNode()
    // Encoding into memory cannot fail: no value of ours throws while it encodes.
    try? value.encode(to: JSONWriter(node: node))
    var output = ""
    node.write(to: &output)
    return output
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = node.value {} else { node.value = .object([]) }
    return KeyedEncodingContainer(Members<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .list = node.value {} else { node.value = .list([]) }
    return Elements(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node) }

  /// Puts `value` into `node`.
  static func put(_ value: some Encodable, into node: JSONNode) throws {
    switch value {
    case let text as String: node.value = .text(text)
    case let flag as Bool: node.value = .raw(flag ? "true" : "false")
    case let number as Double: node.value = number.isFinite ? .raw("\(number)") : .text("\(number)")
    case let number as Float: node.value = number.isFinite ? .raw("\(number)") : .text("\(number)")
    case let number as any FixedWidthInteger: node.value = .raw("\(number)")
    default: try value.encode(to: JSONWriter(node: node))
    }
  }

  private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { node.member(key.stringValue).value = .null }
    func encode(_ value: some Encodable, forKey key: Key) throws {
      try JSONWriter.put(value, into: node.member(key.stringValue))
    }
    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
      JSONWriter(node: node.member(key.stringValue)).container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      JSONWriter(node: node.member(key.stringValue)).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { JSONWriter(node: node.member("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { JSONWriter(node: node.member(key.stringValue)) }
  }

  private struct Elements: UnkeyedEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }
    var count: Int {
      if case .list(let nodes) = node.value { return nodes.count }
      return 0
    }

    func encodeNil() { node.element().value = .null }
    func encode(_ value: some Encodable) throws { try JSONWriter.put(value, into: node.element()) }
    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
      JSONWriter(node: node.element()).container(keyedBy: Nested.self)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      JSONWriter(node: node.element()).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { JSONWriter(node: node.element()) }
  }

  private struct Single: SingleValueEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.value = .null }
    func encode(_ value: some Encodable) throws { try JSONWriter.put(value, into: node) }
  }
}

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
