// An enum with values encodes as `{"case": {"label": value}}`. A message writes the case into its id instead, so that its arguments are the
// inner object alone: what follows takes the outer one off while encoding, and puts it back while decoding.

/// Encodes an enum's case as its values alone.
struct CaseEncoder: Encoder {
  let arguments: any Encoder
  var codingPath: [any CodingKey] { arguments.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { arguments.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Outer<Key>(arguments: arguments))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { arguments.unkeyedContainer() }
  func singleValueContainer() -> any SingleValueEncodingContainer { arguments.singleValueContainer() }

  private struct Outer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let arguments: any Encoder
    var codingPath: [any CodingKey] { arguments.codingPath }

    func nestedContainer<Inner: CodingKey>(keyedBy: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
      arguments.container(keyedBy: Inner.self)
    }

    // What the compiler writes for an enum asks for nothing but a nested container; the rest passes through.
    func encodeNil(forKey key: Key) throws {
      var inner = arguments.container(keyedBy: Key.self)
      try inner.encodeNil(forKey: key)
    }
    func encode(_ value: some Encodable, forKey key: Key) throws {
      var inner = arguments.container(keyedBy: Key.self)
      try inner.encode(value, forKey: key)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { arguments.unkeyedContainer() }
    func superEncoder() -> any Encoder { arguments }
    func superEncoder(forKey key: Key) -> any Encoder { arguments }
  }
}

/// Decodes an enum's case from its name and its values.
struct CaseDecoder: Decoder {
  let name: String
  let arguments: any Decoder
  var codingPath: [any CodingKey] { arguments.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { arguments.userInfo }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Outer<Key>(name: name, arguments: arguments))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try arguments.unkeyedContainer() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { try arguments.singleValueContainer() }

  private struct Outer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let name: String
    let arguments: any Decoder
    var codingPath: [any CodingKey] { arguments.codingPath }
    var allKeys: [Key] { Key(stringValue: name).map { [$0] } ?? [] }

    func contains(_ key: Key) -> Bool { key.stringValue == name }
    func nestedContainer<Inner: CodingKey>(
      keyedBy: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> {
      try arguments.container(keyedBy: Inner.self)
    }
    func decodeNil(forKey key: Key) throws -> Bool { false }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try Value(from: arguments) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try arguments.unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { arguments }
    func superDecoder(forKey key: Key) throws -> any Decoder { arguments }
  }
}
