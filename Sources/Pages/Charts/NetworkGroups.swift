internal import Networks
internal import Tensors

/// The layers of a network in groups: what follows one another at the same height and width of feature maps.
///
/// A small network, and one whose feature maps never change their size, has each layer as a group of its own.
struct NetworkGroups {
  /// Layers that stand below one another at one size.
  struct Group: Equatable {
    /// What the layers are called together: what their names have in common, or the first and the last.
    let title: String
    /// The layers, top to bottom.
    let layers: [LayerSummary]
    /// What comes into each layer, in words.
    let inputs: [String]
    /// The groups that it reads besides itself, by their places.
    let reads: [Int]

    /// Rows of its feature maps; 0 for values in a row.
    var rows: Int { layers.last.map(NetworkGroups.rows) ?? 0 }
    /// The shape of what it gives.
    var output: String { layers.last?.output.description ?? "" }
    /// The shape of what comes into its first layer.
    var input: String { inputs.first ?? "" }
    /// The sum of parameters.
    var parameters: Int { layers.map(\.parameters).bounded }
    /// The sum of multiply-adds.
    var multiplyAdds: Int { layers.map(\.multiplyAdds).bounded }
  }

  /// The groups, top to bottom.
  let groups: [Group]
  /// Whether each group is one layer.
  let isFlat: Bool

  /// Rows of what a layer gives; 0 for values in a row.
  private static func rows(_ layer: LayerSummary) -> Int {
    layer.output.dimensions.count == 3 ? layer.output.dimensions[0] : 0
  }

  /// Up to so many layers are a group each.
  private static let fewLayers = 8

  /// - Parameter layers: the layers, top to bottom.
  init(_ layers: [LayerSummary]) {
    var lists: [[LayerSummary]] = []
    for layer in layers {
      if let last = lists.last?.last, Self.rows(last) == Self.rows(layer), layers.count > Self.fewLayers {
        lists[lists.count - 1].append(layer)
      } else {
        lists.append([layer])
      }
    }
    if lists.count == 1 { lists = layers.map { [$0] } }
    isFlat = lists.allSatisfy { $0.count == 1 }
    let shapes = Dictionary(layers.map { ($0.name, $0.output.description) }) { first, _ in first }
    var places: [String: Int] = [:]
    for (place, list) in lists.enumerated() {
      for layer in list where places[layer.name] == nil { places[layer.name] = place }
    }
    groups = lists.enumerated().map { place, list in
      let reads = Set(list.flatMap(\.inputs).compactMap { places[$0] }).subtracting([place]).filter { $0 < place }
      return Group(
        title: Self.title(of: list), layers: list,
        inputs: list.map { layer in layer.inputs.compactMap { shapes[$0] }.joined(separator: " + ") },
        reads: reads.sorted())
    }
  }

  /// What the names of the layers that learn have in common; the first and the last name where that is nothing.
  private static func title(of layers: [LayerSummary]) -> String {
    let learning = layers.filter { $0.parameters > 0 }
    let names = (learning.isEmpty ? layers : learning).map(\.name)
    guard let first = names.first, let last = names.last, names.count > 1 else { return names.first ?? "" }
    var common = first[...]
    for name in names { while !name.hasPrefix(common) { common.removeLast() } }
    while let end = common.last, !end.isLetter, !end.isNumber { common.removeLast() }
    return common.count > 1 ? String(common) : "\(first) – \(last)"
  }

  /// Where the groups go down to the smallest feature maps and up again: the place of the smallest; nil for any other network.
  var bottom: Int? {
    let sizes = groups.map(\.rows)
    guard groups.count > 2, let least = sizes.filter({ $0 > 0 }).min(), let place = sizes.firstIndex(of: least),
      place > 0, place < groups.count - 1, sizes.allSatisfy({ $0 > 0 })
    else { return nil }
    let down = zip(sizes[...place], sizes[1...place]).allSatisfy { $0 > $1 }
    let up = zip(sizes[place...], sizes[(place + 1)...]).allSatisfy { $0 < $1 }
    return down && up ? place : nil
  }
}

extension [Int] {
  /// Their sum, or the largest number there is.
  var bounded: Int {
    reduce(0) { sum, number in
      let (total, overflow) = sum.addingReportingOverflow(number)
      return overflow ? .max : total
    }
  }
}
