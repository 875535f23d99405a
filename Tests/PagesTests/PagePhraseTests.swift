import Messages
import Testing

@Suite struct PagePhraseTests {
  @Test("every label has words of its own in both languages", arguments: PageLabel.allCases)
  func labels(_ label: PageLabel) {
    let (english, korean) = (label.text(in: .english), label.text(in: .korean))
    #expect(!english.isEmpty && !korean.isEmpty)
    #expect(
      korean == english ? label == .dice : korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
  }

  @Test("one is one and many are many")
  func numbers() {
    #expect(PagePhrase.holes(1).text(in: .english) == "1 hole to fill in")
    #expect(PagePhrase.holes(3).text(in: .english) == "3 holes to fill in")
    #expect(PagePhrase.holes(3).text(in: .korean) == "빈칸 3개")
    #expect(PagePhrase.length(epochs: 1, steps: 7020).text(in: .english) == "1 epoch, 7,020 steps")
    #expect(PagePhrase.length(epochs: 30, steps: 1).text(in: .korean) == "30에포크, 1스텝")
    #expect(PagePhrase.budget(parameters: 1, minutes: 1).text(in: .english) == "1 parameter, 1 minute")
    #expect(PagePhrase.budget(parameters: nil, minutes: 2.5).text(in: .korean) == "2.5분")
  }

  @Test(
    "a time is said as a person says it",
    arguments: [
      (0.254, "0.25 s", "0.25초"), (42.04, "42.0 s", "42.0초"), (100, "1 min 40 s", "1분 40초"),
      (1234.5, "20 min 35 s", "20분 35초"), (7265, "2 h 1 min", "2시간 1분"), (.nan, "–", "–"), (-1, "–", "–"),
    ])
  func times(_ seconds: Double, _ english: String, _ korean: String) {
    #expect(PagePhrase.duration(seconds: seconds).text(in: .english) == english)
    #expect(PagePhrase.duration(seconds: seconds).text(in: .korean) == korean)
  }

  @Test("beside the background's accuracy it says on which side")
  func baseline() {
    #expect(
      PagePhrase.besideBaseline(difference: -0.2523).text(in: .english) == "0.2523 below the all-background baseline")
    #expect(PagePhrase.besideBaseline(difference: 0.0086).text(in: .korean) == "모두 배경일 때보다 0.0086 높아요")
    #expect(PagePhrase.besideBaseline(difference: 0).text(in: .english) == "the same as the all-background baseline")
  }
}
