public import Digests
internal import Files
public import Foundation
internal import Messages

/// A folder that several processes, of one machine or of many, work from: items to be done, leases on them, and what came of them.
///
/// - `store.json`: what the folder is, by whose key, and how often who works gives a sign of life.
/// - `common/DIGEST`: what many items have in common, once, named by its SHA-256.
/// - `items/ab/ID`: what is to be done; never changed. `order/NUMBER`: which items were handed in together, the first of them having this
///   number.
/// - `leases/ab/ID.EPOCH`: who does an item; see ``Lease``.
/// - `results/ab/ID`: what came of it, made once and never changed; see ``Lease/publish(_:failed:)``.
/// - `logs`, `cluster`: what workers said, and the numbers by which a cluster knows them.
///
/// Of a shared file system it asks for three things, which NFS gives from version 3 on: a hard link is made in one step or not at all; a file
/// that is opened shows what others had written when they closed it; a file that is renamed or linked is whole. It asks for neither locks
/// nor clocks that agree, and bears with names that a client does not see for a minute after another made them: whoever is misled by that
/// finds, when it tries to take or to publish, that the name is taken. Nobody shares a folder on object storage without hard links.
///
/// Items and results carry a seal by the key of whoever handed them in, so workers need the same key, which lies in the home folder.
public struct WorkStore: Sendable {
  /// How often who works gives a sign of life, and how long it may be silent.
  public struct Timing: Codable, Sendable, Equatable {
    /// The seconds between two signs of life.
    public let beat: Double
    /// The seconds without one, by the watch of whoever waits, after which an item is taken over: clients of NFS may be a minute behind.
    public let patience: Double

    /// - Parameter patience: the seconds without a sign of life after which an item is taken over; a twelfth lies between two signs.
    public init(patience: Double = 180) { (beat, self.patience) = (patience / 12, patience) }
  }

  /// What `store.json` says. Its words are sealed: whoever may write there must not make workers wait for a day.
  private struct Head: Codable {
    var schema = Form.own
    let key: String
    let timing: Timing
    let seal: String

    init(_ timing: Timing, _ key: SealKey) {
      self.timing = timing
      self.key = key.seal("work-store").hexadecimal
      seal = Self.seal(timing, key)
    }

    func isSealed(by key: SealKey) -> Bool { seal == Self.seal(timing, key) }

    private static func seal(_ timing: Timing, _ key: SealKey) -> String {
      key.seal("work-timing", Array("\(timing.beat) \(timing.patience)".utf8)).hexadecimal
    }
  }

  /// What every form of `store.json` says.
  private struct Form: Codable {
    static let start = "seglab/work/v"
    static let version = 4
    static let own = "\(start)\(version)"
    let schema: String
    var version: Int? { schema.hasPrefix(Self.start) ? Int(schema.dropFirst(Self.start.count)) : nil }
  }

  /// The folders in a store.
  enum Part: String, CaseIterable {
    case common, items, order, leases, results, logs, cluster
  }

  /// The folder.
  public let path: String
  /// How often who works gives a sign of life.
  public let timing: Timing
  let key: SealKey
  let root: OwnFolder

  static let headName = "store.json"
  private static let mostHeadBytes = 1 << 16
  /// Items, results and what items have in common have no more bytes: 256 MiB.
  static let mostBytes = 1 << 28

  /// Opens a store, or makes one.
  ///
  /// - Parameters:
  ///   - folder: the folder. Where it is a link, as folders of a cluster often are, it is followed, once, and none in it; in the folder of
  ///     SegLab's own in a course, which may come from somebody else, none is.
  ///   - timing: how a new one is made; nil where there has to be one.
  ///   - key: seals items and results.
  /// - Throws: `WorkProblem`: what is wrong with the folder, or the system's reason.
  public init(_ folder: URL, makes timing: Timing? = nil, key: SealKey) throws(WorkProblem) {
    path = folder.standardizedFileURL.path
    root = try StorePlace.open(path, makes: timing != nil)
    if let timing { try Self.furnish(root, Head(timing, key)) }
    self.key = key
    self.timing = try Self.timing(in: root, at: path, key)
    try requireParts()
  }

  /// What the store's own file says, held against the key.
  private static func timing(in root: OwnFolder, at path: String, _ key: SealKey) throws(WorkProblem) -> Timing {
    let bytes: [UInt8]
    do throws(FileBytes.Fault) {
      bytes = try root.read(headName, limit: mostHeadBytes)
    } catch {
      if case .refused(_, ENOENT) = error { throw .store(.none(path: path)) }
      throw WorkProblem(error)
    }
    let decoder = JSONDecoder()
    let form = try? decoder.decode(Form.self, from: Data(bytes))
    if let form, let version = form.version, version != Form.version {
      throw .store(.otherForm(path: path, form: form.schema, isNewer: version > Form.version))
    }
    guard form?.version == Form.version, let head = try? decoder.decode(Head.self, from: Data(bytes)) else {
      throw .store(.damaged(path: "\(path)/\(headName)"))
    }
    guard head.key == key.seal("work-store").hexadecimal else { throw .store(.otherKey(path: path, key: key.place)) }
    guard head.isSealed(by: key) else { throw .store(.damaged(path: "\(path)/\(headName)")) }
    return head.timing
  }

