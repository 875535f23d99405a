import Testing

@testable import Pages

@Suite struct ProseHTMLTests {
  @Test("the highest heading becomes the second level, no level is skipped, and every heading has an id of its own")
  func headings() {
    let first = "<h1>One</h1>\n<p>x</p>\n<h4>Deep &amp; <em>down</em></h4>\n"
    let second = "<h1>One</h1>\n<h2>$</h2>\n<h2>한글 제목!</h2>\n"
    var prose = ProseHTML([first, second], title: "Page")
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
    let html = "<h1>The &quot;lab&quot;</h1>\n<h2>Part</h2>\n"
    var prose = ProseHTML([html], title: "The \"lab\"")
    #expect(prose.set(html).html == "<h2 id=\"s-part\">Part</h2>")
    var other = ProseHTML(["<h1>In other words</h1><h2>Part</h2>"], title: "The lab")
    #expect(other.set("<h1>In other words</h1><h2>Part</h2>").html == "<h2 id=\"s-part\">Part</h2>")
    var several = ProseHTML(["<h1>One</h1><h1>Two</h1>"], title: "The lab")
    #expect(several.set("<h1>One</h1>").html == "<h2 id=\"s-one\">One</h2>")
  }

  @Test("formulas are set in text, on lines of their own, and in headings")
  func formulas() {
    let html = "<h2>At <span class=\"math\">x</span></h2>\n<div class=\"math\">a &lt; b</div>\n"
    var prose = ProseHTML([html], title: "")
    let result = prose.set(html)
    let x = "<math alttext=\"x\"><mrow><mi>x</mi></mrow></math>"
    #expect(
      result.html.hasPrefix(
        "<h2 id=\"s-at-x\">At \(x)</h2>\n<div class=\"math\"><math display=\"block\" alttext=\"a &lt; b\">"))
    #expect(result.headings.first?.html == "At \(x)")
  }

  @Test("links stay in the prose and are left out of the table of contents")
  func links() {
    var prose = ProseHTML(["<h2>See <a href=\"#x\">there</a></h2>"], title: "")
    let result = prose.set("<h2>See <a href=\"#x\">there</a></h2>")
    #expect(result.html.contains("<a href=\"#x\">there</a>"))
    #expect(result.headings.first?.html == "See there")
  }

  @Test("Swift in prose is coloured, other code stays as it is")
  func code() {
    let html =
      "<pre><code class=\"language-swift\">let a = &quot;&lt;&amp;lt;&quot;\n</code></pre>\n<pre><code>let</code></pre>"
    #expect(
      ProseHTML.inner(html)
        == "<pre><code class=\"language-swift\"><span class=\"t-keyword\">let</span> a = "
        + "<span class=\"t-string\">&quot;&lt;&amp;lt;&quot;</span>\n</code></pre>\n<pre><code>let</code></pre>")
  }

  @Test(
    "prose that breaks off stays as it is",
    arguments: ["<h2>open", "<", "<h2", "<span class=\"math\">x", "<h9>x</h9>", ""])
  func broken(_ html: String) {
    var prose = ProseHTML([html], title: "")
    #expect(prose.set(html).html == html)
  }
}
