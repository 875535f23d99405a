internal import Foundation
internal import SegLab

/// Plain stochastic gradient descent: the optimiser of labs 1 to 3.
struct GradientDescent {
  let training: Training

  /// The learning rate of step `step`, from 0: multiplied by the decay rate after each stretch of decay steps.
  func learningRate(at step: Int) -> Double {
    training.learningRate * pow(training.decayRate, Double(step / training.decaySteps))
  }

  /// What a step does with each gradient.
  func descent(at step: Int) -> Descent { Descent(rate: Float(learningRate(at: step))) }
}

/// What becomes of a parameter's gradient: it is multiplied by `rate` and taken off the parameter as soon as it is known, and never
/// stored.
struct Descent {
  let rate: Float
}
