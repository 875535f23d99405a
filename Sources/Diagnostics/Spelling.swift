/// Finds what somebody may have meant to write: the one spelling distance of SegLab.
///
/// Work is bounded whatever the words are: of each word the first 80 signs are looked at, and two words are compared
/// within a band of the few changes that count.
public enum Spelling {
  /// The word that differs least from `word`, where one is near enough to be meant.
  ///
  /// Near enough is at most one letter in three (at least one, at most three) added, left out, changed, or swapped with its
  /// neighbour; letter case does not count. Words of one or two letters have no neighbours: a change would leave nothing of them.
  /// - Parameters:
  ///   - word: what was written.
  ///   - candidates: what may be meant; of two equally near the first is taken.
  /// - Returns: the candidate, or nil where none is near.
  /// - Complexity: linear in the number of candidates; their lengths do not count.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let words = Words(candidates)
    return words.nearest(to: word, in: words.indices)
  }

  /// Words that several others are looked up among: made ready once.
  public struct Words: Sendable {
    private let words: [String]
    private let letters: [[UInt32]]

    /// - Parameter words: what may be meant.
    public init(_ words: some Sequence<String>) {
      self.words = Array(words)
      letters = self.words.map { Spelling.letters(of: $0) }
    }

    /// The positions of the words.
    public var indices: Range<Int> { words.indices }

    /// The word that differs least from `word`, as ``Spelling/nearest(to:among:)`` tells.
    ///
    /// - Parameters:
    ///   - word: what was written.
    ///   - positions: which words to look at; of two equally near the first is taken.
    /// - Returns: the word, or nil where none is near.
    public func nearest(to word: String, in positions: some Sequence<Int>) -> String? {
      let written = Spelling.letters(of: word)
      var rows = Rows()
      var best: (position: Int, distance: Int)?
      for position in positions {
        let other = letters[position]
        let allowed = min(best.map { $0.distance - 1 } ?? 3, max(written.count, other.count) / 3)
        guard let distance = rows.distance(written, other, atMost: allowed) else { continue }
        best = (position, distance)
        if distance == 0 { break }
      }
      return best.map { words[$0.position] }
    }
  }

  /// Longer words are compared by their first letters only.
  private static let longest = 80

  /// The first letters of a word, small ones for capitals.
  private static func letters(of word: String) -> [UInt32] {
    var letters: [UInt32] = []
    for scalar in word.unicodeScalars {
      guard letters.count < longest else { break }
      switch scalar.value {
      case 0x41...0x5A: letters.append(scalar.value + 0x20)
      case 0..<0x80, 0x3000...0xD7FF: letters.append(scalar.value)
      default: letters += scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
      }
    }
    return letters
  }

  /// The three rows of a comparison that are needed at a time, kept for the next one.
  private struct Rows {
    private var before: [Int] = []
    private var above: [Int] = []
    private var row: [Int] = []

    /// How many letters must be added, left out, changed, or swapped with their neighbor to get from one word to the
    /// other.
    ///
    /// - Returns: nil where more than `most` must be.
    /// - Complexity: the shorter word's length times `most`.
    mutating func distance(_ a: [UInt32], _ b: [UInt32], atMost most: Int) -> Int? {
      guard most >= 0, abs(a.count - b.count) <= most else { return nil }
      // What is equal at both ends costs nothing.
      var (first, endA, endB) = (0, a.count, b.count)
      while first < min(endA, endB), a[first] == b[first] { first += 1 }
      while endA > first, endB > first, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
      let (countA, countB) = (endA - first, endB - first)
      if countA == 0 || countB == 0 { return max(countA, countB) <= most ? max(countA, countB) : nil }
      if most == 0 { return nil }
      let far = most + 1
      while above.count <= countB {
        before.append(far)
        above.append(far)
        row.append(far)
      }
      for j in 0...countB { above[j] = min(j, far) }
      var leastAbove = 0
      for i in 1...countA {
        // Cells further from the diagonal than `most` cannot come back to it.
        let (low, high) = (max(1, i - most), min(countB, i + most))
        guard low <= high else { return nil }
        row[low - 1] = low == 1 ? min(i, far) : far
        var least = row[low - 1]
        for j in low...high {
          let isSame = a[first + i - 1] == b[first + j - 1]
          var cost = min(above[j - 1] + (isSame ? 0 : 1), above[j] + 1, row[j - 1] + 1)
          if i > 1, j > 1, a[first + i - 1] == b[first + j - 2], a[first + i - 2] == b[first + j - 1] {
            cost = min(cost, before[j - 2] + 1)
          }
          row[j] = min(cost, far)
          least = min(least, row[j])
        }
        if high < countB { row[high + 1] = far }
        guard min(least, leastAbove) <= most else { return nil }
        leastAbove = least
        (before, above, row) = (above, row, before)
      }
      return above[countB] <= most ? above[countB] : nil
    }
  }
}
