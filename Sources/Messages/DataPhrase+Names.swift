extension DataPhrase {
  /// What the sets that SegLab makes are called by others.
  private static let synonyms = [
    "heart": "cardiac", "hearts": "cardiac", "cardio": "cardiac", "심장": "cardiac", "knees": "knee", "무릎": "knee",
    "femur": "knee", "xray": "knee",
  ]

  /// The set that is meant by a name which none has: misspelt, or by another word.
  ///
  /// - Parameters:
  ///   - name: what somebody wrote.
  ///   - known: the sets that there are.
  /// - Returns: nil where none is near.
  static func meant(by name: String, among known: [String]) -> String? {
    func plain(_ name: String) -> String { String(name.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(64)) }
    let (word, all) = (plain(name), known + generated.sorted().filter { !known.contains($0) })
    if let same = all.first(where: { plain($0) == word }) ?? synonyms[word] { return same }
    func digits(_ name: String) -> String { name.filter(\.isNumber) }
    let near = all.map { (name: $0, steps: steps(from: word, to: plain($0))) }.filter { found in
      // `knee2` is another set than `knee`.
      digits(word) == digits(found.name) && found.steps <= (found.name.count > 5 ? 2 : 1) && word.count >= 3
    }
    return near.min { $0.steps < $1.steps }?.name
  }

  /// How many letters are left out, added or exchanged between two words.
  private static func steps(from one: String, to other: String) -> Int {
    let (a, b) = (Array(one), Array(other))
    var row = Array(0...b.count)
    for (index, letter) in a.enumerated() {
      var next = [index + 1]
      for (place, sign) in b.enumerated() {
        next.append(min(row[place] + (letter == sign ? 0 : 1), row[place + 1] + 1, next[place] + 1))
      }
      row = next
    }
    return row[b.count]
  }
}
