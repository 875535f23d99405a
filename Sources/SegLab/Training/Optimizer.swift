/// How a step turns gradients into new weights. `g` is the gradient, `rate` the step's learning rate.
public enum Optimizer: Codable, Sendable, Equatable {
  /// Weights move by −rate · g.
  case sgd
  /// As a ball rolls: v ← momentum · v + g, and weights move by −rate · v.
  case momentum(_ momentum: Double = 0.9)
  /// As ``momentum(_:)``, looking one step ahead: weights move by −rate · (g + momentum · v).
  case nesterov(_ momentum: Double = 0.9)
  /// Each weight has a pace of its own, from running means of g and g²: weights move by −rate · m̂ / (√v̂ + epsilon).
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)
  /// As ``adam(beta1:beta2:epsilon:)``, and before each step weights shrink by rate · weightDecay of themselves.
  case adamW(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01)

  private enum MomentumCodingKeys: String, CodingKey { case _0 = "momentum" }
  private enum NesterovCodingKeys: String, CodingKey { case _0 = "momentum" }
}
