import Checking
import Labs
import Testing

/// A tree of prose in short, to look at in a test.
enum ProseText {
  static func text(_ prose: Prose) -> String { prose.blocks.map(text).joined(separator: " ") }

  static func text(_ block: Prose.Block) -> String {
    switch block.kind {
    case .heading(let level, let words): return "h\(level)[\(text(words))]"
    case .paragraph(let words): return "p[\(text(words))]"
    case .quote(let inside): return "quote[\(inside.map(text).joined(separator: " "))]"
    case .list(let list):
      let items = list.items.map { item in
        (item.isDone.map { $0 ? "done " : "open " } ?? "") + item.blocks.map(text).joined(separator: " ")
      }
      return "\(list.start.map { "ol\($0)" } ?? "ul")\(list.isTight ? "" : " loose")[\(items.joined(separator: " | "))]"
    case .code(let language, let code): return "code\(language.isEmpty ? "" : " " + language)[\(code)]"
    case .table(let table):
      let rows = [table.head] + table.rows
      return "table \(table.columns.map { "\($0)".first.map(String.init) ?? "" }.joined())"
        + "[\(rows.map { $0.map(text).joined(separator: " | ") }.joined(separator: " / "))]"
    case .formula(let tex): return "math[\(tex)]"
    case .rule: return "rule"
    case .notes(let notes):
      let words = notes.map { "\($0.number) " + $0.blocks.map(text).joined(separator: " ") }
      return "notes[\(words.joined(separator: " | "))]"
    }
  }

  static func text(_ inlines: [Prose.Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let words): return words
      case .emphasis(let inside): return "em(\(text(inside)))"
      case .strong(let inside): return "strong(\(text(inside)))"
      case .struck(let inside): return "del(\(text(inside)))"
      case .code(let code): return "code(\(code))"
      case .formula(let tex): return "math(\(tex))"
      case .link(let address, let title, let inside): return "link(\(text(inside)) → \(address)\(title))"
      case .image(let source, let title, let words): return "image(\(words) ← \(source)\(title))"
      case .noteMark(let number, let isFirst): return "note(\(number)\(isFirst ? "" : " again"))"
      case .lineBreak(let isHard): return isHard ? "⏎" : "↵"
      }
    }.joined()
  }
}

