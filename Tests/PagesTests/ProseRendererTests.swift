import Checking
import Foundation
import Labs
import Messages
import Testing

@testable import Pages

@Suite struct ProseRendererTests {
  private static var none: Pictures { Pictures(beside: nil) }

  private static func inner(_ markdown: String) -> String { ProseRenderer.inner(Prose(markdown), pictures: none) }

  @Test("the highest heading becomes the second level, no level is skipped, and every heading has an id of its own")
  func headings() {
    let first = Prose("# One\n\nx\n\n#### Deep & *down*")
    let second = Prose("# One\n## $\n## 한글 제목!")
    var prose = ProseRenderer([first, second], title: "Page")
    let (html, found) = prose.set(first)
    #expect(html == "<h2 id=\"s-one\">One</h2>\n<p>x</p>\n<h3 id=\"s-deep-down\">Deep &amp; <em>down</em></h3>")
    #expect(found.map(\.level) == [2, 3])
    #expect(prose.level == 3)
    let next = prose.set(second)
    #expect(next.headings.map(\.id) == ["s-one-2", "s", "s-한글-제목"])
    #expect(prose.level == 3)
  }

  @Test("a first heading that stands for the whole lab is left out: the page has its own")
  func title() {
    let prose = Prose("# The \"lab\"\n\n## Part")
    var renderer = ProseRenderer([prose], title: "The \"lab\"")
    #expect(renderer.set(prose).html == "<h2 id=\"s-part\">Part</h2>")
    var other = ProseRenderer([Prose("# In other words\n## Part")], title: "The lab")
    #expect(other.set(Prose("# In other words\n## Part")).html == "<h2 id=\"s-part\">Part</h2>")
    var several = ProseRenderer([Prose("# One\n# Two")], title: "The lab")
    #expect(several.set(Prose("# One")).html == "<h2 id=\"s-one\">One</h2>")
  }

