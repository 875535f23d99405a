import Testing

@testable import Markup

@Suite struct SearchTextTests {
  @Test func `the search's text is by section, without figures, with composed Hangul`() {
    let text = SearchText(
      html: "<p>Before &amp; <em>all</em>.</p><h2 id=\"s-한\">합성곱 &lt;2&gt;</h2>"
        + "<p>See</p><svg><text>no</text></svg><table><tr><td>no</td></tr></table><p>\u{1112}\u{1161}\u{11AB}</p>")
    #expect(
      text.sections == [
        SearchText.Section(anchor: "", heading: "", body: "Before & all."),
        SearchText.Section(anchor: "s-한", heading: "합성곱 <2>", body: "See 한"),
      ])
    #expect(SearchText.quoted("</script>\u{2028}\"\\") == "\"\\u003c/script\\u003e\\u2028\\\"\\\\\"")
  }

  @Test func `a page's line has what stands between its heading and the end of its content`() throws {
    let page = "<p>Before</p><main><h1>Masks &amp; <em>labels</em></h1><p>Words.</p></main><p>After</p>"
    let line = try #require(SearchText.line(ofPage: Array(page.utf8), at: "en/a.html"))
    #expect(String(decoding: line, as: UTF8.self) == #"["en/a.html","Masks \u0026 labels",[["","","Words."]]]"#)
    for page in ["", "<h1>", "<main><p>Words.</p></main>", "</h1><h1>"] {
      #expect(SearchText.line(ofPage: Array(page.utf8), at: "en/a.html") == nil)
    }
  }
}
