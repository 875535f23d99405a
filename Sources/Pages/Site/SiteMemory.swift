public import Digests
internal import Files
public import Messages

/// What the building of a site keeps for the next time, so that one edited lab costs the reading and making of one lab.
///
/// It lies among SegLab's own files in the course, and a course may come from somebody else: it counts only with a seal that this user's key
/// made for this version of the program. Where there is none, everything is read and made again, to the same bytes.
public struct SiteMemory: Sendable {
  /// What is known of labs, by the digest of the files that each was read from.
  public var labs: [String: [Language: LabCard]] = [:]
  /// SHA-256 of the account of the site that was built last; empty where none was.
  var manifest = ""
  /// The files of that site.
  var files: [String: KnownFile] = [:]

  /// The version of the program.
  private var version: String
  /// What stands in the file.
  private var kept: [UInt8] = []

  /// A file of a site, and how it stood on the disk when it was known to be what it should.
  struct KnownFile: Sendable {
    let entry: SiteManifest.Entry
    let stamp: FileStamp
  }

  private static let name = "site.memory"
  private static let purpose = "site-memory"
  /// A larger file is none of ours: 512 MiB.
  private static let limit = 1 << 29

  /// A memory of nothing.
  ///
  /// - Parameter version: the version of the program.
  public init(version: String) { self.version = version }

  /// What was kept in a folder; nothing where nothing was that `key` sealed.
  ///
  /// - Parameters:
  ///   - folder: SegLab's folder in the course.
  ///   - key: the user's key.
  ///   - version: the version of the program.
  public init(in folder: String, key: SealKey, version: String) {
    self.version = version
    guard let bytes = try? OwnFolder(folder).read(Self.name, limit: Self.limit), bytes.count >= 32,
      Self.seal(bytes[32...], key, version).equals(bytes[..<32]), let found = try? Self(bytes[32...], version: version)
    else { return }
    self = found
    kept = bytes
  }

  /// Keeps it, where it is not what was read. That it cannot be kept is no reason not to go on.
  ///
  /// - Parameters: as of ``init(in:key:version:)``.
  public func keep(in folder: String, key: SealKey) {
    let bytes = self.bytes
    let whole = Array(Self.seal(bytes[...], key, version)) + bytes
    guard whole != kept else { return }
    try? OwnFolder(folder, for: .making(mode: 0o755)).write(whole, as: Self.name)
  }

  private static func seal(_ bytes: ArraySlice<UInt8>, _ key: SealKey, _ version: String) -> SHA256.Digest {
    var code = key.code(for: purpose)
    code.update(data: Array("\(version.utf8.count):\(version)".utf8))
    code.update(data: bytes)
    return code.finalize()
  }
}

extension SiteMemory {
  /// The memory as bytes; the same memory gives the same.
  private var bytes: [UInt8] {
    var kept = KeptWriter()
    kept.add(labs.count)
    for (digest, cards) in labs.sorted(by: { $0.key < $1.key }) {
      kept.add(digest)
      kept.add(cards.count)
      for (language, card) in cards.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        kept.add(language.rawValue)
        card.write(to: &kept)
      }
    }
    kept.add(manifest)
    kept.add(files.count)
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      for text in [path, file.entry.key, file.entry.digest, file.stamp.text] { kept.add(text) }
      kept.add(file.entry.pictures ?? [])
    }
    return kept.bytes
  }

  /// Reads what ``bytes`` wrote.
  private init(_ bytes: ArraySlice<UInt8>, version: String) throws(KeptReader.Fault) {
    self.version = version
    var kept = KeptReader(bytes)
    for _ in 0..<(try kept.number()) {
      let digest = try kept.text()
      var cards: [Language: LabCard] = [:]
      for _ in 0..<(try kept.number()) {
        guard let language = Language(rawValue: try kept.text()) else { throw KeptReader.Fault() }
        cards[language] = try LabCard(from: &kept)
      }
      labs[digest] = cards
    }
    manifest = try kept.text()
    for _ in 0..<(try kept.number()) {
      let path = try kept.text()
      var entry = SiteManifest.Entry(key: try kept.text(), digest: try kept.text())
      guard let stamp = FileStamp(text: try kept.text()) else { throw KeptReader.Fault() }
      let pictures = try kept.texts()
      if !pictures.isEmpty { entry.pictures = pictures }
      files[path] = KnownFile(entry: entry, stamp: stamp)
    }
    guard kept.isAtEnd else { throw KeptReader.Fault() }
  }
}
