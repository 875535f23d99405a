public import Digests
internal import Files
public import Foundation

/// The runs that were done, one folder each under `.seglab/runs/`, named after the digest of their plan.
///
/// A run's folder holds `record.json`, `predictions.bin` (the class of each pixel of each validation image, one byte a pixel,
/// image after image), files `name-….json`, by which a person finds it, `seal`, by which a run that was made here is told from one
/// that was not, where they are worth their room
/// `weights.bin` (the numbers that the record's weights digest is taken over, four bytes each, the lowest first), and `film.json`, what the
/// network made of a few images on the way, with a seal of its own. It is written under a
/// name of its own and then changes places with what was there, so that a reader finds the old run or the new one. A training that is
/// not done yet has a file `….checkpoint` beside the folders, and one that is being done a file `….lock`.
public struct RunStore: Sendable {
  /// The folder that holds the runs.
  public let folder: URL
  /// Weights of more bytes are kept only where that is asked for.
  public static let mostWeightBytes = 64 << 20
  /// Weights of more bytes are never kept: 4 GiB.
  public static let largestWeightBytes = 4 << 30
  /// What the store takes at most where nothing else is said: 2 GiB.
  public static let usualMostBytes = 2 << 30

  let key: SealKey
  let mostBytes: Int
  let named: @Sendable () -> Set<String>
  let newWeights = NewWeights()

  /// A record of more bytes is not read: 256 MiB.
  private static let mostRecordBytes = 1 << 28
  private static let mostSealBytes = 4096
  static let checkpointSuffix = ".checkpoint"

  /// - Parameters:
  ///   - folder: the folder that holds the runs; made when the first run is saved.
  ///   - key: seals what is kept, and tells what was kept here.
  ///   - mostBytes: what the store takes at most; the runs of no use for the longest time make room. `Int.max` for a store that nobody goes
  ///     through until ``tidy()``.
  ///   - named: the digests of runs that reports speak of; they stay, whatever room they take.
  public init(
    folder: URL, key: SealKey = .ofThisProcess, mostBytes: Int = RunStore.usualMostBytes,
    named: @escaping @Sendable () -> Set<String> = { [] }
  ) {
    self.folder = folder
    self.key = key
    self.mostBytes = mostBytes
    self.named = named
  }

  /// What the store takes at most by `SEGLAB_STORE_BYTES` in the environment.
  public static func mostBytes(environment: [String: String]) -> Int {
    environment["SEGLAB_STORE_BYTES"].flatMap { Int($0) }.map { max(0, $0) } ?? usualMostBytes
  }

  /// What the store has of a run.
  public enum Finding: Sendable {
    /// Nothing.
    case none
    /// Something that was not made here, or is damaged: the run is to be done again, and takes its place.
    case foreign
    /// The run, with the class of each pixel of each validation image.
    case run(RunRecord, predictions: [UInt8])
  }

  /// Whether the store has something under `digest`; nothing of it is read.
  func has(_ digest: String) -> Bool {
    guard PartName.isDigest(digest), let store = try? OwnFolder(folder.path) else { return false }
    return store.facts(of: digest) != nil
  }

  /// What the store has under `digest`.
  public func find(_ digest: String) -> Finding {
    guard PartName.isDigest(digest), let store = try? OwnFolder(folder.path), store.facts(of: digest) != nil else {
      return .none
    }
    guard let place = try? store.folder(digest),
      let seal = (try? place.read("seal", limit: Self.mostSealBytes)).flatMap({ RunSeal($0) }),
      let text = try? place.read("record.json", limit: Self.mostRecordBytes),
      // Nothing is read that was not made here: a forged record could take any amount of memory.
      seal.isValid(for: digest, record: text, key: key),
      let record = try? JSONDecoder().decode(RunRecord.self, from: Data(text)),
      record.schema == RunRecord.currentSchema, record.plan.digest == digest,
      let predictions = try? place.read("predictions.bin", limit: seal.predictionBytes),
      predictions.count == seal.predictionBytes,
      SHA256.hash(data: predictions).hexadecimal == seal.predictionsDigest,
      record.validationImages.isEmpty ? predictions.isEmpty : predictions.count % record.validationImages.count == 0
    else { return .foreign }
    place.touch()
    return .run(record, predictions: predictions)
  }

  /// The weights of a run, as the file `weights.bin` holds them: the numbers of all layers in the order of the network, and of each layer
  /// what it learns before what it keeps of the data's statistics, as `Float` of four bytes, the lowest first.
  ///
  /// - Parameter record: the run, as ``find(_:)`` found it.
  /// - Returns: the bytes; nil where they were not kept or given up since, or are not those of the run.
  public func weights(of record: RunRecord) -> [UInt8]? {
    guard PartName.isDigest(record.plan.digest), let store = try? OwnFolder(folder.path),
      let bytes = try? store.folder(record.plan.digest).read("weights.bin", limit: Self.largestWeightBytes),
      SHA256.hash(data: bytes).hexadecimal == record.weightsDigest
    else { return nil }
    return bytes
  }

