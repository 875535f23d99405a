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
    let pixels = values.flatMap { number($0, bytes: bits / 8) }
    add(0x7FE0_0010, "OW", pixels.count % 2 == 0 ? pixels : pixels + [0])
    return [UInt8](repeating: 0, count: 128) + Array("DICM".utf8) + meta + body
  }

  private func number(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private func padded(_ text: String, with filler: UInt8) -> [UInt8] {
    Array(text.utf8) + (text.utf8.count % 2 == 0 ? [] : [filler])
  }

  private func element(_ tag: UInt32, _ representation: String, _ value: [UInt8]) -> [UInt8] {
    let head = number(Int(tag >> 16), bytes: 2) + number(Int(tag & 0xFFFF), bytes: 2) + Array(representation.utf8)
    let length = representation == "OW" ? [0, 0] + number(value.count, bytes: 4) : number(value.count, bytes: 2)
    return head + length + value
  }
}
