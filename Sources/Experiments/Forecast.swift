/// How long a training will take on this machine, measured on a few of its steps; its own share of the time where others share the machine.
public struct Forecast: Codable, Sendable, Equatable {
  /// Seconds for one step: the mean of those measured, but for the first, which finds cold caches.
  public let secondsPerStep: Double
  /// How many steps the training has; nil where its data set is not at hand, and noise took its place.
  public let steps: Int?
  /// Seconds to measure all validation images, as often as the training does.
  public let secondsOfValidation: Double

  /// Seconds for the whole training; nil where the number of its steps is not known.
  public var seconds: Double? { steps.map { Double($0) * secondsPerStep + secondsOfValidation } }

  /// Seconds for what is left of the training once so many steps are done; nil where the number of its steps is not known.
  public func seconds(after done: Int) -> Double? {
    guard let steps, let seconds, steps > 0 else { return nil }
    return seconds * Double(max(0, steps - done)) / Double(steps)
  }

  /// - Parameters: the parts, as documented on each property.
  public init(secondsPerStep: Double, steps: Int?, secondsOfValidation: Double) {
    self.secondsPerStep = secondsPerStep
    self.steps = steps
    self.secondsOfValidation = secondsOfValidation
  }
}
