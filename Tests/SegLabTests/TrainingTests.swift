import Foundation
import Testing

@testable import SegLab

@Suite struct TrainingTests {
  @Test func everyWayToTrainReadsBackTheSame() throws {
    let optimizers: [Optimizer] = [.sgd, .momentum(), .nesterov(0.8), .adam(beta1: 0.8), .adamW(weightDecay: 0.1)]
    let schedules: [Schedule?] = [
      nil, .constant, .exponential(rate: 0.5, steps: 10), .exponential(rate: 0.5, steps: 10, staircase: false),
      .step(every: 3, factor: 0.1), .cosine(steps: 100), .warmUp(steps: 5, then: .warmUp(steps: 2, then: .constant)),
    ]
    let losses: [Loss] = [.crossEntropy, .binaryCrossEntropy, .dice(), 0.3 * .binaryCrossEntropy + .dice(smoothing: 2)]
    for (index, schedule) in schedules.enumerated() {
      let training = Training(
        optimizer: optimizers[index % optimizers.count], schedule: schedule, loss: losses[index % losses.count],
        classWeights: [1, 2.5], weightDecay: 1e-4, clipNorm: index == 0 ? nil : 1,
        earlyStopping: index == 1 ? nil : EarlyStopping(patience: 3, metric: .dice, minimumChange: 0.01),
        keepBest: true, checkpointEvery: 2)
      let text = JSONWriter.text(of: training)
      #expect(try JSONDecoder().decode(Training.self, from: Data(text.utf8)) == training)
    }
  }

  @Test func whatAnOlderDescriptionLacksHasItsDefault() throws {
    let text = #"{"batchSize":1,"decayRate":0.75,"decaySteps":10,"epochs":2,"learningRate":0.03,"line":9}"#
    #expect(
      try JSONDecoder().decode(Training.self, from: Data(text.utf8))
        == Training(learningRate: 0.03, decayRate: 0.75, decaySteps: 10, epochs: 2, line: 9))
  }

  @Test func aDescriptionOfAnotherTypeIsRefused() {
    for field in [#""optimizer":"sgd""#, #""schedule":{"sometimes":{}}"#, #""loss":{"dice":{}}"#, #""keepBest":1"#] {
      let text =
        #"{"batchSize":1,"decayRate":1,"decaySteps":1,"epochs":1,"learningRate":1,"line":1,"# + field + "}"
      #expect(throws: DecodingError.self, "\(field)") {
        try JSONDecoder().decode(Training.self, from: Data(text.utf8))
      }
    }
  }

  @Test func lossesAddUpWithTheirWeights() {
    let loss: Loss = 0.5 * .crossEntropy + 2 * (.dice() + 0.25 * .binaryCrossEntropy)
    #expect(
      loss
        == .weighted([
          Loss.Part(weight: 0.5, loss: .crossEntropy), Loss.Part(weight: 2, loss: .dice()),
          Loss.Part(weight: 0.5, loss: .binaryCrossEntropy),
        ]))
    #expect(Loss.dice().parts == [Loss.Part(weight: 1, loss: .dice())])
    #expect(
      Loss.weighted([Loss.Part(weight: 3, loss: .weighted([Loss.Part(weight: 2, loss: .dice())]))]).parts
        == [Loss.Part(weight: 6, loss: .dice())])
  }

  @Test func sumsOfSumsHaveNoMorePartsThanCanBeTold() {
    var doubled = Loss.crossEntropy
    for _ in 0..<60 { doubled = .weighted([Loss.Part(weight: 1, loss: doubled), Loss.Part(weight: 1, loss: doubled)]) }
    #expect(doubled.parts.count == Loss.mostParts + 1)
    #expect((doubled + 2 * doubled).parts.count == Loss.mostParts + 1)
    var empty = Loss.weighted([])
    for _ in 0..<60 { empty = .weighted([Loss.Part(weight: 1, loss: empty), Loss.Part(weight: 1, loss: empty)]) }
    #expect(empty.parts.isEmpty)
    let sixteen = Loss.weighted((1...16).map { Loss.Part(weight: Double($0), loss: .dice()) })
    #expect(sixteen.parts.map(\.weight) == (1...16).map(Double.init))
    let many = Loss.weighted(Array(repeating: Loss.Part(weight: 1, loss: .dice()), count: 20_000))
    #expect(many.parts.count == Loss.mostParts + 1)
  }
}
