/// A small DICOM file of a test's own: explicit VR, little endian.
struct SampleDICOM {
  var columns = 4
  var rows = 3
  var bits = 16
  var stored: Int?
  var highBit: Int?
  var isSigned = false
  var photometric = "MONOCHROME2"
  var samples = 1
  var frames: String?
  var slope: String?
  var intercept: String?
  var window: (centre: String, width: String)?
  /// The VOI LUT Function.
  var function: String?
  /// Of colours: whether channels lie one after the other.
  var isPlanar = false
  /// Of a palette: red, green and blue of each place, 8 bits each.
  var palette: [(Int, Int, Int)] = []
  /// A Modality LUT: the entries of 16 bits, from the value 0 on.
  var table: [Int] = []
  /// Whether a VOI LUT Sequence stands there.
  var hasWindowTable = false
  /// The pixel data as it is, in the place of `values`.
  var pixels: [UInt8]?
  /// Stored values, the lowest bits of each written.
  var values: [Int] = (0..<12).map { $0 * 100 }
  /// Tags to leave out, group in the upper 16 bits.
  var without: Set<UInt32> = []
  var syntax = "1.2.840.10008.1.2.1"

  /// The content of the file.
  var bytes: [UInt8] {
    var meta = element(0x0002_0010, "UI", padded(syntax, with: 0))
    meta = element(0x0002_0000, "UL", number(meta.count, bytes: 4)) + meta
    var body: [UInt8] = []
    func add(_ tag: UInt32, _ representation: String, _ value: [UInt8]) {
      if !without.contains(tag) { body += element(tag, representation, value) }
    }
    add(0x0008_0016, "UI", padded("1.2.840.10008.5.1.4.1.1.7", with: 0))
    add(0x0028_0002, "US", number(samples, bytes: 2))
    add(0x0028_0004, "CS", padded(photometric, with: 0x20))
    if let frames { add(0x0028_0008, "IS", padded(frames, with: 0x20)) }
    if samples == 3 { add(0x0028_0006, "US", number(isPlanar ? 1 : 0, bytes: 2)) }
    add(0x0028_0010, "US", number(rows, bytes: 2))
    add(0x0028_0011, "US", number(columns, bytes: 2))
    add(0x0028_0100, "US", number(bits, bytes: 2))
    add(0x0028_0101, "US", number(stored ?? bits, bytes: 2))
    add(0x0028_0102, "US", number(highBit ?? (stored ?? bits) - 1, bytes: 2))
    add(0x0028_0103, "US", number(isSigned ? 1 : 0, bytes: 2))
    if let window {
      add(0x0028_1050, "DS", padded(window.centre, with: 0x20))
      add(0x0028_1051, "DS", padded(window.width, with: 0x20))
    }
    if let intercept { add(0x0028_1052, "DS", padded(intercept, with: 0x20)) }
    if let slope { add(0x0028_1053, "DS", padded(slope, with: 0x20)) }
    if let function { add(0x0028_1056, "CS", padded(function, with: 0x20)) }
    if !palette.isEmpty {
      let facts = number(palette.count, bytes: 2) + number(0, bytes: 2) + number(8, bytes: 2)
      for channel: UInt32 in 0..<3 { add(0x0028_1101 + channel, "US", facts) }
      for (channel, parts) in [palette.map(\.0), palette.map(\.1), palette.map(\.2)].enumerated() {
        add(0x0028_1201 + UInt32(channel), "OW", parts.map { UInt8($0) } + (parts.count % 2 == 0 ? [] : [0]))
      }
    }
    if !table.isEmpty { add(0x0028_3000, "SQ", item(lookUp(table))) }
    if hasWindowTable { add(0x0028_3010, "SQ", item(lookUp([0, 1]))) }
    let pixels = self.pixels ?? values.flatMap { number($0, bytes: bits / 8) }
    add(0x7FE0_0010, "OW", pixels.count % 2 == 0 ? pixels : pixels + [0])
    return [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + meta + body
  }

  /// A table as a sequence has it.
  private func lookUp(_ entries: [Int]) -> [UInt8] {
    let facts = [entries.count, 0, 16].flatMap { number($0, bytes: 2) }
    return element(0x0028_3002, "US", facts) + element(0x0028_3006, "OW", entries.flatMap { number($0, bytes: 2) })
  }

  private func item(_ content: [UInt8]) -> [UInt8] {
    [0xFE, 0xFF, 0x00, 0xE0] + number(content.count, bytes: 4) + content
  }

  private func number(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private func padded(_ text: String, with filler: UInt8) -> [UInt8] {
    Array(text.utf8) + (text.utf8.count % 2 == 0 ? [] : [filler])
  }

  private func element(_ tag: UInt32, _ representation: String, _ value: [UInt8]) -> [UInt8] {
    let head = number(Int(tag >> 16), bytes: 2) + number(Int(tag & 0xFFFF), bytes: 2) + Array(representation.utf8)
    let length =
      ["OW", "SQ"].contains(representation) ? [0, 0] + number(value.count, bytes: 4) : number(value.count, bytes: 2)
    return head + length + value
  }
}
