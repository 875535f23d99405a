import Digests
import Experiments
import Foundation
import Networks
import SegLab
import Testing

extension RunStore {
  /// The run of `digest` with its predictions, or nil where there is none that was made here and is whole.
  func run(digest: String) -> (record: RunRecord, predictions: [UInt8])? {
    guard case .run(let record, let predictions) = find(digest) else { return nil }
    return (record, predictions)
  }
}

struct RunStoreTests {
  private func plan(seed: UInt64 = 1) -> RunPlan {
    RunPlan(
      network: "[]", training: Training(), stepLimit: nil, seed: seed, data: "d", split: "image", engine: "1",
      mathLibrary: "m")
  }

  private func record(_ plan: RunPlan) -> RunRecord {
    RunRecord(
      plan: plan, ended: 1, seconds: 2, threads: 1, epochs: 1, steps: 1,
      history: [HistoryPoint(step: 0, epoch: 0, loss: 2.5, accuracy: 0.5, learningRate: 0.01)],
      metrics: Metrics(loss: 1, accuracy: 0.5, dice: 0.1, meanDice: 0.2, baselineAccuracy: 0.98, swappedDice: 0.1),
      weightsDigest: "w", trainingImages: 3, validationImages: ["a", "b"])
  }

  private func put(_ text: String, at name: String, in store: RunStore) throws {
    let file = store.folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  private func withStore(_ body: (RunStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-runs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(RunStore(folder: folder))
  }

  @Test func aRunThatWasKeptIsFoundByItsPlan() throws {
    try withStore { store in
      let kept = record(plan())
      #expect(store.run(digest: kept.plan.digest) == nil)
      try store.save(kept, predictions: [0, 1, 1, 0])
      let found = try #require(store.run(digest: plan().digest))
      #expect(found.record == kept)
      #expect(found.predictions == [0, 1, 1, 0])
      #expect(store.run(digest: plan(seed: 2).digest) == nil)
    }
  }

  @Test func weightsAreReadBackAsTheyWereKeptAndNoOthers() throws {
    try withStore { store in
      let parts = [ContiguousArray<UInt8>([1, 2, 3, 4]), ContiguousArray(repeating: 7, count: 8)]
      let all = parts.flatMap { $0 }
      var kept = record(plan())
      kept.weightsDigest = SHA256.hash(data: all).hexadecimal
      #expect(store.weights(of: kept) == nil)
      try store.save(kept, predictions: [0, 0], weights: parts)
      #expect(store.weights(of: kept) == all)
      try put("other", at: "\(kept.plan.digest)/weights.bin", in: store)
      #expect(store.weights(of: kept) == nil, "they are not those that the record speaks of")
      try store.save(kept, predictions: [0, 0], weights: parts)
      store.forgetWeights(of: kept.plan.digest)
      #expect(store.weights(of: kept) == nil)
      #expect(store.run(digest: kept.plan.digest) != nil)
    }
  }

  @Test func aTrainingThatSomebodyGoesOnWithKeepsItsCheckpointHoweverOldItIs() throws {
    try withStore { store in
      let (held, left) = (plan(seed: 8).digest, plan(seed: 9).digest)
      for digest in [held, left] {
        try put("left", at: digest + ".checkpoint", in: store)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
          ofItemAtPath: store.folder.appendingPathComponent(digest + ".checkpoint").path)
      }
      let claim = store.claim(held)
      #expect(claim.owner == .thisProcess)
      try store.save(record(plan()), predictions: [0, 0])
      let names = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
      withExtendedLifetime(claim) {}
      #expect(Set(names) == [plan().digest, held + ".checkpoint", held + ".lock"])
    }
  }

  @Test func everyPartOfAPlanIsPartOfItsDigest() {
    let base = plan()
    var others = Array(repeating: base, count: 8)
    others[0].network = "[1]"
    others[1].training.learningRate = 0.02
    others[2].stepLimit = 5
    others[3].seed = 9
    others[4].data = "e"
    others[5].split = "patient"
    others[6].engine = "2"
    others[7].mathLibrary = "n"
    #expect(Set((others + [base]).map(\.digest)).count == 9)
    #expect(base.digest.count == 64)
  }

  @Test func theLineOfTheNumbersIsNoPartOfAPlan() {
    func plan(line: Int) -> RunPlan {
      RunPlan(
        network: "[]", training: Training(line: line), stepLimit: nil, seed: 1, data: "d", split: "image", engine: "1",
        mathLibrary: "m")
    }
    #expect(plan(line: 3).digest == plan(line: 4).digest)
  }

  @Test(arguments: ["record.json", "predictions.bin"])
  func aRunWithADamagedFileCountsAsNoneAndCanBeDoneAgain(name: String) throws {
    try withStore { store in
      let kept = record(plan())
      try store.save(kept, predictions: [0, 1, 1, 0])
      let place = store.folder.appendingPathComponent(kept.plan.digest).appendingPathComponent(name)
      try Data("{".utf8).write(to: place)
      #expect(store.run(digest: kept.plan.digest) == nil)
      try store.save(kept, predictions: [0, 1, 1, 0])
      #expect(store.run(digest: kept.plan.digest)?.record == kept)
    }
  }

  @Test func whatAKilledProcessLeftIsClearedAway() throws {
    try withStore { store in
      let digest = plan(seed: 9).digest
      for name in ["\(digest).0123456789abcdef.part/record.json", "\(digest).checkpoint.0123456789abcdef.part"] {
        try put("left", at: name, in: store)
      }
      try put("", at: digest + ".lock", in: store)
      try store.save(record(plan()), predictions: [0, 0])
      #expect(try FileManager.default.contentsOfDirectory(atPath: store.folder.path) == [plan().digest])
    }
  }

  @Test func aFolderThatCannotBeWrittenIsNamed() {
    let store = RunStore(folder: URL(fileURLWithPath: "/proc/none"))
    #expect {
      try store.save(record(plan()), predictions: [])
    } throws: { error in
      guard case .notWritten(let path, _)? = error as? StoreError else { return false }
      return path == "/proc/none"
    }
  }
}
