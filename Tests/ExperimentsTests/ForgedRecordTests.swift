import Foundation
import Networks
import SegLab
import Testing

@testable import Digests
@testable import Experiments

/// Records of runs with every leaf changed and sealed all the same, as another version of SegLab may have kept them: each is found as it
/// stands, or the run counts as one that is to be done again.
///
/// A trap would end the process of the tests: that it goes on is what is seen here.
@Suite struct ForgedRecordTests {
  private static var numbers: [Any] {
    [-1, 0, 1, 1 << 31, 1 << 53, Int.max, Int.min, 1e308, -1e308, Double.leastNonzeroMagnitude, 0.5, NSNull(), "x"]
  }

  private static func variants(of value: Any) -> [Any] {
    switch value {
    case let text as String: return ["", text + "x", String(repeating: "x", count: 2_000), "a\u{1B}\n", 7, NSNull()]
    case let list as [Any]: return [[Any](), list + list, Array(list.dropLast()), NSNull(), [NSNull()]]
    case is NSNumber: return numbers
    default: return [[String: Any](), NSNull(), 1]
    }
  }

  private static func forEachVariant(of value: Any, _ body: (Any) -> Void) {
    for other in variants(of: value) { body(other) }
    if let list = value as? [Any] {
      for index in list.indices {
        forEachVariant(of: list[index]) { other in
          var changed = list
          changed[index] = other
          body(changed)
        }
      }
    }
    guard let object = value as? [String: Any] else { return }
    for key in object.keys.sorted() {
      var without = object
      without[key] = nil
      body(without)
      forEachVariant(of: object[key] ?? 0) { other in
        var changed = object
        changed[key] = other
        body(changed)
      }
    }
  }

  private static let record: RunRecord = {
    let plan = RunPlan(
      network: "[]",
      training: Training(
        learningRate: 0.1, optimizer: .adamW(), schedule: .warmUp(steps: 3, then: .cosine(steps: 9, final: 0.1)),
        loss: 0.5 * .crossEntropy + 0.5 * .dice(), classWeights: [1, 5],
        earlyStopping: EarlyStopping(patience: 3, metric: .dice), keepBest: true), preparation: "flip", stepLimit: 30,
      seed: 1, data: "d", split: "image", engine: "1", mathLibrary: "m")
    let metrics = Metrics(
      loss: 1, accuracy: 0.5, dice: 0.1, meanDice: 0.2, baselineAccuracy: 0.9, swappedDice: 0.1,
      confusion: ConfusionCounts(truePositives: 1, falsePositives: 2, falseNegatives: 3, trueNegatives: 4),
      hausdorff95: 2)
    return RunRecord(
      plan: plan, ended: 1, seconds: 2, threads: 1, epochs: 1, steps: 1,
      history: [HistoryPoint(step: 0, epoch: 0, loss: 2.5, accuracy: 0.5, learningRate: 0.01)], bestEpoch: 0,
      metrics: metrics, weightsDigest: "w", trainingImages: 3, validationImages: ["a", "b"])
  }()

  @Test(.timeLimit(.minutes(5))) func everyChangedRecordIsFoundOrIsNone() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = SealKey.ephemeral()
    let store = RunStore(folder: folder, key: key)
    let predictions: [UInt8] = [0, 1, 1, 0]
    try store.save(Self.record, predictions: predictions)
    let digest = Self.record.plan.digest
    let place = folder.appendingPathComponent(digest)
    let written = try Data(contentsOf: place.appendingPathComponent("record.json"))
    var (all, found, foreign) = (0, 0, 0)
    Self.forEachVariant(of: try JSONSerialization.jsonObject(with: written)) { variant in
      guard JSONSerialization.isValidJSONObject(variant),
        let text = try? JSONSerialization.data(withJSONObject: variant)
      else { return }
      all += 1
      // Also read as whoever looks at a record by itself does.
      if let read = try? JSONDecoder().decode(RunRecord.self, from: text) {
        _ = read.plan.digest
        _ = TrainingEnd(read)
      }
      let seal = RunSeal(of: digest, record: [UInt8](text), predictions: predictions, key: key)
      try? text.write(to: place.appendingPathComponent("record.json"))
      try? Data(seal.bytes).write(to: place.appendingPathComponent("seal"))
      switch store.find(digest) {
      case .run(let record, _):
        found += 1
        _ = TrainingEnd(record)
        _ = store.weights(of: record)
      case .foreign: foreign += 1
      case .none: Issue.record("it is there")
      }
    }
    #expect(all > 600 && found > 100 && foreign > 200, "\(all) \(found) \(foreign)")
  }
}
