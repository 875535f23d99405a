import Labs
import Testing

@Suite struct MarkdownTests {
  @Test(
    "formulas survive Markdown, and money is no formula",
    arguments: [
      (
        "$a_1 * b_1$ and $c_1 * d_1$",
        "<p><span class=\"math\">a_1 * b_1</span> and <span class=\"math\">c_1 * d_1</span></p>\n"
      ),
      ("$a < b & c$", "<p><span class=\"math\">a &lt; b &amp; c</span></p>\n"),
      ("$\\$$ is \\$5, 5 $ and 6 $", "<p><span class=\"math\">\\$</span> is $5, 5 $ and 6 $</p>\n"),
      ("US$5 and US$6, then $x$", "<p>US$5 and US$6, then <span class=\"math\">x</span></p>\n"),
      ("$x$1 and $ x$ and $x $", "<p>$x$1 and $ x$ and $x $</p>\n"),
      (
        "`$a$` and ``b`$c$`` and $d$",
        "<p><code>$a$</code> and <code>b`$c$</code> and <span class=\"math\">d</span></p>\n"
      ),
      ("an open ` tick and $a$", "<p>an open ` tick and <span class=\"math\">a</span></p>\n"),
      ("    $code$\n", "<pre><code>$code$\n</code></pre>\n"),
      ("```\n$a$\n\n$b$\n```\n", "<pre><code>$a$\n\n$b$\n</code></pre>\n"),
      ("$$\na_1 \\\\\n- b\n$$", "<div class=\"math\">a_1 \\\\\n- b</div>\n"),
      ("before $$x$$ after", "<p>before </p>\n<div class=\"math\">x</div>\n<p> after</p>\n"),
      (
        "before\n$$x$$\nafter\n$$y$$",
        "<p>before</p>\n<div class=\"math\">x</div>\n<p>after</p>\n<div class=\"math\">y</div>\n"
      ),
      ("> $$\n> a\n> $$\n", "<blockquote>\n<div class=\"math\">a</div>\n</blockquote>\n"),
      ("- $$x$$\n", "<ul>\n<li>\n<div class=\"math\">x</div>\n</li>\n</ul>\n"),
      (
        "**bold $x$** *$$y$$*",
        "<p><strong>bold <span class=\"math\">x</span></strong> <em><span class=\"math\">y</span></em></p>\n"
      ),
      ("$$never closed\n\n$x$", "<p>$$never closed</p>\n<p><span class=\"math\">x</span></p>\n"),
      ("$$$$ and $$ $$ and $x$", "<p>$$$$ and $$ $$ and <span class=\"math\">x</span></p>\n"),
      ("$a\nb$ c", "<p><span class=\"math\">a\nb</span> c</p>\n"),
      ("<https://example.org/$a$>", "<p><a href=\"https://example.org/$a$\">https://example.org/$a$</a></p>\n"),
      (
        "[a](b_$c$_d \"$e$\") ![$x$](images/x.png)",
        "<p><a href=\"b_$c$_d\" title=\"$e$\">a</a> <img src=\"images/x.png\" alt=\"$x$\" /></p>\n"
      ),
      ("\u{E000}0\u{E000} $x$", "<p>\u{E000}0\u{E000} <span class=\"math\">x</span></p>\n"),
      ("$x$\u{301}", "<p><span class=\"math\">x</span>\u{301}</p>\n"),
    ])
  func formulas(_ markdown: String, _ html: String) {
    #expect(MarkdownHTML.html(of: markdown) == html)
  }

  @Test("raw HTML and unsafe links are left out")
  func safety() {
    let markdown = """
      <script>alert(1)</script>

      a <b onclick="x">b</b> <!-- c --> [d](javascript:alert(1)) $<script>$

      | <div>
      """
    #expect(
      MarkdownHTML.html(of: markdown) == """
        <p>a b  <a href="">d</a> <span class="math">&lt;script&gt;</span></p>
        <p>| </p>

        """)
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
          z$$ words

          ```swift given
          let a = 1
          ```

          $$x$$

          [there]: images/x.png
          """, file: "a.md"
      ).lab)
    #expect(
      lab.blocks.map(LabTests.summary) == [
        """
        prose 6: <p>$$
        x</p>
        <p><a href="images/x.png">see</a> </p>
        <div class="math">y
        z</div>
        <p> words</p>

        """,
        "given 13: 1 let a = 1",
        "prose 16: <div class=\"math\">x</div>\n",
      ])
  }
}
