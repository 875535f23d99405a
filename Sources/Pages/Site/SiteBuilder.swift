internal import Checking
internal import Digests
internal import Foundation
internal import Labs
internal import Messages

/// Makes a course's static site: pages that open from a folder, offline, without a script.
///
/// The same source, theme and version give the same bytes. A page whose source has not changed is not made again.
public struct SiteBuilder: Sendable {
  /// How it looks.
  let theme: Theme
  /// What it is made of.
  let source: SiteSource
  /// The program's version: another one may make other pages of the same source.
  private let version: String
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
    /// The bytes of all its files.
    public let bytes: Int
  }

  /// - Parameters:
  ///   - theme: how the site looks.
  ///   - source: what it is made of.
  ///   - version: the program's version.
  public init(theme: Theme, source: SiteSource, version: String) {
    self.theme = theme
    self.source = source
    self.version = version
    var facts = [version, theme.digest]
    facts += source.sets.map(\.name)
    for lab in source.labs {
      facts.append(lab.name)
      facts += theme.site.languages.map { lab.labs[$0]?.title ?? "" }
    }
    common = SHA256.hash(parts: facts).hexadecimal
    var anchors: [Language: [String: LabAnchors]] = [:]
    for language in theme.site.languages {
      for lab in source.labs { anchors[language, default: [:]][lab.name] = lab.anchors[language] }
    }
    self.anchors = anchors
  }

  /// Builds the site into `path`: aside first, then in one step.
  ///
  /// - Parameter path: the folder; what is in it and not the site's stays.
  /// - Returns: what was done.
  /// - Throws: `PageError` that names what is wrong; the site that was there is as it was.
  public func build(into path: String) throws(PageError) -> Outcome {
    let folder = try SiteFolder(path)
    var next = SiteManifest()
    var written: [SiteFile] = []
    var searched: [Language: [String]] = [:]
    let pages = try pages()
    let keys = Parallel.map(pages.count) { pages[$0].key() }
    let there = Parallel.map(pages.count) { folder.unchanged(pages[$0].path, key: keys[$0]) }
    var entries: [Int: SiteManifest.Entry] = [:]
    for (place, known) in there.enumerated() {
      guard let known, let pictures = folder.unchanged(known.pictures ?? [], knowing: next.files) else { continue }
      entries[place] = known
      next.files.merge(pictures) { $1 }
    }
    let new = try Self.made(
      pages.indices.filter { entries[$0] == nil }.map { ($0, pages[$0], keys[$0]) })
    let lines = Dictionary(
      theme.site.languages.map { ($0, new.count < pages.count ? folder.searchLines(in: $0) : [:]) }
    ) { $1 }
    var total = 0
    for (place, page) in pages.enumerated() {
      var entry = entries[place]
      if let made = new[place] {
        for (path, bytes) in made.pictures where next.files[path] == nil {
          let digest = SHA256.hash(data: bytes).hexadecimal
          next.files[path] = SiteManifest.Entry(key: digest, digest: digest)
          if folder.unchanged(path, key: digest) == nil { written.append(SiteFile(path: path, bytes: bytes)) }
        }
        entry = made.entry
        written.append(made.file)
        total += made.file.bytes.count
      }
      next.files[page.path] = entry
      guard page.isSearched else { continue }
      let line =
        if let made = new[place] {
          made.search
        } else {
          lines[page.language]?[page.path] ?? folder.file(page.path).flatMap(Self.search)
        }
      if let line { searched[page.language, default: []].append(line) }
    }
    let others = files(searched: searched)
    let digests = Parallel.map(others.count) { number in
      let digest = SHA256.hash(data: others[number].bytes).hexadecimal
      return (digest, folder.unchanged(others[number].path, key: digest) != nil)
    }
    for (file, (digest, isThere)) in zip(others, digests) {
      next.files[file.path] = SiteManifest.Entry(key: digest, digest: digest)
      total += file.bytes.count
      if !isThere { written.append(file) }
    }
    if !written.isEmpty || next.files.keys != folder.manifest.files.keys { try folder.publish(written, as: next) }
    return Outcome(pages: pages.count, made: new.count, bytes: total)
  }

  /// A page that was made anew.
  private struct Made: Sendable {
    let file: SiteFile
    let pictures: [String: [UInt8]]
    let entry: SiteManifest.Entry
    /// The page's line of the search's text; nil where the search does not find it.
    let search: String?
  }

  /// Makes pages on all processors, each by itself.
  ///
  /// - Parameter pages: the pages, each with its number and its key.
  /// - Returns: what was made, by number.
  /// - Throws: what the first page in order throws that cannot be made.
  private static func made(_ pages: [(place: Int, page: SitePage, key: String)]) throws(PageError) -> [Int: Made] {
    let results = Parallel.map(pages.count) { number in
      Result { () throws(PageError) in try new(pages[number].page, key: pages[number].key) }
    }
    var made: [Int: Made] = [:]
    for (page, result) in zip(pages, results) { made[page.place] = try result.get() }
    return made
  }

  private static func new(_ page: SitePage, key: String) throws(PageError) -> Made {
    let drawn = DrawnPictures(root: page.root)
    let file = SiteFile(path: page.path, text: try page.make(drawn))
    var entry = SiteManifest.Entry(key: key, digest: SHA256.hash(data: file.bytes).hexadecimal)
    if !drawn.files.isEmpty { entry.pictures = drawn.files.keys.sorted() }
    return Made(file: file, pictures: drawn.files, entry: entry, search: page.isSearched ? search(file) : nil)
  }

  /// A page's line of the search's text.
  private static func search(_ file: SiteFile) -> String? {
    title(of: file).map { SearchText(html: content(of: file)).line(path: file.path, title: $0) }
  }

  /// The key of a page that is made from `facts` and what all pages are made from.
  func key(_ facts: String...) -> String { key(of: facts) }

  /// The key of a page that is made from `facts` and what all pages are made from.
  func key(of facts: [String]) -> String { SHA256.hash(parts: [common] + facts).hexadecimal }

  private static func title(of file: SiteFile) -> String? {
    guard let inside = part(of: file.bytes, after: "<h1>", before: "</h1>") else { return nil }
    return SearchText(html: inside).sections.first?.body
  }

  /// What stands in a page's `main`.
  private static func content(of file: SiteFile) -> ArraySlice<UInt8> {
    part(of: file.bytes, after: "</h1>", before: "</main>") ?? []
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

extension SiteBuilder {
  /// All that is not a page: assets, each lab as Markdown, what the search looks through, what hosts and other programs ask for.
  private func files(searched: [Language: [String]]) -> [SiteFile] {
    var files = theme.assets.map { SiteFile(path: "assets/" + $0.name, bytes: $0.bytes) }
    for language in theme.site.languages {
      for lab in source.labs {
        guard let text = lab.texts[language] else { continue }
        files.append(SiteFile(path: "\(language.rawValue)/labs/\(lab.name).md", text: text))
      }
      files.append(SearchText.file(searched[language, default: []], in: language))
    }
    // GitHub's pages would otherwise leave out what begins with an underscore.
    files.append(SiteFile(path: ".nojekyll", bytes: []))
    files.append(SiteFile(path: "llms.txt", text: llms))
    return files
  }

  /// The site in a few lines of Markdown, for programs that read.
  private var llms: String {
    guard let language = theme.site.languages.first else { return "" }
    var lines = ["# \(theme.site.title)", "", "> \(theme.site.description[language] ?? "")", "", "## Labs", ""]
    for lab in source.labs {
      for language in theme.site.languages {
        guard let title = lab.labs[language]?.title else { continue }
        lines.append("- [\(title)](\(language.rawValue)/labs/\(lab.name).md)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
