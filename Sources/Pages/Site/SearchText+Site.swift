internal import Foundation
internal import Markup
internal import Messages

/// The search's text of a whole site: a file for each language, with a line for each page.
extension SearchText {
  /// Where the search's text of a language is in the site.
  static func path(in language: Language) -> String { "\(language.rawValue)/search-text.js" }

  /// The search's text of a language: the line of each of its pages, by the page.
  static func file(_ lines: [String: ArraySlice<UInt8>], in language: Language) -> SiteFile {
    var bytes = Array(opening.utf8)
    bytes.reserveCapacity(lines.values.reduce(bytes.count + ending.utf8.count) { $0 + $1.count + 2 })
    let sorted = lines.map { (quoted($0.key), $0.value) }.sorted { $0.0 < $1.0 }
    for (number, line) in sorted.enumerated() {
      if number > 0 { bytes += separator.utf8 }
      bytes += line.1
    }
    bytes += ending.utf8
    return SiteFile(path: path(in: language), bytes: bytes)
  }

  private static let opening = "window.seglabSearch = [\n"
  private static let separator = ",\n"
  private static let ending = "\n];\n"

  /// The lines of such a file, by the page that each is of.
  static func lines(of file: [UInt8]) -> [String: ArraySlice<UInt8>] {
    // The C library looks for a byte among millions in no time, which a loop here does not.
    func place(of byte: UInt8, in part: Range<Int>) -> Int {
      file.withUnsafeBytes { bytes in
        guard !part.isEmpty, let start = bytes.baseAddress,
          let found = memchr(start + part.lowerBound, Int32(byte), part.count)
        else { return part.upperBound }
        return start.distance(to: UnsafeRawPointer(found))
      }
    }
    var lines: [String: ArraySlice<UInt8>] = [:]
    var index = min(opening.utf8.count, file.count)
    let last = max(file.count - ending.utf8.count, index)
    while index < last {
      let end = place(of: UInt8(ascii: "\n"), in: index..<last)
      let line = file[index..<end]
      index = end + 1
      // The page is the first literal. One whose address a literal writes in another way is not found again.
      guard line.count > 2 else { continue }
      let name = (line.startIndex + 2)..<place(of: UInt8(ascii: "\""), in: (line.startIndex + 2)..<end)
      lines[String(decoding: file[name], as: UTF8.self)] = line.last == UInt8(ascii: ",") ? line.dropLast() : line
    }
    return lines
  }
}
