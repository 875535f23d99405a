internal import CZlib
internal import Files
public import Foundation
public import Messages

/// A zip file, in memory or on the disk, read within bounds: names that lead nowhere else, no links, nothing twice, nothing that unpacks to more than it
/// says or may.
public struct ZipArchive: Sendable {
  /// One file in it.
  public struct Entry: Sendable {
    /// The folders on the way and the file's name, composed as Unicode's NFC.
    public let path: [String]
    /// When it was changed, as far as the archive says.
    public let time: Date?
    /// Its bytes once unpacked, as the archive says.
    public let size: Int
    let method: Int
    let packedSize: Int
    let checksum: UInt32
    let offset: Int
  }

  /// The files that can be read, in the order of the archive.
  public let entries: [Entry]
  /// What of it cannot be read, each kind once.
  public let troubles: [SubmissionPhrase.ZipTrouble]
  private let source: ZipSource

  /// The most entries of an archive.
  static let mostEntries = 50_000
  /// The most bytes of the part that names them.
  private static let mostDirectoryBytes = 64 << 20
  private static let endMark: [UInt8] = [0x50, 0x4B, 5, 6]

  /// Reads what an archive holds; nothing is unpacked.
  ///
  /// - Parameter bytes: the whole file.
  /// - Throws: `SubmissionPhrase.ZipTrouble` where nothing of it can be read.
  public init(_ bytes: [UInt8]) throws(SubmissionPhrase.ZipTrouble) { try self.init(.memory(bytes)) }

  /// - Parameter source: where its bytes are; of a file no more is in memory than what names its entries.
  /// - Throws: `SubmissionPhrase.ZipTrouble` where nothing of it can be read.
  init(_ source: ZipSource) throws(SubmissionPhrase.ZipTrouble) {
    self.source = source
    let tail = source.slice(max(0, source.count - Self.mostEndBytes), min(source.count, Self.mostEndBytes)) ?? []
    guard let end = Self.end(of: tail), let count = ZipBytes(tail).word(end + 10),
      let start = ZipBytes(tail).long(end + 16),
      let directory = source.slice(start, min(max(0, source.count - start), Self.mostDirectoryBytes))
    else { throw .damaged }
    let reader = ZipBytes(directory)
    guard count <= Self.mostEntries else { throw .tooMany(limit: Self.mostEntries) }
    var entries: [Entry] = []
    var troubles: [SubmissionPhrase.ZipTrouble] = []
    func note(_ trouble: SubmissionPhrase.ZipTrouble) { if !troubles.contains(trouble) { troubles.append(trouble) } }
    var seen: [[String]: Int] = [:]
    var at = 0
    // Files that lie one over the other would be unpacked again and again: together they are no longer than the archive.
    var packedBytes = 0
    for _ in 0..<count {
      guard reader.long(at) == 0x0201_4B50, let made = reader.word(at + 4), let flags = reader.word(at + 8),
        let method = reader.word(at + 10), let checksum = reader.long(at + 16), let packed = reader.long(at + 20),
        let size = reader.long(at + 24), let nameLength = reader.word(at + 28), let extraLength = reader.word(at + 30),
        let commentLength = reader.word(at + 32), let attributes = reader.long(at + 38),
        let offset = reader.long(at + 42),
        let name = reader.slice(at + 46, nameLength), let extra = reader.slice(at + 46 + nameLength, extraLength)
      else { throw .damaged }
      packedBytes += packed
      guard packedBytes <= source.count else { throw .damaged }
      let time = ZipTime.date(dos: reader.long(at + 12) ?? 0, extra: extra)
      at += 46 + nameLength + extraLength + commentLength
      let text = ZipName.text(of: name, isUTF8: flags & 0x800 != 0)
      if text.hasSuffix("/") || text.hasSuffix("\\") { continue }
      guard let path = ZipName.path(of: text) else {
        note(.escapes)
        continue
      }
      // The kind of file, where the archive was made on a system of the family of Unix.
      let kind = made >> 8 == 3 ? (attributes >> 16) & 0xF000 : 0
      guard kind == 0 || kind == 0x8000 else {
        note(.link)
        continue
      }
      guard flags & 1 == 0 else {
        note(.encrypted)
        continue
      }
      guard method == 0 || method == 8 else {
        note(.method(method))
        continue
      }
      seen[path.map { $0.lowercased() }, default: 0] += 1
      entries.append(
        Entry(
          path: path, time: time, size: size, method: method, packedSize: packed,
          checksum: UInt32(truncatingIfNeeded: checksum), offset: offset))
    }
    if seen.values.contains(where: { $0 > 1 }) { note(.duplicate) }
    self.entries = entries.filter { seen[$0.path.map { $0.lowercased() }] == 1 }
    self.troubles = troubles
  }

  /// The longest end: with a comment of as many bytes as there may be.
  private static let mostEndBytes = 22 + 65_535

  /// Where in an archive's last bytes the directory's end stands: the last place that looks like it and is consistent with the file's length.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var at = bytes.count - 22
    let least = max(0, bytes.count - 22 - 65_535)
    while at >= least {
      if Array(bytes[at..<at + 4]) == endMark, at + 22 + Int(bytes[at + 20]) + Int(bytes[at + 21]) << 8 <= bytes.count {
        return at
      }
      at -= 1
    }
    return nil
  }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - entry: the file.
  ///   - limit: the most bytes that are taken.
  /// - Returns: the bytes, whole and as their checksum says.
  /// - Throws: `SubmissionPhrase.ZipTrouble`.
  public func read(_ entry: Entry, limit: Int) throws(SubmissionPhrase.ZipTrouble) -> [UInt8] {
    guard entry.size <= limit else { throw .tooLarge(limit: limit) }
    guard let head = source.slice(entry.offset, 30).map({ ZipBytes($0) }), head.long(0) == 0x0403_4B50,
      let name = head.word(26), let extra = head.word(28),
      let packed = source.slice(entry.offset + 30 + name + extra, entry.packedSize)
    else { throw .damaged }
    guard let unpacked = entry.method == 0 ? packed : Deflate.unpacked(packed, size: entry.size),
      unpacked.count == entry.size,
      UInt32(truncatingIfNeeded: crc32(0, unpacked, UInt32(unpacked.count))) == entry.checksum
    else { throw .damaged }
    return unpacked
  }
}

/// Where the bytes of a zip file are.
enum ZipSource: Sendable {
  /// Here.
  case memory([UInt8])
  /// On the disk, where they are read as they are asked for.
  case file(OpenFile)

  /// How many there are.
  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(let file): file.length
    }
  }

  /// So many bytes from a place on; nil where there are not so many, or the disk refuses.
  func slice(_ at: Int, _ count: Int) -> [UInt8]? {
    guard at >= 0, count >= 0, count <= self.count, at <= self.count - count else { return nil }
    switch self {
    case .memory(let bytes): return Array(bytes[at..<at + count])
    case .file(let file): return (try? file.read(count, at: at)).flatMap { $0.count == count ? $0 : nil }
    }
  }
}

/// Numbers in a zip file, the lowest byte first; nil beyond its end.
struct ZipBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func word(_ at: Int) -> Int? {
    guard at >= 0, at <= bytes.count - 2 else { return nil }
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8
  }

  func long(_ at: Int) -> Int? {
    guard let low = word(at), let high = word(at + 2) else { return nil }
    return low | high << 16
  }

  func slice(_ at: Int, _ count: Int) -> [UInt8]? {
    guard at >= 0, count >= 0, count <= bytes.count, at <= bytes.count - count else { return nil }
    return Array(bytes[at..<at + count])
  }
}
