import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import Testing

@testable import Pages

/// A course's site: what is in it, what happens to the folder, and who may write what.
@Suite struct SiteTests {
  /// A folder that goes when the test ends.
  private final class Place {
    let url = FileManager.default.temporaryDirectory.appending(path: "seglab-site-\(UUID().uuidString)")
    var site: String { url.appending(path: "_site").path }
    /// What builds of this site keep for one another.
    var memory = SiteMemory(version: "1")
    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }
    func text(_ path: String) throws -> String {
      try String(contentsOf: URL(filePath: site).appending(path: path), encoding: .utf8)
    }
    func write(_ text: String, to path: String) throws {
      let file = URL(filePath: site).appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    var files: Set<String> {
      let all = FileManager.default.enumerator(atPath: site)?.compactMap { $0 as? String } ?? []
      return Set(
        all.filter {
          var isFolder: ObjCBool = false
          return FileManager.default.fileExists(atPath: site + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
        })
    }
  }

  private static func lab(_ number: Int, title: String? = nil, extra: String = "") -> String {
    """
    ---
    title: \(title ?? "Lab \(number)")
    id: lab-\(number)
    dataset: cardiac
    ---

    # Title

    What lab \(number) is about. \(extra)

    ## A section

    Some words about windows.

    ```swift exercise=answer
    let answer = .FIXME
    ```

    """
  }

  private func source(_ texts: [String], reports: [LabReport?] = []) throws -> SiteSource {
    let labs = try texts.enumerated().map { number, text in
      let lab = try #require(Lab.parse(text: text, file: "labs/0\(number + 1)-lab.md").lab)
      return SiteSource.LabPages(
        name: "0\(number + 1)-lab", labs: [.english: lab, .korean: lab], texts: [.english: text, .korean: text],
        report: reports.indices.contains(number) ? reports[number] : nil)
    }
    return SiteSource(labs: labs, sets: [])
  }

  private func build(_ texts: [String], into place: Place) throws -> SiteBuilder.Outcome {
    try SiteBuilder(theme: Samples.theme, source: source(texts), version: "1")
      .build(into: place.site, remembering: &place.memory)
  }

  @Test func `a site has a page for each lab, language and kind, and every link and anchor arrives`() throws {
    let place = try Place()
    let outcome = try build([Self.lab(1), Self.lab(2)], into: place)
    let pages = place.files.filter { $0.hasSuffix(".html") }
    #expect(outcome.pages == pages.count && outcome.made == pages.count)
    for path in ["index.html", "404.html", "en/index.html", "ko/labs/02-lab.html", "en/glossary.html", "ko/about.html"]
    {
      #expect(pages.contains(path), "\(path)")
    }
    #expect(try place.text("en/labs/01-lab.html").contains("<span>Next</span> Lab 2</a>"))
    #expect(try place.text("ko/labs/02-lab.html").contains("<span>이전</span> Lab 1</a>"))
    for path in [
      "en/labs/01-lab.md", "en/search-text.js", "assets/site.js", "assets/figures.js", "llms.txt", ".nojekyll",
    ] {
      #expect(place.files.contains(path), "\(path)")
    }
    for page in pages where page != "404.html" {
      let tags = TagReader(try place.text(page)).tags
      let folder = URL(filePath: place.site).appending(path: page).deletingLastPathComponent()
      for target in tags.compactMap({ $0.attributes["href"] ?? $0.attributes["src"] }) where !target.hasPrefix("data:")
      {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts[0].isEmpty ? URL(filePath: place.site).appending(path: page) : folder.appending(path: parts[0])
        #expect(FileManager.default.fileExists(atPath: file.standardizedFileURL.path), "\(page): \(target)")
        guard parts.count == 2, !parts[1].isEmpty, !parts[1].hasPrefix("v-") else { continue }
        let ids = TagReader(try String(contentsOf: file, encoding: .utf8)).tags.compactMap { $0.attributes["id"] }
        #expect(ids.contains(parts[1].removingPercentEncoding ?? ""), "\(page): \(target)")
      }
    }
  }

  @Test func `the same course gives the same bytes, and only what changed is made again`() throws {
    let (one, other) = (try Place(), try Place())
    _ = try build([Self.lab(1), Self.lab(2)], into: one)
    _ = try build([Self.lab(1), Self.lab(2)], into: other)
    #expect(one.files == other.files)
    for file in one.files { #expect(try one.text(file) == other.text(file), "\(file)") }
    #expect(try build([Self.lab(1), Self.lab(2)], into: one).made == 0)
    let before = try one.text("en/labs/02-lab.html")
    let outcome = try build([Self.lab(1), Self.lab(2, extra: "More.")], into: one)
    // The lab and the home page, in two languages.
    #expect(outcome.made == 4)
    #expect(try one.text("en/labs/02-lab.html") != before && one.text("en/search-text.js").contains("More."))
    try one.write("by hand", to: "en/about.html")
    _ = try build([Self.lab(1), Self.lab(2, extra: "More.")], into: one)
    #expect(try one.text("en/about.html") == other.text("en/about.html"))
  }

  @Test func `what is not the site's stays, and what was the site's goes`() throws {
    let place = try Place()
    _ = try build([Self.lab(1), Self.lab(2)], into: place)
    try place.write("example.org", to: "CNAME")
    try place.write("ref: refs/heads/pages", to: ".git/HEAD")
    try FileManager.default.createDirectory(
      atPath: place.site + "/.git/refs/tags", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: place.site + "/latest", withDestinationPath: "en")
    _ = try build([Self.lab(1)], into: place)
    #expect(try place.text("CNAME") == "example.org" && place.text(".git/HEAD") == "ref: refs/heads/pages")
    #expect(FileManager.default.fileExists(atPath: place.site + "/.git/refs/tags"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.site + "/latest") == "en")
    #expect(!place.files.contains("en/labs/02-lab.html") && !place.files.contains("ko/labs/02-lab.md"))
    let beside = try FileManager.default.contentsOfDirectory(atPath: place.url.path)
    #expect(beside == ["_site"])
  }

  @Test func `somebody's file in a page's place is not replaced, nor a link or a file in the folder's`() throws {
    let place = try Place()
    try place.write("mine", to: "en/index.html")
    #expect(throws: PageError.self) { try build([Self.lab(1)], into: place) }
    #expect(try place.text("en/index.html") == "mine" && place.files == ["en/index.html"])
    let linked = place.url.appending(path: "linked").path
    try FileManager.default.createSymbolicLink(atPath: linked, withDestinationPath: "/tmp")
    let builder = try SiteBuilder(theme: Samples.theme, source: source([Self.lab(1)]), version: "1")
    #expect(throws: PageError.self) { try builder.build(into: linked, remembering: &place.memory) }
    let file = place.url.appending(path: "file").path
    try "x".write(toFile: file, atomically: true, encoding: .utf8)
    #expect(throws: PageError.self) { try builder.build(into: file, remembering: &place.memory) }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "x")
  }

  @Test func `whatever an author or a learner wrote is shown and never run`() throws {
    let place = try Place()
    let evil = "</title><script>alert(1)</script> \u{202E}evil"
    _ = try build([Self.lab(1, title: "\"" + evil.replacing("\"", with: "") + "\"", extra: evil)], into: place)
    for page in place.files where page.hasSuffix(".html") {
      let html = try place.text(page)
      let scripts = TagReader(html).tags.filter { $0.name == "script" }
      #expect(
        scripts.allSatisfy { script in
          ["figures", "site"].contains { script.attributes["src"]?.hasSuffix("assets/\($0).js") == true }
        }, "\(page)")
      #expect(html.contains("Content-Security-Policy") && !html.contains("\u{202E}"), "\(page)")
    }
    let search = try place.text("en/search-text.js")
    #expect(!search.contains("<") && !search.contains("\u{2028}"))
  }

  @Test func `notes are told apart, and a link to a lab's file leads to its page`() throws {
    let place = try Place()
    let words =
      "\n\n> [!WARNING]\n> Look <b>here</b>.\n\n> [!NONE]\n> A quotation.\n\nSee [the next](02-lab.md#s-a-section) and [none](03-lab.md)."
    _ = try build([Self.lab(1, extra: words), Self.lab(2)], into: place)
    let html = try place.text("en/labs/01-lab.html")
    #expect(html.contains("<div class=\"admonition warning\" role=\"note\">\n<p class=\"name\">Warning</p>"))
    #expect(html.contains("<blockquote>") && html.contains("<p>Look") && !html.contains("<b>here"))
    #expect(html.contains("href=\"02-lab.html#s-a-section\"") && html.contains("href=\"03-lab.md\""))
    let korean = try place.text("ko/labs/01-lab.html")
    #expect(korean.contains("admonition warning") && !korean.contains(">Warning<"))
  }

  @Test func `a template that asks for what is not there, and a disk that takes nothing, leave the site as it was`()
    throws
  {
    let place = try Place()
    _ = try build([Self.lab(1)], into: place)
    let before = try place.text("en/index.html")
    let theme = place.url.appending(path: "theme")
    try FileManager.default.copyItem(atPath: Samples.theme.folder, toPath: theme.path)
    let broken = theme.appending(path: "templates/home.mustache")
    try "{{#labs}}\n{{> nothing}}\n{{/labs}}".write(to: broken, atomically: true, encoding: .utf8)
    #expect(throws: PageError.noSuchPartial(path: broken.path, line: 2, name: "nothing")) {
      try Theme(folder: theme.path)
    }
    try "{{#labs}}".write(to: broken, atomically: true, encoding: .utf8)
    #expect(throws: PageError.self) { try Theme(folder: theme.path) }
    // Nothing can be written into the folder beside the site: it fails before anything has changed.
    let builder = try SiteBuilder(theme: Samples.theme, source: source([Self.lab(1), Self.lab(2)]), version: "1")
    #expect(throws: PageError.self) { try builder.build(into: "/proc/seglab-site", remembering: &place.memory) }
    #expect(throws: PageError.self) { try builder.build(into: "/dev/full/site", remembering: &place.memory) }
    #expect(try place.text("en/index.html") == before && !place.files.contains("en/labs/02-lab.html"))
  }

