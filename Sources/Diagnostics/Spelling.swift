/// Finds what somebody may have meant to write.
public enum Spelling {
  /// The word that differs least from `word`, where one is near enough to be meant.
  ///
  /// Near enough is at most one letter in three (at least one, at most three) added, left out, changed, or swapped with its
  /// neighbour; letter case does not count. Words of one or two letters have no neighbours: a change would leave nothing of them.
  /// - Parameters:
  ///   - word: what was written.
  ///   - candidates: what may be meant; of two equally near the first is taken.
  /// - Returns: the candidate, or nil where none is near.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let written = Array(word.prefix(longest).lowercased())
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.prefix(longest).lowercased())
      let allowed = min(3, max(written.count, other.count) / 3)
      guard abs(written.count - other.count) <= allowed else { continue }
      let distance = distance(written, other)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Longer words are compared by their first letters only, which bounds the work.
  private static let longest = 80

  /// How many letters must be added, left out, changed, or swapped with their neighbour to get from one word to the other.
  ///
  /// - Complexity: product of the two lengths.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        var cost = min(above[j] + (x == y ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, x == b[j - 1], y == a[i - 1] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
