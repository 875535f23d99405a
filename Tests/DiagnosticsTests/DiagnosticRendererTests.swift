import Diagnostics
import Messages
import Testing

@Suite struct DiagnosticRendererTests {
  private static func diagnostic(
    _ severity: Diagnostic.Severity = .error, file: String = "labs/01-pixels.md", line: Int, column: Int,
    _ words: String = "something is wrong", help: String? = "try this"
  ) -> Diagnostic {
    Diagnostic(severity, file: file, line: line, column: column, Verbatim(words), help: help.map { Verbatim($0) })
  }

  private static func text(
    _ diagnostic: Diagnostic, in source: String?, language: Language = .english, color: Bool = false, width: Int = 60
  ) -> String {
    DiagnosticRenderer(language: language, color: color, width: width)
      .text(of: diagnostic, in: source.map { SourceText($0) })
  }

  @Test("place, words, source line, caret and help")
  func whole() {
    #expect(
      Self.text(Self.diagnostic(line: 2, column: 9), in: "let a = 1\nlet b = .FIXME\n") == """
        labs/01-pixels.md:2:9: error: something is wrong
            2 | let b = .FIXME
              |         ^
        help: try this
        """)
  }

  @Test("the words around a message are in the language that is asked for")
  func korean() {
    let texts = [Diagnostic.Severity.error, .warning, .note, .hole].map { severity in
      Self.text(Self.diagnostic(severity, line: 1, column: 0), in: "a", language: .korean)
    }
    #expect(
      texts.joined(separator: "\n") == """
        labs/01-pixels.md:1: 오류: something is wrong
            1 | a
        도움말: try this
        labs/01-pixels.md:1: 경고: something is wrong
            1 | a
        도움말: try this
        labs/01-pixels.md:1: 참고: something is wrong
            1 | a
        도움말: try this
        labs/01-pixels.md:1: 빈칸: something is wrong
            1 | a
        도움말: try this
        """)
  }

  @Test("colours surround words, never source text")
  func colors() {
    let text = Self.text(Self.diagnostic(line: 1, column: 2), in: "ab", color: true)
    #expect(
      text.replacing("\u{1B}", with: "␛") == """
        ␛[1mlabs/01-pixels.md:1:2:␛[0m ␛[1;31merror:␛[0m something is wrong
        ␛[2m    1 | ␛[0mab
        ␛[2m      | ␛[0m ␛[1;32m^␛[0m
        ␛[1;36mhelp:␛[0m try this
        """)
  }

  @Test("without a line, a source or help there is only the message")
  func short() {
    #expect(
      Self.text(Self.diagnostic(line: 0, column: 0, help: nil), in: "a")
        == "labs/01-pixels.md: error: something is wrong")
    #expect(
      Self.text(Self.diagnostic(.warning, line: 3, column: 1, help: nil), in: nil)
        == "labs/01-pixels.md:3:1: warning: something is wrong")
    #expect(
      Self.text(Self.diagnostic(.hole, line: 9, column: 1, help: nil), in: "only one line")
        == "labs/01-pixels.md:9:1: hole: something is wrong")
  }

  @Test("the caret stands under its character behind Hangul, pictures, combining marks and tabs")
  func wide() {
    for (line, column, rows) in [
      ("let 픽셀 = .FIXME", 14, "    1 | let 픽셀 = .FIXME\n      |            ^"),
      ("🫀 .FIXME", 6, "    1 | 🫀 .FIXME\n      |    ^"),
      ("e\u{301} .FIXME", 5, "    1 | e\u{301} .FIXME\n      |   ^"),
      ("\tlet\t.FIXME", 6, "    1 | \tlet\t.FIXME\n      | \t   \t^"),
      ("픽셀", 3, "    1 | 픽셀\n      | ^"),
      ("\u{1112}\u{1161}\u{11AB}글 x", 14, "    1 | \u{1112}\u{1161}\u{11AB}글 x\n      |      ^"),
    ] {
      #expect(
        Self.text(Self.diagnostic(line: 1, column: column, help: nil), in: line)
          == "labs/01-pixels.md:1:\(column): error: something is wrong\n" + rows)
    }
  }

  @Test("a caret behind the end of a line stands behind its last character")
  func behind() {
    #expect(
      Self.text(Self.diagnostic(line: 1, column: 99, help: nil), in: "let a =") == """
        labs/01-pixels.md:1:99: error: something is wrong
            1 | let a =
              |        ^
        """)
  }

  @Test("a long line is cut around the caret")
  func long() {
    let line = (0..<40).map { String($0) }.joined(separator: ", ")
    let rows = [1, 61, 147].map { column in
      Self.text(Self.diagnostic(line: 12, column: column, help: nil), in: String(repeating: "\n", count: 11) + line)
        .split(separator: "\n").dropFirst().joined(separator: "\n")
    }
    #expect(
      rows.joined(separator: "\n") == """
           12 | 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,…
              | ^
           12 | … 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 2…
              |                                    ^
           12 | …7, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39
              |                                                 ^
        """)
  }

  @Test("a line of millions of characters is cut like any other")
  func huge() {
    let line = String(repeating: "한", count: 1_000_000) + "!" + String(repeating: "글", count: 1_000_000)
    let text = Self.text(Self.diagnostic(line: 1, column: 3_000_001, help: nil), in: line)
    let rows = text.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[1].contains("한!글"))
    #expect(rows.dropFirst().allSatisfy { $0.count < 60 })
  }

  @Test("nothing foreign can command the terminal or pass for a message of its own")
  func harmless() {
    let diagnostic = Self.diagnostic(
      file: "a\u{1B}[2Jb\n.md", line: 1, column: 12, "bad\u{7}\u{9B}31m\nlabs/01.md:1:1: error: forged",
      help: "\u{202E}try\r\u{0}")
    #expect(
      Self.text(diagnostic, in: "ab\u{1B}[31m\u{202E}!x\u{8}") == """
        a␛[2Jb␊.md:1:12: error: bad␇<U+009B>31m
          labs/01.md:1:1: error: forged
            1 | ab␛[31m<U+202E>!x␈
              |                 ^
        help: <U+202E>try␍␀
        """)
  }

  @Test("several messages have an empty line between them")
  func several() {
    let renderer = DiagnosticRenderer(language: .english, color: false)
    let both = [Self.diagnostic(line: 1, column: 1, help: nil), Self.diagnostic(.note, line: 0, column: 0, help: nil)]
    #expect(
      renderer.text(of: both, in: SourceText("a")) == """
        labs/01-pixels.md:1:1: error: something is wrong
            1 | a
              | ^

        labs/01-pixels.md: note: something is wrong
        """)
  }

  @Test("three million signs are shown in a moment, whichever they are", arguments: ["a", "가", "\u{1B}", "\u{301}"])
  func long(_ sign: String) {
    // Appending scalar by scalar to a view of them copied the whole each time: 0.3 million took two seconds.
    let text = String(repeating: sign, count: 3_000_000)
    let time = ContinuousClock().measure {
      let shown = Self.text(Self.diagnostic(file: text, line: 1, column: 1, text, help: text), in: text)
      #expect(shown.utf8.count > 9_000_000)
    }
    #expect(time < .seconds(20))
    #expect(TerminalText.name(text).unicodeScalars.count <= 6 * 60 + 1)
  }
}
