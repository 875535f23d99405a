import Labs
import Messages
import SegLab
import Testing

@testable import Checking

/// The classics get words: each is worked out here as a learner would write it.
struct KnownMistakesTests {
  private func trouble(_ reference: String, _ function: ([Value]) -> Value) throws -> FunctionPhrase.Trouble? {
    let text = """
      ---
      title: t
      id: t
      dataset: d
      ---
      ```swift exercise=f
      x
      ```
      ```yaml check=f
      - function: {name: f, reference: \(reference)}
      ```
      """
    let lab = try #require(Lab.parse(text: text, file: "a.md").lab)
    let trial = try #require(FunctionTrial.all(in: lab, seed: 3).first)
    return KnownMistakes.trouble(trial, trial.inputs.map(function))
  }

  private struct Pair {
    let a: [Double]
    let b: [Double]
    let width: Int
  }

  /// A coefficient as the lab asks for it, but for what `number` does with two masks that are not both empty.
  private func dice(_ number: @escaping (Pair) -> Double) throws -> FunctionPhrase.Trouble? {
    try trouble("dice") { values in
      guard case .grid(let height, let width, let a) = values[0], case .grid(let other, let wide, let b) = values[1],
        height == other, width == wide
      else { return .nothing }
      if !a.contains(1), !b.contains(1) { return .number(1) }
      return .number(number(Pair(a: a, b: b, width: width)))
    }
  }

  private static func both(_ pair: Pair) -> Double { zip(pair.a, pair.b).reduce(0) { $0 + $1.0 * $1.1 } }
  private static func sum(_ pair: Pair) -> Double { pair.a.reduce(0, +) + pair.b.reduce(0, +) }

  @Test func diceWrittenOtherwise() throws {
    #expect(try dice { 2 * Self.both($0) / Self.sum($0) } == nil)
    #expect(try dice { Self.both($0) / (Self.sum($0) - Self.both($0)) } == .known(.iou))
    #expect(try dice { Self.both($0) / Self.sum($0) } == .known(.notDoubled))
    #expect(try dice { 1 - 2 * Self.both($0) / Self.sum($0) } == .known(.loss))
    #expect(try dice { 200 * Self.both($0) / Self.sum($0) } == .known(.percent))
    #expect(
      try dice { pair in Double(zip(pair.a, pair.b).count { $0 == $1 }) / Double(pair.a.count) } == .known(.accuracy))
    #expect(try dice { Self.both($0) / $0.a.reduce(0, +) } == .known(.precision))
    #expect(try dice { 2 * Self.both($0) / (Self.sum($0) - Self.both($0)) } == .known(.union))
    #expect(try dice { 2 * Self.both($0) / $0.a.reduce(0, +) } == .known(.onlyPrediction))
    #expect(try dice { 2 * Self.both($0) / $0.b.reduce(0, +) } == .known(.onlyLabel))
    #expect(try dice { 2 * Self.sum($0) / Self.sum($0) } == .known(.sumAbove))
    #expect(
      try dice { pair in 2 * Double(zip(pair.a, pair.b).count { $0 == $1 }) / Self.sum(pair) } == .known(.agreement))
    #expect(try dice { 2 * Self.both($0) / Self.sum($0) / Self.sum($0) } == .known(.dividedTwice))
    #expect(
      try dice { pair in 2 * pair.a[pair.a.count - 1] * pair.b[pair.a.count - 1] / Self.sum(pair) }
        == .known(.lastPixel))
  }

  @Test func aSmoothingTermIsMeasured() throws {
    #expect(try dice { (2 * Self.both($0) + 1) / (Self.sum($0) + 1) } == .smoothed(1))
    #expect(try dice { (2 * Self.both($0) + 0.5) / (Self.sum($0) + 0.5) } == .smoothed(0.5))
  }

  @Test func sumsThatAreNotAddedUp() throws {
    #expect(
      try dice { pair in
        let last = pair.a.count - 1
        let sum = pair.a[last] + pair.b[last]
        return sum == 0 ? 1 : 2 * pair.a[last] * pair.b[last] / sum
      } == .known(.lastPixel))
    #expect(
      try dice { pair in
        let sum = pair.a[0] + pair.b[0]
        return sum == 0 ? 1 : 2 * pair.a[0] * pair.b[0] / sum
      } == .known(.firstPixel))
  }

  private func pixels(_ reference: String, _ change: @escaping ([Double], [Value]) -> [Double]) throws -> FunctionPhrase
    .Trouble?
  {
    try trouble(reference) { values in
      guard case .grid(let height, let width, let pixels) = values[0] else { return .nothing }
      return .grid(height: height, width: width, change(pixels, values))
    }
  }

  @Test func aDeviationThatIsMultipliedBy() throws {
    let found = try pixels("normalize") { pixels, _ in
      let mean = pixels.reduce(0, +) / Double(pixels.count)
      let deviation = (pixels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(pixels.count)).squareRoot()
      return pixels.map { ($0 - mean) * deviation }
    }
    #expect(found == .known(.timesDeviation))
  }

  @Test func masksFromAnotherLevel() throws {
    #expect(try pixels("binarize") { pixels, _ in pixels.map { $0 >= 127.5 ? 1 : 0 } } == nil)
    #expect(try pixels("binarize") { pixels, _ in pixels.map { $0 >= 0.5 ? 1 : 0 } } == .known(.shareOfWhite))
    #expect(try pixels("binarize") { pixels, _ in pixels.map { _ in 0 } } == .known(.allZero))
    #expect(try pixels("binarize") { pixels, _ in pixels.map { _ in 1 } } == .known(.allOne))
    #expect(try pixels("binarize") { pixels, _ in pixels.map { $0 == 255 ? 1 : 0 } } == .known(.onlyWhite))
    #expect(try pixels("threshold") { pixels, _ in pixels.map { $0 >= 0.5 ? 1 : 0 } } == .known(.fixedLevel))
  }

  @Test func picturesNormalizedOtherwise() throws {
    func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
    func deviation(_ x: [Double]) -> Double {
      (x.reduce(0) { $0 + ($1 - mean(x)) * ($1 - mean(x)) } / Double(x.count)).squareRoot()
    }
    #expect(try pixels("normalize") { x, _ in x.map { $0 / 255 } } == .known(.by255))
    #expect(try pixels("normalize") { x, _ in x.map { $0 - mean(x) } } == .known(.notDivided))
    #expect(
      try pixels("normalize") { x, _ in deviation(x) == 0 ? x.map { _ in 0 } : x.map { $0 - mean(x) / deviation(x) } }
        == .known(.noParentheses))
    #expect(
      try pixels("normalize") { x, _ in
        deviation(x) == 0 ? x.map { _ in 0 } : x.map { ($0 - mean(x)) / (deviation(x) * deviation(x)) }
      }
        == .known(.byVariance))
    #expect(
      try pixels("normalize") { x, _ in
        let (low, high) = (x.min() ?? 0, x.max() ?? 0)
        return low == high ? x.map { _ in 0 } : x.map { ($0 - low) / (high - low) }
      } == .known(.minMax))
    #expect(try pixels("normalize") { x, _ in x.map { _ in 0 } } == .known(.notSquared))
  }

  @Test func everyClassicHasWordsInBothLanguages() {
    for mistake in FunctionMistake.allCases {
      let phrase = FunctionPhrase.wrong(name: "f", inputs: "", expected: "", found: "", trouble: .known(mistake))
      for language in Language.allCases { #expect(phrase.words(in: language).count > 40) }
    }
  }
}
