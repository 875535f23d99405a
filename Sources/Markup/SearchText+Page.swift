/// Finds the parts of a whole page that the search looks through.
extension SearchText {
  /// A page's line of the search's script.
  ///
  /// - Parameters:
  ///   - page: the whole page.
  ///   - path: where it is in the site.
  /// - Returns: nil where the page has no heading of its own.
  public static func line(ofPage page: [UInt8], at path: String) -> [UInt8]? {
    guard let heading = part(of: page, after: "<h1>", before: "</h1>"),
      let title = SearchText(html: heading).sections.first?.body
    else { return nil }
    let content = part(of: page, after: "</h1>", before: "</main>") ?? []
    return Array(SearchText(html: content).line(path: path, title: title).utf8)
  }

  /// What stands behind the first `opening` and before the first `closing`.
  private static func part(
    of bytes: [UInt8], after opening: StaticString, before closing: StaticString
  ) -> ArraySlice<UInt8>? {
    guard let start = place(of: opening, in: bytes), let end = place(of: closing, in: bytes),
      start + opening.utf8CodeUnitCount <= end
    else { return nil }
    return bytes[(start + opening.utf8CodeUnitCount)..<end]
  }

  private static func place(of tag: StaticString, in bytes: [UInt8]) -> Int? {
    let tag = UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount)
    guard let first = tag.first else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + tag.count <= bytes.count {
        if bytes[index] == first, bytes[index..<(index + tag.count)].elementsEqual(tag) { return index }
        index += 1
      }
      return nil
    }
  }
}
