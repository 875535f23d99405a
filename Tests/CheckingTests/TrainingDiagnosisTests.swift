import Experiments
import Messages
import Networks
import SegLab
import Testing

@testable import Checking

/// The likeliest cause of a training that came to nothing, from its settings, its losses and its predictions.
struct TrainingDiagnosisTests {
  private static let network = Network("net", line: 10) {
    Input(shape: [8, 8, 1], line: 11)
    Conv2D("conv1", filter: [3, 3, 1, 4], activation: .relu, line: 12)
    Conv2D("score", filter: [1, 1, 4, 1], activation: .identity, line: 13)
  }
  private static let prepared = Preprocessing(
    steps: [
      Normalize(.perImage, line: 21), Resize(width: 8, height: 8, fit: .pad, line: 22), Threshold(0.5, line: 23),
    ], line: 20)

  private func cause(
    _ training: Training = Training(learningRate: 0.002, epochs: 6, batchSize: 8, optimizer: .adam(), line: 30),
    network: Network = network, preprocessing: Preprocessing? = prepared, images: Int = 400,
    losses: [Double] = (0..<100).map { 0.7 - 0.003 * Double($0) }, confusion: ConfusionCounts? = nil, loss: Double = 0.4
  ) -> TrainingDiagnosis.Cause? {
    var metrics = Metrics(loss: loss, accuracy: 0.5, dice: 0.1, meanDice: 0.1, baselineAccuracy: 0.9, swappedDice: 0.1)
    metrics.confusion = confusion
    let report = ExperimentReport(
      id: "e", run: "", reused: false, seconds: 1, epochs: training.epochs, steps: losses.count, metrics: metrics,
      weightsDigest: "",
      history: losses.enumerated().map { HistoryPoint(step: $0, epoch: 0, loss: $1, accuracy: 0, learningRate: 0.1) },
      layers: [],
      dataset: "d", trainingImages: images, validationImages: 10, split: "image", overlays: [])
    return TrainingDiagnosis(network: network, training: training, preprocessing: preprocessing, report: report).cause
  }

  private func id(_ cause: TrainingDiagnosis.Cause?) -> String { cause.map { Message($0.what).id } ?? "" }

