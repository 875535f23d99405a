internal import Digests
public import Files

/// Something to be done by whoever takes it.
public struct WorkItem: Sendable {
  /// Its name: 64 hexadecimal digits. What is handed in twice under one name is done once.
  public let id: String
  /// What kind of work it is, in one word of small letters.
  public let label: String
  /// What is to be done: made when it is written, so that a hundred thousand items are not in memory at once.
  public let bytes: @Sendable () throws(FileFault) -> [UInt8]

  /// - Parameters: the parts, as documented on each property.
  public init(id: String, label: String, bytes: @escaping @Sendable () throws(FileFault) -> [UInt8]) {
    precondition(PartName.isDigest(id), "an item's name has 64 hexadecimal digits: \(id)")
    precondition(Self.isKind(label), "an item's kind is a word: \(label)")
    (self.id, self.label, self.bytes) = (id, label, bytes)
  }

  /// The longest name of a kind of work.
  static let mostKindBytes = 40

  /// Whether a word is a kind of work: 1 to 40 small letters and hyphens.
  static func isKind(_ word: some StringProtocol) -> Bool {
    (1...mostKindBytes).contains(word.utf8.count)
      && word.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}

extension WorkStore {
  /// Keeps what many items have in common.
  ///
  /// - Returns: its SHA-256, by which it is found.
  /// - Throws: `WorkProblem` with the system's reason.
  public func keepCommon(_ bytes: [UInt8]) throws(WorkProblem) -> String {
    let digest = SHA256.hash(data: bytes).hexadecimal
    if case .bytes = common(digest) { return digest }
    do throws(FileFault) {
      try folder(.common, for: .making(mode: 0o700)).create(bytes, as: digest, mode: 0o600)
    } catch {
      throw WorkProblem(error)
    }
    return digest
  }

  /// What items have in common; a file that is damaged is put aside.
  public func common(_ digest: String) -> StoredWork {
    guard PartName.isDigest(digest), let folder = try? folder(.common) else {
      return .missing
    }
    return Self.stored(digest, in: folder, limit: Self.mostBytes) { bytes in
      SHA256.hash(data: bytes).hexadecimal == digest ? .bytes(bytes, failed: false) : nil
    }
  }

  /// All that items have in common, of each kind once.
  public var commons: [[UInt8]] {
    let names = (try? folder(.common))?.names ?? []
    return names.filter { PartName.isDigest($0) }.compactMap {
      if case .bytes(let bytes, _) = common($0) { bytes } else { nil }
    }
  }

  /// Hands in items, one after the other. Those that are there already keep what is to be done, and their number.
  ///
  /// - Returns: how many were not there, or were put aside as damaged.
  /// - Throws: `WorkProblem` where the disk refuses: what was written until then is found again when they are handed in once more.
  @discardableResult
  public func enter(_ items: [WorkItem]) throws(WorkProblem) -> Int {
    var written: Set<String> = []
    do throws(FileFault) {
      for item in items {
        let shard = try shard(.items, item.id, makes: true)
        guard shard.facts(of: item.id) == nil else { continue }
        try shard.create(
          file(try item.bytes(), of: item.id, purpose: "work-item"), as: item.id, mode: 0o600, syncs: false)
        written.insert(item.id)
      }
      // Once for all: a number is given only to what is on the disk.
      root.syncAll()
    } catch {
      throw WorkProblem(error)
    }
    return written.union(try order(items)).count
  }

  /// What an item says is to be done.
  public func item(_ id: String) -> StoredWork { stored(id, in: .items, purpose: "work-item") }

  /// Whether it stands there what is to be done for an item; nothing of it is read.
  public func hasItem(_ id: String) -> Bool {
    isFile(id, in: .items)
  }

  /// Gives up what an item says, because nobody can do it: the next time that it is handed in it is written anew.
  public func putAside(item id: String) {
    guard PartName.isDigest(id), let folder = try? shard(.items, id) else { return }
    Self.putAside(id, in: folder)
  }

  /// What came of an item.
  public func result(of id: String) -> StoredWork { stored(id, in: .results, purpose: "work-result") }

  /// Whether something came of an item; nothing of it is read.
  public func hasResult(_ id: String) -> Bool {
    isFile(id, in: .results)
  }

  private func isFile(_ id: String, in part: Part) -> Bool {
    PartName.isDigest(id) && (try? shard(part, id))?.facts(of: id)?.kind == .file
  }

  /// Forgets what came of an item, so that it is done again.
  public func forgetResult(of id: String) {
    guard PartName.isDigest(id) else { return }
    (try? shard(.results, id))?.remove(id)
  }

  /// Forgets what came to nothing, so that it is done again.
  ///
  /// - Throws: `WorkProblem` where the lists of items are not what was written.
  public func forgetFailures() throws(WorkProblem) {
    try forEach { _, entry in
      if hasResult(entry.id), case .bytes(_, failed: true) = result(of: entry.id) { forgetResult(of: entry.id) }
    }
  }
}
