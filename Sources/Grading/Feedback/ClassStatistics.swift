internal import Checking
internal import Messages
internal import Sessions

/// What a class's work on one lab shows, as numbers and groups.
struct ClassStatistics {
  /// One learner with what was found out.
  struct Work {
    let entry: BookEntry
    /// Nil where nothing was judged.
    let findings: Findings?
  }

  /// What of an assessment the overview speaks of: a class is large, and an assessment holds a whole lab.
  struct Findings {
    /// How long the judge took over it and its trainings.
    let seconds: Double
    /// The first cell that is not right.
    let stuck: String?
    /// What keeps each cell back.
    let mistakes: [(cell: String, message: Message)]
    /// Which networks it has, whatever their layers are called; empty where it has none.
    let networks: String
    /// Whether something of it could not be judged, and the word on it.
    let unjudged: (isThere: Bool, message: Message?)

    /// - Parameters:
    ///   - assessment: what was found out.
    ///   - seconds: how long the judge took over it.
    init(_ assessment: Assessment, seconds: Double) {
      let report = assessment.report
      self.seconds = report.experiments.reduce(seconds) { $0 + $1.seconds }
      stuck = report.forLearner.cells.first { !$0.verdict.isRight }?.id
      mistakes = report.cells.compactMap { cell in
        cell.checks.first { $0.verdict == .notYet || $0.verdict == .error }?.message.map { (cell.id, $0) }
      }
      networks = Set((report.networks ?? [:]).values).sorted().joined(separator: " ")
      let check = report.cells.lazy.flatMap(\.checks).first { $0.verdict == .error }
      unjudged = (check != nil, check?.message)
    }
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
      if let cell = work.findings?.stuck { groups[cell, default: []].append(work.entry.student.key) }
    }
    return groups.map { ($0.key, $0.value) }.sorted { ($1.learners.count, $0.cell) < ($0.learners.count, $1.cell) }
  }

  /// Equal mistakes by cell and message id, of two learners or more, the most frequent first.
  var mistakes: [MistakeGroup] {
    var groups: [String: (first: (cell: String, message: Message), learners: [String])] = [:]
    for work in handedIn {
      for mistake in work.findings?.mistakes ?? [] {
        groups["\(mistake.cell) \(mistake.message.id)", default: (mistake, [])].learners.append(work.entry.student.key)
      }
    }
    return groups.values.filter { $0.learners.count > 1 }.map {
      MistakeGroup(cell: $0.first.cell, message: $0.first.message, learners: $0.learners)
    }.sorted {
      ($1.learners.count, $0.cell, $0.message.id) < ($0.learners.count, $1.cell, $1.message.id)
    }
  }

  /// Equal networks, of two learners or more, the largest group first.
  var networks: [NetworkGroup] {
    var groups: [String: [String]] = [:]
    for work in handedIn {
      guard let networks = work.findings?.networks, !networks.isEmpty else { continue }
      groups[networks, default: []].append(work.entry.student.key)
    }
    return groups.filter { $0.value.count > 1 }.map { NetworkGroup(learners: $0.value, digest: $0.key) }.sorted {
      ($1.learners.count, $0.digest) < ($0.learners.count, $1.digest)
    }
  }

  /// Whose work took longest to judge and train, the slowest first.
  var slowest: [(work: Work, seconds: Double)] {
    let all = handedIn.compactMap { work in work.findings.map { (work: work, seconds: $0.seconds) } }
    return Array(all.sorted { $0.seconds > $1.seconds }.prefix(10))
  }

  /// Whose work could not be judged as a whole.
  var unjudged: [(work: Work, message: Message?)] {
    handedIn.compactMap { work in
      guard let found = work.findings?.unjudged, found.isThere else { return nil }
      return (work, found.message)
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
