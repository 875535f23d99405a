internal import Checking
internal import Digests
internal import Foundation
internal import Labs
internal import Markup
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
      pages += reference(in: language)
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
    guard let card = lab.cards[language] else { return nil }
    let path = "\(language.rawValue)/labs/\(lab.name).html"
    let results = lab.report.map { $0.experiments.map { "\($0.id) \($0.run)" }.joined(separator: ",") } ?? ""
    let anchors = anchors[language] ?? [:]
    let links = PageLinks(own: anchors[lab.name], labs: anchors)
    let neighbours = NeighboursView(
      back: SiteLabel.previous.text(in: language), on: SiteLabel.next.text(in: language),
      previous: link(toLab: place - 1, in: language), next: link(toLab: place + 1, in: language))
    return SitePage(
      path: path, language: language,
      key: {
        // Where links lead is a matter of the other labs as well, and what a picture holds of its file.
        let pictures = Pictures(beside: card.place)
        let places = card.addresses.map { address, _, isPicture in
          isPicture ? pictures.digest(of: address) : links.address(of: address)
        }
        let beside = [neighbours.previous, neighbours.next].flatMap { [$0?.words ?? "", $0?.url ?? ""] }
        return key(of: [path, card.digest, results, "\(lab.showsAnswers)"] + beside + places)
      },
      isSearched: true
    ) { drawn throws(PageError) in
      let text = try lab.contents.content(in: language).lab
      let reference = theme.reference
      var builder = LabViewBuilder(
        lab: text, report: lab.report, language: language, codeLinks: { reference.address(of: $0).map { "../" + $0 } },
        terms: theme.terms[language].map { TermLinker($0, address: "../glossary.html") }, drawn: drawn,
        hasScript: true, isSite: true, links: links)
      let content = theme.render("lab", with: builder.view(labels: PageLabel.words(in: language)))
      return framed(
        content, at: path, in: language, title: card.title, description: card.summary, neighbours: neighbours,
        preview: preview(of: lab, drawn))
    }
  }

  /// A link to the lab at a place in the course; nil where there is none.
  private func link(toLab place: Int, in language: Language) -> LinkView? {
    guard source.labs.indices.contains(place), let card = source.labs[place].cards[language] else { return nil }
    return LinkView(words: card.title, url: "\(source.labs[place].name).html")
  }

  /// The picture that other places show beside a link to the lab: its best prediction; nil where there is none, or no host to find it on.
  private func preview(of lab: SiteSource.LabPages, _ drawn: DrawnPictures) -> String? {
    guard !theme.site.host.isEmpty, let best = lab.report?.bestOverlay else { return nil }
    return theme.site.host + theme.site.base + drawn.path(of: PreviewPicture(best).file)
  }

  private func page(of set: SiteSource.SetPages, in language: Language) -> SitePage {
    let path = "\(language.rawValue)/data/\(set.name).html"
    return SitePage(path: path, language: language, key: { key(path, set.digest) }, isSearched: false) {
      _ throws(PageError) in
      let (images, facts) = try set.load()
      let lines = facts.map { $0.text(in: language) }
      let content = theme.render("set", with: SetViewBuilder(set: images, facts: lines, language: language).view())
      return framed(content, at: path, in: language, title: set.name, description: lines.first ?? set.name)
    }
  }

  private func home(in language: Language) -> SitePage {
    let path = "\(language.rawValue)/index.html"
    return SitePage(
      path: path, language: language,
      key: {
        var facts = [path] + source.sets.map(\.name)
        for lab in source.labs {
          guard let card = lab.cards[language] else { continue }
          facts += [lab.name, card.id, card.title, card.summary, card.dataset, "\(card.minutes ?? 0)"]
          facts += ["\(card.after.count)"] + card.after + [lab.report?.experiments.last?.run ?? ""]
        }
        return key(of: facts)
      },
      isSearched: false
    ) { drawn throws(PageError) in
      framed(
        theme.render("home", with: HomeViewBuilder(site: self, language: language, drawn: drawn).view), at: path,
        in: language,
        title: nil, description: theme.site.description[language] ?? "")
    }
  }

  private func page(of text: SiteText, in language: Language) -> SitePage {
    let path = "\(language.rawValue)/\(text.name).html"
    let links = links(of: text, in: language)
    return SitePage(
      path: path, language: language,
      key: {
        let pictures = Pictures(beside: text.file)
        let places = text.prose.addresses.map { address, _, isPicture in
          isPicture ? pictures.digest(of: address) : links.address(of: address)
        }
        return key(path, text.markdown, places.joined(separator: " "))
      }, isSearched: true
    ) {
      _ throws(PageError) in
      var renderer = ProseRenderer(
        [text.prose], title: text.title, pictures: Pictures(beside: text.file), language: language, links: links)
      return framed(
        theme.render(
          "text",
          with: TextView(
            words: SiteLabel.words(in: language), kicker: theme.site.title, title: text.title,
            body: renderer.set(text.prose).html)), at: path, in: language, title: text.title, description: text.title)
    }
  }

  /// Where the links of a page of text lead: to the labs by their files, as in a lab, and to its own headings.
  func links(of text: SiteText, in language: Language) -> PageLinks {
    PageLinks(
      own: LabAnchors(of: [text.prose], title: text.title), labs: anchors[language] ?? [:], folder: "labs/")
  }

  private func glossary(in language: Language) -> SitePage {
    let path = "\(language.rawValue)/glossary.html"
    return SitePage(path: path, language: language, key: { key(path) }, isSearched: true) { _ throws(PageError) in
      framed(
        theme.render("glossary", with: theme.glossary.view(in: language)), at: path, in: language,
        title: SiteLabel.glossary.text(in: language), description: "")
    }
  }

  /// The pages of what a learner writes.
  private func reference(in language: Language) -> [SitePage] {
    let builder = ReferenceViewBuilder(
      reference: theme.reference, language: language, words: SiteLabel.words(in: language))
    func page(_ name: String, _ title: SiteLabel, _ content: @escaping @Sendable () -> String) -> SitePage {
      let path = "\(language.rawValue)/reference/\(name).html"
      return SitePage(path: path, language: language, key: { key(path) }, isSearched: name != "index") {
        _ throws(PageError) in
        framed(
          content(), at: path, in: language, title: title.text(in: language),
          description: SiteLabel.referenceLead.text(in: language))
      }
    }
    let theme = theme
    return [page("index", .reference) { theme.render("reference-index", with: builder.index) }]
      + ReferenceViewBuilder.pages.map { name, label in
        page(name, label) {
          switch name {
          case "checks": theme.render("reference-checks", with: builder.checks)
          case "messages": theme.render("reference-messages", with: builder.messages)
          default: Reference.Page(rawValue: name).map { theme.render("reference", with: builder.view(of: $0)) } ?? ""
          }
        }
      }
  }

  private func search(in language: Language) -> SitePage {
    let path = "\(language.rawValue)/search.html"
    return SitePage(path: path, language: language, key: { key(path) }, isSearched: false) { _ throws(PageError) in
      framed(
        theme.render("search", with: TextView(words: SiteLabel.words(in: language), kicker: "", title: "", body: "")),
        at: path,
        in: language, title: SiteLabel.search.text(in: language), description: "")
    }
  }

  /// The page that a host shows where there is none; it may be shown at any depth, so its links begin at the site's base.
  private var lost: SitePage {
    let language = theme.site.languages[0]
    return SitePage(path: "404.html", language: language, key: { key("404.html") }, isSearched: false) {
      _ throws(PageError) in
      let body = theme.site.languages.map { language in
        let home = "\(theme.site.base)\(language.rawValue)/index.html"
        return "<p lang=\"\(language.rawValue)\">\(InertText.html(SiteLabel.lostAdvice.text(in: language))) "
          + "<a href=\"\(InertText.html(home))\">\(InertText.html(SiteLabel.home.text(in: language)))</a></p>"
      }
      return framed(
        theme.render(
          "text",
          with: TextView(
            words: SiteLabel.words(in: language), kicker: "404", title: SiteLabel.lost.text(in: language),
            body: body.joined(separator: "\n"))), at: "404.html", in: language,
        title: SiteLabel.lost.text(in: language), description: "", root: theme.site.base)
    }
  }

  /// The site's own address: leads on to the first language, and shows all.
  private func doorway(at path: String, leadsTo page: String) -> SitePage {
    let language = theme.site.languages[0]
    return SitePage(path: path, language: language, key: { key(path) }, isSearched: false) { _ throws(PageError) in
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
    SitePage(path: path, language: language, key: { key(path, target) }, isSearched: false) { _ throws(PageError) in
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
    neighbours: NeighboursView? = nil, root: String? = nil, preview: String? = nil
  ) -> String {
    let root = root ?? SitePage.root(of: path)
    let home = "\(root)\(language.rawValue)/"
    let inLanguage = path.split(separator: "/").dropFirst().joined(separator: "/")
    func link(_ words: String, _ target: String) -> LinkView {
      LinkView(words: words, url: home + target, isCurrent: inLanguage == target)
    }
    var navigation = [link(SiteLabel.home.text(in: language), "index.html")]
    navigation.append(link(SiteLabel.glossary.text(in: language), "glossary.html"))
    navigation.append(link(SiteLabel.reference.text(in: language), "reference/index.html"))
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
        words: SiteLabel.words(in: language), language: language.rawValue, root: root, home: home + "index.html",
        path: path,
        pageTitle: title.map { "\($0) · \(theme.site.title)" } ?? theme.site.title, siteTitle: theme.site.title,
        description: description, preview: preview,
        footer: theme.site.siteFooter[language] ?? theme.site.footer[language] ?? "",
        navigation: navigation, languages: languages, neighbours: neighbours, content: content))
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
