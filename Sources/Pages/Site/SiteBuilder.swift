internal import Checking
internal import Digests
internal import Foundation
internal import Labs
internal import Messages
internal import Synchronization

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
    common = Self.digest(facts)
    var anchors: [Language: [String: LabAnchors]] = [:]
    for language in theme.site.languages {
      for lab in source.labs {
        anchors[language, default: [:]][lab.name] = lab.labs[language].map { LabAnchors(of: $0) }
      }
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
    var entries: [Int: SiteManifest.Entry] = [:]
    for (place, page) in pages.enumerated() {
      guard let known = folder.unchanged(page.path, key: page.key),
        let pictures = folder.unchanged(known.pictures ?? [], knowing: next.files)
      else { continue }
      entries[place] = known
      next.files.merge(pictures) { $1 }
    }
    let new = try Self.made(pages.enumerated().filter { entries[$0.offset] == nil }.map { ($0.offset, $0.element) })
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
      if let line = entry?.search { searched[page.language, default: []].append(line) }
    }
    for file in files(searched: searched) {
      let digest = SHA256.hash(data: file.bytes).hexadecimal
      next.files[file.path] = SiteManifest.Entry(key: digest, digest: digest)
      total += file.bytes.count
      if folder.unchanged(file.path, key: digest) == nil { written.append(file) }
    }
    if !written.isEmpty || next.files.keys != folder.manifest.files.keys { try folder.publish(written, as: next) }
    return Outcome(pages: pages.count, made: new.count, bytes: total)
  }

  /// A page that was made anew.
  private struct Made: Sendable {
    let file: SiteFile
    let pictures: [String: [UInt8]]
    let entry: SiteManifest.Entry
  }

  /// Makes pages on all processors, each by itself.
  ///
  /// - Parameter pages: the pages, each with its number.
  /// - Returns: what was made, by number.
  /// - Throws: what the first page in order throws that cannot be made.
  private static func made(_ pages: [(place: Int, page: SitePage)]) throws(PageError) -> [Int: Made] {
    let results = Mutex<[Int: Result<Made, PageError>]>([:])
    DispatchQueue.concurrentPerform(iterations: pages.count) { number in
      let (place, page) = pages[number]
      let result = Result { () throws(PageError) in try Self.new(page) }
      results.withLock { $0[place] = result }
    }
    let found = results.withLock { $0 }
    var made: [Int: Made] = [:]
    for (place, _) in pages { made[place] = try found[place]?.get() }
    return made
  }

  private static func new(_ page: SitePage) throws(PageError) -> Made {
    let drawn = DrawnPictures(root: page.root)
    let file = SiteFile(path: page.path, text: try page.make(drawn))
    var entry = SiteManifest.Entry(key: page.key, digest: SHA256.hash(data: file.bytes).hexadecimal)
    if !drawn.files.isEmpty { entry.pictures = drawn.files.keys.sorted() }
    if page.isSearched, let title = title(of: file) {
      entry.search = SearchText(html: content(of: file)).line(path: page.path, title: title)
    }
    return Made(file: file, pictures: drawn.files, entry: entry)
  }

  /// The key of a page that is made from `facts` and what all pages are made from.
  func key(_ facts: String...) -> String { Self.digest([common] + facts) }

  private static func digest(_ facts: [String]) -> String {
    var hash = SHA256()
    for fact in facts {
      hash.update(data: Array("\(fact.utf8.count):".utf8))
      hash.update(data: Array(fact.utf8))
    }
    return hash.finalize().hexadecimal
  }

  private static func title(of file: SiteFile) -> String? {
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "<h1>"), let end = text.firstRange(of: "</h1>") else { return nil }
    return SearchText(html: String(text[start.upperBound..<end.lowerBound])).sections.first?.body
  }

  /// What stands in a page's `main`.
  private static func content(of file: SiteFile) -> String {
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "</h1>"), let end = text.firstRange(of: "</main>") else { return "" }
    return String(text[start.upperBound..<end.lowerBound])
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
      let lines = searched[language, default: []].sorted()
      files.append(
        SiteFile(
          path: "\(language.rawValue)/search-text.js",
          text: "window.seglabSearch = [\n" + lines.joined(separator: ",\n") + "\n];\n"))
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
