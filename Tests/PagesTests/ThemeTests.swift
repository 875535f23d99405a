import Foundation
import Messages
import Testing

@testable import Pages

@Suite struct ThemeTests {
  static let site = Samples.folder.appending(path: "../../site").standardizedFileURL

  /// What `Theme` says of a copy of the theme after `change`.
  static func fault(_ change: (URL) throws -> Void) throws -> PageError? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "theme-\(UUID().uuidString)")
    // Through the link that the package may be reached by.
    try FileManager.default.copyItem(at: site.resolvingSymlinksInPath(), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try change(folder)
    do {
      _ = try Theme(folder: folder.path)
      return nil
    } catch {
      return error.naming(folder.path)
    }
  }

  @Test("the theme that comes with SegLab is whole")
  func whole() throws {
    #expect(try Self.fault { _ in } == nil)
    #expect(Samples.theme.site.languages == [.english, .korean])
  }

  @Test("a page that stands alone carries no comments of its style along")
  func compacted() {
    #expect(
      Theme.compact("/* what */\na {\n  color: red; /* why\n  so */\n\n  margin: 0\n}\n")
        == "a {\ncolor: red; \nmargin: 0\n}")
    #expect(Theme.compact("a {} /* open") == "a {} /* open")
    #expect(Theme.compact("[accept=\"image/*\"] {}\nb {} /* c */") == "[accept=\"image/*\"] {}\nb {} ")
    #expect(Theme.compact("a/**/b '/*' {}") == "a b '/*' {}")
    #expect(!Samples.theme.style.contains("/*") && Samples.theme.style.contains("@media print"))
  }

  @Test(
    "a file that is missing is named",
    arguments: ["site.yml", "assets/page.css", "templates/page.mustache", "templates/hint.mustache"])
  func missing(_ name: String) throws {
    let fault = try Self.fault { try FileManager.default.removeItem(at: $0.appending(path: name)) }
    #expect(fault == .missing(path: "THEME/\(name)"))
  }

  @Test("a template that does not close is named with its line")
  func broken() throws {
    let fault = try Self.fault { folder in
      try "<p>\n{{#open}}\n".write(
        to: folder.appending(path: "templates/hint.mustache"), atomically: true, encoding: .utf8)
    }
    guard case .template("THEME/templates/hint.mustache", let line, _, "expectedSectionEnd") = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(line >= 2)
  }

  @Test("a partial that is not there is named with its line")
  func partial() throws {
    let fault = try Self.fault { folder in
      try "\n{{> hints }}".write(
        to: folder.appending(path: "templates/hint.mustache"), atomically: true, encoding: .utf8)
    }
    #expect(fault == .noSuchPartial(path: "THEME/templates/hint.mustache", line: 2, name: "hints"))
  }

  @Test("files that are not UTF-8, or far too large, are named")
  func bytes() throws {
    let style = "assets/page.css"
    #expect(
      try Self.fault { try Data([0x61, 0xC3, 0xA9, 0xFF]).write(to: $0.appending(path: style)) }
        == .notUTF8(path: "THEME/\(style)", offset: 3))
    #expect(
      try Self.fault { try Data(count: 2 << 20).write(to: $0.appending(path: style)) }
        == .tooLarge(path: "THEME/\(style)", bytes: 2 << 20, limit: 1 << 20))
  }

  @Test("a style sheet cannot end its element")
  func style() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "theme-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.site.resolvingSymlinksInPath(), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "a::after { content: '</style><b>'; }".write(
      to: folder.appending(path: "assets/page.css"), atomically: true, encoding: .utf8)
    let theme = try Theme(folder: folder.path)
    #expect(theme.style == "a::after { content: '<\\/style><b>'; }")
  }

  @Test("every template shows values as text, partials too")
  func escaping() {
    let html = Samples.theme.render(
      "hint", with: HintView(opener: "<\u{301}b>", target: "\"\u{301}\u{202E}", body: "<p>kept</p>"))
    #expect(html.contains("&lt;\u{301}b&gt;") && html.contains("&quot;\u{301}⟨U+202E⟩") && html.contains("<p>kept</p>"))
  }

  @Test(
    "mistakes in the settings are named with their line",
    arguments: [
      ("title: a\nlanguages: [en]\ndescription: {en: b}\nfooter: {en: c}\ncolour: red\n", 5, "`colour`"),
      ("title: a\nlanguages: [en]\ndescription: {en: b}\n", 1, "`footer`"),
      ("title: [a]\nlanguages: [en]\ndescription: {en: b}\nfooter: {en: c}\n", 1, "`title`"),
      ("title: a\nlanguages: [en, fr]\ndescription: {en: b}\nfooter: {en: c}\n", 2, "`languages`"),
      ("title: a\nlanguages: []\ndescription: {en: b}\nfooter: {en: c}\n", 2, "`languages`"),
      ("title: a\nlanguages: [en, ko]\ndescription: {en: b, ko: d}\nfooter:\n  en: c\n", 5, "`footer.ko`"),
      ("title: a\nlanguages: [en]\ndescription:\n  en: b\n  ko: d\nfooter: {en: c}\n", 5, "`ko`"),
      ("title: a\nlanguages: [en\n", 3, "YAML"), ("- a\n", 1, "title, languages"), ("", 1, "title, languages"),
      ("title: a\ntitle: b\n", 1, "YAML"),
    ])
  func settings(_ yaml: String, _ line: Int, _ named: String) throws {
    let fault = try Self.fault {
      try yaml.write(to: $0.appending(path: "site.yml"), atomically: true, encoding: .utf8)
    }
    guard case .settings(_, let found, _) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(found == line)
    let words = try #require(fault?.phrase)
    for language in Language.allCases {
      #expect(
        words.text(in: language).hasPrefix("THEME/site.yml:\(line): ") && words.text(in: language).contains(named))
    }
  }

  @Test("a language without words is said to be the reason")
  func language() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "theme-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.site.resolvingSymlinksInPath(), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "title: a\nlanguages: [en]\ndescription: {en: b}\nfooter: {en: c}\n".write(
      to: folder.appending(path: "site.yml"), atomically: true, encoding: .utf8)
    let page = LabPage(theme: try Theme(folder: folder.path), language: .korean)
    #expect(throws: PageError.noSuchLanguage(path: folder.path + "/site.yml", language: "ko", known: ["en"])) {
      try page.html(lab: Samples.lab("passed"))
    }
  }
}

extension PageError {
  /// The same with `THEME` in place of the folder.
  fileprivate func naming(_ folder: String) -> PageError {
    func short(_ path: String) -> String { path.replacing(folder, with: "THEME") }
    switch self {
    case .missing(let path): return .missing(path: short(path))
    case .tooLarge(let path, let bytes, let limit): return .tooLarge(path: short(path), bytes: bytes, limit: limit)
    case .notUTF8(let path, let offset): return .notUTF8(path: short(path), offset: offset)
    case .template(let path, let line, let column, let reason):
      return .template(path: short(path), line: line, column: column, reason: reason)
    case .noSuchPartial(let path, let line, let name): return .noSuchPartial(path: short(path), line: line, name: name)
    case .settings(let path, let line, let problem): return .settings(path: short(path), line: line, problem: problem)
    default: return self
    }
  }
}
