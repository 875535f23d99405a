import Checking
import Foundation
import Labs
import Messages
import Testing

@testable import Digests
@testable import Pages

/// What a build keeps for the next one: it saves work and never changes what comes out.
@Suite struct SiteMemoryTests {
  /// A folder with a site and what builds of it keep, which goes when the test ends.
  private final class Place {
    let url = FileManager.default.temporaryDirectory.appending(path: "seglab-memory-\(UUID().uuidString)")
    var site: String { url.appending(path: "_site").path }
    var state: String { url.appending(path: ".seglab").path }
    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    /// Every file of the site with its bytes.
    var files: [String: Data] {
      var files: [String: Data] = [:]
      for case let path as String in FileManager.default.enumerator(atPath: site) ?? .init() {
        files[path] = FileManager.default.contents(atPath: site + "/" + path)
      }
      return files
    }

    /// Builds a site of `labs`, with what is kept beside it.
    func build(_ labs: [SiteSource.LabPages], key: SealKey = .ofThisProcess) throws -> SiteBuilder.Outcome {
      var memory = SiteMemory(in: state, key: key, version: "1")
      let outcome = try SiteBuilder(theme: Samples.theme, source: SiteSource(labs: labs, sets: []), version: "1")
        .build(into: site, remembering: &memory)
      memory.keep(in: state, key: key)
      return outcome
    }
  }

  /// A lab that can be changed piece by piece.
  private struct Draft {
    var name: String
    var title: String
    var heading = "Masks"
    var words = "What it is about."
    var link = "#masks"
    var after = ""

    var text: String {
      """
      ---
      title: \(title)
      id: lab-\(name.prefix(2))
      dataset: cardiac
      \(after.isEmpty ? "" : "after: [\(after)]")
      ---

      # \(title)

      \(words) See [there](\(link)).

      ## \(heading)

      Windows and $x^2$.

      ```swift exercise=answer
      let answer = .FIXME
      ```

      """
    }

    func pages() throws -> SiteSource.LabPages {
      let lab = try #require(Lab.parse(text: text, file: "labs/\(name).md").lab, "\(text)")
      return SiteSource.LabPages(
        name: name, labs: [.english: lab, .korean: lab], texts: [.english: text, .korean: text], report: nil)
    }
  }

  /// Random edits from a seed, one after the other: what is built on what stands there is what is built from nothing.
  @Test(arguments: 1...4) func `a site that was built edit by edit is the one that is built at once`(
    seed: UInt64
  ) throws {
    var state = seed
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let place = try Place()
    var drafts = (1...4).map { Draft(name: "0\($0)-lab", title: "Lab \($0)") }
    var added = 4
    _ = try place.build(drafts.map { try $0.pages() })
    for round in 0..<12 {
      let one = random(drafts.count)
      let other = drafts[random(drafts.count)].name
      switch random(8) {
      case 0: drafts[one].title = "Another title \(round)"
      case 1: drafts[one].heading = ["Masks", "Edges", "Later"][random(3)]
      case 2: drafts[one].link = ["#masks", "\(other).md#later", "\(other).md", "\(other).md#edges"][random(4)]
      case 3 where other != drafts[one].name: drafts[one].after = "lab-" + other.prefix(2)
      case 4 where drafts.count > 2: drafts.remove(at: one)
      case 5:
        added += 1
        drafts.insert(Draft(name: String(format: "%02d-lab", added), title: "New \(round)"), at: drafts.count)
      case 6: try Data("by hand".utf8).write(to: URL(filePath: place.site + "/en/about.html"))
      default: drafts[one].words += " More \(round)."
      }
      _ = try place.build(drafts.map { try $0.pages() })
      let clean = try Place()
      _ = try clean.build(drafts.map { try $0.pages() })
      let (incremental, whole) = (place.files, clean.files)
      #expect(incremental.keys.sorted() == whole.keys.sorted())
      for (path, bytes) in whole where !path.hasSuffix("/") {
        #expect(incremental[path] == bytes, "round \(round): \(path)")
      }
    }
  }

  @Test func `a title shows on the pages beside it, and on no other lab's`() throws {
    let place = try Place()
    var drafts = (1...5).map { Draft(name: "0\($0)-lab", title: "Lab \($0)") }
    _ = try place.build(drafts.map { try $0.pages() })
    drafts[2].title = "Another"
    // The lab, those before and behind it, and the home page, in two languages.
    #expect(try place.build(drafts.map { try $0.pages() }).made == 8)
    drafts[2].words += " More."
    drafts[2].heading = "Later"
    // The first paragraph stands on the home page.
    #expect(try place.build(drafts.map { try $0.pages() }).made == 4)
    drafts[2].heading = "Last"
    #expect(try place.build(drafts.map { try $0.pages() }).made == 2)
  }

