/// Builds PNG files byte by byte, without the library under test.
struct SamplePNG {
  var width: Int
  var height: Int
  /// Bits of one sample or palette index: 1, 2, 4, 8 or 16.
  var bits: Int
  /// 0 grey, 2 RGB, 3 palette, 4 grey and opacity, 6 RGB and opacity.
  var colourType: Int
  var isInterlaced = false
  var palette: [(UInt8, UInt8, UInt8)] = []
  /// The content of the tRNS chunk.
  var transparency: [UInt8] = []
  /// What a sample holds: column, row, channel.
  var sample: (Int, Int, Int) -> Int = { _, _, _ in 0 }

  var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType, default: 1] }

  /// The whole file.
  var bytes: [UInt8] {
    let header =
      Self.word(width) + Self.word(height) + [UInt8(bits), UInt8(colourType), 0, 0, isInterlaced ? 1 : 0]
    var file = Self.signature + Self.chunk("IHDR", header)
    if !palette.isEmpty { file += Self.chunk("PLTE", palette.flatMap { [$0.0, $0.1, $0.2] }) }
    if !transparency.isEmpty { file += Self.chunk("tRNS", transparency) }
    return file + Self.chunk("IDAT", Self.stored(rows)) + Self.chunk("IEND", [])
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The rows of all passes, each after its filter byte.
  private var rows: [UInt8] {
    let adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    var result: [UInt8] = []
    for (left, top, across, down) in isInterlaced ? adam7 : [(0, 0, 1, 1)] {
      let columns = Array(stride(from: left, to: width, by: across))
      guard !columns.isEmpty else { continue }
      for y in stride(from: top, to: height, by: down) { result += row(y, columns) }
    }
    return result
  }

  private func row(_ y: Int, _ columns: [Int]) -> [UInt8] {
    var row: [UInt8] = [0]
    var (pending, held) = (0, 0)
    for x in columns {
      for channel in 0..<channels {
        let value = sample(x, y, channel)
        if bits == 16 {
          row += [UInt8(value >> 8), UInt8(value & 255)]
        } else {
          (pending, held) = (pending << bits | value, held + bits)
          if held == 8 {
            row.append(UInt8(pending))
            (pending, held) = (0, 0)
          }
        }
      }
    }
    if held > 0 { row.append(UInt8(pending << (8 - held))) }
    return row
  }

  static func word(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }

  static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    return word(content.count) + body + word(Int(checksum(body)))
  }

  /// The cyclic redundancy check that ends each chunk.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var check: UInt32 = ~0
    for byte in bytes {
      check ^= UInt32(byte)
      for _ in 0..<8 { check = check & 1 == 1 ? 0xEDB8_8320 ^ (check >> 1) : check >> 1 }
    }
    return ~check
  }

  /// A zlib stream that only stores.
  static func stored(_ content: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var rest = content[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let count = block.count
      stream += [rest.isEmpty ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), ~UInt8(count & 255), ~UInt8(count >> 8)]
      stream += block
    } while !rest.isEmpty
    return stream + sum(content)
  }

  /// A zlib stream of `count` zeros, packed as tightly as can be: one byte for each 158.
  static func zeros(_ count: Int) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var (pending, held) = (UInt32(0), 0)
    func put(_ value: UInt32, _ bits: Int) {
      pending |= value << held
      held += bits
      while held >= 8 {
        stream.append(UInt8(pending & 255))
        (pending, held) = (pending >> 8, held - 8)
      }
    }
    put(1, 1)
    put(1, 2)
    // Codes go in with their first bit lowest: literal 0 is 00110000, length 258 is 11000101, distance 1 is 00000.
    put(0b0000_1100, 8)
    var left = count - 1
    while left >= 258 {
      put(0b1010_0011, 8)
      put(0, 5)
      left -= 258
    }
    for _ in 0..<left { put(0b0000_1100, 8) }
    put(0, 7)
    if held > 0 { put(0, 8 - held) }
    // The sum of zeros: 1, and 1 for every byte.
    return stream + word((count % 65_521) << 16 | 1)
  }

  private static func sum(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b) = (1, 0)
    for byte in bytes { (a, b) = ((a + Int(byte)) % 65_521, (a + b + Int(byte)) % 65_521) }
    return word(b << 16 | a)
  }
}
