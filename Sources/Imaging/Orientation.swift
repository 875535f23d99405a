/// How a stored picture is turned or mirrored before it is shown, by the note that cameras write into a file: the EXIF tag Orientation.
struct Orientation: Equatable {
  /// 2 to 8 as the standard numbers them; a picture that is shown as stored has none.
  let number: Int

  /// The most entries of a list of tags that are looked at.
  private static let entryLimit = 1_000

  /// - Parameter number: as the standard numbers them; nil for 1 and for what is none.
  init?(number: Int) {
    guard (2...8).contains(number) else { return nil }
    self.number = number
  }

  /// The orientation that the JPEG file of these bytes asks for; nil where it is shown as stored.
  init?(jpeg bytes: [UInt8]) {
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      // Fill bytes; the pixels begin, or the file ends.
      if marker == 0xFF {
        place += 1
        continue
      }
      if marker == 0xDA || marker == 0xD9 { return nil }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2, place + 2 + length <= bytes.count else { return nil }
      let content = bytes[place + 4..<place + 2 + length]
      if marker == 0xE1, content.starts(with: Array("Exif".utf8) + [0, 0]) {
        self.init(tags: content.dropFirst(6))
        return
      }
      place += 2 + length
    }
    return nil
  }

  /// The orientation that the PNG file of these bytes asks for; nil where it is shown as stored.
  init?(png bytes: [UInt8]) {
    guard let tags = PNGChunk.content("eXIf", of: bytes) else { return nil }
    self.init(tags: tags)
  }

  /// Reads a list of tags as TIFF files have it, in the byte order that it begins with.
  private init?(tags: ArraySlice<UInt8>) {
    let bytes = Array(tags)
    guard bytes.count >= 8, bytes[0] == bytes[1] else { return nil }
    let isBig = bytes[0] == UInt8(ascii: "M")
    guard isBig || bytes[0] == UInt8(ascii: "I") else { return nil }
    func number(_ place: Int, _ count: Int) -> Int? {
      guard place >= 0, place <= bytes.count - count else { return nil }
      let part = bytes[place..<place + count]
      return (isBig ? Array(part) : part.reversed()).reduce(0) { $0 << 8 | Int($1) }
    }
    guard number(2, 2) == 42, let list = number(4, 4), let count = number(list, 2) else { return nil }
    for entry in 0..<min(count, Self.entryLimit) {
      let place = list + 2 + 12 * entry
      guard let tag = number(place, 2) else { return nil }
      guard tag == 0x0112 else { continue }
      guard number(place + 2, 2) == 3, let value = number(place + 8, 2) else { return nil }
      self.init(number: value)
      return
    }
    return nil
  }

  /// Whether rows become columns.
  var exchangesSides: Bool { number >= 5 }

  /// Values as they are to be shown.
  ///
  /// - Parameters:
  ///   - values: row after row from the top as stored: `[height, width, channels]`.
  ///   - width: pixels in a stored row.
  ///   - height: stored rows.
  ///   - channels: values of a pixel.
  /// - Returns: `[height, width, channels]`, or `[width, height, channels]` where rows become columns.
  func apply<Value>(to values: [Value], width: Int, height: Int, channels: Int = 1) -> [Value] {
    var turned: [Value] = []
    turned.reserveCapacity(values.count)
    let (columns, rows) = exchangesSides ? (height, width) : (width, height)
    for y in 0..<rows {
      for x in 0..<columns {
        let (column, row) =
          switch number {
          case 2: (width - 1 - x, y)
          case 3: (width - 1 - x, height - 1 - y)
          case 4: (x, height - 1 - y)
          case 5: (y, x)
          case 6: (y, height - 1 - x)
          case 7: (width - 1 - y, height - 1 - x)
          default: (width - 1 - y, x)
          }
        let place = (row * width + column) * channels
        turned.append(contentsOf: values[place..<place + channels])
      }
    }
    return turned
  }
}

/// The parts of a PNG file.
enum PNGChunk {
  /// The content of the first part of this type, up to the end of the file; nil where there is none. Sums are not looked at.
  static func content(_ type: String, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { return nil }
      if bytes[place + 4..<place + 8].elementsEqual(type.utf8) { return bytes[place + 8..<place + 8 + length] }
      place += 12 + length
    }
    return nil
  }
}
