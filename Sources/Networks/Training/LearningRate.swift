internal import Foundation
internal import SegLab

/// How far each step follows the gradient.
struct LearningRate {
  private let first: Double
  private let schedule: Schedule

  init(_ training: Training) {
    first = training.learningRate
    schedule =
      training.schedule ?? .exponential(rate: training.decayRate, steps: training.decaySteps, staircase: true)
  }

  /// The learning rate of step `step`, from 0.
  func callAsFunction(_ step: Int) -> Double { first * Self.factor(schedule, at: step) }

  private static func factor(_ schedule: Schedule, at step: Int) -> Double {
    switch schedule {
    case .constant: return 1
    case .exponential(let rate, let steps, let staircase):
      return pow(rate, staircase ? Double(step / steps) : Double(step) / Double(steps))
    case .step(let every, let factor): return pow(factor, Double(step / every))
    case .cosine(let steps, let final):
      let done = min(1, Double(step) / Double(steps))
      return final + (1 - final) * (1 + cos(.pi * done)) / 2
    case .warmUp(let steps, let then):
      return step < steps ? Double(step + 1) / Double(steps) : factor(then, at: step - steps)
    }
  }
}
