import Diagnostics
import Testing

@Suite struct SpellingTests {
  @Test(
    "the nearest word is found where one is near enough",
    arguments: [
      ("netwrok", "network"), ("Network", "network"), ("newtork", "network"), ("network", "network"), ("split", nil),
      ("trainig", "training"), ("x", nil), ("", nil), ("accurracy", "accuracy"),
    ])
  func nearest(_ word: String, _ expected: String?) {
    #expect(Spelling.nearest(to: word, among: ["network", "training", "accuracy", "y"]) == expected)
  }

  @Test("of two equally near the first is taken, and among none there is none")
  func ties() {
    #expect(Spelling.nearest(to: "conv3", among: ["conv1", "conv2"]) == "conv1")
    #expect(Spelling.nearest(to: "conv3", among: []) == nil)
  }

  @Test("a word of a million letters is compared by its beginning")
  func long() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Spelling.nearest(to: word, among: [word, "b"]) == word)
  }
}
