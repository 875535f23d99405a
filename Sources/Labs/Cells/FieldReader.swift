import Diagnostics
public import Messages

/// Reads the keys of a mapping, says which are unknown and which are missing.
public struct FieldReader {
  private let section: LabSection
  private let place: Place
  private let entries: [String: YAMLValue.Entry]
  /// The keys that somebody meant to write: nothing is said about their being missing.
  private var meant: Set<String> = []

  /// - Parameters:
  ///   - value: what should be a mapping.
  ///   - name: what a message calls it where it is none: a key, or the kind of cell.
  ///   - section: the part of the lab.
  ///   - known: the keys that it can have.
  ///   - example: how to write it.
  ///   - diagnostics: where mistakes are noted; where it is no mapping, that is one and there is no reader.
  public init?(
    _ value: YAMLValue, of name: String, _ section: LabSection, known: [String], example: String,
    _ diagnostics: inout DiagnosticList
  ) {
    guard case .mapping(let list) = value.form else {
      diagnostics.error(
        value.place, .wrongType(key: name, expected: .mapping, found: value.kind, text: value.excerpt),
        help: .writeLike(example: example))
      return nil
    }
    self.section = section
    place = value.place
    var entries = Dictionary(uniqueKeysWithValues: list.map { ($0.key, $0) })
    // A lab of an earlier version is read as it was meant; where today's key stands beside the old one, the old one is the mistake.
    for entry in list where !known.contains(entry.key) {
      guard let now = OldKeys.now(entry.key), known.contains(now), entries[now] == nil else { continue }
      entries[now] = entry
    }
    self.entries = entries
    for entry in list where !known.contains(entry.key) {
      if let now = OldKeys.now(entry.key), known.contains(now) {
        if entries[now]?.key == entry.key { continue }
        diagnostics.error(entry.keyPlace, .unknownKey(entry.key, section: section), help: .nowCalled(now))
        continue
      }
      let near = Spelling.nearest(to: entry.key, among: known.filter { entries[$0] == nil })
      diagnostics.error(
        entry.keyPlace, .unknownKey(entry.key, section: section),
        help: near.map { .didYouMean($0) } ?? .knownKeys(known))
      if let near { meant.insert(near) }
    }
  }

  /// The value of a key, or nil where the mapping does not have it.
  public func optional(_ key: String) -> YAMLValue? { entries[key]?.value }

  /// Where the value of a key stands, or else the mapping itself.
  func place(of key: String) -> Place { entries[key]?.keyPlace ?? place }

  /// The value of a key; where it is missing, that is a mistake.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - example: a line that shows how to write it.
  ///   - diagnostics: where mistakes are noted.
  /// - Returns: the value, or nil where it is missing.
  public func required(_ key: String, example: String, _ diagnostics: inout DiagnosticList) -> YAMLValue? {
    if let value = entries[key]?.value { return value }
    guard !meant.contains(key) else { return nil }
    diagnostics.error(place, .missingKey(key, section: section), help: .addKey(example: example))
    return nil
  }
}
