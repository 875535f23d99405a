/// Where a training stood after one step.
public struct HistoryPoint: Codable, Sendable, Equatable {
  /// The step, from 0.
  public var step: Int
  /// The epoch that it belongs to, from 0.
  public var epoch: Int
  /// The loss of the step's batch before the update.
  public var loss: Double
  /// The share of the batch's pixels given the right class before the update.
  public var accuracy: Double
  /// The learning rate of the step.
  public var learningRate: Double

  /// - Parameters: the parts, as documented on each property.
  public init(step: Int, epoch: Int, loss: Double, accuracy: Double, learningRate: Double) {
    self.step = step
    self.epoch = epoch
    self.loss = loss
    self.accuracy = accuracy
    self.learningRate = learningRate
  }
}
