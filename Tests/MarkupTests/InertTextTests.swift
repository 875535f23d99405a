import Markup
import Testing

@Suite struct InertTextTests {
  @Test("the five characters that HTML reads become entities, alone and under combining marks")
  func markup() {
    #expect(InertText.html("<a b='c' d=\"e\"> & ") == "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt; &amp; ")
    #expect(InertText.html("<\u{301}") == "&lt;\u{301}")
    #expect(InertText.html("\u{600}<\u{200D}\"\u{FE0F}") == "\u{600}&lt;\u{200D}&quot;\u{FE0F}")
  }

  @Test("controls, direction overrides and invisible characters are shown")
  func invisible() {
    #expect(InertText.html("a\u{0}b\u{1B}[0m\u{7F}") == "a␀b␛[0m␡")
    #expect(
      InertText.html("\u{202E}x\u{2066}\u{200B}\u{FEFF}\u{E0041}") == "⟨U+202E⟩x⟨U+2066⟩⟨U+200B⟩⟨U+FEFF⟩⟨U+E0041⟩")
    #expect(InertText.html("\u{85}\u{FFFF}") == "\u{FFFD}\u{FFFD}")
  }

  @Test("tabs stay, and every line end is a line feed")
  func lines() {
    #expect(InertText.html("a\tb\r\nc\rd\n\r\n") == "a\tb\nc\nd\n\n")
    // Half of a line's end is a whole one where the text begins with it.
    #expect(InertText.html(Substring("\r\n".unicodeScalars.dropFirst())) == "\n")
  }

  @Test("letters of every language stay as they are")
  func letters() {
    let text = "좌심실 가 ventrículo 👩‍⚕️ ⌊x⌋"
    #expect(InertText.html(text) == text)
    #expect(InertText.html(text + "<" + text) == text + "&lt;" + text)
  }
}
