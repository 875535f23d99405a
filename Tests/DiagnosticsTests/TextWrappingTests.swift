import Diagnostics
import Testing

/// Lines of a terminal: as wide as it is, broken at words.
@Suite struct TextWrappingTests {
  @Test func `what fits stays as it is`() {
    #expect(TerminalText.wrapped("one  two ", to: 9) == ["one  two "])
    #expect(TerminalText.wrapped("", to: 9) == [""])
  }

  @Test func `lines are broken at spaces, and begin where the first word does`() {
    #expect(TerminalText.wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(TerminalText.wrapped("one two three", to: 8, hanging: 2) == ["one two", "  three"])
    #expect(TerminalText.wrapped("  one two three four", to: 12, hanging: 2) == ["  one two", "    three", "    four"])
  }

  @Test func `hangul takes two columns, marks none, emoji two`() {
    #expect(TerminalText.columns(of: "한글") == 4 && TerminalText.columns(of: "e\u{301}") == 1)
    #expect(TerminalText.columns(of: "👩‍🔬") == 2 && TerminalText.columns(of: "a\tb") == 9)
    // A syllable that is written as its letters.
    #expect(TerminalText.columns(of: "\u{1112}\u{1161}\u{11AB}") == 2)
    #expect(TerminalText.wrapped("셀을 채워 보세요", to: 9) == ["셀을 채워", "보세요"])
    #expect(TerminalText.wrapped("셀을 채워 보세요", to: 8) == ["셀을", "채워", "보세요"])
  }

  @Test func `a word longer than a line is broken behind a slash, else where it must`() {
    #expect(
      TerminalText.wrapped("see labs/01-fully-connected.md", to: 16) == ["see", "labs/01-fully-", "connected.md"])
    #expect(TerminalText.wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(TerminalText.wrapped("가나다라", to: 5) == ["가나", "다라"])
  }

  @Test func `colors take no room and go on in the next line`() {
    #expect(TerminalText.columns(of: "\u{1B}[31mred\u{1B}[0m") == 3)
    #expect(
      TerminalText.wrapped("\u{1B}[1mone two\u{1B}[0m three", to: 5)
        == ["\u{1B}[1mone\u{1B}[0m", "\u{1B}[1mtwo\u{1B}[0m", "three"])
  }

  @Test(arguments: [2, 3, 7, 20, 50, 80]) func `no line is wider than the terminal, and nothing is lost`(width: Int) {
    let text =
      "  ✗ not yet  한글과 words/with-joints, `weights: [512, 131072]` 👩‍🔬 e\u{301}tude \u{1B}[31mand colors\u{1B}[0m, at the end"
    for hanging in [0, 2, 6] {
      let lines = TerminalText.wrapped(text, to: width, hanging: hanging)
      #expect(lines.allSatisfy { TerminalText.columns(of: $0) <= width }, "\(lines)")
      func letters(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "").filter { $0 != " " } }
      #expect(letters(lines.joined()) == letters(text))
    }
  }

  @Test func `an author's line breaks mean nothing, but for lists and code`() {
    let prose = "One\ntwo.\n\nThree:\n- four\n  five\n- six\n\n```\na\nb\n```\nseven\neight"
    #expect(
      TerminalText.unfolded(prose)
        == ["One two.", "", "Three:", "- four five", "- six", "", "```", "a", "b", "```", "seven eight"])
  }
}
