internal import Markup
internal import Messages
internal import Yams

/// The terms of a site, each with its words in every language.
struct Glossary: Equatable {
  /// One term.
  struct Term: Equatable {
    /// Its anchor on the page, for example `dice`.
    let id: String
    /// What it is called, in each language.
    let name: [Language: String]
    /// What else it is called, in each language that says so; what labs link from, too.
    let others: [Language: [String]]
    /// What it means, in each language, as Markdown.
    let text: [Language: String]
  }

  /// The terms in the order of the file.
  let terms: [Term]

  /// - Parameters:
  ///   - yaml: a list of terms.
  ///   - languages: the languages that each term needs.
  ///   - path: what errors call the file.
  /// - Throws: `PageError.settings` with the line of what is not understood.
  init(yaml: String, languages: [Language], path: String) throws(PageError) {
    let root: Node?
    do { root = try compose(yaml: yaml) } catch {
      throw .settings(path: path, line: 1, problem: .notYAML)
    }
    var terms: [Term] = []
    for node in root?.sequence.map(Array.init) ?? [] {
      let line = node.mark?.line ?? 1
      guard let mapping = node.mapping, let id = mapping["id"]?.string, !id.isEmpty,
        id.utf8.allSatisfy({ $0 != UInt8(ascii: "\"") && $0 > 32 }), !terms.contains(where: { $0.id == id })
      else { throw .settings(path: path, line: line, problem: .expectedTerm) }
      var (name, text): ([Language: String], [Language: String]) = ([:], [:])
      var others: [Language: [String]] = [:]
      for language in languages {
        guard let words = mapping[language.rawValue]?.mapping, let term = words["term"]?.string,
          let meaning = words["text"]?.string
        else { throw .settings(path: path, line: line, problem: .expectedTerm) }
        (name[language], text[language]) = (term, meaning)
        others[language] = words["also"]?.sequence?.compactMap(\.string)
      }
      terms.append(Term(id: id, name: name, others: others, text: text))
    }
    self.terms = terms
  }

  /// The terms as a page shows them: in the order of their names.
  func view(in language: Language) -> GlossaryView {
    let sorted = terms.sorted { ($0.name[language] ?? "").lowercased() < ($1.name[language] ?? "").lowercased() }
    return GlossaryView(
      words: SiteLabel.words(in: language),
      terms: sorted.map { term in
        GlossaryView.Entry(
          anchor: term.id, name: term.name[language] ?? "",
          others: term.name.filter { $0.key != language }.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            LinkView(words: $0.value, url: "", language: $0.key.rawValue)
          }, text: AuthorText(pictures: Pictures(beside: nil)).blocks(term.text[language] ?? ""))
      })
  }
}

extension TermIndex {
  /// - Parameters:
  ///   - glossary: the terms.
  ///   - language: the language of the prose.
  init(_ glossary: Glossary, language: Language) {
    self.init(
      glossary.terms.map { term in
        (term.id, [term.name[language]].compactMap(\.self) + (term.others[language] ?? []))
      })
  }
}

/// The glossary as its template shows it.
struct GlossaryView {
  let words: [String: String]
  let terms: [Entry]

  /// One term.
  struct Entry {
    let anchor: String
    let name: String
    /// What it is called in the other languages.
    let others: [LinkView]
    /// What it means, as HTML.
    let text: String
  }
}
