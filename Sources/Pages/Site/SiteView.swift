/// The frame of a site's page as its template shows it.
struct SiteView {
  /// The fixed words by name.
  let words: [String: String]
  /// The language of the page.
  let language: String
  /// The way to the site's folder, for example `../../`.
  let root: String
  /// The way to the home page of this language.
  let home: String
  /// Where the page is in the site.
  let path: String
  /// What the browser calls the page.
  let pageTitle: String
  /// The site's name.
  let siteTitle: String
  /// What the page is about, in one sentence.
  let description: String
  /// A picture for places that show links with one; nil for none.
  let preview: String?
  /// The words at the foot.
  let footer: String
  /// What can be reached from every page.
  let navigation: [LinkView]
  /// The same page in the other languages.
  let languages: [LinkView]
  /// Pages before and after this one.
  let neighbours: NeighboursView?
  /// The page's content as HTML.
  let content: String
}

/// A link as templates show it.
struct LinkView {
  /// Its words.
  let words: String
  /// Where it leads.
  let url: String
  /// The language of what it leads to; nil where it is the page's own.
  var language: String?
  /// Whether it leads to the page itself.
  var isCurrent = false
}

/// What comes before and after a lab.
struct NeighboursView {
  /// The word for what comes before; a link's own words stand where templates look for others.
  let back: String
  /// The word for what comes after.
  let on: String
  let previous: LinkView?
  let next: LinkView?
}

/// The home page as its template shows it.
struct HomeView {
  let words: [String: String]
  let title: String
  let description: String
  let labs: [Entry]
  let sets: [LinkView]
  /// Whether there are data sets.
  let hasSets: Bool

  /// One lab.
  struct Entry {
    let number: String
    let url: String
    let title: String
    /// The words of the lab's first paragraph.
    let summary: String
    let facts: [FactView]
    /// A prediction of the lab's network; nil where no result is known.
    let picture: Picture?
  }

  /// A picture with its words.
  struct Picture {
    let source: String
    let width: Int
    let height: Int
    let alternative: String
  }
}

/// A page of text.
struct TextView {
  let words: [String: String]
  let kicker: String
  let title: String
  /// The text as HTML.
  let body: String
}
