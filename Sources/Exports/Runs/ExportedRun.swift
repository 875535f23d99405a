public import Datasets
public import Experiments
internal import Messages
public import Networks
internal import Tensors

/// A run of the store with its network, ready to be written for another program.
public struct ExportedRun: Sendable {
  /// What was done, and what came of it.
  public let record: RunRecord
  /// The class of each pixel of each validation image, one byte a pixel, image after image.
  public let predictions: [UInt8]
  /// What people call it, the latest first; empty where nobody asked for it by name.
  public let names: [RunNames]
  /// The network.
  public let plan: NetworkPlan
  /// Its layers in the order in which they compute.
  public let layers: [ComputedLayer]

  /// The run's digest.
  public var digest: String { record.plan.digest }
  /// The data set's name; empty where it is not known.
  public var dataset: String { names.first?.dataset ?? "" }
  /// `LAB/EXPERIMENT`, or where it has no name the first of its digest.
  public var title: String { names.first?.origin.title ?? String(digest.prefix(12)) }
  /// How many numbers it learned.
  public var parameters: Int { layers.reduce(0) { $0 + $1.parameters } }
  /// How many bytes its weights take.
  public var weightBytes: Int { layers.flatMap(\.arrays).reduce(0) { $0 + $1.count * MemoryLayout<Float>.stride } }

  /// Takes a run from the store.
  ///
  /// - Parameters:
  ///   - digest: the run's digest, whole.
  ///   - store: where it is kept.
  /// - Throws: `ExportProblem` where it is not there, or of an engine whose networks are not read.
  public init(_ digest: String, in store: RunStore) throws(ExportProblem) {
    guard case .run(let record, let predictions) = store.find(digest) else {
      throw ExportProblem(.unknownRun(asked: digest, known: []))
    }
    let names = store.names(of: digest)
    let training = record.plan.training
    guard
      let plan = NetworkPlan(
        canonicalText: record.plan.network, names: names.first?.layers ?? [], training: training)
    else {
      throw ExportProblem(.otherEngine(run: digest, engine: record.plan.engine, lab: names.first?.origin.lab))
    }
    (self.record, self.predictions, self.names, self.plan) = (record, predictions, names, plan)
    layers = plan.computedLayers
  }

  /// The images that it was measured on.
  ///
  /// - Parameters:
  ///   - sets: the data sets.
  ///   - loaded: the set that was read last, for whoever looks at several runs.
  /// - Returns: nil where they are not at hand.
  public func images(in sets: DataStore, loaded: LoadedSet = LoadedSet()) -> RunImages? {
    for name in names {
      if let images = RunImages(of: record, names: name, sets: sets, loaded: loaded) { return images }
    }
    return nil
  }

  /// The run's weights, as they were at the end.
  ///
  /// - Throws: `ExportProblem` that says how to keep them, where they are not there.
  public func weights(in store: RunStore) throws(ExportProblem) -> NetworkWeights {
    guard let bytes = store.weights(of: record), bytes.count == weightBytes else {
      throw ExportProblem(
        .noWeights(run: digest, bytes: weightBytes, limit: RunStore.mostWeightBytes, lab: names.first?.origin.lab))
    }
    return NetworkWeights(layers: layers, bytes: bytes)
  }
}

extension RunOrigin {
  /// `LAB/EXPERIMENT`, as a user names it.
  public var title: String { "\(lab)/\(experiment)" }
}

/// The weights of a network, array after array.
public struct NetworkWeights: Sendable {
  /// One array of a layer.
  public struct Part: Sendable {
    /// The layer, as a position in the network.
    public let layer: Int
    /// What it is.
    public let array: WeightArray
    /// Its numbers, `Float` of four bytes each, the lowest first, the last axis fastest.
    public let bytes: ArraySlice<UInt8>

    /// Its numbers.
    public var numbers: [Float] {
      [Float](unsafeUninitializedCapacity: array.count) { target, count in
        UnsafeMutableRawBufferPointer(target).copyBytes(from: bytes)
        count = array.count
      }
    }
  }

  /// The layers.
  public let layers: [ComputedLayer]
  /// All arrays in the order of the layers.
  public let parts: [Part]

  /// - Parameters:
  ///   - layers: the layers of the network.
  ///   - bytes: the numbers of all their arrays, one after the other.
  public init(layers: [ComputedLayer], bytes: [UInt8]) {
    self.layers = layers
    var parts: [Part] = []
    var offset = 0
    for (position, layer) in layers.enumerated() {
      for array in layer.arrays {
        let count = array.count * MemoryLayout<Float>.stride
        parts.append(Part(layer: position, array: array, bytes: bytes[offset..<offset + count]))
        offset += count
      }
    }
    precondition(offset == bytes.count, "the arrays have \(offset) bytes, and \(bytes.count) came")
    self.parts = parts
  }
}