  @Test func nothingIsSaidOfATrainingWithoutAFlaw() { #expect(cause() == nil) }

  @Test func settings() {
    #expect(
      id(
        cause(Training(learningRate: 0.002, decayRate: 0.5, decaySteps: 1, epochs: 6, batchSize: 8, optimizer: .adam()))
      ) == "diagnosis.decayed")
    #expect(
      id(
        cause(
          Training(learningRate: 0.002, decayRate: 0.5, decaySteps: 100, epochs: 6, batchSize: 8, optimizer: .adam())))
        == "")
    #expect(
      id(cause(Training(learningRate: 0.002, epochs: 1, batchSize: 128, optimizer: .adam()))) == "diagnosis.fewSteps")
    #expect(
      id(cause(Training(learningRate: 0.002, epochs: 1, batchSize: 1, optimizer: .adam()), images: 20))
        == "diagnosis.shortTraining")
    let still = Array(repeating: 0.693, count: 100)
    #expect(
      id(cause(Training(learningRate: 1e-6, epochs: 6, batchSize: 8, optimizer: .adam()), losses: still))
        == "diagnosis.rateTooLow")
    #expect(
      id(cause(Training(learningRate: 0.5, epochs: 6, batchSize: 8, optimizer: .adam()), losses: still))
        == "diagnosis.rateTooHigh")
    #expect(id(cause(losses: (0..<100).map { Double($0) * 1e4 + 0.7 })) == "diagnosis.diverged")
  }

  @Test func networks() {
    let dropping = Network("net", line: 10) {
      Input(shape: [8, 8, 1])
      Conv2D("conv1", filter: [3, 3, 1, 4], activation: .relu)
      Dropout("drop", rate: 0.9, line: 14)
      Conv2D("score", filter: [1, 1, 4, 1], activation: .identity)
    }
    #expect(id(cause(network: dropping)) == "diagnosis.dropout" && cause(network: dropping)?.line == 14)
    let linear = Network("net", line: 10) {
      Input(shape: [8, 8, 1])
      Conv2D("conv1", filter: [3, 3, 1, 4], activation: .identity)
      Conv2D("conv2", filter: [3, 3, 4, 4], activation: .identity)
      Conv2D("score", filter: [1, 1, 4, 1], activation: .identity)
    }
    #expect(id(cause(network: linear)) == "diagnosis.noActivation")
    // Where the activation stands in another layer, or the layer is more than linear itself, nothing is missing.
    let between: [any Layer] = [
      BatchNorm("norm", channels: 4, activation: .relu), MaxPool2D("pool"), LeakyReLU("leaky"), Softmax("soft"),
    ]
    for layer in between {
      #expect(id(cause(network: Network("net", line: 10, layers: linear.layers + [layer]))) == "", "\(layer.name)")
    }
    let plain = linear.layers + [BatchNorm("norm", channels: 4), Flatten(), AveragePool2D("mean")]
    #expect(id(cause(network: Network("net", line: 10, layers: plain))) == "diagnosis.noActivation")
  }

  @Test func imagesAndLabels() {
    func with(_ steps: any PreprocessingStep...) -> Preprocessing { Preprocessing(steps: steps, line: 20) }
    let size = Resize(width: 8, height: 8, fit: .pad, line: 22)
    #expect(id(cause(preprocessing: with(size, Threshold(0.5)))) == "diagnosis.notNormalized")
    #expect(
      id(cause(preprocessing: with(size, Normalize(.perImage), Threshold(0.5)))) == "diagnosis.normalizedAfterPadding")
    #expect(id(cause(preprocessing: with(Normalize(.perImage), size, Threshold(0.05)))) == "diagnosis.lowThreshold")
    #expect(
      id(cause(preprocessing: with(Normalize(.perImage), Threshold(0.5), RandomRotation(upTo: 180, line: 25))))
        == "diagnosis.strongAugmentation")
    #expect(id(cause(preprocessing: nil)) == "")
  }

  @Test func predictions() {
    let none = ConfusionCounts(truePositives: 0, falsePositives: 0, falseNegatives: 100, trueNegatives: 900)
    #expect(id(cause(confusion: none)) == "diagnosis.allBackground")
    let all = ConfusionCounts(truePositives: 100, falsePositives: 890, falseNegatives: 0, trueNegatives: 10)
    #expect(id(cause(confusion: all)) == "diagnosis.allForeground")
    let learned = (0..<100).map { 0.7 * exp10(-Double($0) / 40) }
    #expect(id(cause(losses: learned, loss: 0.9)) == "diagnosis.overfit")
  }

  @Test func aLossThatExplodedAndCameHalfDownHasNotFallen() {
    func falls(_ losses: [Double]) -> Verdict {
      let history = losses.enumerated().map { HistoryPoint(step: $0, epoch: 0, loss: $1, accuracy: 0, learningRate: 1) }
      let metrics = Metrics(loss: 1, accuracy: 0.5, dice: 0, meanDice: 0, baselineAccuracy: 0.9, swappedDice: 0)
      return LossFallsCheck().result(for: CheckedRun(metrics: metrics, history: history, isQuick: true), line: 1)
        .verdict
    }
    #expect(falls([0.7] + Array(repeating: 972_528_659, count: 40) + Array(repeating: 500, count: 40)) == .notYet)
    #expect(falls((0..<80).map { 0.7 - 0.005 * Double($0) }) == .passed)
  }
}

private func exp10(_ power: Double) -> Double {
  (0..<1000).reduce(1.0) { value, _ in value * (1 + power * 2.302585 / 1000) }
}