  @Test("formulas are set in text, on lines of their own, and in headings")
  func formulas() {
    let prose = Prose("## At $x$\n\n$$a < b$$")
    var renderer = ProseRenderer([prose], title: "")
    let result = renderer.set(prose)
    let x = "<math alttext=\"x\"><mrow><mi>x</mi></mrow></math>"
    #expect(
      result.html.hasPrefix(
        "<h2 id=\"s-at-x\">At \(x)</h2>\n<div class=\"math\"><math display=\"block\" alttext=\"a &lt; b\">"))
    #expect(result.headings.first?.html == "At \(x)")
  }

  @Test("links stay in the prose and are left out of the table of contents; none runs anything")
  func links() {
    let prose = Prose("## See [there](#x)")
    var renderer = ProseRenderer([prose], title: "")
    let result = renderer.set(prose)
    #expect(result.html.contains("<a href=\"#x\">there</a>"))
    #expect(result.headings.first?.html == "See there")
    #expect(
      Self.inner("[a](javascript:alert(1)) [b](JAVASCRIPT:x) [c](data:text/html,x) [d](</a b/한?x=\"1\"&y> \"t\"\"\")")
        == "<p><a href=\"\">a</a> <a href=\"\">b</a> <a href=\"\">c</a> [d](&lt;/a b/한?x=&quot;1&quot;&amp;y&gt; "
        + "&quot;t&quot;&quot;&quot;)</p>\n")
    #expect(
      Self.inner("[d](</a b/é?x=1&y> 't\"')") == "<p><a href=\"/a%20b/%C3%A9?x=1&amp;y\" title=\"t&quot;\">d</a></p>\n")
  }

  @Test("Swift in prose is coloured, other code stays as it is")
  func code() {
    #expect(
      Self.inner("```swift\nlet a = \"<&lt;\"\n```\n\n    let\n")
        == "<pre><code class=\"language-swift\"><span class=\"t-keyword\">let</span> a = "
        + "<span class=\"t-string\">&quot;&lt;&amp;lt;&quot;</span>\n</code></pre>\n<pre><code>let\n</code></pre>\n")
  }

  @Test("lists, quotes and breaks are what CommonMark's reference renderer makes of them")
  func blocks() {
    #expect(Self.inner("- a\n- b\n\n  c") == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n")
    #expect(
      Self.inner("3. a\n   - b\n4.") == "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li></li>\n</ol>\n")
    #expect(Self.inner("> a\\\n> b\n\n---") == "<blockquote>\n<p>a<br />\nb</p>\n</blockquote>\n<hr />\n")
    #expect(Self.inner("# A *b*") == "<p><strong>A <em>b</em></strong></p>\n")
  }

  @Test("tables, tasks, struck words and footnotes are what they say")
  func extras() {
    #expect(
      Self.inner("| a | b |\n|:-:|--:|\n| *1* | <2 |\n| 3 |")
        == """
        <div class="scroll" tabindex="0">
        <table>
        <thead>
        <tr><th scope="col" class="center">a</th><th scope="col" class="right">b</th></tr>
        </thead>
        <tbody>
        <tr><td class="center"><em>1</em></td><td class="right">&lt;2</td></tr>
        <tr><td class="center">3</td></tr>
        </tbody>
        </table>
        </div>

        """)
    #expect(
      Self.inner("- [x] a ~~b~~\n- c")
        == "<ul class=\"tasks\">\n<li class=\"task\"><span class=\"box\">☑</span> a <del>b</del></li>\n"
        + "<li>c</li>\n</ul>\n")
    let prose = Prose("A[^1].\n\n[^1]: Proof.")
    var renderer = ProseRenderer([prose], title: "")
    #expect(
      renderer.set(prose).html == """
        <p>A<sup id="mark-1"><a href="#note-1">1</a></sup>.</p>
        <hr class="notes" />
        <ol class="notes">
        <li id="note-1">
        <p>Proof. <a href="#mark-1" aria-label="1">↩</a></p>
        </li>
        </ol>
        """)
    #expect(!Self.inner("A[^1].\n\n[^1]: Proof.").contains("id="))
  }

  @Test("pictures beside the lab are in the page, and nothing else is read")
  func pictures() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID().uuidString)")
    let labs = folder.appending(path: "course/labs")
    try FileManager.default.createDirectory(at: labs.appending(path: "그림"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    for path in ["course/labs/그림/a b.png", "course/pic.png", "outside.png"] {
      try png.write(to: folder.appending(path: path))
    }
    try Data("secret".utf8).write(to: labs.appending(path: "words.png"))
    let pictures = Pictures(beside: labs.appending(path: "01.md").path)
    let data = "data:image/png;base64," + png.base64EncodedString()
    func html(_ markdown: String) -> String { ProseRenderer.inner(Prose(markdown), pictures: pictures) }
    #expect(html("![x](<그림/a b.png> \"t\")") == "<p><img src=\"\(data)\" alt=\"x\" title=\"t\" /></p>\n")
    #expect(html("![x](%EA%B7%B8%EB%A6%BC/a%20b.png)![y](../pic.png)").components(separatedBy: data).count == 3)
    for source in ["../../outside.png", "words.png", "missing.png", "/etc/passwd", "file:///etc/passwd", ".", ""] {
      #expect(html("![x](\(source))") == "<p><em>x</em></p>\n", "\(source)")
    }
    #expect(html("![x](https://example.org/x.png)") == "<p><a href=\"https://example.org/x.png\">x</a></p>\n")
    #expect(html("![x](\(data))").contains(data))
    let lab = try #require(
      Lab.parse(text: "---\ntitle: t\nid: t\ndataset: d\n---\n\n![x](../pic.png)\n", file: labs.path + "/01.md").lab)
    #expect(try LabPage(theme: Samples.theme, language: .english).html(lab: lab).contains(data))
  }
}
