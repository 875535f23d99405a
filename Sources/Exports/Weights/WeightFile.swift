public import Datasets
internal import Experiments
internal import Files
internal import Foundation
internal import Messages
internal import Networks
internal import SegLab
internal import Tensors

/// The weights of a run as a file of named arrays.
public struct WeightFile {
  /// An array as it is written.
  private struct Entry {
    let name: String
    /// What its elements are, as the forms write it.
    let kind: (safetensors: String, numpy: String)
    let shape: [Int]
    let byteCount: Int
    /// Its elements, the lowest byte of each first.
    let bytes: () -> ContiguousArray<UInt8>
  }

  /// A form of such files.
  public enum Form: String, Sendable, CaseIterable {
    /// A head of JSON, and the numbers.
    case safetensors
    /// NumPy's archive.
    case npz
  }

  private let run: ExportedRun
  private let weights: NetworkWeights
  private let layout: WeightLayout
  private var samples: [Entry] = []

  /// What an archive of the plain form holds at most.
  private static let mostArchiveBytes = 4_000_000_000

  /// - Parameters:
  ///   - run: the run.
  ///   - weights: its weights.
  ///   - layout: in which order axes stand.
  public init(_ run: ExportedRun, weights: NetworkWeights, layout: WeightLayout) {
    (self.run, self.weights, self.layout) = (run, weights, layout)
  }

  /// Adds validation images, `images` `[N, height, width, 1]`, and what the network gives for them, `logits` `[N, height, width, channels]`;
  /// in PyTorch's layout channels come second.
  ///
  /// - Parameters:
  ///   - count: how many; all where there are fewer.
  ///   - sets: the data sets.
  /// - Throws: `ExportProblem` where the images are not at hand.
  public mutating func addSamples(_ count: Int, from sets: DataStore) throws(ExportProblem) {
    guard let images = run.images(in: sets), let network = NetworkAtWork(run, weights: weights) else {
      throw ExportProblem(.noImages(run: run.digest, dataset: run.dataset))
    }
    var (pixels, logits) = ([Float](), [Float]())
    let count = min(count, images.measuring.count)
    for index in 0..<count {
      guard let given = network.logits(of: images.measuring, index) else {
        throw ExportProblem(.noImages(run: run.digest, dataset: run.dataset))
      }
      pixels += images.measuring.pixels(index).image
      logits += given
    }
    func entry(_ name: String, _ numbers: [Float], _ shape: [Int]) -> Entry {
      let all = [count] + shape
      let order = layout == .torch ? AxisOrder(all, axes: [0, 3, 1, 2]) : AxisOrder(all)
      return Entry(name: name, kind: ("F32", "<f4"), shape: order.written, byteCount: numbers.count * 4) {
        order.permuted(numbers).withUnsafeBytes { ContiguousArray($0) }
      }
    }
    samples = [entry("images", pixels, run.plan.input.dimensions), entry("logits", logits, run.plan.output.dimensions)]
  }

  /// How many arrays there are.
  public var count: Int { entries.count }

  /// Writes the file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - form: its form.
  /// - Returns: how many bytes it has.
  /// - Throws: `ExportProblem` where the form cannot hold it, or the disk refuses.
  public func write(to path: String, as form: Form) throws(ExportProblem) -> Int {
    let entries = entries
    let bytes = entries.reduce(0) { $0 + $1.byteCount }
    switch form {
    case .safetensors:
      // One array in memory at a time.
      let head = head(of: entries)
      try AtomicFile.written((-1..<entries.count).lazy.map { $0 < 0 ? head : entries[$0].bytes() }, to: path)
      return head.count + bytes
    case .npz:
      guard bytes <= Self.mostArchiveBytes else {
        throw ExportProblem(
          .tooLarge(bytes: bytes, limit: Self.mostArchiveBytes, form: "npz", other: "safetensors"))
      }
      let parts = NPZArchive(
        entries.map { NPYArray(name: $0.name, type: $0.kind.numpy, shape: $0.shape, elements: $0.bytes()) } + facts
      ).parts
      try AtomicFile.written(parts, to: path)
      return parts.reduce(0) { $0 + $1.count }
    }
  }

  /// The arrays, those of wide elements first, in order of their names.
  private var entries: [Entry] {
    let floats = weights.parts.map { part in
      let order = weights.layers.order(of: part.array, at: part.layer, layout: layout)
      return Entry(
        name: layout.name(of: part.array, in: weights.layers[part.layer]), kind: ("F32", "<f4"), shape: order.written,
        byteCount: part.bytes.count
      ) { order.permuted(part.numbers).withUnsafeBytes { ContiguousArray($0) } }
    }
    return steps.sorted { $0.name < $1.name } + (floats + samples).sorted { $0.name < $1.name }
  }

  /// How many steps batch normalization has followed, which PyTorch keeps beside its statistics.
  private var steps: [Entry] {
    guard layout == .torch else { return [] }
    return weights.layers.compactMap { layer in
      guard case .batchNorm = layer.operation else { return nil }
      let steps = UInt64(run.record.steps)
      return Entry(
        name: "\(layer.name).num_batches_tracked", kind: ("I64", "<i8"), shape: [], byteCount: 8
      ) { ContiguousArray((0..<8).map { UInt8(truncatingIfNeeded: steps >> ($0 * 8)) }) }
    }
  }

  /// What is to be known of the run, as text by name.
  private var metadata: [(name: String, text: String)] {
    var facts = [
      ("format", layout == .torch ? "pt" : "seglab"), ("layout", layout.rawValue), ("run", run.digest),
      ("weights_digest", run.record.weightsDigest), ("engine", run.record.plan.engine), ("data", run.record.plan.data),
      ("network", run.record.plan.network),
    ]
    if let name = run.names.first { facts += [("experiment", name.origin.title), ("dataset", name.dataset)] }
    return facts.sorted { $0.0 < $1.0 }.map { (name: $0.0, text: $0.1) }
  }

  private var facts: [NPYArray] { metadata.map { .texts("metadata/\($0.name)", [$0.text]) } }

  /// How long the head is, then the head as JSON, filled with spaces to a multiple of eight bytes.
  private func head(of entries: [Entry]) -> ContiguousArray<UInt8> {
    var text = "{\"__metadata__\":{"
    text += metadata.map { "\($0.name.json):\($0.text.json)" }.joined(separator: ",") + "}"
    var offset = 0
    for entry in entries {
      let end = offset + entry.byteCount
      let shape = entry.shape.map(String.init).joined(separator: ",")
      text += ",\(entry.name.json):{\"dtype\":\"\(entry.kind.safetensors)\",\"shape\":[\(shape)],"
      text += "\"data_offsets\":[\(offset),\(end)]}"
      offset = end
    }
    text += "}"
    text += String(repeating: " ", count: (8 - text.utf8.count % 8) % 8)
    let count = UInt64(text.utf8.count)
    return ContiguousArray((0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }) + text.utf8
  }
}

extension String {
  /// In quotes, as JSON writes it.
  fileprivate var json: String {
    // A string alone is JSON since RFC 8259, and no string cannot be encoded.
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}

extension AtomicFile {
  /// Writes `parts` as one file, whole or not at all.
  static func written(_ parts: some Sequence<ContiguousArray<UInt8>>, to path: String) throws(ExportProblem) {
    do { try write(parts: parts, to: path) } catch {
      throw ExportProblem(.notWritten(path: error.path, reason: error.reason))
    }
  }
}
