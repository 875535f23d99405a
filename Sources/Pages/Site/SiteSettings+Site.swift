internal import Labs
internal import Messages
internal import Yams

extension SiteSettings {
  /// The colors as rules of a style sheet; empty where there are none.
  var colorRules: String {
    guard !colors.isEmpty else { return "" }
    let rules = colors.map { "--\($0.name): light-dark(\($0.light), \($0.dark));" }
    return "\n:root { " + rules.joined(separator: " ") + " }\n"
  }

  /// Where the site stands on its host; `/` where the settings do not say.
  static func base(_ node: Node?, path: String) throws(PageError) -> String {
    guard let node else { return "/" }
    guard let words = node.string, words.hasPrefix("/"), words.hasSuffix("/"), words.utf8.count <= 200,
      words.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "/") })
    else { throw .settings(path: path, line: line(of: node), problem: .expectedBase) }
    return words
  }

  /// The names of pages of text.
  static func pages(_ node: Node?, path: String) throws(PageError) -> [String] {
    guard let node else { return [] }
    let taken = ["index", "glossary", "search"]
    var pages: [String] = []
    for page in node.sequence.map(Array.init) ?? [node] {
      guard let name = page.string, isName(name), !taken.contains(name), !pages.contains(name) else {
        throw .settings(path: path, line: line(of: page), problem: .expectedPageNames(taken: taken))
      }
      pages.append(name)
    }
    return pages
  }

  /// The host of the site, without a slash at its end.
  static func host(_ node: Node?, path: String) throws(PageError) -> String {
    guard let node else { return "" }
    guard let host = node.string,
      let name = ["https://", "http://"].first(where: host.hasPrefix).map({ host.dropFirst($0.count) }),
      !name.isEmpty, name.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: ":") })
    else { throw .settings(path: path, line: line(of: node), problem: .expectedHost) }
    return host
  }

  /// Links to other places, each with words in every language.
  static func links(_ node: Node?, _ languages: [Language], path: String) throws(PageError) -> [Link] {
    guard let node else { return [] }
    var links: [Link] = []
    for link in node.sequence.map(Array.init) ?? [node] {
      guard let mapping = link.mapping, let url = mapping["url"]?.string,
        ["https://", "http://", "mailto:", "/"].contains(where: url.hasPrefix)
      else { throw .settings(path: path, line: line(of: link), problem: .expectedLink) }
      var words: [Language: String] = [:]
      for language in languages {
        guard let text = mapping[language.rawValue]?.string, !text.isEmpty else {
          throw .settings(path: path, line: line(of: link), problem: .expectedLink)
        }
        words[language] = text
      }
      links.append(Link(url: url, words: words))
    }
    return links
  }

  /// Names that labs had before.
  static func redirects(_ node: Node?, path: String) throws(PageError) -> [String: String] {
    guard let node else { return [:] }
    guard let mapping = node.mapping else {
      throw .settings(path: path, line: line(of: node), problem: .expectedRedirects)
    }
    var result: [String: String] = [:]
    for (old, new) in mapping {
      guard let from = old.string, let to = new.string, isName(from), isName(to), from != to else {
        throw .settings(path: path, line: line(of: old), problem: .expectedRedirects)
      }
      result[from] = to
    }
    return result
  }

  /// Colors in place of the style sheet's own.
  static func colors(_ node: Node?, path: String) throws(PageError) -> [Color] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      throw .settings(path: path, line: line(of: node), problem: .expectedColors)
    }
    return try mapping.map { name, values throws(PageError) in
      guard let name = name.string, isName(name), let pair = values.sequence.map(Array.init), pair.count == 2,
        let light = pair[0].string, let dark = pair[1].string, isColor(light), isColor(dark)
      else { throw .settings(path: path, line: line(of: values), problem: .expectedColors) }
      return Color(name: name, light: light, dark: dark)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 100 && name.utf8.allSatisfy(isPlain) && !name.hasPrefix(".")
  }

  private static func isColor(_ words: String) -> Bool {
    words.hasPrefix("#") && [4, 7].contains(words.utf8.count) && words.dropFirst().allSatisfy(\.isHexDigit)
  }

  private static func line(of node: Node) -> Int { node.mark?.line ?? 1 }
}

/// A page of text that the theme holds.
struct SiteText: Equatable {
  /// What it is called, for example `about`.
  let name: String
  /// The file that it was read from.
  let file: String
  /// The whole file.
  let markdown: String
  /// What the file says.
  let prose: Prose

  init(name: String, file: String, markdown: String) {
    (self.name, self.file, self.markdown) = (name, file, markdown)
    prose = Prose(markdown)
  }

  /// Its first heading for a whole, or its name where it has none.
  var title: String {
    for block in prose.blocks {
      if case .heading(1, let inlines) = block.kind { return inlines.words }
    }
    return name
  }
}
