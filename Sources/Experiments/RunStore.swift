internal import Files
public import Foundation

/// The runs that were done, one folder each under `.seglab/runs/`, named after the digest of their plan.
///
/// A run's folder holds `record.json`, `predictions.bin` (the class of each pixel of each validation image, one byte a pixel,
/// image after image) and, where they are not too large, `weights.bin` (the numbers that the record's weights digest is taken over, four bytes
/// each, the lowest first). It is written under a name of its own and renamed when whole, so that a reader finds a run or does not. A
/// training that is not done yet has a file `….checkpoint` beside the folders.
public struct RunStore: Sendable {
  /// The folder that holds the runs.
  public let folder: URL
  /// Weights of more bytes are not kept.
  public static let mostWeightBytes = 64 << 20
  private static let partSuffix = ".part"
  private static let checkpointSuffix = ".checkpoint"
  /// How many seconds a training that nobody went on with is kept.
  private static let checkpointAge = 14.0 * 86_400

  /// - Parameter folder: the folder that holds the runs; made when the first run is saved.
  public init(folder: URL) { self.folder = folder }

  /// The run of `digest` with its predictions, or nil where there is none that is whole.
  ///
  /// A record that cannot be read counts as none: the run is then done again and takes its place.
  public func run(digest: String) -> (record: RunRecord, predictions: [UInt8])? {
    let place = folder.appendingPathComponent(digest, isDirectory: true)
    guard let text = try? Data(contentsOf: place.appendingPathComponent("record.json")),
      let record = try? JSONDecoder().decode(RunRecord.self, from: text), record.schema == RunRecord.currentSchema,
      record.plan.digest == digest,
      let predictions = try? Data(contentsOf: place.appendingPathComponent("predictions.bin")),
      record.validationImages.isEmpty ? predictions.isEmpty : predictions.count % record.validationImages.count == 0
    else { return nil }
    return (record, [UInt8](predictions))
  }

  /// The file that the training of `digest` goes on from after an interruption.
  public func checkpoint(digest: String) -> CheckpointFile {
    CheckpointFile(path: folder.appendingPathComponent(digest + Self.checkpointSuffix).path, plan: digest)
  }

  /// Keeps a run under its digest, in place of one that was there, and forgets its checkpoint.
  ///
  /// - Parameters:
  ///   - record: what was done, and what came of it.
  ///   - predictions: the class of each pixel of each validation image.
  ///   - weights: the numbers that the record's weights digest is taken over, array after array; nil where they are too large to keep.
  /// - Throws: `StoreError` where the disk refuses; what was there before is as it was.
  public func save(
    _ record: RunRecord, predictions: [UInt8], weights: [ContiguousArray<UInt8>]? = nil
  ) throws(StoreError) {
    let digest = record.plan.digest
    let place = folder.appendingPathComponent(digest, isDirectory: true)
    let aside = folder.appendingPathComponent("\(digest).\(getpid())\(Self.partSuffix)", isDirectory: true)
    let manager = FileManager.default
    do {
      removeLeftovers()
      try manager.createDirectory(at: aside, withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try AtomicFile.write(predictions, to: aside.appendingPathComponent("predictions.bin").path)
      if let weights {
        try AtomicFile.write(parts: weights, to: aside.appendingPathComponent("weights.bin").path)
      }
      try AtomicFile.write(try encoder.encode(record), to: aside.appendingPathComponent("record.json").path)
      if manager.fileExists(atPath: place.path) { try manager.removeItem(at: place) }
      try manager.moveItem(at: aside, to: place)
      AtomicFile.syncFolder(of: place.path)
      checkpoint(digest: digest).remove()
    } catch {
      try? manager.removeItem(at: aside)
      let reason = (error as? AtomicFile.Fault)?.reason ?? error.localizedDescription
      throw .notWritten(path: place.path, reason: reason)
    }
  }

  /// Removes what a killed process left half-written, and trainings that nobody went on with; what living processes write stays.
  private func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasSuffix(Self.partSuffix) {
      let process = name.dropLast(Self.partSuffix.count).split(separator: ".").last.flatMap { Int32($0) }
      if let process, process == getpid() || kill(process, 0) == 0 { continue }
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    for name in names where name.hasSuffix(Self.checkpointSuffix) {
      let file = folder.appendingPathComponent(name)
      let facts = try? FileManager.default.attributesOfItem(atPath: file.path)
      guard let changed = facts?[.modificationDate] as? Date, -changed.timeIntervalSinceNow > Self.checkpointAge else {
        continue
      }
      try? FileManager.default.removeItem(at: file)
    }
  }
}

/// Why the store could not keep something.
public enum StoreError: Error, Equatable, Sendable {
  /// The file or folder at `path` could not be written, for `reason`.
  case notWritten(path: String, reason: String)
}
