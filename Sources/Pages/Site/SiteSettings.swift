internal import Messages
internal import Yams

/// What `site/site.yml` says: the words around every page.
struct SiteSettings: Equatable {
  /// The site's name.
  let title: String
  /// The languages that the site is published in, the first one first.
  let languages: [Language]
  /// What the site is, in one sentence, in each language.
  let description: [Language: String]
  /// The words at the foot of every page, in each language.
  let footer: [Language: String]

  /// The words at the foot of a site's pages, in each language; empty where they are the same as on every page.
  let siteFooter: [Language: String]
  /// Where the site stands on its host, with a slash at either end.
  let base: String
  /// The host that the site stands on, for example `https://example.org`; empty where it has none: then no picture goes with links to labs.
  let host: String
  /// Names of pages of text: `pages/NAME.LANGUAGE.md` of the theme.
  let pages: [String]
  /// Links to other places, shown on every page.
  let links: [Link]
  /// Names that labs had before, with those that they have now.
  let redirects: [String: String]
  /// Colors in place of the style sheet's own: a name, the value on light paper and that on dark.
  let colors: [Color]

  /// A link to another place.
  struct Link: Equatable {
    let url: String
    let words: [Language: String]
  }

  /// A color by the name that the style sheet gives it.
  struct Color: Equatable {
    let name: String
    let light: String
    let dark: String
  }

  private static let needed = ["title", "languages", "description", "footer"]
  private static let keys = needed + ["site-footer", "host", "base", "pages", "links", "redirects", "colors"]

  /// - Parameters:
  ///   - text: YAML.
  ///   - path: what errors call it.
  /// - Throws: `PageError.settings` with the line of what is not understood.
  init(yaml text: String, path: String) throws(PageError) {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      let line = (error as? YamlError).map(Self.line) ?? 1
      throw .settings(path: path, line: line, problem: .notYAML)
    }
    guard let root, let mapping = root.mapping else {
      throw .settings(path: path, line: 1, problem: .expectedKeys(known: Self.needed))
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard Self.keys.contains(name) else {
        throw .settings(path: path, line: key.mark?.line ?? 1, problem: .unknownKey(name, known: Self.keys))
      }
      values[name] = value
    }
    func value(_ key: String) throws(PageError) -> Node {
      guard let value = values[key] else { throw .settings(path: path, line: 1, problem: .missingKey(key)) }
      return value
    }

    title = try Self.words(value("title"), key: "title", path: path)
    let list = try value("languages")
    guard let codes = list.sequence, !codes.isEmpty else {
      throw .settings(path: path, line: list.mark?.line ?? 1, problem: .expectedLanguages(key: "languages"))
    }
    var languages: [Language] = []
    for code in codes {
      guard let language = code.string.flatMap(Language.init(rawValue:)), !languages.contains(language) else {
        throw .settings(path: path, line: code.mark?.line ?? 1, problem: .expectedLanguages(key: "languages"))
      }
      languages.append(language)
    }
    self.languages = languages
    description = try Self.translations(value("description"), key: "description", languages, path: path)
    footer = try Self.translations(value("footer"), key: "footer", languages, path: path)
    siteFooter =
      try values["site-footer"].map { node throws(PageError) in
        try Self.translations(node, key: "site-footer", languages, path: path)
      } ?? [:]
    host = try Self.host(values["host"], path: path)
    base = try Self.base(values["base"], path: path)
    pages = try Self.pages(values["pages"], path: path)
    links = try Self.links(values["links"], languages, path: path)
    redirects = try Self.redirects(values["redirects"], path: path)
    colors = try Self.colors(values["colors"], path: path)
  }

  private static func words(_ node: Node, key: String, path: String) throws(PageError) -> String {
    guard case .scalar = node, let words = node.string, !words.isEmpty else {
      throw .settings(path: path, line: node.mark?.line ?? 1, problem: .expectedWords(key: key))
    }
    return words
  }

  /// A mapping with words for each of `languages`, and nothing else.
  private static func translations(
    _ node: Node, key: String, _ languages: [Language], path: String
  ) throws(PageError) -> [Language: String] {
    guard let mapping = node.mapping else {
      throw .settings(path: path, line: node.mark?.line ?? 1, problem: .expectedLanguages(key: key))
    }
    var result: [Language: String] = [:]
    for (code, words) in mapping {
      let name = code.string ?? ""
      guard let language = Language(rawValue: name), languages.contains(language) else {
        throw .settings(
          path: path, line: code.mark?.line ?? 1, problem: .unknownKey(name, known: languages.map(\.rawValue)))
      }
      result[language] = try self.words(words, key: "\(key).\(name)", path: path)
    }
    for language in languages where result[language] == nil {
      throw .settings(path: path, line: node.mark?.line ?? 1, problem: .missingKey("\(key).\(language.rawValue)"))
    }
    return result
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }
}
