public import Experiments
internal import Messages
public import Networks
internal import Tensors

/// Takes the weights of a network from a file that another program wrote.
public struct WeightImport {
  /// The weights.
  public let weights: StartingWeights
  /// How many arrays they are.
  public let count: Int

  /// Reads a safetensors file whose arrays are called after the network's layers: `conv1.weight` as PyTorch has it, or `conv1/weights` as
  /// `seglab export` writes it.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - plan: the network.
  /// - Throws: `ExportProblem` that names what is missing, what has another shape, and what is left over.
  public init(path: String, into plan: NetworkPlan) throws(ExportProblem) {
    let file = try Safetensors(path: path)
    let layers = plan.computedLayers
    let places = layers.enumerated().flatMap { position, layer in layer.arrays.map { (position, $0) } }
    func names(_ layout: WeightLayout) -> [String] {
      places.map { layout.name(of: $0.1, in: layers[$0.0]) }
    }
    // What the file says, or else what more of its names say.
    let said = file.metadata["layout"].flatMap { WeightLayout(rawValue: $0.lowercased()) }
    let hits = WeightLayout.allCases.map { layout in (layout, names(layout).count { file.entries[$0] != nil }) }
    let layout = said ?? hits.max { $0.1 < $1.1 }?.0 ?? .torch
    let wanted = names(layout)
    let missing = wanted.filter { file.entries[$0] == nil }
    guard missing.isEmpty else {
      throw ExportProblem(.arraysMissing(path: path, missing: missing, found: file.entries.keys.sorted()))
    }
    // How many steps batch normalization has followed is nothing that a network computes with.
    let left = Set(file.entries.keys).subtracting(wanted).filter { !$0.hasSuffix(".num_batches_tracked") }
    guard left.isEmpty else { throw ExportProblem(.arraysLeft(path: path, left: left.sorted())) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(places.reduce(0) { $0 + $1.1.count * MemoryLayout<Float>.stride })
    for (name, place) in zip(wanted, places) {
      let order = layers.order(of: place.1, at: place.0, layout: layout)
      guard let found = file.entries[name]?.shape, found == order.written else {
        throw ExportProblem(
          .arrayShape(
            path: path, array: name, found: file.entries[name]?.shape ?? [], layer: layers[place.0].name,
            expected: order.written, layout: layout.rawValue))
      }
      order.restored(try file.numbers(name)).withUnsafeBytes { bytes += $0 }
    }
    weights = StartingWeights(network: plan.canonicalText, bytes: bytes)
    count = places.count
  }
}
