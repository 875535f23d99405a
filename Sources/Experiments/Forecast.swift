/// How long a training will take on this machine, measured on a few of its steps.
public struct Forecast: Codable, Sendable, Equatable {
  /// Seconds for one step: the median of those measured.
  public let secondsPerStep: Double
  /// How many steps the training has; nil where its data set is not at hand, and noise took its place.
  public let steps: Int?
  /// Seconds to measure all validation images, as often as the training does.
  public let secondsOfValidation: Double

  /// Seconds for the whole training; nil where the number of its steps is not known.
  public var seconds: Double? { steps.map { Double($0) * secondsPerStep + secondsOfValidation } }

  /// - Parameters: the parts, as documented on each property.
  public init(secondsPerStep: Double, steps: Int?, secondsOfValidation: Double) {
    self.secondsPerStep = secondsPerStep
    self.steps = steps
    self.secondsOfValidation = secondsOfValidation
  }
}
