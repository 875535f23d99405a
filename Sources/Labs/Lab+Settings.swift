extension Lab {
  /// What a lab asks of one setting of what an exercise makes.
  public struct Wish: Sendable, Equatable {
    /// The layer or step, by its name or its kind; empty for a training's or sweep's own settings.
    public let part: String
    /// The setting, by the name that a learner's code gives it.
    public let setting: String
    /// What it should be.
    public let demand: Demand

    /// - Parameters: the parts, as documented on each property.
    public init(part: String, setting: String, demand: Demand) {
      (self.part, self.setting, self.demand) = (part, setting, demand)
    }
  }

  /// What a setting should be.
  public enum Demand: Sendable, Equatable {
    /// One of these words: `2`, `relu`, `[5, 5, 1, 100]`.
    case oneOf([String])
    /// A number within all of these limits: `">= 1, <= 100"`.
    case within([Bound])
    /// Another setting's number times a factor: `"epochs * 63"`.
    case times(setting: String, Double)
    /// In a sweep: so many different values.
    case count([Bound])
    /// In a sweep: the largest value divided by the smallest.
    case range([Bound])

    /// As an author writes it.
    public var text: String {
      switch self {
      case .oneOf(let words): words.joined(separator: " | ")
      case .within(let bounds), .count(let bounds), .range(let bounds):
        bounds.map { "\($0.comparison.rawValue) \($0.short)" }.joined(separator: ", ")
      case .times(let setting, let factor): "\(setting) * \(Bound.short(factor))"
      }
    }
  }

  /// What settings belong to.
  public enum Subject: String, Sendable, CaseIterable {
    /// The layers of the networks that an exercise makes.
    case layers
    /// The steps of its preprocessing.
    case preprocessing
    /// Its trainings, those of sweeps too.
    case training
    /// Its sweeps.
    case sweep
  }
}

extension Lab.Bound {
  /// The limit without a point where it is whole.
  public var short: String { Self.short(limit) }

  /// A number without a point where it is whole.
  public static func short(_ number: Double) -> String {
    number.rounded() == number && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
