internal import CZlib

/// Packs bytes as zip files do (RFC 1951, without a header).
enum Deflate {
  /// Packed bytes; nil where there is no memory for it.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard czlib_begin_packing_raw(&stream) == Z_OK else { return nil }
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
    return written.map { Array(output[..<$0]) }
  }

  /// Unpacks into room for just as many bytes as there should be.
  ///
  /// - Returns: the bytes; nil where these are damaged, or hold more or less than `size`.
  static func unpacked(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard czlib_begin_unpacking_raw(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    // One byte more shows what holds more than it says.
    var output = [UInt8](repeating: 0, count: size + 1)
    let (status, written) = bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        let status = inflate(&stream, Z_FINISH)
        return (status, output.count - Int(stream.avail_out))
      }
    }
    guard status == Z_STREAM_END, written == size else { return nil }
    output.removeLast()
    return output
  }
}
