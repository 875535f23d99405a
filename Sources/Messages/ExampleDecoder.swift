/// Gives stand-ins for whatever is asked of it: a label in angle quotes for text, small numbers, two of a list.
///
/// What has no stand-in, an enum of cases with values, is refused.
struct ExampleDecoder: Decoder {
  /// What the value is called.
  var label = "name"
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed<Key>())
  }
  func unkeyedContainer() -> any UnkeyedDecodingContainer { List(label: label) }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(label: label) }

  /// A stand-in for a value of type `type`.
  static func value<Value: Decodable>(_ type: Value.Type, _ label: String) throws -> Value {
    let value: Any? =
      switch type {
      case is String.Type: "‹\(label)›"
      case is Int.Type: 3
      case is Int32.Type: Int32(3)
      case is UInt64.Type: UInt64(3)
      case is Double.Type: 0.5
      case is Bool.Type: true
      case is Message.Type: Message(Verbatim("‹\(label)›"))
      default: (type as? any CaseIterable.Type)?.firstCase
      }
    if let value = value as? Value { return value }
    return try Value(from: ExampleDecoder(label: label))
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try ExampleDecoder.value(type, name(of: key))
    }
    func nestedContainer<Inner: CodingKey>(keyedBy: Inner.Type, forKey key: Key) -> KeyedDecodingContainer<Inner> {
      KeyedDecodingContainer<Inner>(Keyed<Inner>())
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { List(label: name(of: key)) }
    func superDecoder() -> any Decoder { ExampleDecoder() }
    func superDecoder(forKey key: Key) -> any Decoder { ExampleDecoder(label: name(of: key)) }

    /// The label, or a plain word where there is none.
    private func name(of key: Key) -> String { key.stringValue.hasPrefix("_") ? "name" : key.stringValue }
  }

  private struct List: UnkeyedDecodingContainer {
    let label: String
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 2 }
    var currentIndex = 0
    var isAtEnd: Bool { currentIndex >= 2 }

    init(label: String) { self.label = label }

    mutating func decodeNil() -> Bool { false }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      currentIndex += 1
      return try ExampleDecoder.value(type, label)
    }
    mutating func nestedContainer<Inner: CodingKey>(keyedBy: Inner.Type) -> KeyedDecodingContainer<Inner> {
      currentIndex += 1
      return KeyedDecodingContainer<Inner>(Keyed<Inner>())
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
      currentIndex += 1
      return List(label: label)
    }
    mutating func superDecoder() -> any Decoder { ExampleDecoder(label: label) }
  }

  private struct Single: SingleValueDecodingContainer {
    let label: String
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      // What would only ask again has no stand-in.
      guard type is String.Type || type is Int.Type || type is Double.Type || type is Bool.Type else {
        throw DecodingError.valueNotFound(type, .init(codingPath: [], debugDescription: "no stand-in"))
      }
      return try ExampleDecoder.value(type, label)
    }
  }
}

extension CaseIterable {
  /// The first of all cases.
  fileprivate static var firstCase: Any? { allCases.first }
}
