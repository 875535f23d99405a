internal import Checking
internal import Digests
internal import Foundation
internal import Labs
internal import Messages

extension SiteBuilder {
  /// Every page of the site.
  func pages() throws(PageError) -> [SitePage] {
    var pages: [SitePage] = []
    for language in theme.site.languages {
      pages.append(home(in: language))
      for (place, lab) in source.labs.enumerated() {
        if let page = self.page(of: lab, at: place, in: language) { pages.append(page) }
      }
      for set in source.sets { pages.append(page(of: set, in: language)) }
      for text in theme.texts[language, default: []] { pages.append(page(of: text, in: language)) }
      pages.append(glossary(in: language))
      pages.append(search(in: language))
    }
    pages.append(doorway(at: "index.html", leadsTo: "index.html"))
    pages.append(lost)
    for (old, new) in theme.site.redirects.sorted(by: { $0.key < $1.key }) {
      guard source.labs.contains(where: { $0.name == new }) else {
        throw .settings(
          path: theme.folder + "/site.yml", line: 1,
          problem: .unknownLab(key: "redirects.\(old)", lab: new, known: source.labs.map(\.name)))
      }
      for language in theme.site.languages {
        pages.append(
          redirect(
            from: "\(language.rawValue)/labs/\(old).html", to: "\(new).html", in: language))
      }
    }
    return pages
  }

  // MARK: Kinds of pages

  private func page(of lab: SiteSource.LabPages, at place: Int, in language: Language) -> SitePage? {
    guard let text = lab.labs[language] else { return nil }
    let path = "\(language.rawValue)/labs/\(lab.name).html"
    let results = lab.report.map { $0.experiments.map { "\($0.id) \($0.run)" }.joined(separator: ",") } ?? ""
    return SitePage(
      path: path, language: language, key: key(path, text.text, lab.texts[language] ?? "", results), isSearched: true
    ) { () throws(PageError) in
      var builder = LabViewBuilder(lab: text, report: lab.report, language: language)
      let content = theme.render("lab", with: builder.view(labels: pageWords(language)))
      func link(_ place: Int) -> LinkView? {
        guard source.labs.indices.contains(place), let other = source.labs[place].labs[language] else { return nil }
        return LinkView(words: other.title, url: "\(source.labs[place].name).html")
      }
      return framed(
        content, at: path, in: language, title: text.title, description: LabSummaryText(text).words,
        neighbours: NeighboursView(previous: link(place - 1), next: link(place + 1)))
    }
  }

  private func page(of set: SiteSource.SetPages, in language: Language) -> SitePage {
    let path = "\(language.rawValue)/data/\(set.name).html"
    return SitePage(path: path, language: language, key: key(path, set.digest), isSearched: false) {
      () throws(PageError) in
      let (images, facts) = try set.load()
      let lines = facts.map { $0.text(in: language) }
      let content = theme.render("set", with: SetViewBuilder(set: images, facts: lines, language: language).view())
      return framed(content, at: path, in: language, title: set.name, description: lines.first ?? set.name)
    }
  }

  private func home(in language: Language) -> SitePage {
    let path = "\(language.rawValue)/index.html"
    let facts = source.labs.map { lab in
      lab.texts[language] ?? ""
    }
    let results = source.labs.map { $0.report?.experiments.last?.run ?? "" }
    return SitePage(
      path: path, language: language, key: key(path, facts.joined(separator: "\0"), results.joined(separator: ",")),
      isSearched: false
    ) { () throws(PageError) in
      framed(
        theme.render("home", with: HomeViewBuilder(site: self, language: language).view), at: path, in: language,
        title: nil, description: theme.site.description[language] ?? "")
    }
  }

  private func page(of text: SiteText, in language: Language) -> SitePage {
    let path = "\(language.rawValue)/\(text.name).html"
    return SitePage(path: path, language: language, key: key(path, text.markdown), isSearched: true) {
      () throws(PageError) in
      framed(
        theme.render(
          "text",
          with: TextView(
            words: siteWords(language), kicker: theme.site.title, title: text.title,
            body: AuthorText(pictures: Pictures(beside: nil)).blocks(text.body))), at: path, in: language,
        title: text.title, description: text.title)
    }
  }

  private func glossary(in language: Language) -> SitePage {
    let path = "\(language.rawValue)/glossary.html"
    return SitePage(path: path, language: language, key: key(path), isSearched: true) { () throws(PageError) in
      framed(
        theme.render("glossary", with: theme.glossary.view(in: language)), at: path, in: language,
        title: SiteLabel.glossary.text(in: language), description: "")
    }
  }

