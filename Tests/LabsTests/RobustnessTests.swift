import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import Testing

/// Whatever the text, there is an end, and either a lab or a reason.
@Suite struct RobustnessTests {
  private static let front = "---\ntitle: A\nid: a\ndataset: cardiac\n---\n\n"

  private static func check(_ text: String, _ comment: Comment? = nil) {
    let (lab, diagnostics) = Lab.parse(text: text, file: "a.md")
    #expect((lab == nil) == diagnostics.contains { $0.severity == .error }, comment)
    let source = SourceText(text)
    for diagnostic in diagnostics {
      #expect((0...max(1, source.lineCount)).contains(diagnostic.line), comment)
      let length = source.line(diagnostic.line)?.utf8.count ?? 0
      #expect((0...(length + 1)).contains(diagnostic.column), comment)
      #expect(!DiagnosticRenderer(language: .korean, color: true).text(of: diagnostic, in: source).isEmpty)
    }
    #expect(diagnostics.count <= 101)
    if let lab {
      // Putting every cell back as it is changes nothing.
      var bodies: [Lab.Cell: String] = [:]
      for case .exercise(let code) in lab.blocks { bodies[.exercise(code.id)] = code.body }
      let same = try? lab.replacing(bodies)
      #expect(same == text, comment)
    }
  }

  @Test("ten thousand levels of nesting are too many, in a message", arguments: [">", "- ", "1. ", "* "])
  func nestedProse(_ mark: String) {
    // A line of dashes or stars alone would be a rule, not lists.
    let text = Self.front + String(repeating: mark, count: 10_000) + "words\n"
    let (lab, diagnostics) = Lab.parse(text: text, file: "a.md")
    #expect(lab == nil)
    #expect(diagnostics.map { $0.summary.text(in: .english) } == ["this is nested more than 100 levels deep"])
    #expect(diagnostics.map(\.line) == [7])
  }

  @Test(
    "ten thousand levels of inline marks are read without end of the stack",
    arguments: ["[", "![", "*a **a ", "*_", "`", "$", "$$", "<", "\\", "[a](", "`a``", "$a"])
  func nestedInline(_ mark: String) {
    Self.check(Self.front + String(repeating: mark, count: 10_000))
  }

  @Test(
    "ten thousand levels of values are too many, in a message",
    arguments: ["[", "{a: ", "- ", "? ", "[{a: ", "\"]\": [", "- \"]]]]\"\n  [", "!!seq [", "{[", "'}}' : {"])
  func nestedValues(_ mark: String) {
    for text in [
      "---\n\(String(repeating: mark, count: 10_000))\n---\n",
      Self.front + "```yaml experiment=a\nnetwork: \(String(repeating: mark, count: 10_000))\n```\n",
    ] {
      let (lab, diagnostics) = Lab.parse(text: text, file: "a.md")
      #expect(lab == nil)
      #expect(!diagnostics.isEmpty)
    }
  }

  @Test("brackets hidden in quotes cannot smuggle nesting past the bound of the YAML reader")
  func smuggled() {
    let level = "[\"]\", "
    for count in [100, 900, 999, 1000, 1100] {
      let text =
        Self.front + "```yaml check=a\n- shape: \(String(repeating: level, count: count))"
        + String(repeating: "]", count: count) + "\n```\n"
      Self.check(text)
    }
  }

  @Test("aliases that would grow to a billion values are not followed")
  func aliases() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let (lab, diagnostics) = Lab.parse(text: "---\n\(yaml)? *a40\n: b\n---\n", file: "a.md")
    #expect(lab == nil)
    #expect(diagnostics.first?.summary.text(in: .english) == "`*a0` repeats what `&a0` marks, and labs do without")
  }

  @Test(
    "a hundred thousand bytes of anything come to an end",
    arguments: [
      "a", "\n", "- ", "`", "$a$ ", "```yaml check=a\n", "```\n", "> $$\n", "\u{7f}", "한", "<b>", "# a\n", "$$",
      "$a", "<a:", "*a* ", "``` `a",
    ])
  func large(_ pattern: String) {
    Self.check(Self.front + String(repeating: pattern, count: 100_000 / pattern.utf8.count))
  }

  @Test("a lab that is too long is not looked at")
  func tooLong() {
    let (lab, diagnostics) = Lab.parse(text: String(repeating: "a", count: Lab.longest + 1), file: "a.md")
    #expect(lab == nil)
    #expect(
      diagnostics.map { $0.summary.text(in: .english) } == [
        "this text has 4,194,305 bytes, and a lab has at most 4,194,304"
      ])
  }

  @Test("a lab with a thousand mistakes names the first hundred")
  func manyMistakes() {
    let cell = "```yaml check=nothing\n- loss: rises\n```\n\n"
    let (lab, diagnostics) = Lab.parse(text: Self.front + String(repeating: cell, count: 900), file: "a.md")
    #expect(lab == nil)
    #expect(diagnostics.count == 101)
    #expect(diagnostics.last?.summary.text(in: .english) == "there are more mistakes after this one")
  }

  @Test("a lab cut off anywhere is still read to its end")
  func truncated() {
    let bytes = Array(LabTests.text.utf8)
    for end in stride(from: 0, through: bytes.count, by: 3) {
      Self.check(String(decoding: bytes[..<end], as: UTF8.self), "cut after \(end) bytes")
    }
  }

  @Test("a lab with random changes is still read to its end", arguments: 0..<8)
  func mutated(_ seed: UInt64) {
    var random = Numbers(state: seed &* 7919 &+ 1)
    let original = Array(LabTests.text.utf8)
    let pieces = [
      "```", "```yaml check=network\n", "---\n", "$", "$$", "{", "}", "[", "]", ": ", "- ", "\"", "'", "\t", "\r", "\n",
      "\n\n",
      "> ", "  ", "&a ", "*a ", "<", "한글", "\u{0}", "\u{FEFF}", "\u{E000}", "\\", "`", "~~~", "!!", "%YAML 9\n", "| ",
      "? ",
      "\u{2028}", "\u{85}", "<!--", "#", "= ", "...\n", "@",
    ].map { Array($0.utf8) }
    for round in 0..<150 {
      var bytes = original
      for _ in 0..<random.next(1...6) {
        let at = random.next(0...(bytes.count - 1))
        switch random.next(0...3) {
        case 0: bytes.insert(contentsOf: pieces[random.next(0...(pieces.count - 1))], at: at)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + random.next(1...30)))
        case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.next(1...60))], at: at)
        default: bytes[at] = UInt8(random.next(0...255))
        }
      }
      Self.check(String(decoding: bytes, as: UTF8.self), "seed \(seed), round \(round)")
    }
  }

  private struct Numbers {
    var state: UInt64

    mutating func next(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((state >> 33) % UInt64(range.count))
    }
  }
}
