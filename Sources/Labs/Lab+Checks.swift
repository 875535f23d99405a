internal import Messages

extension Lab {
  /// What must be true of one exercise or experiment.
  public struct Checks: Sendable {
    /// The exercise or experiment, by name.
    public let target: String
    /// The checks in the author's order.
    public let list: [Check]
    /// The line of the cell's fence.
    public let line: Int
  }

  /// One thing that must be true.
  public struct Check: Sendable {
    /// What is looked at.
    public let rule: any CheckRule
    /// The line where the author wrote it.
    public let line: Int
    /// What was measured over seeds; nil where that was never done.
    public var calibration: Calibration?
    /// What the quick profile asks, whose trainings are shorter; nil where it is the same.
    public var quick: (any CheckRule)?
    /// What it is worth in a grade; nil where it has an even share.
    public var points: Double?
    /// What learners are told of it where their own copies of the lab do not have it; nil for a check that they have.
    public var hidden: Hidden?

    /// Whether both ask the same of the same thing, whatever it is worth and wherever it stands.
    public func asksTheSame(as other: Check) -> Bool {
      guard rule.asksTheSame(as: other.rule) else { return false }
      guard let quick, let theirs = other.quick else { return quick == nil && other.quick == nil }
      return quick.asksTheSame(as: theirs)
    }

    /// The check as the quick profile makes it.
    public var inQuickProfile: Check { quick.map { Check(rule: $0, line: line) } ?? self }
  }

  /// How a check is hidden from learners: `hidden: true`, or `hidden: It also works for empty masks` with what they may know of it.
  public enum Hidden: Sendable, Equatable {
    /// Learners are told nothing of it.
    case silent
    /// Learners are told these words of it, and whether it passed.
    case told(String)
  }

  /// A limit on a measured number.
  public struct Bound: Sendable, Equatable {
    /// On which side of the limit the number must be.
    public enum Comparison: String, Sendable, CaseIterable {
      /// At least the limit.
      case atLeast = ">="
      /// At most the limit.
      case atMost = "<="
    }
    /// On which side.
    public let comparison: Comparison
    /// The limit.
    public let limit: Double

    /// - Parameters: the parts, as documented on each property.
    public init(comparison: Comparison, limit: Double) { (self.comparison, self.limit) = (comparison, limit) }

    /// Whether `value` is on the right side; never for NaN.
    public func holds(for value: Double) -> Bool {
      switch comparison {
      case .atLeast: return value >= limit
      case .atMost: return value <= limit
      }
    }
  }
}

extension Lab.Bound {
  /// A limit as it is written: `>= 0.45`; nil where `text` is none.
  public init?(_ text: String) {
    guard let side = Comparison.allCases.first(where: { text.hasPrefix($0.rawValue) }),
      let limit = YAMLNumber.real(String(text.dropFirst(2).drop { $0 == " " }))
    else { return nil }
    self.init(comparison: side, limit: limit)
  }

  /// The limit without a point where it is whole.
  public var short: String { limit.plain }
}
