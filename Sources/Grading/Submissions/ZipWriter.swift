internal import CZlib
internal import Foundation

/// Makes a zip file: the same files give the same bytes. It has at most 65,535 files and less than 4 GiB, as every program reads it.
struct ZipWriter {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  /// How many files it has.
  private(set) var count = 0
  /// About how many bytes it has.
  var size: Int { body.count + directory.count }

  /// The first of January 1980: no file is newer than another.
  private static let time: [UInt8] = [0, 0, 0x21, 0]

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - path: its name, folders parted by `/`.
  ///   - bytes: what it holds.
  ///   - isProgram: whether it may be started.
  mutating func add(_ path: String, _ bytes: [UInt8], isProgram: Bool = false) {
    precondition(count < 0xFFFF && size + bytes.count < 0xFFFF_0000, "\(count) files, \(size + bytes.count) bytes")
    let packed = Deflate.packed(bytes) ?? bytes
    let isPacked = packed.count < bytes.count
    let content = isPacked ? packed : bytes
    let name = Array(path.utf8)
    let checksum = UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
    // What both the file's own head and the directory say: UTF-8, method, time, checksum, sizes, the name's length.
    let common =
      Self.word(20) + Self.word(0x800) + Self.word(isPacked ? 8 : 0) + Self.time + Self.long(Int(checksum))
      + Self.long(content.count) + Self.long(bytes.count) + Self.word(name.count) + Self.word(0)
    directory += Self.long(0x0201_4B50) + Self.word(3 << 8 | 20) + common + Self.word(0) + Self.word(0) + Self.word(0)
    directory += Self.long((isProgram ? 0o100755 : 0o100644) << 16) + Self.long(body.count) + name
    body += Self.long(0x0403_4B50) + common + name + content
    count += 1
  }

  /// The whole file.
  var bytes: [UInt8] {
    body + directory + Self.long(0x0605_4B50) + Self.word(0) + Self.word(0) + Self.word(count) + Self.word(count)
      + Self.long(directory.count) + Self.long(body.count) + Self.word(0)
  }

  private static func word(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16 & 0xFFFF) }
}
