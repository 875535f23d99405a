#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What a program wrote, taken apart: its own printing, the cells that it came to, and the answer.
struct Transcript {
  /// The number of the last cell that the program came to; nil where it came to none.
  private(set) var cell: Int?
  /// The number of the last call of a function, where the program came to one in that cell.
  private(set) var call: Int?
  /// The bytes of the answer; nil where none was handed over.
  private(set) var answer: ArraySlice<UInt8>?
  /// Everything else that was written.
  private(set) var printed: [UInt8] = []

  /// - Parameters:
  ///   - bytes: what the program wrote.
  ///   - marker: the word, drawn for this run, that its own lines begin with.
  /// - Complexity: one pass over the bytes.
  init(_ bytes: [UInt8], marker: String) {
    let sign = Array("\n\(marker) ".utf8)
    var rest = bytes[...]
    while let start = Self.first(sign, in: rest) {
      printed += rest[..<start]
      rest = rest[(start + sign.count)...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let words = String(decoding: rest[..<end].prefix(40), as: UTF8.self).split(separator: " ")
      rest = rest[min(end + 1, rest.endIndex)...]
      if words.first == "enter", words.count == 2 {
        cell = Int(words[1])
        call = nil
      } else if words.first == "call", words.count == 2 {
        call = Int(words[1])
      } else if words == ["answer"] {
        let last = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        answer = rest[..<last]
        rest = rest[min(last + 1, rest.endIndex)...]
      }
    }
    printed += rest
  }

  private static func first(_ sign: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { all in
      var offset = 0
      while let base = all.baseAddress, offset < all.count {
        guard let found = memchr(base + offset, Int32(sign[0]), all.count - offset) else { return nil }
        let place = UnsafeRawPointer(found) - base
        if all[place...].starts(with: sign) { return bytes.startIndex + place }
        offset = place + 1
      }
      return nil
    }
  }
}
