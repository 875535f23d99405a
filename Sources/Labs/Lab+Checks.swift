public import Messages

extension Lab {
  /// What must be true of one exercise or experiment.
  public struct Checks: Sendable, Equatable {
    /// The exercise or experiment, by name.
    public let target: String
    /// The checks in the author's order.
    public let list: [Check]
    /// The line of the cell's fence.
    public let line: Int
  }

  /// One thing that must be true.
  public struct Check: Sendable, Equatable {
    /// What is looked at.
    public let rule: Rule
    /// The line where the author wrote it.
    public let line: Int
    /// What was measured over seeds; nil where that was never done.
    public var calibration: Calibration?
    /// The bar for the quick profile, whose trainings are shorter; nil where it is the same.
    public var quick: Rule?
    /// What it is worth in a grade; nil where it has an even share.
    public var points: Double?
    /// What learners are told of it where their own copies of the lab do not have it; nil for a check that they have.
    public var hidden: Hidden?

    /// The check as the quick profile makes it.
    public var inQuickProfile: Check { quick.map { Check(rule: $0, line: line) } ?? self }
  }

  /// A kind of check as an author writes it.
  public struct CheckForm: Sendable, Equatable {
    /// Its key in a `check` cell.
    public let name: String
    /// A line that it may be: `dice: ">= 0.5"`.
    public let example: String
    /// Whether it is measured in a training; the others look at a network as it is written.
    public let isMeasured: Bool

    /// All of them.
    public static var all: [CheckForm] { ChecksReader.forms }
  }

  /// How a check is hidden from learners: `hidden: true`, or `hidden: It also works for empty masks` with what they may know of it.
  public enum Hidden: Sendable, Equatable {
    /// Learners are told nothing of it.
    case silent
    /// Learners are told these words of it, and whether it passed.
    case told(String)
  }

  /// What a check looks at.
  public enum Rule: Sendable, Equatable {
    /// The output shape of layers by name, height first, without the batch: `shape: {hidden: [512]}`.
    case shape([(layer: String, dimensions: [Int])])
    /// The number of learnable numbers: `parameters: 100663296`.
    case parameters(Int)
    /// The share of validation pixels given the right class: `accuracy: ">= 0.45"`.
    case accuracy(Bound)
    /// The Dice coefficient pooled over the validation set: `dice: ">= 0.5"`.
    case dice(Bound)
    /// The loss at the end is below the loss at the start: `loss: falls`.
    case lossFalls
    /// Accuracy above that of calling every pixel background: `beats: background`.
    case beatsBackground
    /// How much better the predictions fit their own images' labels than the labels of other images, in pooled Dice; near 0
    /// where the predictions do not depend on what is in the picture: `permutation_gain: "<= 0.02"`.
    case permutationGain(Bound)
    /// Another measure of the predictions: `iou: ">= 0.7"`.
    case metric(MetricName, Bound)
    /// What a function of the learner's gives: `function: {name: dice, reference: dice}`.
    case function(FunctionRule)
    /// The settings of what an exercise makes: `layers: {pool1: {window: 2}}`, `training: {epochs: "<= 100"}`.
    case settings(Subject, [Wish])
    /// Everything that an exercise makes is as in the lab's solution, but for what ``otherWays(_:)`` names: `matches: solution`.
    case matchesSolution
    /// Settings that are the learner's own choice, by name, by layer and name, or all of a layer: `other_ways: [initializer, dropout.rate]`. It is
    /// no check: it says what none looks at, to whoever looks for holes in the checks.
    case otherWays([String])

    /// Whether both look at the same thing and ask the same of it.
    public static func == (a: Rule, b: Rule) -> Bool {
      switch (a, b) {
      case (.shape(let x), .shape(let y)):
        return x.count == y.count && zip(x, y).allSatisfy { $0.layer == $1.layer && $0.dimensions == $1.dimensions }
      case (.parameters(let x), .parameters(let y)): return x == y
      case (.accuracy(let x), .accuracy(let y)), (.dice(let x), .dice(let y)): return x == y
      case (.permutationGain(let x), .permutationGain(let y)): return x == y
      case (.metric(let a, let x), .metric(let b, let y)): return a == b && x == y
      case (.function(let x), .function(let y)): return x == y
      case (.settings(let a, let x), .settings(let b, let y)): return a == b && x == y
      case (.otherWays(let x), .otherWays(let y)): return x == y
      case (.lossFalls, .lossFalls), (.beatsBackground, .beatsBackground), (.matchesSolution, .matchesSolution):
        return true
      default: return false
      }
    }
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

    /// Whether `value` is on the right side; never for NaN.
    public func holds(for value: Double) -> Bool {
      switch comparison {
      case .atLeast: return value >= limit
      case .atMost: return value <= limit
      }
    }
  }
}

extension Lab.Rule {
  /// The bar for a measured number; nil for what is not measured.
  public var bound: Lab.Bound? {
    switch self {
    case .accuracy(let bound), .dice(let bound), .permutationGain(let bound), .metric(_, let bound): bound
    case .shape, .parameters, .function, .settings, .matchesSolution, .otherWays, .lossFalls, .beatsBackground: nil
    }
  }
}
