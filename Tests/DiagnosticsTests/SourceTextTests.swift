import Diagnostics
import Testing

@Suite struct SourceTextTests {
  @Test("a line ends at a line feed, a carriage return, or both", arguments: ["\n", "\r", "\r\n"])
  func lineEndings(_ ending: String) {
    let text = SourceText(["one", "", "둘"].joined(separator: ending) + ending)
    #expect(text.lineCount == 3)
    #expect(text.line(1) == "one")
    #expect(text.line(2) == "")
    #expect(text.line(3) == "둘")
    #expect(text.line(4) == nil)
    #expect(text.line(0) == nil)
    #expect(text.isBlank(line: 2))
    #expect(!text.isBlank(line: 3))
  }

  @Test("a byte order mark belongs to no line, and the last line needs no ending")
  func marks() {
    let text = SourceText("\u{FEFF}one\ntwo")
    #expect(text.lineCount == 2)
    #expect(text.line(1) == "one")
    #expect(text.wholeRange(ofLine: 1) == 3..<7)
    #expect(text.range(ofLine: 1) == 3..<6)
    #expect(text.line(2) == "two")
  }

  @Test("an empty text has no lines")
  func empty() {
    #expect(SourceText("").lineCount == 0)
    #expect(SourceText("").line(1) == nil)
    #expect(SourceText("\u{FEFF}").lineCount == 0)
  }
}
