/// How the learning rate changes from step to step; each is a factor for ``Training/learningRate``.
public indirect enum Schedule: Codable, Sendable, Equatable {
  /// It stays as it is.
  case constant
  /// It is multiplied by rate^(step / steps); with `staircase` the exponent is rounded down.
  case exponential(rate: Double, steps: Int, staircase: Bool = true)
  /// It is multiplied by `factor` once every `every` steps.
  case step(every: Int, factor: Double)
  /// It falls along half a cosine from 1 to `final` in `steps` steps, and stays there.
  case cosine(steps: Int, final: Double = 0)
  /// It rises to 1 in `steps` steps, (step + 1) / steps; `then` counts from there.
  case warmUp(steps: Int, then: Schedule)
}

extension Schedule {
  /// One of each, its numbers those of an example.
  public static let all: [Schedule] = [
    .constant, .exponential(rate: 0.5, steps: 1000), .step(every: 1000, factor: 0.1), .cosine(steps: 1000),
    .warmUp(steps: 100, then: .constant),
  ]

  /// Its name as a learner writes it; a lab writes `warm_up`.
  public var name: String {
    switch self {
    case .constant: "constant"
    case .exponential: "exponential"
    case .step: "step"
    case .cosine: "cosine"
    case .warmUp: "warmUp"
    }
  }

  /// Its numbers, in the order in which they are written.
  public var numbers: [SettingNumber] {
    switch self {
    case .constant: []
    case .exponential(let rate, let steps, let staircase):
      [
        SettingNumber(name: "rate", value: rate, bounds: .positive(most: 1)),
        SettingNumber(name: "steps", whole: steps),
        SettingNumber(name: "staircase", value: staircase ? 1 : 0, bounds: .truth, isOptional: true),
      ]
    case .step(let every, let factor):
      [
        SettingNumber(name: "every", whole: every),
        SettingNumber(name: "factor", value: factor, bounds: .positive(most: 1)),
      ]
    case .cosine(let steps, let final):
      [
        SettingNumber(name: "steps", whole: steps),
        SettingNumber(name: "final", value: final, bounds: .notNegative(most: 1), isOptional: true),
      ]
    case .warmUp(let steps, _):
      [SettingNumber(name: "steps", whole: steps, most: 1_000_000)]
    }
  }

  /// What comes after it, behind the label `then`; nil for one that goes on for ever.
  public var next: Schedule? {
    switch self {
    case .constant, .exponential, .step, .cosine: nil
    case .warmUp(_, let next): next
    }
  }

  /// The same schedule with other numbers, as many as ``numbers`` has and in their order, and with another one after it.
  public func with(_ values: [Double], then next: Schedule) -> Schedule {
    precondition(values.count == numbers.count, "\(values.count) values for \(numbers.count) numbers")
    return switch self {
    case .constant: .constant
    case .exponential: .exponential(rate: values[0], steps: Int(values[1]), staircase: values[2] != 0)
    case .step: .step(every: Int(values[0]), factor: values[1])
    case .cosine: .cosine(steps: Int(values[0]), final: values[1])
    case .warmUp: .warmUp(steps: Int(values[0]), then: next)
    }
  }
}
