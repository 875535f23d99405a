import Testing

@testable import Pages

@Suite struct InlineWordsTests {
  @Test("code and formulas are set, all else is shown as it is")
  func pieces() {
    #expect(InlineWords.html("write `a < b` & go") == "write <code>a &lt; b</code> &amp; go")
    #expect(InlineWords.html("$x$") == "<math alttext=\"x\"><mrow><mi>x</mi></mrow></math>")
  }

  @Test("marks without a partner are only marks", arguments: ["`", "a ` b", "costs $5 or $ 6", "``", "$$", "`a\nb`"])
  func lone(_ text: String) {
    #expect(InlineWords.html(text) == text)
  }
}