  /// What the network of a run made of a few images while it trained.
  ///
  /// - Parameter digest: the run's digest.
  /// - Returns: the film; nil where none was kept or it was given up since, or it was not made here.
  public func film(of digest: String) -> RunFilm? {
    guard PartName.isDigest(digest), let store = try? OwnFolder(folder.path),
      let bytes = try? store.folder(digest).read(RunFilm.fileName, limit: RunFilm.mostBytes)
    else { return nil }
    return RunFilm(bytes, of: digest, sealedBy: key)
  }

  /// The file that the training of `digest` goes on from after an interruption.
  public func checkpoint(digest: String) -> CheckpointFile {
    CheckpointFile(path: folder.appendingPathComponent(digest + Self.checkpointSuffix).path, plan: digest, key: key)
  }

  /// Keeps a run under its digest, in place of one that was there, and forgets its checkpoint.
  ///
  /// - Parameters:
  ///   - record: what was done, and what came of it.
  ///   - predictions: the class of each pixel of each validation image.
  ///   - weights: the numbers that the record's weights digest is taken over, array after array; nil where they are too large to keep,
  ///     or nobody will ask for them.
  ///   - film: what the network made of a few images on the way; nil where nobody looked.
  ///   - isAskedFor: whether somebody asked for the weights, so that those of other runs do not take their place.
  /// - Throws: `StoreError` where the disk refuses; what was there before is as it was.
  public func save(
    _ record: RunRecord, predictions: [UInt8], weights: [ContiguousArray<UInt8>]? = nil, film: RunFilm? = nil,
    isAskedFor: Bool = false
  ) throws(StoreError) {
    let digest = record.plan.digest
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let text = [UInt8](try encoder.encode(record))
      let seal = RunSeal(of: digest, record: text, predictions: predictions, key: key)
      let store = try OwnFolder(folder.path, for: .making(mode: 0o755))
      if mostBytes < .max { removeLeftovers(in: store) }
      let part = try store.makeHeldFolder(mode: 0o755) { PartName.make(for: digest) }
      do {
        try part.folder.write(predictions, as: "predictions.bin")
        if let weights { try part.folder.write(parts: weights, as: "weights.bin") }
        if let film { try part.folder.write(try film.bytes(of: digest, sealedBy: key), as: RunFilm.fileName) }
        try part.folder.write(text, as: "record.json")
        try part.folder.write(seal.bytes, as: "seal")
        try publish(part.name, as: digest, in: store)
      } catch {
        part.folder.removeFiles(where: Self.isOurs)
        store.removeFolder(part.name)
        throw error
      }
      store.sync()
      checkpoint(digest: digest).remove()
      if let weights, !isAskedFor { bound(weights: weights.reduce(0) { $0 + $1.count }, of: digest) }
      makeRoom(in: store, sparing: digest)
    } catch {
      let fault = error as? FileFault
      throw .notWritten(
        path: fault?.path ?? folder.appendingPathComponent(digest).path,
        reason: fault?.reason ?? error.localizedDescription)
    }
  }

  /// Gives what was written as `part` its name, and removes what had it.
  private func publish(_ part: String, as digest: String, in store: OwnFolder) throws(FileFault) {
    if store.facts(of: digest) == nil, (try? store.rename(part, to: digest)) != nil { return }
    if store.exchange(part, digest) { return remove(part, in: store) }
    // A file system that cannot exchange: for a moment both lie under other names, and whoever is killed then has trained in vain.
    let old = PartName.make(for: digest)
    try store.rename(digest, to: old)
    do { try store.rename(part, to: digest) } catch {
      try? store.rename(old, to: digest)
      throw error
    }
    remove(old, in: store)
  }

  /// Removes a run, or what stood in its place; a folder that holds anything else stays.
  func remove(_ name: String, in store: OwnFolder) {
    if store.facts(of: name)?.kind == .folder {
      store.removeFolderUnlessHeld(name, where: Self.isOurs)
    } else {
      store.remove(name)
    }
  }

  /// Whether SegLab puts a file of this name into a run's folder.
  static func isOurs(_ name: String) -> Bool {
    let whole = PartName.target(of: name) ?? name
    return ["record.json", "predictions.bin", "weights.bin", "seal", RunFilm.fileName].contains(whole)
      || RunNames.isFile(whole)
  }
}

/// Why the store could not keep something.
public enum StoreError: Error, Equatable, Sendable {
  /// The file or folder at `path` could not be written, for `reason`.
  case notWritten(path: String, reason: String)
}
