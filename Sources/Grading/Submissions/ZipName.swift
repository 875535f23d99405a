internal import Foundation

/// Names in zip files.
enum ZipName {
  /// The text of a name: UTF-8 where it is that, else as Windows in Korea writes names, else byte by byte.
  static func text(of bytes: [UInt8], isUTF8: Bool) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if !isUTF8, let text = converted(bytes, from: "CP949") { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The folders and the name, composed as NFC; nil where it leads out of the archive or names no file.
  static func path(of text: String) -> [String]? {
    let plain = text.replacing("\\", with: "/")
    guard !plain.hasPrefix("/"), !plain.unicodeScalars.contains(where: { $0.value == 0 }) else { return nil }
    let parts = plain.split(separator: "/", omittingEmptySubsequences: true).map {
      String($0).precomposedStringWithCanonicalMapping
    }.filter { $0 != "." }
    guard !parts.isEmpty, parts.count <= 32, !parts.contains(".."),
      !(parts[0].count == 2 && parts[0].hasSuffix(":"))
    else { return nil }
    return parts
  }

  /// `bytes` as text, by the system's table of that name; nil where they do not belong to it.
  private static func converted(_ bytes: [UInt8], from table: String) -> String? {
    let converter = iconv_open("UTF-8", table)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var from = input.baseAddress
        var to = output.baseAddress
        var left = input.count
        var room = output.count
        guard iconv(converter, &from, &left, &to, &room) != Int(bitPattern: UInt.max), left == 0 else { return nil }
        return output.count - room
      }
    }
    return written.flatMap { String(validating: output[..<$0].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }
}

/// Times in zip files.
enum ZipTime {
  /// The time of an entry: to the second and without doubt where its extra field says so, else as the clock on the wall showed it.
  static func date(dos: Int, extra: [UInt8]) -> Date? {
    let reader = ZipBytes(extra)
    var at = 0
    while let kind = reader.word(at), let count = reader.word(at + 2) {
      // The extended timestamp of Info-ZIP.
      if kind == 0x5455, count >= 5, extra.indices.contains(at + 4), extra[at + 4] & 1 == 1,
        let seconds = reader.long(at + 5)
      {
        return Date(timeIntervalSince1970: Double(Int32(truncatingIfNeeded: seconds)))
      }
      at += 4 + count
    }
    guard dos >> 16 != 0 else { return nil }
    var parts = DateComponents()
    parts.second = (dos & 0x1F) * 2
    parts.minute = dos >> 5 & 0x3F
    parts.hour = dos >> 11 & 0x1F
    parts.day = dos >> 16 & 0x1F
    parts.month = dos >> 21 & 0xF
    parts.year = (dos >> 25 & 0x7F) + 1980
    return Calendar(identifier: .gregorian).date(from: parts)
  }
}