  @Test func `a build that was killed leaves a whole site, and the next one makes the new`() throws {
    let place = try Place()
    _ = try build([Self.lab(1)], into: place)
    // What a killed build leaves: a folder aside with half a site.
    let left = place.url.appending(path: ".seglab-left/site/en")
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    try "half".write(to: left.appending(path: "index.html"), atomically: true, encoding: .utf8)
    _ = try build([Self.lab(1), Self.lab(2)], into: place)
    #expect(place.files.contains("en/labs/02-lab.html"))
    #expect(try !place.text("en/index.html").contains("half"))
  }

  @Test func `pictures are files that pages share, and go when no page shows them`() throws {
    let lab = try Samples.lab("passed")
    let place = try Place()
    func build(_ report: LabReport?) throws -> SiteBuilder.Outcome {
      let source = SiteSource(
        labs: [SiteSource.LabPages(name: "01-lab", labs: [.english: lab, .korean: lab], texts: [:], report: report)],
        sets: [])
      return try SiteBuilder(theme: Samples.theme, source: source, version: "1")
        .build(into: place.site, remembering: &place.memory)
    }
    _ = try build(SampleReports.passed(lab))
    let pictures = place.files.filter { $0.hasPrefix("pictures/") }
    let html = try place.text("en/labs/01-lab.html")
    #expect(!pictures.isEmpty && !html.contains("data:image/png"))
    #expect(try build(SampleReports.passed(lab)).made == 0)
    try FileManager.default.removeItem(atPath: place.site + "/" + (pictures.first ?? ""))
    #expect(try build(SampleReports.passed(lab)).made > 0)
    #expect(place.files.isSuperset(of: pictures))
    _ = try build(nil)
    #expect(place.files.isDisjoint(with: pictures))
  }

