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

  private static let keys = ["title", "languages", "description", "footer"]

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
      throw .settings(path: path, line: 1, problem: .expectedKeys(known: Self.keys))
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
