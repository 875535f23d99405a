/// Finds the name that someone most likely meant.
enum NearestName {
  /// The name among `names` that the fewest typing mistakes turn into `name`; nil where even that takes more than a third of its letters.
  static func to(_ name: String, among names: [String]) -> String? {
    // Long names are no typing mistakes, and would take long to compare.
    guard name.count <= 64 else { return nil }
    let candidates = names.filter { $0.count <= 64 }.map {
      (name: $0, distance: distance(name.lowercased(), $0.lowercased()))
    }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, name.count / 3) ? best.name : nil
  }

  /// How many times to put in, take out or change a letter or to swap two neighbours.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var before = [Int](repeating: 0, count: b.count + 1)
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
