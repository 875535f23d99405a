internal import Datasets
internal import Digests
internal import Files
internal import Foundation
public import SegLab

/// Where a training was asked for: an experiment of a lab.
public struct RunOrigin: Codable, Sendable, Hashable {
  /// The lab, by id.
  public let lab: String
  /// The experiment, by name.
  public let experiment: String

  /// - Parameters: the parts, as documented on each property.
  public init(lab: String, experiment: String) { (self.lab, self.experiment) = (lab, experiment) }
}

/// What people call a run and its parts. Nothing of it decides what the run is, so it is no part of its digest, nor sealed.
public struct RunNames: Codable, Sendable {
  /// Where it was asked for.
  public let origin: RunOrigin
  /// The data set, by name.
  public let dataset: String
  /// The network's layers in order, as the learner called them.
  public let layers: [String]

  /// What is done to images before the network sees them; nil where nothing is.
  public let preprocessing: Preprocessing?
  /// The learner's cells that the training comes from, as they stood in the lab.
  public let source: [String]

  /// - Parameters: the parts, as documented on each property.
  public init(
    origin: RunOrigin, dataset: String, layers: [String], preprocessing: Preprocessing? = nil, source: [String] = []
  ) {
    (self.origin, self.dataset, self.layers) = (origin, dataset, layers)
    self.preprocessing = preprocessing
    // A page of code, not a book.
    self.source = source.map { String($0.prefix(Self.mostSource)) }
  }

  /// What the files begin with that hold them: one a name, written once, so that nobody who comes to a run later changes what it is
  /// called by others.
  fileprivate static let fileStart = "name-"

  /// Whether a file in a run's folder holds its names.
  static func isFile(_ name: String) -> Bool { name.hasPrefix(fileStart) && name.hasSuffix(".json") }

  private static let mostSource = 1 << 15
  /// Of a longer file nothing is believed.
  fileprivate static let mostBytes = 1 << 20
  /// A run that more experiments came to is known by the first of them.
  fileprivate static let most = 32
}

extension RunStore {
  /// The digests of all runs that are kept, in order.
  public var digests: [String] {
    guard let store = try? OwnFolder(folder.path) else { return [] }
    return store.names.filter { PartName.isDigest($0) && store.facts(of: $0)?.kind == .folder }.sorted()
  }

  /// How many bytes of weights lie with a run; nil where there are none. Whether they are the run's, ``weights(of:)`` tells.
  public func weightBytes(of digest: String) -> Int? {
    guard PartName.isDigest(digest), let store = try? OwnFolder(folder.path),
      let facts = (try? store.folder(digest))?.facts(of: "weights.bin"), facts.kind == .file
    else { return nil }
    return facts.bytes
  }

  /// What people call a run: the names of the experiments that came to it, each as it was last, the latest first.
  public func names(of digest: String) -> [RunNames] {
    guard PartName.isDigest(digest), let store = try? OwnFolder(folder.path), let run = try? store.folder(digest) else {
      return []
    }
    let files = run.names.filter(RunNames.isFile).sorted().prefix(RunNames.most)
    let read = files.compactMap { file -> (names: RunNames, changed: Double)? in
      guard let facts = run.facts(of: file), let text = try? run.read(file, limit: RunNames.mostBytes),
        let names = try? JSONDecoder().decode(RunNames.self, from: Data(text))
      else { return nil }
      return (names, facts.changed)
    }
    var seen: Set<RunOrigin> = []
    return read.sorted { $0.changed > $1.changed }.map(\.names).filter { seen.insert($0.origin).inserted }
  }

  /// Notes what an experiment calls a run. Where the disk refuses, the run is found by its digest alone.
  func keep(_ names: RunNames, of digest: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(names), text.count <= RunNames.mostBytes, PartName.isDigest(digest),
      let store = try? OwnFolder(folder.path, for: .writing), let run = try? store.folder(digest, for: .writing)
    else { return }
    let file = RunNames.fileStart + SHA256.hash(data: text).hexadecimal.prefix(16) + ".json"
    let known = run.names.filter(RunNames.isFile)
    guard !known.contains(file), known.count < RunNames.most else { return }
    try? run.write(text, as: file)
  }
}