  @Test func `a lab that is known is read where its page is made, and not before`() throws {
    let place = try Place()
    let draft = Draft(name: "01-lab", title: "Lab 1")
    let read = try draft.pages()
    _ = try place.build([read])
    let known = SiteSource.LabPages(name: read.name, cards: read.cards, report: nil, showsAnswers: false) {
      Issue.record("read")
      return nil
    }
    #expect(try place.build([known]).made == 0)
    try FileManager.default.removeItem(atPath: place.site + "/en/labs/01-lab.html")
    let changed = SiteSource.LabPages(name: read.name, cards: read.cards, report: nil, showsAnswers: false) { nil }
    #expect(throws: PageError.labChanged(name: "01-lab")) { try place.build([changed]) }
    let lab = try #require(Lab.parse(text: draft.text, file: "labs/01-lab.md").lab)
    let again = SiteSource.LabPages(name: read.name, cards: read.cards, report: nil, showsAnswers: false) {
      [.english: (lab, draft.text), .korean: (lab, draft.text)]
    }
    #expect(try place.build([again]).made == 1)
  }

  @Test func `whether networks are shown is a matter of the page`() throws {
    let place = try Place()
    let lab = try Samples.lab("passed")
    func build(_ showsAnswers: Bool) throws -> SiteBuilder.Outcome {
      try place.build([
        SiteSource.LabPages(
          name: "01-lab", labs: [.english: lab, .korean: lab], texts: [:], report: SampleReports.passed(lab),
          showsAnswers: showsAnswers)
      ])
    }
    _ = try build(false)
    #expect(try build(true).made == 2)
    let page = try String(contentsOfFile: place.site + "/en/labs/01-lab.html", encoding: .utf8)
    #expect(page.contains("class=\"layers\""))
  }

  /// A course, and the site in it, may come from somebody else.
  @Test func `a site and a memory that another key sealed count for nothing`() throws {
    let place = try Place()
    let pages = try Draft(name: "01-lab", title: "Lab 1").pages()
    let made = try place.build([pages]).made
    #expect(try place.build([pages]).made == 0)
    #expect(try place.build([pages], key: .ephemeral()).made == made)
    #expect(try place.build([pages]).made == made)
    let file = place.state + "/site.memory"
    var bytes = try #require(FileManager.default.contents(atPath: file))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: file))
    #expect(try place.build([pages]).made == made)
    // Another account of the site, with a page of theirs behind a key that they could work out.
    let account = place.site + "/" + SiteManifest.name
    var manifest = try #require(FileManager.default.contents(atPath: account).flatMap { SiteManifest(Array($0)) })
    let theirs = Data("theirs".utf8)
    try theirs.write(to: URL(filePath: place.site + "/en/about.html"))
    manifest.files["en/about.html"]?.digest = SHA256.hash(data: theirs).hexadecimal
    try Data(manifest.bytes).write(to: URL(filePath: account))
    _ = try place.build([pages])
    #expect(FileManager.default.contents(atPath: place.site + "/en/about.html") != theirs)
  }

  @Test func `a copied site is known by its bytes, and one that nothing can be kept of is built`() throws {
    let place = try Place()
    let pages = try Draft(name: "01-lab", title: "Lab 1").pages()
    _ = try place.build([pages])
    try FileManager.default.moveItem(atPath: place.site, toPath: place.site + "-old")
    try FileManager.default.copyItem(atPath: place.site + "-old", toPath: place.site)
    #expect(try place.build([pages]).made == 0)
    try FileManager.default.removeItem(atPath: place.state)
    try Data().write(to: URL(filePath: place.state))
    #expect(try place.build([pages]).made > 0)
  }

  @Test func `what was kept is read back, and what was cut off is nothing`() throws {
    var kept = KeptWriter()
    kept.add("한글")
    kept.add(["", "a:b", "3:abc"])
    kept.add(7)
    var reader = KeptReader(kept.bytes[...])
    #expect(try reader.text() == "한글" && reader.texts() == ["", "a:b", "3:abc"] && reader.number() == 7)
    #expect(reader.isAtEnd)
    for count in 0..<kept.bytes.count {
      var cut = KeptReader(kept.bytes[..<count])
      #expect(throws: KeptReader.Fault.self) {
        _ = try cut.text()
        _ = try cut.texts()
        _ = try cut.number()
      }
    }
    for wrong in ["x", ":", "9999999999999999999:", "5:abc", "-1:"] {
      var reader = KeptReader(Array(wrong.utf8)[...])
      #expect(throws: KeptReader.Fault.self, "\(wrong)") { try reader.text() }
    }
  }
}