@Suite struct ProseTests {
  @Test(
    "formulas survive Markdown, and money is no formula",
    arguments: [
      ("$a_1 * b_1$ and $c_1 * d_1$", "p[math(a_1 * b_1) and math(c_1 * d_1)]"),
      ("$a < b & c$", "p[math(a < b & c)]"),
      ("$\\$$ is \\$5, 5 $ and 6 $", "p[math(\\$) is $5, 5 $ and 6 $]"),
      ("US$5 and US$6, then $x$", "p[US$5 and US$6, then math(x)]"),
      ("$x$1 and $ x$ and $x $", "p[$x$1 and $ x$ and $x $]"),
      ("`$a$` and ``b`$c$`` and $d$", "p[code($a$) and code(b`$c$) and math(d)]"),
      ("an open ` tick and $a$", "p[an open ` tick and math(a)]"),
      ("    $code$\n", "code[$code$\n]"),
      ("```\n$a$\n\n$b$\n```\n", "code[$a$\n\n$b$\n]"),
      ("$$\na_1 \\\\\n- b\n$$", "math[a_1 \\\\\n- b]"),
      ("before $$x$$ after", "p[before] math[x] p[after]"),
      ("before\n$$x$$\nafter\n$$y$$", "p[before] math[x] p[after] math[y]"),
      ("> $$\n> a\n> $$\n", "quote[math[a]]"),
      ("- $$x$$\n", "ul[math[x]]"),
      ("**bold $x$** *$$y$$*", "p[strong(bold math(x)) em(math(y))]"),
      ("$$never closed\n\n$x$", "p[$$never closed] p[math(x)]"),
      ("$$$$ and $$ $$ and $x$", "p[$$$$ and $$ $$ and math(x)]"),
      ("$a\nb$ c", "p[math(a\nb) c]"),
      ("<https://example.org/$a$>", "p[link(https://example.org/$a$ → https://example.org/$a$)]"),
      ("[a](b_$c$_d \"$e$\") ![$x$](images/x.png)", "p[link(a → b_$c$_d$e$) image($x$ ← images/x.png)]"),
      ("\u{E000}0\u{E000} $x$", "p[\u{E000}0\u{E000} math(x)]"),
      ("$x$\u{301}", "p[math(x)\u{301}]"),
      ("\\(x^2\\) and\n\\[\ny_1\n\\]\nthen \\[z\\] and \\(open", "p[math(x^2) and] math[y_1] p[then [z] and (open]"),
    ])
  func formulas(_ markdown: String, _ tree: String) { #expect(ProseText.text(Prose(markdown)) == tree) }

  @Test(
    "emphasis ends before a Korean particle and begins behind a word, and elsewhere as CommonMark says",
    arguments: [
      ("**마크다운(Markdown)**을 쓴다", "p[strong(마크다운(Markdown))을 쓴다]"),
      ("그는 *“정말?”*이라고 물었다.", "p[그는 em(“정말?”)이라고 물었다.]"),
      ("***`conv1`***은 **$x$**는 *[a](b)*를", "p[em(strong(code(conv1)))은 strong(math(x))는 em(link(a → b))를]"),
      ("값은**(가)**이고 값은*\"나\"*이다", "p[값은strong((가))이고 값은em(\"나\")이다]"),
      ("_정말_은 _“참”_이라고 my_변수_이름", "p[em(정말)은 em(“참”)이라고 my_변수_이름]"),
      ("(**강조**) \"*강조*\" **98.4%**로 **끝.**다음", "p[(strong(강조)) \"em(강조)\" strong(98.4%)로 strong(끝.)다음]"),
      ("**한글**. **한글**은 2*3 * 4*5", "p[strong(한글). strong(한글)은 2em(3 * 4)5]"),
      ("`**(가)**을` \\*(가)*을 * (가)", "p[code(**(가)**을) *(가)*을 * (가)]"),
    ])
  func korean(_ markdown: String, _ tree: String) { #expect(ProseText.text(Prose(markdown)) == tree) }

  @Test(
    "tables are tables, wherever they stand",
    arguments: [
      ("| a | b |\n| - | :-: |\n| 1 | 2 |\n| 3 |", "table nc[a | b / 1 | 2 / 3]"),
      ("a | b\n- | -:\n*x* | `y`", "table nr[a | b / em(x) | code(y)]"),
      ("words\n| a |\n|:-|\n| b |\n\nmore", "p[words] table l[a / b] p[more]"),
      (
        "| $|P|$ | `a\\|b` | c\\|d |\n|---|---|---|\n| 2*3 | 4*5 | 6 | 7 |",
        "table nnn[math(|P|) | code(a|b) | c|d / 2*3 | 4*5 | 6]"
      ),
      ("- | a | b |\n  | - | - |\n  | 1 | 2 |\n", "ul[table nn[a | b / 1 | 2]]"),
      ("> | a |\n> | - |\n> | 1 |", "quote[table n[a / 1]]"),
      ("| a | b |\n| - |\n", "p[| a | b |↵| - |]"),
      ("a | b\n\n| - | - |", "p[a | b] p[| - | - |]"),
      ("| a |\n| - |\n| - |\n# b | c", "table n[a / -] h1[b | c]"),
      ("# a | b\n- | -", "h1[a | b] p[- | -]"),
    ])
  func tables(_ markdown: String, _ tree: String) { #expect(ProseText.text(Prose(markdown)) == tree) }

  @Test(
    "what is struck, tasks and footnotes",
    arguments: [
      ("~~a *b*~~ c ~~(가)~~를 ~d~ ~~~~ \\~~e~~", "p[del(a em(b)) c del((가))를 ~d~ ~~~~ ~~e~~]"),
      ("~~open and ~~ *~~x~~*", "p[~~open and ~~ em(del(x))]"),
      (
        "- [ ] a\n- [x] *b*\n- [X](c) d\n- \\[ ] e\n- [ ]f",
        "ul[open p[a] | done p[em(b)] | p[link(X → c) d] | p[[ ] e] | p[[ ]f]]"
      ),
    ])
  func extras(_ markdown: String, _ tree: String) { #expect(ProseText.text(Prose(markdown)) == tree) }

  @Test("a footnote is numbered where it is first spoken of, and holds all that is indented below it")
  func notes() {
    let prose = Prose(
      "A[^1], b[^두] and c[^1], d[^no].\n\n[^두]: two `x`[^3]\n[^1]: Proof\n\n    more\n\n[^3]: last\n\n[^4]: unsaid")
    #expect(
      ProseText.text(prose)
        == "p[Anote(1), bnote(2) and cnote(1 again), d[^no].] notes[1 p[Proof] p[more] | 2 p[two code(x)note(3)] | 3 p[last]]"
    )
    guard case .notes(let notes)? = prose.blocks.last?.kind else { return #expect(Bool(false)) }
    #expect(notes.map(\.line) == [4, 3, 8])
  }

  @Test("raw HTML and comments are left out, and the words behind a comment are not")
  func html() {
    let markdown = """
      <script>alert(1)</script>

      a <b onclick="x">b</b> <!-- c --> d $<script>$

      <!-- note --> These words stay.

      - <!-- a
        b --> *one* <!-- c --> two

      <!-- last -->
      """
    #expect(ProseText.text(Prose(markdown)) == "p[a b  d math(<script>)] p[These words stay.] ul[p[em(one) two]]")
    #expect(ProseText.text(Prose("<!-- a --> <!-- b --> c\n<!-- d -->\ne\n<!-- open\nf")) == "p[c] p[e]")
  }

  @Test("everything has its line in the file")
  func places() {
    let prose = Prose("a\n[b](c)\n\n> - ![d](e)\n\n| f |\n| - |\n| [g](h) |\n\n$$x$$", line: 11)
    #expect(prose.addresses.map { "\($0.address) \($0.line)" } == ["c 12", "e 14", "h 18"])
    #expect(prose.blocks.map(\.line) == [11, 14, 16, 20])
  }

  @Test("a link may be defined anywhere in the lab")
  func references() throws {
    let lab = try #require(
      Lab.parse(
        text: """
          ---
          title: A
          id: a
          dataset: cardiac
          ---
          $$
          x

          [see][there] $$y
          z$$ words[^1]

          ```swift given
          let a = 1
          ```

          $$x$$

          [there]: images/x.png

          [^1]: note
          """, file: "a.md"
      ).lab)
    #expect(
      lab.blocks.map(LabTests.summary) == [
        "prose 6: p[$$↵x] p[link(see → images/x.png)] math[y\nz] p[wordsnote(1)]",
        "given 13: 1 let a = 1", "prose 16: math[x] notes[1 p[note]]",
      ])
  }

  @Test(
    "a hundred thousand bytes of anything are read in a moment",
    arguments: [
      "~", "~~", "~~a ", "~~ a ", "| ", "|-|\n", "a|b\n-|-\n", "[^a] ", "[^a]: b\n", "<!-- ", "<!-- -->", "- <!--\n",
      "\\(", "\\[ a\n",
      "\\[a\\] b\n", "*(가)*을", "_(가)_을", "- [ ] a\n", "\\|", "한*", "[^1]: [^1]\n", "a[^1]\n\n[^1]: b\n\n",
    ])
  func large(_ pattern: String) {
    let text = String(repeating: pattern, count: 100_000 / pattern.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = Prose(text) }
    #expect(time < .seconds(20), "\(time)")
  }
}
