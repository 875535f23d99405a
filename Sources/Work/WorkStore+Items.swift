internal import Digests
internal import Files
internal import Foundation

/// Something to be done by whoever takes it.
public struct WorkItem: Sendable, Equatable {
  /// Its name: 64 hexadecimal digits. What is handed in twice under one name is done once.
  public let id: String
  /// What kind of work it is, in one word of small letters.
  public let label: String
  /// What is to be done.
  public let bytes: [UInt8]

  /// - Parameters: the parts, as documented on each property.
  public init(id: String, label: String, bytes: [UInt8]) {
    precondition(PartName.isDigest(id), "an item's name has 64 hexadecimal digits: \(id)")
    precondition(label.wholeMatch(of: /[a-z-]{1,40}/) != nil, "an item's kind is a word: \(label)")
    (self.id, self.label, self.bytes) = (id, label, bytes)
  }
}

/// An item as the store lists it; its number is its place there, from 0.
public struct WorkEntry: Sendable, Equatable {
  /// Its name.
  public let id: String
  /// What kind of work it is.
  public let label: String
}

extension WorkStore {
  private static let orderName = "order"
  private static let mostOrderBytes = 1 << 28

  /// Keeps what many items have in common.
  ///
  /// - Returns: its SHA-256, by which it is found.
  /// - Throws: `WorkProblem` with the system's reason.
  public func keepCommon(_ bytes: [UInt8]) throws(WorkProblem) -> String {
    let digest = SHA256.hash(data: bytes).hexadecimal
    do throws(FileFault) {
      let folder = try root.folder("common", for: .making(mode: 0o700))
      if try !folder.create(bytes, as: digest, mode: 0o600), common(digest) == nil {
        // What stands there was damaged: the same name has always the same bytes.
        try folder.write(bytes, as: digest, mode: 0o600)
      }
    } catch {
      throw WorkProblem(error)
    }
    return digest
  }

  /// What items have in common; nil where it is missing or damaged.
  public func common(_ digest: String) -> [UInt8]? {
    guard PartName.isDigest(digest), let folder = try? root.folder("common", for: .writing),
      let bytes = try? folder.read(digest, limit: Self.mostBytes), SHA256.hash(data: bytes).hexadecimal == digest
    else { return nil }
    return bytes
  }

  /// Hands in items. Those that are there already keep what is to be done, and their number.
  ///
  /// - Returns: how many are new.
  /// - Throws: `WorkProblem` where the disk refuses: what was written until then is found again when they are handed in once more.
  @discardableResult
  public func enter(_ items: [WorkItem]) throws(WorkProblem) -> Int {
    do throws(FileFault) {
      for item in items {
        let shard = try shard("items", item.id, makes: true)
        guard shard.facts(of: item.id) == nil else { continue }
        try shard.create(file(item.bytes, of: item.id, purpose: "work-item"), as: item.id, mode: 0o600, syncs: false)
      }
      // Once for all: a number is given only to what is on the disk.
      root.syncAll()
      let order = try root.folder(Self.orderName, for: .making(mode: 0o700))
      while true {
        let known: [WorkEntry]
        do throws(WorkProblem) { known = try entries() } catch { throw FileFault(path: path, cause: .notAFile) }
        var ids = Set(known.map(\.id))
        let new = items.filter { ids.insert($0.id).inserted }
        guard !new.isEmpty else { return 0 }
        let lines = new.map { "\($0.id) \($0.label)\n" }.joined()
        // Somebody who handed in others meanwhile has the number.
        if try order.create(Array(lines.utf8), as: Self.orderName(known.count), mode: 0o600) { return new.count }
      }
    } catch {
      throw WorkProblem(error)
    }
  }

  private static func orderName(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// All items, by number.
  ///
  /// - Throws: `WorkProblem.damaged` where the lists are not what was written.
  public func entries() throws(WorkProblem) -> [WorkEntry] {
    guard let folder = try? root.folder(Self.orderName, for: .writing) else { return [] }
    var entries: [WorkEntry] = []
    for name in folder.names.filter({ $0.count == 10 && $0.utf8.allSatisfy { (48...57).contains($0) } }).sorted() {
      let bytes: [UInt8]
      do { bytes = try folder.read(name, limit: Self.mostOrderBytes) } catch { throw WorkProblem(error) }
      guard name == Self.orderName(entries.count) else { throw .damaged(path: "\(folder.path)/\(name)") }
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let words = String(decoding: line.prefix(120), as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 2, PartName.isDigest(words[0]) else { throw .damaged(path: "\(folder.path)/\(name)") }
        entries.append(WorkEntry(id: words[0], label: words[1]))
      }
    }
    return entries
  }

  /// What an item says is to be done.
  public func item(_ id: String) -> StoredWork { stored(id, kind: "items", purpose: "work-item") }

  /// What came of an item.
  public func result(of id: String) -> StoredWork { stored(id, kind: "results", purpose: "work-result") }

  /// Whether something came of an item; nothing of it is read.
  public func hasResult(_ id: String) -> Bool {
    PartName.isDigest(id) && (try? shard("results", id))?.facts(of: id)?.kind == .file
  }

  /// Forgets what came of an item, so that it is done again.
  public func forgetResult(of id: String) {
    guard PartName.isDigest(id) else { return }
    (try? shard("results", id))?.remove(id)
  }
}
