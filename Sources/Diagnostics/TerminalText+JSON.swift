extension TerminalText {
  /// `json` with every sign in its texts replaced that is not shown as itself: `␛` stands for an escape, `�` for what has no picture.
  ///
  /// For an answer of a learner's, before anything reads it: no control character, no line break and no sign that turns the direction of
  /// writing gets into a name, so that none reaches a terminal, a page or a report from there. What is replaced stands inside of quotes; the
  /// form around it stays as it is, to the byte.
  /// - Complexity: one pass over the bytes.
  public static func harmless(json: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var isText = false
    var index = json.startIndex
    while index < json.endIndex {
      let byte = json[index]
      guard isText else {
        isText = byte == UInt8(ascii: "\"")
        result.append(byte)
        index += 1
        continue
      }
      if byte == UInt8(ascii: "\\") {
        index = takeEscape(json, at: index, into: &result)
      } else if byte < 0x20 || byte == 0x7F {
        result += picture(of: UInt32(byte)).utf8
        index += 1
      } else if let length = lengthOfInvisible(json[index...]) {
        result += replacement.utf8
        index += length
      } else {
        isText = byte != UInt8(ascii: "\"")
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  private static let replacement = "\u{FFFD}"

  /// Control pictures of Unicode: a sign for each control character.
  private static func picture(of code: UInt32) -> String {
    let place = code == 0x7F ? 0x2421 : 0x2400 + code
    return Unicode.Scalar(place).map { String(Character($0)) } ?? replacement
  }

  /// Takes what a backslash begins, and says where what follows begins.
  private static func takeEscape(_ json: ArraySlice<UInt8>, at start: Int, into result: inout [UInt8]) -> Int {
    let rest = json[(start + 1)...]
    guard let kind = rest.first else {
      result.append(json[start])
      return start + 1
    }
    let controls: [UInt8: UInt32] = [
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]
    if let control = controls[kind] {
      result += picture(of: control).utf8
      return start + 2
    }
    let digits = rest.dropFirst().prefix(4)
    let isNumber = digits.count == 4 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    if kind == UInt8(ascii: "u"), isNumber, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) {
      if code < 0x20 || code == 0x7F {
        result += picture(of: code).utf8
        return start + 6
      }
      if let scalar = Unicode.Scalar(code), scalar.value >= 0x80, !isPlain(scalar) {
        result += replacement.utf8
        return start + 6
      }
    }
    result.append(json[start])
    // What no backslash can stand before is looked at like any other byte.
    guard "\"\\/u".utf8.contains(kind) else { return start + 1 }
    result.append(kind)
    return start + 2
  }

  /// How many bytes such a sign takes that begins here in UTF-8; nil where none does.
  private static func lengthOfInvisible(_ bytes: ArraySlice<UInt8>) -> Int? {
    // What begins with another byte is shown as itself.
    guard let first = bytes.first, [0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3].contains(first) else { return nil }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let scalars = String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1, !isPlain(scalar) else { return nil }
    return length
  }
}
