internal import Digests
internal import Labs
internal import Markup
internal import Messages

/// Makes a course's static site: pages that open from a folder, offline, without a script.
///
/// The same source, theme and version give the same bytes. A page whose source has not changed is not made again.
public struct SiteBuilder: Sendable {
  /// How it looks.
  let theme: Theme
  /// What it is made of.
  let source: SiteSource
  /// A digest of all that every page depends on.
  private let common: String
  /// The places of each lab in each language, by the lab's name.
  let anchors: [Language: [String: LabAnchors]]

  /// What a build did.
  public struct Outcome: Equatable, Sendable {
    /// How many pages the site has.
    public let pages: Int
    /// How many of them were made anew.
    public let made: Int
  }

  /// - Parameters:
  ///   - theme: how the site looks.
  ///   - source: what it is made of.
  ///   - version: the program's version: another one may make other pages of the same source.
  public init(theme: Theme, source: SiteSource, version: String) {
    self.theme = theme
    self.source = source
    common = SHA256.hash(parts: [version, theme.digest]).hexadecimal
    var anchors: [Language: [String: LabAnchors]] = [:]
    for language in theme.site.languages {
      for lab in source.labs { anchors[language, default: [:]][lab.name] = lab.cards[language]?.anchors }
    }
    self.anchors = anchors
  }

  /// Builds the site into `path`: aside first, then in one step.
  ///
  /// - Parameters:
  ///   - path: the folder; what is in it and not the site's stays.
  ///   - memory: what was kept of the last time; afterwards what is to be kept of this.
  /// - Returns: what was done.
  /// - Throws: `PageError` that names what is wrong; the site that was there is as it was.
  public func build(into path: String, remembering memory: inout SiteMemory) throws(PageError) -> Outcome {
    let folder = try SiteFolder(path, remembering: memory)
    var build = SiteBuild(folder: folder)
    let pages = try pages()
    let keys = Parallel.map(pages.count) { pages[$0].key() }
    let made = try Self.made(build.keep(pages, keys: keys).map { (pages[$0], keys[$0]) })
    for page in made {
      build.add(pictures: page.pictures)
      build.add(page.file, page.entry)
    }
    try build.add(shared)
    let lines = Dictionary(made.map { ($0.file.path, $0.search) }) { first, _ in first }
    for language in theme.site.languages { addSearch(in: language, of: pages, made: lines, to: &build) }
    let next = build.manifest
    if !build.written.isEmpty || next.files.keys != folder.manifest.files.keys {
      let account = next.bytes
      memory.files = build.known(try folder.publish(build.written, next.files.keys.sorted(), account: account))
      memory.manifest = SHA256.hash(data: account).hexadecimal
    } else {
      memory.files = build.known([:])
    }
    return Outcome(pages: pages.count, made: made.count)
  }

  /// A page that was made anew.
  private struct Made: Sendable {
    let file: SiteFile
    let pictures: [String: [UInt8]]
    let entry: SiteManifest.Entry
    /// The page's line of the search's text; nil where the search does not find it.
    let search: [UInt8]?
  }

  /// Makes pages on all processors, each by itself.
  ///
  /// - Parameter pages: the pages, each with its key.
  /// - Returns: what was made, in order.
  /// - Throws: what the first page in order throws that cannot be made.
  private static func made(_ pages: [(page: SitePage, key: String)]) throws(PageError) -> [Made] {
    let results = Parallel.map(pages.count) { number in
      Result { () throws(PageError) in try new(pages[number].page, key: pages[number].key) }
    }
    return try results.map { result throws(PageError) in try result.get() }
  }

  private static func new(_ page: SitePage, key: String) throws(PageError) -> Made {
    let drawn = DrawnPictures(root: page.root)
    let file = SiteFile(path: page.path, text: try page.make(drawn))
    var entry = SiteManifest.Entry(key: key, digest: SHA256.hash(data: file.bytes).hexadecimal)
    if !drawn.files.isEmpty { entry.pictures = drawn.files.keys.sorted() }
    return Made(
      file: file, pictures: drawn.files, entry: entry,
      search: page.isSearched ? SearchText.line(ofPage: file.bytes, at: file.path) : nil)
  }

  /// The key of a page that is made from `facts` and what all pages are made from.
  func key(_ facts: String...) -> String { key(of: facts) }

  /// The key of a page that is made from `facts` and what all pages are made from.
  func key(of facts: [String]) -> String { SHA256.hash(parts: [common] + facts).hexadecimal }
}

extension SiteBuilder {
  /// Adds what the search looks through in a language: the lines of pages that were not made again are those of the file that stands there.
  private func addSearch(
    in language: Language, of pages: [SitePage], made: [String: [UInt8]?], to build: inout SiteBuild
  ) {
    let paths = pages.filter { $0.isSearched && $0.language == language }.map(\.path)
    let path = SearchText.path(in: language)
    let key = key(of: [path] + paths.flatMap { [$0, build.digest(of: $0) ?? ""] })
    guard !build.keep(path, key: key) else { return }
    let text = made.count < pages.count ? build.folder.file(path) ?? [] : []
    let old = SearchText.lines(of: text)
    var lines: [String: ArraySlice<UInt8>] = [:]
    for page in paths {
      if let line = made[page] {
        lines[page] = line?[...]
      } else if let line = old[page] {
        lines[page] = line
      } else {
        lines[page] = build.folder.file(page).flatMap { SearchText.line(ofPage: $0, at: page) }?[...]
      }
    }
    let file = SearchText.file(lines, in: language)
    build.add(file, SiteManifest.Entry(key: key, digest: SHA256.hash(data: file.bytes).hexadecimal))
  }

  /// All else that is not a page: assets, each lab as Markdown, what hosts and other programs ask for.
  private var shared: [SiteBuild.Shared] {
    func whole(_ path: String, _ bytes: [UInt8]) -> SiteBuild.Shared {
      SiteBuild.Shared(path: path, digest: SHA256.hash(data: bytes).hexadecimal) { () throws(PageError) in bytes }
    }
    var files = theme.assets.map { whole("assets/" + $0.name, $0.bytes) }
    for language in theme.site.languages {
      for lab in source.labs {
        guard let digest = lab.cards[language]?.markdown else { continue }
        files.append(
          SiteBuild.Shared(path: "\(language.rawValue)/labs/\(lab.name).md", digest: digest) {
            () throws(PageError) in Array((try lab.contents.content(in: language).text ?? "").utf8)
          })
      }
    }
    // GitHub's pages would otherwise leave out what begins with an underscore.
    return files + [whole(".nojekyll", []), whole("llms.txt", Array(llms.utf8))]
  }

  /// The site in a few lines of Markdown, for programs that read.
  private var llms: String {
    guard let language = theme.site.languages.first else { return "" }
    var lines = ["# \(theme.site.title)", "", "> \(theme.site.description[language] ?? "")", "", "## Labs", ""]
    for lab in source.labs {
      for language in theme.site.languages {
        guard let title = lab.cards[language]?.title else { continue }
        lines.append("- [\(title)](\(language.rawValue)/labs/\(lab.name).md)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
