/// Several trainings of one network, of which the best is kept.
///
/// Either each is written out, `Sweep { Training(learningRate: 0.01) … }`, or lists of numbers are, of which every combination is
/// trained: `Sweep(learningRates: [0.01, 0.03], epochs: [10, 30])` makes four.
public struct Sweep: Codable, Sendable, Equatable {
  /// The most trainings of a sweep.
  public static let most = 64

  /// The trainings in order, the number written last changing fastest.
  public let trainings: [Training]
  /// The line in the lab that writes it.
  public let line: Int

  /// - Parameters:
  ///   - line: where it stands.
  ///   - trainings: the trainings, one a line.
  public init(line: Int = #line, @SweepBuilder _ trainings: () -> [Training]) {
    self.trainings = trainings()
    self.line = line
  }

  /// Every combination of the numbers given. A list without numbers makes no training at all.
  ///
  /// - Parameters:
  ///   - learningRates: how far a step follows the gradient, at the start.
  ///   - decayRates: what the rate is multiplied by every `decaySteps` steps.
  ///   - decaySteps: how many steps that takes.
  ///   - epochs: how many times all images are gone through.
  ///   - batchSizes: the batch sizes.
  ///   - base: what all other numbers are taken from.
  ///   - line: where it stands.
  public init(
    learningRates: [Double]? = nil, decayRates: [Double]? = nil, decaySteps: [Int]? = nil, epochs: [Int]? = nil,
    batchSizes: [Int]? = nil, of base: Training = Training(), line: Int = #line
  ) {
    var all = [base]
    func vary<Number>(_ path: WritableKeyPath<Training, Number>, _ numbers: [Number]?) {
      // A list too long is cut where it can be told to be too long, before it fills the memory.
      guard let numbers, all.count <= Sweep.most else { return }
      all = all.flatMap { training in
        numbers.prefix(Sweep.most + 1).map { number in
          var training = training
          training[keyPath: path] = number
          return training
        }
      }
    }
    vary(\.learningRate, learningRates)
    vary(\.decayRate, decayRates)
    vary(\.decaySteps, decaySteps)
    vary(\.epochs, epochs)
    vary(\.batchSize, batchSizes)
    trainings = all.map { training in
      var training = training
      training.line = line
      return training
    }
    self.line = line
  }
}

/// Collects the trainings written between the braces of a ``Sweep``, from `if`, `for` and helper functions too.
@resultBuilder
public enum SweepBuilder {
  /// One training on a line.
  public static func buildExpression(_ training: Training) -> [Training] { [training] }
  /// Several trainings from a helper.
  public static func buildExpression(_ trainings: [Training]) -> [Training] { trainings }
  /// The lines in order.
  public static func buildBlock(_ parts: [Training]...) -> [Training] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [Training]?) -> [Training] { part ?? [] }
  /// `if … else`, first branch.
  public static func buildEither(first part: [Training]) -> [Training] { part }
  /// `if … else`, second branch.
  public static func buildEither(second part: [Training]) -> [Training] { part }
  /// `for … in`.
  public static func buildArray(_ parts: [[Training]]) -> [Training] { parts.flatMap { $0 } }
}
