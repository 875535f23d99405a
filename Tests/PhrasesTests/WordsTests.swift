import Testing

@testable import Phrases

struct WordsTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (100_663_296, "100,663,296"), (-12_345, "-12,345")])
  func thousandsAreGrouped(number: Int, words: String) { #expect(number.grouped == words) }

  @Test(arguments: [
    (0.50396, 4, "0.5040"), (2.0, 0, "2"), (-0.004, 2, "0.00"), (-1.25, 1, "-1.3"), (0.9999, 2, "1.00"),
    (.nan, 2, "nan"),
    (.infinity, 1, "inf"), (1e300, 1, "1e+300"),
  ])
  func decimalsAreRounded(number: Double, places: Int, words: String) { #expect(number.places(places) == words) }

  @Test(arguments: [(6.2, "0:07"), (0, "0:00"), (61, "1:01"), (3_723, "1:02:03"), (.infinity, "–"), (-1, "–")])
  func secondsReadAsAClock(seconds: Double, words: String) { #expect(seconds.clock == words) }

  @Test(arguments: [
    (Particle.topic, "층", "층은"), (.topic, "그래프", "그래프는"), (.subject, "값", "값이"), (.object, "파일", "파일을"),
    (.object, "conv1", "conv1을"), (.with, "Dice", "Dice와"), (.toward, "파일", "파일로"), (.toward, "값", "값으로"),
    (.toward, "16", "16으로"), (.topic, "network", "network는"), (.topic, "‘은닉’", "‘은닉’은"), (.topic, "", "는"),
  ])
  func koreanParticlesFollowTheSoundBeforeThem(particle: Particle, word: String, words: String) {
    #expect(particle.after(word) == words)
  }

  @Test func everyHelpTextHasWordsInEveryLanguage() {
    for phrase in HelpPhrase.allCases {
      for language in Language.allCases { #expect(!phrase.text(in: language).isEmpty) }
      #expect(phrase.text(in: .english) != phrase.text(in: .korean))
    }
  }

  @Test(arguments: [
    ("ko_KR.UTF-8", Language.korean), ("ko", .korean), ("C.UTF-8", .english), ("", .english), ("fr_FR", .english),
  ])
  func aLocaleAsksForALanguage(locale: String, language: Language) { #expect(Language(locale: locale) == language) }
}