  @Test func `a site shows what trainings gave, and no verdict, and the networks only where that is asked for`() throws
  {
    let lab = try Samples.lab("passed")
    let report = SampleReports.passed(lab)
    for showsAnswers in [false, true] {
      let place = try Place()
      let source = SiteSource(
        labs: [
          SiteSource.LabPages(
            name: "01-lab", labs: [.english: lab, .korean: lab], texts: [:], report: report, showsAnswers: showsAnswers)
        ], sets: [])
      _ = try SiteBuilder(theme: Samples.theme, source: source, version: "1")
        .build(into: place.site, remembering: &place.memory)
      let html = try place.text("en/labs/01-lab.html")
      #expect(html.contains("class=\"curves\"") && !html.contains("id=\"standing\""))
      #expect(html.contains("class=\"layers\"") == showsAnswers)
    }
  }

  @Test func `the settings of a site name what is wrong with its line`() throws {
    let good = "title: T\nlanguages: [en]\ndescription: {en: D}\nfooter: {en: F}\n"
    for (wrong, problem) in [
      ("base: course", SettingsProblem.expectedBase),
      ("pages: [index]", .expectedPageNames(taken: ["index", "glossary", "search"])),
      ("pages: [../x]", .expectedPageNames(taken: ["index", "glossary", "search"])),
      ("links: [{url: \"javascript:x\", en: A}]", .expectedLink), ("redirects: {a: ../b}", .expectedRedirects),
      ("colors: {accent: [red, blue]}", .expectedColors), ("host: example.org", .expectedHost),
      ("host: https://example.org/", .expectedHost), ("host: 'https://\"><script>'", .expectedHost),
    ] {
      #expect(throws: PageError.settings(path: "site.yml", line: 5, problem: problem), "\(wrong)") {
        try SiteSettings(yaml: good + wrong, path: "site.yml")
      }
    }
    let settings = try SiteSettings(
      yaml: good + "base: /c/\ncolors: {accent: [\"#123\", \"#abcdef\"]}\nredirects: {old: new}", path: "site.yml")
    #expect(settings.base == "/c/" && settings.redirects == ["old": "new"])
    #expect(settings.colorRules.contains("--accent: light-dark(#123, #abcdef);"))
  }

  /// A link names a heading as GitHub does, or a cell; the page's own ids are nobody's to know.
  @Test func linksLeadToHeadingsAndCells() throws {
    let place = try Place()
    let texts = [
      Self.lab(1, extra: "[a](#a-section) [b](#answer) [c](02-lab.md#a-section) [d](02-lab.md#title) [e](#nowhere)"),
      Self.lab(2),
    ]
    _ = try build(texts, into: place)
    let page = try place.text("en/labs/01-lab.html")
    for address in ["#s-a-section", "#cell-answer", "02-lab.html#s-a-section", "02-lab.html", "#nowhere"] {
      #expect(page.contains("href=\"\(address)\""), "\(address)")
    }
    // The other lab gets the heading that was linked too early.
    _ = try build([Self.lab(1, extra: "[f](02-lab.md#later)"), Self.lab(2)], into: place)
    #expect(try place.text("en/labs/01-lab.html").contains("href=\"02-lab.html#later\""))
    _ = try build([Self.lab(1, extra: "[f](02-lab.md#later)"), Self.lab(2) + "\n## Later\n"], into: place)
    #expect(try place.text("en/labs/01-lab.html").contains("href=\"02-lab.html#s-later\""))
  }

  /// A page is made again where a link of a hint, a question or a choice leads elsewhere, and where a picture's file is another.
  @Test func whatHintsQuestionsAndPicturesSayIsNotLeftBehind() throws {
    let place = try Place()
    let folder = place.url.appending(path: "labs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let cells = """

      ![a picture](a.svg)

      ```text hint=answer
      See [there](02-lab.md#late).
      ```

      ```yaml question=why
      ask: Is it [there](02-lab.md#later)?
      choices:
      - {key: a, text: "[yes](02-lab.md#latest)", right: true, why: x}
      - {key: b, text: never, why: x}
      ```

      ```text answer=why
      ?
      ```

      """
    func build(_ picture: String, _ headings: String) throws -> SiteBuilder.Outcome {
      try picture.write(to: folder.appending(path: "a.svg"), atomically: true, encoding: .utf8)
      let texts = [Self.lab(1) + cells, Self.lab(2) + headings]
      let labs = try texts.enumerated().map { number, text in
        let read = Lab.parse(text: text, file: folder.appending(path: "0\(number + 1)-lab.md").path)
        let lab = try #require(read.lab, "\(read.diagnostics)")
        return SiteSource.LabPages(
          name: "0\(number + 1)-lab", labs: [.english: lab, .korean: lab], texts: [.english: text, .korean: text],
          report: nil)
      }
      let source = SiteSource(labs: labs, sets: [])
      return try SiteBuilder(theme: Samples.theme, source: source, version: "1")
        .build(into: place.site, remembering: &place.memory)
    }
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"
    _ = try build(svg, "")
    for heading in ["Late", "Later", "Latest"] {
      #expect(try !place.text("en/labs/01-lab.html").contains("02-lab.html#s-\(heading.lowercased())\""), "\(heading)")
      _ = try build(svg, "\n## \(heading)\n")
      #expect(try place.text("en/labs/01-lab.html").contains("02-lab.html#s-\(heading.lowercased())\""), "\(heading)")
    }
    #expect(try build(svg, "\n## Latest\n").made == 0)
    // The lab's page in two languages, and nothing else.
    #expect(try build(svg + "<!-- -->", "\n## Latest\n").made == 2)
  }

  /// What the search looks through is kept in its own file, and made from the pages where that is gone.
  @Test func whatIsSearchedComesOfTheSearchsFile() throws {
    let place = try Place()
    _ = try build([Self.lab(1), Self.lab(2)], into: place)
    let search = try place.text("en/search-text.js")
    _ = try build([Self.lab(1, extra: "More."), Self.lab(2)], into: place)
    let more = try place.text("en/search-text.js")
    #expect(more != search && more.contains("What lab 2 is about.") && more.contains("More."))
    try FileManager.default.removeItem(atPath: place.site + "/en/search-text.js")
    _ = try build([Self.lab(1), Self.lab(2)], into: place)
    #expect(try place.text("en/search-text.js") == search)
  }

  /// A site's own pages are looked at as labs are, and the site is built all the same.
  @Test func brokenLinksOfPagesAreTold() throws {
    let place = try Place()
    let theme = place.url.appending(path: "theme")
    try FileManager.default.copyItem(atPath: Samples.theme.folder, toPath: theme.path)
    let about =
      "# About\n\n[a](01-lb.md) [b](glosary.html)\n[c](#part) ![d](no.png)\n[e](01-lab.md#answer) [f](index.html)\n\n## Part\n"
    try about.write(to: theme.appending(path: "pages/about.en.md"), atomically: true, encoding: .utf8)
    let builder = SiteBuilder(theme: try Theme(folder: theme.path), source: try source([Self.lab(1)]), version: "1")
    let doubts = try #require(builder.doubts.first)
    #expect(builder.doubts.count == 1 && doubts.text == about)
    #expect(
      doubts.list.map { "\($0.line) \($0.help?.text(in: .english) ?? "")" } == [
        "3 write `01-lab.md`", "3 write `glossary.html`",
        "4 save it as PNG, JPEG, GIF, WebP or SVG with at most 8 MB",
      ])
    _ = try builder.build(into: place.site, remembering: &place.memory)
    let page = try place.text("en/about.html")
    #expect(page.contains("href=\"#s-part\"") && page.contains("href=\"labs/01-lab.html#cell-answer\""))
    #expect(page.contains("<h2 id=\"s-part\">"))
  }
}
