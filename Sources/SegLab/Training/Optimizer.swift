/// How a step turns gradients into new weights. `g` is the gradient, `rate` the step's learning rate.
public enum Optimizer: Codable, Sendable, Equatable {
  /// Weights move by −rate · g.
  case sgd
  /// As a ball rolls: v ← momentum · v + g, and weights move by −rate · v.
  case momentum(_ momentum: Double = 0.9)
  /// As ``momentum(_:)``, looking one step ahead: weights move by −rate · (g + momentum · v).
  case nesterov(_ momentum: Double = 0.9)
  /// Each weight has a pace of its own (Kingma and Ba, “Adam”, 2015), from running means of g and g²: weights move by −rate · m̂ / (√v̂ + epsilon).
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)
  /// As ``adam(beta1:beta2:epsilon:)``, and before each step weights shrink (Loshchilov and Hutter, “Decoupled weight decay”, 2019) by rate · weightDecay of themselves.
  case adamW(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01)

  private enum MomentumCodingKeys: String, CodingKey { case _0 = "momentum" }
  private enum NesterovCodingKeys: String, CodingKey { case _0 = "momentum" }
}

extension Optimizer {
  /// One of each, its numbers the usual ones.
  public static let all: [Optimizer] = [.sgd, .momentum(), .nesterov(), .adam(), .adamW()]

  /// Its name as a learner writes it; a lab writes `adam_w`.
  public var name: String {
    switch self {
    case .sgd: "sgd"
    case .momentum: "momentum"
    case .nesterov: "nesterov"
    case .adam: "adam"
    case .adamW: "adamW"
    }
  }

  /// Its numbers, in the order in which they are written.
  public var numbers: [SettingNumber] {
    switch self {
    case .sgd: []
    case .momentum(let momentum), .nesterov(let momentum):
      [SettingNumber(name: "momentum", isLabelled: false, value: momentum, bounds: .belowOne)]
    case .adam(let beta1, let beta2, let epsilon): Self.moments(beta1, beta2, epsilon)
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      Self.moments(beta1, beta2, epsilon) + [
        SettingNumber(name: "weightDecay", value: weightDecay, bounds: .notNegative(most: 1_000))
      ]
    }
  }

  /// The numbers of what keeps running means of gradients and of their squares.
  private static func moments(_ beta1: Double, _ beta2: Double, _ epsilon: Double) -> [SettingNumber] {
    [
      SettingNumber(name: "beta1", value: beta1, bounds: .belowOne),
      SettingNumber(name: "beta2", value: beta2, bounds: .belowOne),
      SettingNumber(name: "epsilon", value: epsilon, bounds: .positive(most: 1)),
    ]
  }

  /// The same optimizer with other numbers, as many as ``numbers`` has and in their order.
  public func with(_ values: [Double]) -> Optimizer {
    precondition(values.count == numbers.count, "\(values.count) values for \(numbers.count) numbers")
    return switch self {
    case .sgd: .sgd
    case .momentum: .momentum(values[0])
    case .nesterov: .nesterov(values[0])
    case .adam: .adam(beta1: values[0], beta2: values[1], epsilon: values[2])
    case .adamW: .adamW(beta1: values[0], beta2: values[1], epsilon: values[2], weightDecay: values[3])
    }
  }
}
