internal import Files
internal import Foundation

/// The sets that are at hand, one folder each, named after the set.
///
/// A set's folder holds `set.json`, the list of samples with a SHA-256 each, and the file of pixels that the list
/// belongs to. A set is replaced by writing new pixels beside the old ones and then renaming a new list into place: a
/// reader finds the old set or the new one, whole, at whatever moment the writer is killed.
public struct DataStore: Sendable {
  /// The folder that holds the sets' folders; made when the first set is saved.
  public let folder: String
  private static let listName = "set.json"
  /// The most bytes of a list that are read: 256 MiB.
  private static let listLimit = 1 << 25
  /// How many seconds another writer of the same set is waited for.
  private static let patience = 120.0

  /// - Parameter folder: the folder that holds the sets' folders, for example `.seglab/data`.
  public init(folder: String) { self.folder = folder }

  /// A set in the store, as it is listed.
  public struct Entry: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// The set's digest and numbers as they were when it was saved, or what is broken.
    public let facts: Result<Facts, DatasetError>
  }

  /// What is known of a set without reading its pixels.
  public struct Facts: Sendable, Equatable {
    /// The set's digest.
    public let digest: String
    /// The set in numbers.
    public let summary: SetSummary
  }

  /// The sets in the store, by name; broken ones included, with what is broken. Pixels are not read.
  ///
  /// - Throws: `DatasetError.unreadable` or `.notAFolder` for the store's own folder; a folder that is not there holds
  ///   no sets.
  public func list() throws(DatasetError) -> [Entry] {
    let names: [String]
    do { names = try FolderListing(of: folder).names } catch {
      if case .noSuchFolder = error { return [] }
      throw error
    }
    var entries: [Entry] = []
    for name in names where Self.isValid(name: name) {
      do {
        let manifest = try manifest(of: name)
        entries.append(Entry(name: name, facts: .success(Facts(digest: manifest.digest, summary: manifest.summary))))
      } catch {
        // A folder without a list is a set that never was whole: a first saving that was killed.
        if case .unknownSet = error { continue }
        entries.append(Entry(name: name, facts: .failure(error)))
      }
    }
    return entries
  }

  /// What is known of the set called `name`; its pixels are not read.
  ///
  /// - Throws: `DatasetError.invalidName`, `.unknownSet`, `.unreadable`, or `.damagedSet` for a broken list.
  public func facts(of name: String) throws(DatasetError) -> Facts {
    guard Self.isValid(name: name) else { throw .invalidName(name) }
    let manifest = try manifest(of: name)
    return Facts(digest: manifest.digest, summary: manifest.summary)
  }

  /// The set called `name`, every byte of it checked.
  ///
  /// - Throws: `DatasetError.invalidName`, `.unknownSet`, `.unreadable`, or `.damagedSet` with what is broken.
  public func load(name: String) throws(DatasetError) -> ImageMaskSet {
    guard Self.isValid(name: name) else { throw .invalidName(name) }
    var manifest = try manifest(of: name)
    while true {
      do { return try load(manifest, name: name) } catch {
        // Another process may have replaced the set, and removed its old pixels, since the list was read.
        guard case .damagedSet(_, .pixelsMissing) = error else { throw error }
        let now = try self.manifest(of: name)
        guard now.digest != manifest.digest else { throw error }
        manifest = now
      }
    }
  }

  /// Keeps `set` under `name`, in place of one that was there.
  ///
  /// - Throws: `DatasetError.invalidName`, or `.notWritten` with the system's reason; what was there before is then as
  ///   it was.
  public func save(_ set: ImageMaskSet, as name: String) throws(DatasetError) {
    guard Self.isValid(name: name) else { throw .invalidName(name) }
    let path = "\(folder)/\(name)"
    let manifest = SetManifest(of: set)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      let place = try OwnFolder(path, for: .making(mode: 0o755))
      // Given back when the folder is, or with the end of the process.
      guard place.waitsToHold(seconds: Self.patience) else {
        throw FileFault(path: path, cause: .system(EWOULDBLOCK))
      }
      let pixels = set.samples.lazy.map { PackedPixels.pack($0.image, $0.label) }
      try place.write(parts: pixels, as: manifest.pixelFile)
      try place.write(try encoder.encode(manifest), as: Self.listName)
      // Held, nobody else writes here: pixels of former sets, and what killed writers left, are of no more use.
      for old in place.names where Self.isPixelFile(old) && old != manifest.pixelFile { place.removeUnlessHeld(old) }
      for old in place.names {
        guard let target = PartName.target(of: old) else { continue }
        if Self.isPixelFile(target) || target == Self.listName { place.removeUnlessHeld(old) }
      }
    } catch {
      let fault = (error as any Error) as? FileFault
      throw .notWritten(path: fault?.path ?? path, reason: fault?.reason ?? error.localizedDescription)
    }
  }

  /// Whether SegLab gives a file of pixels this name.
  private static func isPixelFile(_ name: String) -> Bool {
    name.hasPrefix("pixels-") && name.hasSuffix(".bin")
      && PartName.isDigest(name.dropFirst("pixels-".count).dropLast(".bin".count), count: 16)
  }

  /// Whether a set can be called `name`: 1 to 64 letters and digits of ASCII, `-`, `_` and `.`; a letter or digit
  /// first.
  public static func isValid(name: String) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    guard (1...64).contains(name.utf8.count), let first = name.utf8.first, isPlain(first) else { return false }
    return name.utf8.allSatisfy { isPlain($0) || "-_.".utf8.contains($0) }
  }

  /// The list of the set `name`, proven to agree with itself.
  private func manifest(of name: String) throws(DatasetError) -> SetManifest {
    struct Form: Decodable {
      let schema: String
    }
    let path = "\(folder)/\(name)/\(Self.listName)"
    let bytes: [UInt8]
    do { bytes = try FileBytes.read(path, limit: Self.listLimit) } catch {
      switch error {
      case .refused(_, ENOENT), .refused(_, ENOTDIR): throw .unknownSet(name: name, known: knownNames())
      case .refused: throw .unreadable(path: path, reason: error.systemReason ?? "")
      case .notAFile, .tooLarge: throw .damagedSet(name: name, damage: .listUnreadable(path: path))
      }
    }
    let decoder = JSONDecoder()
    guard let form = try? decoder.decode(Form.self, from: Data(bytes)) else {
      throw .damagedSet(name: name, damage: .listUnreadable(path: path))
    }
    guard form.schema == SetManifest.currentSchema else {
      throw .damagedSet(
        name: name, damage: .otherForm(path: path, found: form.schema, expected: SetManifest.currentSchema))
    }
    guard let manifest = try? decoder.decode(SetManifest.self, from: Data(bytes)) else {
      throw .damagedSet(name: name, damage: .listUnreadable(path: path))
    }
    guard manifest.pixelBytes != nil else { throw .damagedSet(name: name, damage: .listAltered(path: path)) }
    return manifest
  }

  private func knownNames() -> [String] {
    let names = (try? FolderListing(of: folder).names) ?? []
    return names.filter { Self.isValid(name: $0) && access("\(folder)/\($0)/\(Self.listName)", F_OK) == 0 }
  }

  private func load(_ manifest: SetManifest, name: String) throws(DatasetError) -> ImageMaskSet {
    let path = "\(folder)/\(name)/\(manifest.pixelFile)"
    let samples = try PixelReader(path: path, set: name, expected: manifest.pixelBytes ?? 0)
      .samples(manifest.samples, classCount: manifest.classCount)
    return ImageMaskSet(
      name: name, classCount: manifest.classCount, samples: samples, origin: manifest.origin)
  }
}
