/// What one description says otherwise than another: each setting, and each part that only one of the two has.
public struct DescriptionDifference: Codable, Sendable, Hashable {
  /// One thing that differs.
  public struct Item: Codable, Sendable, Hashable {
    /// The layer, step, training or call.
    public let part: String
    /// The setting; empty where the part as a whole differs.
    public let setting: String
    /// What the first says; nil where it has no such part.
    public let first: String?
    /// What the second says; nil where it has no such part.
    public let second: String?
    /// The line of the first's part; 0 where it has none.
    public let line: Int

    /// The lines that show it: `- pool1 window 3`, `+ pool1 window 2`.
    public var lines: [String] {
      let head = [part, setting].filter { !$0.isEmpty }.joined(separator: " ")
      return (first.map { ["- \(head) \($0)"] } ?? []) + (second.map { ["+ \(head) \($0)"] } ?? [])
    }
  }

  /// The constant or function.
  public let constant: String
  /// What it is.
  public let kind: Description.Kind
  /// How many parts are the same.
  public let same: Int
  /// What differs, in the order of the parts.
  public let items: [Item]

  /// - Parameters:
  ///   - first: what a learner's constant says; nil where there is none.
  ///   - second: what another says.
  /// - Complexity: the product of the numbers of parts.
  public init(_ first: Description?, _ second: Description) {
    constant = second.constant
    kind = second.kind
    let own = first?.kind == second.kind ? first?.parts ?? [] : []
    // What a network's `Input` is called makes no other network of it.
    func key(_ part: Description.Part) -> String { part.isInput ? "" : part.name }
    let images = (own.first(where: \.isInput)?.name ?? "", second.parts.first(where: \.isInput)?.name ?? "")
    var changes = Changes(from: own.map(key), to: second.parts.map(key))
    var items: [Item] = []
    if let first, first.kind != second.kind {
      items.append(
        Item(part: second.constant, setting: "", first: first.kind.rawValue, second: second.kind.rawValue, line: 0))
    }
    var same = 0
    while let pair = changes.next() {
      switch (pair.from.map { own[$0] }, pair.to.map { second.parts[$0] }) {
      case (let a?, let b?) where a.kind != b.kind:
        items.append(Item(part: a.name, setting: "", first: a.text, second: b.text, line: a.line))
      case (let a?, let b?):
        let settings = Self.settings(a, b, images: images)
        items += settings
        same += settings.isEmpty ? 1 : 0
      case (let a?, nil):
        items.append(Item(part: a.name, setting: "", first: a.text, second: nil, line: a.line))
      case (nil, let b?):
        items.append(Item(part: b.name, setting: "", first: nil, second: b.text, line: 0))
      case (nil, nil): break
      }
    }
    (self.items, self.same) = (items, same)
  }

  /// The settings that differ; a layer that reads the images reads them under whatever name each network has for them.
  private static func settings(
    _ a: Description.Part, _ b: Description.Part, images: (own: String, other: String)
  ) -> [Item] {
    let names = a.settings.map(\.name) + b.settings.map(\.name).filter { a[$0] == nil }
    return names.compactMap { name in
      let (one, other) = (a[name], b[name])
      guard one != other, one?.replacing("\"\(images.own)\"", with: "\"\(images.other)\"") != other else { return nil }
      return Item(part: a.name, setting: name, first: one, second: other, line: a.line)
    }
  }
}

/// Two lists side by side: what both have in pairs, what only one has by itself, in order.
private struct Changes {
  private var removed: Set<Int> = []
  private var inserted: Set<Int> = []
  private let counts: (Int, Int)
  private var a = 0
  private var b = 0

  init(from first: [String], to second: [String]) {
    counts = (first.count, second.count)
    for change in second.difference(from: first) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
  }

  mutating func next() -> (from: Int?, to: Int?)? {
    if a < counts.0, removed.contains(a) {
      defer { a += 1 }
      return (a, nil)
    }
    if b < counts.1, inserted.contains(b) {
      defer { b += 1 }
      return (nil, b)
    }
    guard a < counts.0, b < counts.1 else { return nil }
    defer { (a, b) = (a + 1, b + 1) }
    return (a, b)
  }
}
