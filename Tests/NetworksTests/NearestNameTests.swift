import Testing

@testable import Networks

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("hiden", "hidden"), ("hiddden", "hidden"), ("hidedn", "hidden"), ("Scores", "scores"), ("rwo", "row"),
    ("conv1a", "conv1b"),
  ]) func typingMistakesAreSeen(written: String, meant: String) {
    #expect(NearestName.to(written, among: ["hidden", "scores", "row", "conv1b"]) == meant)
  }

  @Test(arguments: ["", "xyz", "something else", String(repeating: "hidden", count: 100)])
  func otherWordsAreNot(written: String) {
    #expect(NearestName.to(written, among: ["hidden", "scores", "row"]) == nil)
    #expect(NearestName.to(written, among: []) == nil)
  }
}