  /// Writes what a new store has, where it is not there yet.
  private static func furnish(_ root: OwnFolder, _ head: Head) throws(WorkProblem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let bytes = try? encoder.encode(head) else { preconditionFailure("\(head) cannot be encoded") }
    do throws(FileFault) {
      if root.facts(of: headName) == nil { try root.create([UInt8](bytes), as: headName, mode: 0o600) }
      for part in [Part.logs, .cluster] { _ = try root.folder(part.rawValue, for: .making(mode: 0o700)) }
    } catch {
      throw WorkProblem(error)
    }
  }

  /// Makes sure that the folders that are there can be used: one that cannot be read would seem to be empty.
  private func requireParts() throws(WorkProblem) {
    for part in Part.allCases {
      do throws(FileFault) {
        let folder = try folder(part)
        guard folder.isReachable else { throw FileFault(path: folder.path, cause: .system(EACCES)) }
      } catch {
        guard error.cause == .system(ENOENT) else { throw WorkProblem(reading: error) }
      }
    }
  }

  /// Whether others than its owner may remove what lies in it.
  public var isOpenToOthers: Bool { root.isOpenToOthers }

  /// Where what workers say is kept.
  public var logs: String { path + "/logs" }

  /// The folder of a part.
  func folder(_ part: Part, for purpose: OwnFolder.Purpose = .writing) throws(FileFault) -> OwnFolder {
    try root.folder(part.rawValue, for: purpose)
  }

  /// The folder in which a part's things called `id` lie: two digits of it name one of 256, so that no folder grows too long.
  func shard(_ part: Part, _ id: String, makes: Bool = false) throws(FileFault) -> OwnFolder {
    let above = try folder(part, for: makes ? .making(mode: 0o700) : .writing)
    return try above.folder(String(id.prefix(2)), for: makes ? .making(mode: 0o700) : .writing)
  }
}

/// What stands in a store under a name.
public enum StoredWork: Sendable, Equatable {
  /// Nothing.
  case missing
  /// A file that was damaged, or made by somebody else; it was put aside under this name.
  case damaged(path: String)
  /// The file system has a bad moment: nothing is known of it.
  case refused
  /// These bytes.
  case bytes([UInt8], failed: Bool)
}

extension WorkStore {
  /// What is sealed: a word on how it went, and the bytes.
  private enum Line {
    static let done = "done"
    static let failed = "failed"
  }

  /// The longest first line of a file: a seal and a word.
  private static let headBytes = 64 + 1 + 6 + 1

  func file(_ bytes: [UInt8], of id: String, purpose: String, failed: Bool = false) -> [UInt8] {
    let word = failed ? Line.failed : Line.done
    let seal = key.seal(purpose, Array(id.utf8), Array(word.utf8), bytes).hexadecimal
    return Array("\(seal) \(word)\n".utf8) + bytes
  }

  /// What a file holds, once its seal has been held against it; one that is not right is put aside.
  func stored(_ id: String, in part: Part, purpose: String) -> StoredWork {
    guard PartName.isDigest(id), let folder = try? shard(part, id) else { return .missing }
    return Self.stored(id, in: folder, limit: Self.mostBytes + Self.headBytes) { opened($0, of: id, purpose: purpose) }
  }

  /// What a file holds, by what `opened` makes of its bytes; one that is not right is put aside, one that cannot be read at the moment is not.
  static func stored(
    _ id: String, in folder: OwnFolder, limit: Int, opened: ([UInt8]) -> StoredWork?
  ) -> StoredWork {
    do throws(FileBytes.Fault) {
      if let found = opened(try folder.read(id, limit: limit)) { return found }
    } catch {
      switch error {
      case .refused(_, ENOENT): return .missing
      case .refused: return .refused
      case .notAFile, .tooLarge: break
      }
    }
    let aside = putAside(id, in: folder)
    // Another may have done so first, and the right thing was put in its place meanwhile.
    if let bytes = try? folder.read(aside, limit: limit), let found = opened(bytes) {
      _ = try? folder.create(bytes, as: id, mode: 0o600)
      folder.remove(aside)
      return found
    }
    return .damaged(path: "\(folder.path)/\(aside)")
  }

  private static let asideMark = ".damaged-"

  /// Whether something was put aside under this name.
  static func isAside(_ name: String) -> Bool {
    guard let mark = name.firstRange(of: asideMark), PartName.isDigest(name[..<mark.lowerBound]) else { return false }
    return UInt32(name[mark.upperBound...]) != nil
  }

  /// Gives what stands under `id`, and nobody can have written, another name, so that the right thing finds room.
  ///
  /// - Returns: the new name.
  @discardableResult
  static func putAside(_ id: String, in folder: OwnFolder) -> String {
    let aside = "\(id)\(Self.asideMark)\(UInt32.random(in: 0 ... .max))"
    try? folder.rename(id, to: aside)
    return aside
  }

  private func opened(_ all: [UInt8], of id: String, purpose: String) -> StoredWork? {
    guard let end = all.prefix(Self.headBytes).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: all[..<end], as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count == 2, let seal = SHA256.Digest(hexadecimal: words[0]),
      [Line.done, Line.failed].contains(words[1])
    else { return nil }
    let bytes = Array(all[(end + 1)...])
    guard key.seal(purpose, Array(id.utf8), Array(words[1].utf8), bytes).equals(Array(seal)) else { return nil }
    return .bytes(bytes, failed: words[1] == Line.failed)
  }
}
