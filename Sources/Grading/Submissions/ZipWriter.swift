internal import CZlib
internal import Foundation

/// Makes a zip file: the same files give the same bytes.
struct ZipWriter {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The first of January 1980: no file is newer than another.
  private static let time: [UInt8] = [0, 0, 0x21, 0]

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - path: its name, folders parted by `/`.
  ///   - bytes: what it holds.
  ///   - isProgram: whether it may be started.
  mutating func add(_ path: String, _ bytes: [UInt8], isProgram: Bool = false) {
    let packed = Self.deflated(bytes)
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

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard czlib_begin_packing_raw(&stream) == Z_OK else { return bytes }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 16)
    let written = bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? output.count - Int(stream.avail_out) : nil
      }
    }
    return written.map { Array(output[..<$0]) } ?? bytes
  }

  private static func word(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func long(_ value: Int) -> [UInt8] { word(value & 0xFFFF) + word(value >> 16 & 0xFFFF) }
}