  private func search(in language: Language) -> SitePage {
    let path = "\(language.rawValue)/search.html"
    return SitePage(path: path, language: language, key: key(path), isSearched: false) { () throws(PageError) in
      framed(
        theme.render("search", with: TextView(words: siteWords(language), kicker: "", title: "", body: "")), at: path,
        in: language, title: SiteLabel.search.text(in: language), description: "")
    }
  }

  /// The page that a host shows where there is none; it may be shown at any depth, so its links begin at the site's base.
  private var lost: SitePage {
    let language = theme.site.languages[0]
    return SitePage(path: "404.html", language: language, key: key("404.html"), isSearched: false) {
      () throws(PageError) in
      let body = theme.site.languages.map { language in
        let home = "\(theme.site.base)\(language.rawValue)/index.html"
        return "<p lang=\"\(language.rawValue)\">\(InertText.html(SiteLabel.lostAdvice.text(in: language))) "
          + "<a href=\"\(InertText.html(home))\">\(InertText.html(SiteLabel.home.text(in: language)))</a></p>"
      }
      return framed(
        theme.render(
          "text",
          with: TextView(
            words: siteWords(language), kicker: "404", title: SiteLabel.lost.text(in: language),
            body: body.joined(separator: "\n"))), at: "404.html", in: language,
        title: SiteLabel.lost.text(in: language), description: "", root: theme.site.base)
    }
  }

  /// The site's own address: leads on to the first language, and shows all.
  private func doorway(at path: String, leadsTo page: String) -> SitePage {
    let language = theme.site.languages[0]
    return SitePage(path: path, language: language, key: key(path), isSearched: false) { () throws(PageError) in
      theme.render(
        "doorway",
        with: DoorwayView(
          language: language.rawValue, title: theme.site.title, target: "\(language.rawValue)/\(page)",
          links: theme.site.languages.map {
            LinkView(words: $0.ownName, url: "\($0.rawValue)/\(page)", language: $0.rawValue)
          }))
    }
  }

  private func redirect(from path: String, to target: String, in language: Language) -> SitePage {
    SitePage(path: path, language: language, key: key(path, target), isSearched: false) { () throws(PageError) in
      theme.render(
        "doorway",
        with: DoorwayView(
          language: language.rawValue, title: SiteLabel.moved.text(in: language), target: target,
          links: [LinkView(words: target, url: target)]))
    }
  }

  // MARK: The frame

  /// A page's content in the site's frame.
  func framed(
    _ content: String, at path: String, in language: Language, title: String?, description: String,
    neighbours: NeighboursView? = nil, root: String? = nil
  ) -> String {
    let root = root ?? SitePage.root(of: path)
    let home = "\(root)\(language.rawValue)/"
    let inLanguage = path.split(separator: "/").dropFirst().joined(separator: "/")
    func link(_ words: String, _ target: String) -> LinkView {
      LinkView(words: words, url: home + target, isCurrent: inLanguage == target)
    }
    var navigation = [link(SiteLabel.home.text(in: language), "index.html")]
    navigation.append(link(SiteLabel.glossary.text(in: language), "glossary.html"))
    navigation += theme.texts[language, default: []].map { link($0.title, "\($0.name).html") }
    navigation.append(link(SiteLabel.search.text(in: language), "search.html"))
    navigation += theme.site.links.compactMap { entry in
      entry.words[language].map { LinkView(words: $0, url: entry.url) }
    }
    let languages = theme.site.languages.map { other in
      LinkView(
        words: other.ownName, url: "\(root)\(other.rawValue)/\(inLanguage.isEmpty ? "index.html" : inLanguage)",
        language: other.rawValue, isCurrent: other == language)
    }
    return theme.render(
      "site",
      with: SiteView(
        words: siteWords(language), language: language.rawValue, root: root, home: home + "index.html", path: path,
        pageTitle: title.map { "\($0) · \(theme.site.title)" } ?? theme.site.title, siteTitle: theme.site.title,
        description: description, footer: theme.site.siteFooter[language] ?? theme.site.footer[language] ?? "",
        navigation: navigation, languages: languages, neighbours: neighbours, content: content))
  }

  /// The fixed words of a site's frame by name.
  func siteWords(_ language: Language) -> [String: String] {
    Dictionary(uniqueKeysWithValues: SiteLabel.allCases.map { ($0.rawValue, $0.text(in: language)) })
  }

  private func pageWords(_ language: Language) -> [String: String] {
    Dictionary(uniqueKeysWithValues: PageLabel.allCases.map { ($0.rawValue, $0.text(in: language)) })
  }
}

/// A page that leads on to another as its template shows it.
struct DoorwayView {
  let language: String
  let title: String
  /// Where it leads.
  let target: String
  /// Where one can go by hand.
  let links: [LinkView]
}
