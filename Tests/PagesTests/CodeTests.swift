import Testing

@testable import Pages

@Suite struct CodeTests {
  static func kinds(_ code: String) -> [String] {
    SwiftToken.tokens(of: code).filter { $0.kind != .plain }.map { "\($0.kind.rawValue) \($0.text)" }
  }

  @Test("the words of a lab's Swift are told apart")
  func kinds() {
    #expect(
      Self.kinds("let net = Network(\"a\") { Dense(weights: [.FIXME, 1_0.5e3]) } // end\n@LayerBuilder #if x")
        == [
          "keyword let", "type Network", "string \"a\"", "type Dense", "hole .FIXME", "number 1_0.5e3",
          "comment // end",
          "member @LayerBuilder", "keyword #if",
        ])
    #expect(Self.kinds("0..<3 x.relu .FIXMEs") == ["number 0", "number 3", "member .relu", "member .FIXMEs"])
  }

  @Test("strings end where Swift ends them")
  func strings() {
    #expect(Self.kinds("\"a\\\"b\" c") == ["string \"a\\\"b\""])
    #expect(Self.kinds("\"a \\(f(\"b\")) c\" 1") == ["string \"a \\(", "string \"b\"", "string ) c\"", "number 1"])
    #expect(Self.kinds("#\"a\"b\"# 1") == ["string #\"a\"b\"#", "number 1"])
    #expect(Self.kinds("\"\"\"\na \"b\"\n\"\"\" 1") == ["string \"\"\"\na \"b\"\n\"\"\"", "number 1"])
    #expect(Self.kinds("\"open\n1") == ["string \"open", "number 1"])
    #expect(Self.kinds("/* a /* b */ c */ 1") == ["comment /* a /* b */ c */", "number 1"])
  }

  @Test(
    "whatever the text, the pieces are the text",
    arguments: [
      "", "#", "\"", "\"\"\"", "/*", "\"\\(", "\\", "..", "@", "#\"\\#(\"", "한글 = 1\r\n\"<\u{301}\"", "\"a\\\n\"", "0x",
      ".",
      String(repeating: "\"\\(", count: 3000),
    ])
  func complete(_ code: String) {
    #expect(SwiftToken.tokens(of: code).map(\.text).joined() == code)
  }

  @Test("lines have the lab's numbers, holes are counted, and marked lines have their class")
  func listing() {
    let listing = CodeListing(
      "a(.FIXME)\r\n\r\n/* <b>\n*/ \(String(repeating: ".FIXME ", count: 2))", from: 41, marked: [42: "error"])
    #expect(listing.holes == 3)
    #expect(listing.omittedLines == 0)
    #expect(
      listing.html == """
        <span class="line" id="L41" data-line="41">a(<mark class="hole">.FIXME</mark>)
        </span><span class="line error" id="L42" data-line="42">
        </span><span class="line" id="L43" data-line="43"><span class="t-comment">/* &lt;b&gt;</span>
        </span><span class="line" id="L44" data-line="44"><span class="t-comment">*/</span> \
        <mark class="hole">.FIXME</mark> <mark class="hole">.FIXME</mark> \n</span>
        """)
  }

  @Test("a cell without end is cut, and says how much is missing")
  func long() {
    let many = CodeListing(String(repeating: "x\n", count: 5000), from: 1)
    #expect(many.omittedLines == 3000)
    let wide = CodeListing("a\n" + String(repeating: "x", count: 300_000) + "\nb", from: 1)
    #expect(wide.omittedLines == 2)
    #expect(CodeListing("", from: 1).html.isEmpty)
  }

  @Test("carets stand under their columns, counted in bytes")
  func carets() {
    let plain = CodeExcerpt(line: "let a = b + c", columns: [9, 13])
    #expect(plain.source == "let a = b + c")
    #expect(plain.carets == "        ^   ^")
    let korean = CodeExcerpt(line: "\t값(\"가\")x", columns: [11])
    #expect(korean.carets == "\t\u{3000}  \u{3000} ^")
    #expect(CodeExcerpt(line: "ab", columns: [3]).carets == "  ^")
    #expect(CodeExcerpt(line: "ab", columns: [0, 99]).carets.isEmpty)
  }

  @Test("a very long line is cut around its first caret")
  func longLine() {
    let excerpt = CodeExcerpt(
      line: String(repeating: "x", count: 500) + "!" + String(repeating: "y", count: 500), columns: [501])
    #expect(excerpt.source.count == 122)
    let caret = excerpt.carets.count - 1
    #expect(Array(excerpt.source)[caret] == "!")
  }
}
