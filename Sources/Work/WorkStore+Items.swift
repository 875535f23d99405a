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
    precondition(Self.isKind(label), "an item's kind is a word: \(label)")
    (self.id, self.label, self.bytes) = (id, label, bytes)
  }

  /// Whether a word is a kind of work: 1 to 40 small letters and hyphens.
  static func isKind(_ word: some StringProtocol) -> Bool {
    (1...40).contains(word.utf8.count)
      && word.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
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
  /// How often a number is tried that is taken by nothing to be seen, a second apart.
  private static let mostTries = 100

  /// Keeps what many items have in common.
  ///
  /// - Returns: its SHA-256, by which it is found.
  /// - Throws: `WorkProblem` with the system's reason.
  public func keepCommon(_ bytes: [UInt8]) throws(WorkProblem) -> String {
    let digest = SHA256.hash(data: bytes).hexadecimal
    guard common(digest) == nil else { return digest }
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
    } catch {
      throw WorkProblem(error)
    }
    return try order(items)
  }

  /// Gives numbers to the items that have none.
  private func order(_ items: [WorkItem]) throws(WorkProblem) -> Int {
    var (place, tries) = ("", 0)
    while true {
      let known = try entries()
      var ids = Set(known.map(\.id))
      let new = items.filter { ids.insert($0.id).inserted }
      guard !new.isEmpty else { return 0 }
      let lines = new.map { "\($0.id) \($0.label)\n" }.joined()
      let name = Self.orderName(known.count)
      do throws(FileFault) {
        let folder = try root.folder(Self.orderName, for: .making(mode: 0o700))
        if try folder.create(Array(lines.utf8), as: name, mode: 0o600) { return new.count }
      } catch {
        throw WorkProblem(error)
      }
      // Somebody who handed in others meanwhile has the number; what a cache does not show of that yet it shows in a minute.
      (place, tries) = (name, place == name ? tries + 1 : 1)
      guard tries < Self.mostTries else { throw .damaged(path: "\(path)/\(Self.orderName)/\(name)") }
      if tries > 1 { Thread.sleep(forTimeInterval: 1) }
    }
  }

  private static func orderName(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// Whether more was handed in once there were `count` items: the next list is called by that number.
  public func hasList(at count: Int) -> Bool {
    (try? root.folder(Self.orderName, for: .writing))?.facts(of: Self.orderName(count)) != nil
  }

  /// All items, by number.
  ///
  /// - Throws: `WorkProblem.damaged` where the lists are not what was written.
  public func entries() throws(WorkProblem) -> [WorkEntry] {
    guard let folder = try? root.folder(Self.orderName, for: .writing) else { return [] }
    // Each list is called by its number; the listing only tells of such that nobody could have written.
    let listed = folder.names.filter { $0.utf8.count == 10 && $0.utf8.allSatisfy { (48...57).contains($0) } }
    var (entries, read, ids): ([WorkEntry], Set<String>, Set<String>) = ([], [], [])
    while true {
      let name = Self.orderName(entries.count)
      let bytes: [UInt8]
      do throws(FileBytes.Fault) { bytes = try folder.read(name, limit: Self.mostOrderBytes) } catch {
        if case .refused(_, ENOENT) = error { break }
        throw WorkProblem(error)
      }
      let found = bytes.split(separator: UInt8(ascii: "\n")).map(Self.entry)
      guard !found.isEmpty, read.insert(name).inserted else { throw .damaged(path: "\(folder.path)/\(name)") }
      for entry in found {
        guard let entry, ids.insert(entry.id).inserted else { throw .damaged(path: "\(folder.path)/\(name)") }
        entries.append(entry)
      }
    }
    if let stray = listed.filter({ !read.contains($0) }).min() { throw .damaged(path: "\(folder.path)/\(stray)") }
    return entries
  }

  /// What a line of a list says; nil where nobody could have written it.
  private static func entry(_ line: ArraySlice<UInt8>) -> WorkEntry? {
    guard line.count <= 64 + 1 + 40, let words = String(validating: line, as: UTF8.self)?.split(separator: " "),
      words.count == 2, PartName.isDigest(words[0]), WorkItem.isKind(words[1])
    else { return nil }
    return WorkEntry(id: String(words[0]), label: String(words[1]))
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
