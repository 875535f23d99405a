import Diagnostics
import Foundation
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

  @Test(
    "typing mistakes are seen, the nearest first",
    arguments: [
      ("hiden", "hidden"), ("hiddden", "hidden"), ("hidedn", "hidden"), ("Scores", "scores"), ("rwo", "row"),
      ("conv1a", "conv1b"), ("합선곱층", "합성곱층"), ("ÉTAGE", "étage"), ("xyz", nil), ("something else", nil),
    ])
  func mistakes(_ word: String, _ expected: String?) {
    let words = ["hidden", "scores", "row", "conv1b", "합성곱층", "étage"]
    #expect(Spelling.nearest(to: word, among: words) == expected)
  }

  /// The distance as it is defined, all cells of its table worked out.
  private func plain(_ a: [Character], _ b: [Character]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in 0..<a.count {
      for j in 0..<b.count {
        var cost = min(table[i][j] + (a[i] == b[j] ? 0 : 1), table[i][j + 1] + 1, table[i + 1][j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, table[i - 1][j - 1] + 1) }
        table[i + 1][j + 1] = cost
      }
    }
    return table[a.count][b.count]
  }

  @Test("what is left out of the comparison changes nothing")
  func band() {
    var state: UInt64 = 5
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func word() -> String { String((0..<(3 + below(10))).map { _ in ["a", "b", "c"][below(3)] as Character }) }
    for _ in 0..<600 {
      let (written, candidates) = (word(), (0..<6).map { _ in word() })
      let near = candidates.map { other in
        let distance = plain(Array(written), Array(other))
        return distance <= min(3, max(written.count, other.count) / 3) ? distance : Int.max
      }
      let best = near.min() ?? .max
      let expected = best == .max ? nil : near.firstIndex(of: best).map { candidates[$0] }
      #expect(Spelling.nearest(to: written, among: candidates) == expected, "\(written) \(candidates)")
    }
  }

  @Test("a thousand long names are looked through a hundred times in a moment")
  func many() {
    let alike = (0..<1000).map { String(repeating: "ab", count: 38) + "\($0 % 7)x\($0)" }
    let words = Spelling.Words(alike)
    // Of this thread's own processor time: whatever else the machine does is not counted.
    let begin = Self.processorSeconds
    for number in 0..<100 {
      _ = words.nearest(to: String(repeating: "ba", count: 38) + "\(number)", in: words.indices)
    }
    #expect(Self.processorSeconds - begin < 10)
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("a word of a million letters is compared by its beginning")
  func long() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Spelling.nearest(to: word, among: [word, "b"]) == word)
  }
}
