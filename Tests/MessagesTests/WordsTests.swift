import Foundation
import Testing

@testable import Messages

struct WordsTests {
  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (100_663_296, "100,663,296"), (-12_345, "-12,345")])
  func thousandsAreGrouped(number: Int, words: String) { #expect(number.grouped == words) }

  @Test(arguments: [
    (0.50396, 4, "0.5040"), (2.0, 0, "2"), (-0.004, 2, "0.00"), (-1.25, 1, "-1.3"), (0.9999, 2, "1.00"),
    (.nan, 2, "nan"),
    (.infinity, 1, "inf"), (1e300, 1, "1e+300"), (2.5, -1, "3"), (0, 19, "0.000000000000000"),
    (0, .max, "0.000000000000000"),
  ])
  func decimalsAreRounded(number: Double, places: Int, words: String) { #expect(number.places(places) == words) }

  @Test(arguments: [(6.2, "0:07"), (0, "0:00"), (61, "1:01"), (3_723, "1:02:03"), (.infinity, "–"), (-1, "–")])
  func secondsReadAsAClock(seconds: Double, words: String) { #expect(seconds.clock == words) }

  @Test(arguments: [
    (Josa.topic, "층", "층은"), (.toward, "‘cardiac’", "‘cardiac’으로"), (.topic, "enc", "enc는"), (.topic, "그래프", "그래프는"),
    (.subject, "값", "값이"), (.object, "파일", "파일을"),
    (.object, "conv1", "conv1을"), (.with, "Dice", "Dice와"), (.toward, "파일", "파일로"), (.toward, "값", "값으로"),
    (.toward, "16", "16으로"), (.topic, "network", "network는"), (.topic, "‘은닉’", "‘은닉’은"), (.topic, "", "는"),
    (.object, "b", "b를"), (.object, "p", "p를"), (.object, "m", "m을"), (.toward, "r", "r로"),
    (.copula, "overlap", "overlap이에요"),
    (.copula, "[512, 512, 2]", "[512, 512, 2]예요"), (.copula, "0.5045", "0.5045예요"), (.copula, "4", "4예요"),
    (.copula, "9", "9예요"),
    (.copula, "3", "3이에요"), (.must, "`[256, 256, 2]`", "`[256, 256, 2]`여야"), (.called, "tiny", "tiny라는"),
    (.object, "10³", "10³을"),
    (.copula, "98.4 %", "98.4 %예요"), (.subject, "dropout", "dropout이"), (.subject, "test", "test가"),
    (.toward, "scale", "scale로"),
    (.quotation, "training", "training이라고"), (.subject, "network", "network가"), (.object, "PNG", "PNG를"),
    (.or, "층", "층이나"),
    (.copulaAnd, "5", "5고"), (.object, "영상.png", "영상.png를"),
    (.subject, "`dice` 함수 (타입 `(A) -> B?`)", "`dice` 함수 (타입 `(A) -> B?`)가"),
    (.quotation, "`Input(shape: [8, 8, 2])`", "`Input(shape: [8, 8, 2])`라고"),
  ])
  func koreanParticlesFollowTheSoundBeforeThem(particle: Josa, word: String, words: String) {
    #expect(particle.after(word) == words)
  }

  @Test func `no Korean words leave the choice of a particle to the reader`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let both = try Regex("\\(으\\)로|은\\(는\\)|\\(은\\)|이\\(가\\)|\\(이\\)|을\\(를\\)|\\(을\\)|와\\(과\\)|과\\(와\\)")
    for folder in ["Sources", "labs"] {
      let files = try #require(
        FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil))
      for case let file as URL in files where ["swift", "md"].contains(file.pathExtension) {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(try both.firstMatch(in: text) == nil, "\(file.lastPathComponent)")
      }
    }
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

  @Test("a list of names ends after twenty, and says how many more there are")
  func listedNames() {
    let names = (1...300).map { "layer\($0)" }
    let many = CheckPhrase.noSuchLayer(layer: "x", layers: names)
    #expect(many.text(in: .english).hasSuffix("layer19, layer20 and 280 more."))
    #expect(many.text(in: .korean).hasSuffix("layer19, layer20 외 280개예요."))
    let few = CheckPhrase.noSuchLayer(layer: "x", layers: Array(names.prefix(20)))
    #expect(few.text(in: .english).hasSuffix("layer19, layer20."))
    let long = CheckPhrase.noSuchLayer(layer: "x", layers: [String(repeating: "y", count: 3_000_000)])
    #expect(long.text(in: .english).utf8.count < 200)
  }

  @Test("a number too long to be read is told in three digits")
  func powers() {
    let phrase = NetworkPhrase.tooMuchWork(layer: "a", found: .max, limit: 1_000, batchSize: 1)
    #expect(phrase.text(in: .english).contains("for 1 image takes 9.22 · 10¹⁸ multiply-adds"))
    #expect(phrase.text(in: .english).contains("1,000 are the most"))
  }
}
