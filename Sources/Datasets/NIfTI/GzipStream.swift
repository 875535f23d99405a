internal import CZlib

/// Unpacks gzip data piece by piece, never more than is asked for: what would unpack to terabytes costs no more than what is read of it.
final class GzipReader {
  private let input: [UInt8]
  private var stream = z_stream()
  private var position = 0
  private var isBroken = false
  private var isAtEnd = false

  /// Whether `bytes` begin as gzip data does.
  static func recognizes(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// - Parameter input: the packed bytes.
  init(_ input: [UInt8]) {
    self.input = input
    isBroken = czlib_begin_unpacking(&stream) != Z_OK
  }

  deinit { inflateEnd(&stream) }

  /// The next `count` bytes; fewer at the end, nil where the data are damaged.
  func read(_ count: Int) -> [UInt8]? {
    guard !isBroken else { return nil }
    var output: [UInt8] = []
    let piece = 1 << 20
    while output.count < count, !isAtEnd {
      let room = min(piece, count - output.count)
      var code = Z_OK
      let part = [UInt8](unsafeUninitializedCapacity: room) { target, filled in
        input.withUnsafeBufferPointer { input in
          let left = min(input.count - position, Int(UInt32.max))
          stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress.map { $0 + position })
          stream.avail_in = UInt32(left)
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(room)
          code = inflate(&stream, Z_NO_FLUSH)
          position += left - Int(stream.avail_in)
          filled = room - Int(stream.avail_out)
        }
      }
      output += part
      if code == Z_STREAM_END {
        isAtEnd = true
      } else if code != Z_OK || part.isEmpty {
        // Nothing more comes, and yet it is not the end.
        isBroken = true
        return nil
      }
    }
    return output
  }
}

/// Packs bytes as gzip data, the same for the same bytes.
enum GzipWriter {
  /// Packs `parts`, one after the other.
  static func pack(_ parts: [[UInt8]]) -> ContiguousArray<UInt8> {
    var stream = z_stream()
    guard czlib_begin_packing(&stream) == Z_OK else {
      preconditionFailure("zlib has no memory for \(parts.count) parts")
    }
    defer { deflateEnd(&stream) }
    var output: ContiguousArray<UInt8> = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    for (number, part) in parts.enumerated() {
      let flush = number == parts.count - 1 ? Z_FINISH : Z_NO_FLUSH
      part.withUnsafeBufferPointer { part in
        stream.next_in = UnsafeMutablePointer(mutating: part.baseAddress)
        stream.avail_in = UInt32(part.count)
        repeat {
          room.withUnsafeMutableBufferPointer { room in
            stream.next_out = room.baseAddress
            stream.avail_out = UInt32(room.count)
            _ = deflate(&stream, flush)
            output += room[..<(room.count - Int(stream.avail_out))]
          }
        } while stream.avail_out == 0
      }
    }
    return output
  }
}
