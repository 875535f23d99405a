internal import Checking

/// What a learner gets for a lab: the score of the report, what a person changed of it, and what being late costs.
public struct Grade: Codable, Sendable, Hashable {
  /// What the report is worth, with a person's marks.
  public let score: Score
  /// What being late costs; nil where it was in time.
  public let late: LatePenalty?
  /// What a person decided in place of all of it; nil where nobody did.
  public let override: Decision?
  /// Why the learner need not do the lab; nil where they must.
  public let excused: String?

  /// A person's decision on a whole lab.
  public struct Decision: Codable, Sendable, Hashable {
    /// The points.
    public let points: Double
    /// Why.
    public let reason: String
  }

  /// Whether something of it could not be judged.
  public var isUnjudged: Bool { score.items.contains { $0.verdict == .error } }

  /// - Parameters: the parts, as documented on each property.
  init(score: Score, late: LatePenalty?, override: Decision?, excused: String?) {
    (self.score, self.late, self.override, self.excused) = (score, late, override, excused)
  }

  /// What the learner gets; nil where they are excused.
  public var points: Double? {
    if excused != nil { return nil }
    if let override { return override.points }
    let kept = 1 - (late?.percent ?? 0) / 100
    return max(0, score.earned * kept)
  }

  /// What the lab is worth.
  public var total: Double { score.total }

  /// What differs between this grade and one before it, each thing with its points then and now.
  func changes(since old: Grade) -> [GradeChange] {
    let before = Dictionary(old.score.items.map { ($0.key, $0) }) { first, _ in first }
    var changes: [GradeChange] = []
    for item in score.items where before[item.key]?.points != item.points {
      changes.append(GradeChange(what: item.key, old: before[item.key]?.points, new: item.points, of: item.of))
    }
    for item in old.score.items where !score.items.contains(where: { $0.key == item.key }) {
      changes.append(GradeChange(what: item.key, old: item.points, new: nil, of: 0))
    }
    if late != old.late {
      changes.append(GradeChange(what: "late", old: old.late.map { -$0.percent }, new: late.map { -$0.percent }, of: 0))
    }
    if override != old.override {
      changes.append(GradeChange(what: "override", old: old.override?.points, new: override?.points, of: total))
    }
    if (excused == nil) != (old.excused == nil) {
      changes.append(
        GradeChange(what: "excused", old: old.excused == nil ? 0 : 1, new: excused == nil ? 0 : 1, of: 1))
    }
    return changes
  }
}

/// One thing that is worth more or less than it was.
public struct GradeChange: Codable, Sendable, Hashable {
  /// The thing, as the grade book calls it; `late`, `override` or `excused`.
  public let what: String
  /// What it was worth; nil where it was not there, or not marked.
  public let old: Double?
  /// What it is worth now.
  public let new: Double?
  /// What it can be worth.
  public let of: Double
}
