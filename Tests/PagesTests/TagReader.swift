/// Reads the tags of a page, strictly: enough to see whether all that is opened is closed, and what is where.
struct TagReader {
  struct Tag {
    let name: String
    let attributes: [String: String]
    /// The text up to the next tag.
    let text: String
  }

  /// The opening tags in order.
  private(set) var tags: [Tag] = []
  /// What is wrong: a tag that does not close, or closes another.
  private(set) var faults: [String] = []

  private static let void: Set<String> = [
    "meta", "img", "hr", "br", "path", "circle", "rect", "use", "input", "link",
  ]
  /// What stands between rows of a table, or its cells, closes them.
  private static let cells: Set<String> = ["td", "th"]

  init(_ html: String) {
    var open: [String] = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = Self.end(of: rest) else {
        faults.append("a tag never ends: \(rest.prefix(40))")
        return
      }
      let inside = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("!") { continue }
      if inside.hasPrefix("/") {
        let name = inside.dropFirst().lowercased()
        if name == "tbody" || name == "tr", let last = open.last, Self.cells.contains(last) { open.removeLast() }
        if name == "tbody", open.last == "tr" { open.removeLast() }
        if open.last == name {
          open.removeLast()
        } else {
          faults.append("</\(name)> closes <\(open.last ?? "nothing")>")
        }
        continue
      }
      let name = inside.prefix { $0.isLetter || $0.isNumber }.lowercased()
      if Self.cells.contains(name) || name == "tr", let last = open.last, Self.cells.contains(last) {
        open.removeLast()
      }
      if name == "tr", open.last == "tr" { open.removeLast() }
      if name.isEmpty { faults.append("no tag: <\(inside.prefix(40))>") }
      tags.append(
        Tag(
          name: name, attributes: Self.attributes(inside.dropFirst(name.count)), text: String(rest.prefix { $0 != "<" })
        ))
      if name == "style" {
        rest = rest.firstRange(of: "</style>").map { rest[$0.upperBound...] } ?? ""
      } else if !Self.void.contains(name), !inside.hasSuffix("/") {
        open.append(name)
      }
    }
    if !open.isEmpty { faults.append("never closed: \(open)") }
  }

  private static func end(of text: Substring) -> Substring.Index? {
    var quoted = false
    for index in text.indices {
      if text[index] == "\"" { quoted.toggle() }
      if text[index] == ">", !quoted { return index }
    }
    return nil
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text
    while let start = rest.firstIndex(where: { $0.isLetter }) {
      rest = rest[start...]
      let name = rest.prefix { $0 != "=" && !$0.isWhitespace && $0 != "/" }
      rest = rest[name.endIndex...]
      guard rest.hasPrefix("=\"") else {
        result[String(name)] = ""
        continue
      }
      rest = rest.dropFirst(2)
      let value = rest.prefix { $0 != "\"" }
      result[String(name)] = String(value)
      rest = rest[value.endIndex...].dropFirst()
    }
    return result
  }
}
