internal import Checking
internal import Messages
internal import Sessions

/// What a class's work on one lab shows, as numbers and groups.
struct ClassStatistics {
  /// One learner with what was found out.
  struct Work {
    let entry: BookEntry
    let assessment: Assessment?
    /// How long the judge took over it; nil where nothing was judged.
    let seconds: Double?
  }

  /// How one thing of the lab went.
  struct ItemFigures {
    let item: GradingScheme.Item
    /// How many passed it, of how many who handed in something.
    let passed: Int
    let count: Int
    /// The mean share of its points.
    let mean: Double
    /// How well it tells those who did the rest well from those who did not: the correlation of its points with those of all else; nil
    /// where nobody or everybody reached the same.
    let discrimination: Double?
  }

  /// Learners whom the same mistake keeps back.
  struct MistakeGroup {
    let cell: String
    let message: Message
    let learners: [String]
  }

  /// Learners whose networks are the same, whatever their layers are called.
  struct NetworkGroup {
    let learners: [String]
    /// How many of them passed the whole lab.
    let digest: String
  }

  let lab: BookLab
  let works: [Work]

  private var handedIn: [Work] { works.filter { $0.entry.file != nil && $0.entry.grade?.excused == nil } }

  /// The points of everybody who handed in something.
  var points: [Double] { handedIn.compactMap { $0.entry.grade?.points } }

  /// How points are spread: how many learners in each of ten equal parts.
  var distribution: [Double] {
    let total = lab.scheme.total
    var bars = [Double](repeating: 0, count: 10)
    for value in points {
      let share = total > 0 ? value / total : 0
      // In this order what is no number, of points without bounds, is nothing.
      bars[Int(min(9, max(0, share * 10)))] += 1
    }
    return bars
  }

  /// How each thing went.
  var items: [ItemFigures] {
    lab.scheme.items.map { item in
      var shares: [Double] = []
      var rests: [Double] = []
      var passed = 0
      for work in handedIn {
        guard let score = work.entry.grade?.score, let own = score.items.first(where: { $0.key == item.key }) else {
          continue
        }
        let points = own.points ?? 0
        shares.append(own.of > 0 ? points / own.of : 0)
        rests.append(score.earned - points)
        if own.verdict.isRight { passed += 1 }
      }
      let mean = shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
      return ItemFigures(
        item: item, passed: passed, count: shares.count, mean: mean, discrimination: Self.correlation(shares, rests))
    }
  }

  /// Where learners are stuck: of each the first cell that is not right, the most frequent first.
  var stuck: [(cell: String, learners: [String])] {
    var groups: [String: [String]] = [:]
    for work in handedIn {
      let cell = work.assessment?.report.forLearner.cells.first { !$0.verdict.isRight }
      if let cell { groups[cell.id, default: []].append(work.entry.student.key) }
    }
    return groups.map { ($0.key, $0.value) }.sorted { ($1.learners.count, $0.cell) < ($0.learners.count, $1.cell) }
  }

  /// Equal mistakes by cell and message id, of two learners or more, the most frequent first.
  var mistakes: [MistakeGroup] {
    var groups: [String: MistakeGroup] = [:]
    for work in handedIn {
      for cell in work.assessment?.report.cells ?? [] {
        guard let check = cell.checks.first(where: { $0.verdict == .notYet || $0.verdict == .error }),
          let message = check.message
        else { continue }
        let key = "\(cell.id) \(message.id)"
        let before = groups[key]
        groups[key] = MistakeGroup(
          cell: cell.id, message: before?.message ?? message,
          learners: (before?.learners ?? []) + [work.entry.student.key])
      }
    }
    return groups.values.filter { $0.learners.count > 1 }.sorted {
      ($1.learners.count, $0.cell, $0.message.id) < ($0.learners.count, $1.cell, $1.message.id)
    }
  }

  /// Equal networks, of two learners or more, the largest group first.
  var networks: [NetworkGroup] {
    var groups: [String: [String]] = [:]
    for work in handedIn {
      let digests = Set((work.assessment?.report.networks ?? [:]).values)
      guard !digests.isEmpty else { continue }
      groups[digests.sorted().joined(separator: " "), default: []].append(work.entry.student.key)
    }
    return groups.filter { $0.value.count > 1 }.map { NetworkGroup(learners: $0.value, digest: $0.key) }.sorted {
      ($1.learners.count, $0.digest) < ($0.learners.count, $1.digest)
    }
  }

  /// Whose work took longest to judge and train, the slowest first.
  var slowest: [(work: Work, seconds: Double)] {
    let all = handedIn.compactMap { work -> (work: Work, seconds: Double)? in
      guard let seconds = work.seconds else { return nil }
      return (work, seconds + (work.assessment?.report.experiments.reduce(0) { $0 + $1.seconds } ?? 0))
    }
    return Array(all.sorted { $0.seconds > $1.seconds }.prefix(10))
  }

  /// Whose work could not be judged as a whole.
  var unjudged: [(work: Work, message: Message?)] {
    handedIn.compactMap { work in
      let check = work.assessment?.report.cells.flatMap(\.checks).first { $0.verdict == .error }
      return check.map { (work, $0.message) }
    }
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    guard a.count > 2 else { return nil }
    let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      ab += (x - meanA) * (y - meanB)
      aa += (x - meanA) * (x - meanA)
      bb += (y - meanB) * (y - meanB)
    }
    guard aa > 1e-12, bb > 1e-12 else { return nil }
    return ab / (aa * bb).squareRoot()
  }
}
