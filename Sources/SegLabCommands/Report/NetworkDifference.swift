internal import Messages
internal import Networks

/// Two networks side by side: the lines of each layer, those that only one has marked.
struct NetworkDifference {
  /// A layer of both, of the first alone (`-`), or of the second alone (`+`).
  struct Line: Equatable {
    let mark: Character
    let text: String
  }

  /// The layers in order; those of the first before those of the second where both differ.
  let lines: [Line]

  /// Whether the two are the same.
  var isEmpty: Bool { lines.allSatisfy { $0.mark == " " } }

  /// - Parameters:
  ///   - first: a network.
  ///   - second: another.
  /// - Complexity: the product of the numbers of layers.
  init(_ first: [LayerSummary], _ second: [LayerSummary]) {
    self.init(first.map(Self.words), second.map(Self.words))
  }

  /// - Parameters:
  ///   - first: lines.
  ///   - second: other lines.
  init(_ first: [String], _ second: [String]) {
    let changes = second.difference(from: first)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (a, b) = (0, 0)
    while a < first.count || b < second.count {
      if a < first.count, removed.contains(a) {
        lines.append(Line(mark: "-", text: first[a]))
        a += 1
      } else if b < second.count, inserted.contains(b) {
        lines.append(Line(mark: "+", text: second[b]))
        b += 1
      } else {
        lines.append(Line(mark: " ", text: first[a]))
        (a, b) = (a + 1, b + 1)
      }
    }
    self.lines = lines
  }

  private static func words(_ layer: LayerSummary) -> String {
    "\(layer.name)  \(layer.kind)  \(layer.output)  \(layer.parameters.grouped)"
  }
}
