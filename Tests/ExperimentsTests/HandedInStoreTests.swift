import Foundation
import Networks
import SegLab
import Testing

@testable import Digests
@testable import Experiments

/// A store that came with a course folder from somebody else, or that two processes use at once.
@Suite struct HandedInStoreTests {
  private static let key = SealKey.ephemeral()

  private func record(seed: UInt64, accuracy: Double = 0.5) -> RunRecord {
    let plan = RunPlan(
      network: "[]", training: Training(), stepLimit: nil, seed: seed, data: "d", split: "image", engine: "1",
      mathLibrary: "m")
    return RunRecord(
      plan: plan, ended: 1, seconds: 2, threads: 1, epochs: 1, steps: 1,
      history: [HistoryPoint(step: 0, epoch: 0, loss: 2.5, accuracy: 0.5, learningRate: 0.01)],
      metrics: Metrics(loss: 1, accuracy: accuracy, dice: 0.1, meanDice: 0.2, baselineAccuracy: 0.9, swappedDice: 0.1),
      weightsDigest: "w", trainingImages: 3, validationImages: ["a", "b"])
  }

  private func withStore(
    mostBytes: Int = RunStore.usualMostBytes, named: @escaping @Sendable () -> Set<String> = { [] },
    _ body: (RunStore, URL) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appendingPathComponent(".seglab/runs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(RunStore(folder: folder, key: Self.key, mostBytes: mostBytes, named: named), root)
  }

  private func names(_ store: RunStore) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: store.folder.path))
  }

  private func isForeign(_ finding: RunStore.Finding) -> Bool {
    if case .foreign = finding { true } else { false }
  }

  enum Forgery: CaseIterable {
    case metrics, predictions, noSeal, otherUser, otherRun, recordIsALink, folderIsALink, recordIsAPipe
    case predictionsAreSparse, predictionsAreZero, folderIsAFile
  }

  @Test(.timeLimit(.minutes(5)), arguments: Forgery.allCases)
  func `a run that was not made here is not believed, and gives way to one that was`(forgery: Forgery) throws {
    try withStore { store, root in
      let honest = record(seed: 1)
      let digest = honest.plan.digest
      try store.save(honest, predictions: [0, 1, 1, 0])
      let place = store.folder.appendingPathComponent(digest)
      let file = place.appendingPathComponent("record.json")
      let pixels = place.appendingPathComponent("predictions.bin")
      let precious = root.appendingPathComponent("precious")
      try FileManager.default.copyItem(at: place, to: precious)
      switch forgery {
      case .metrics:
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("\"accuracy\":0.5,\"base", with: "\"accuracy\":0.99,\"base").write(
          to: file, atomically: false, encoding: .utf8)
        #expect(try String(contentsOf: file, encoding: .utf8) != text)
      case .predictions: try Data([1, 1, 1, 1]).write(to: pixels)
      case .noSeal: try FileManager.default.removeItem(at: place.appendingPathComponent("seal"))
      case .otherUser:
        try RunStore(folder: store.folder, key: .ephemeral()).save(record(seed: 1), predictions: [1, 1, 1, 1])
      case .otherRun:
        let other = record(seed: 2)
        try store.save(other, predictions: [1, 1, 1, 1])
        try FileManager.default.removeItem(at: place)
        try FileManager.default.moveItem(at: store.folder.appendingPathComponent(other.plan.digest), to: place)
      case .recordIsALink:
        try FileManager.default.removeItem(at: file)
        try FileManager.default.createSymbolicLink(
          at: file, withDestinationURL: precious.appendingPathComponent("record.json"))
      case .folderIsALink:
        try FileManager.default.removeItem(at: place)
        try FileManager.default.createSymbolicLink(at: place, withDestinationURL: precious)
      case .recordIsAPipe:
        unlink(file.path)
        mkfifo(file.path, 0o600)
      case .predictionsAreSparse: truncate(pixels.path, 100 << 30)
      case .predictionsAreZero:
        unlink(pixels.path)
        try FileManager.default.createSymbolicLink(atPath: pixels.path, withDestinationPath: "/dev/zero")
      case .folderIsAFile:
        try FileManager.default.removeItem(at: place)
        try Data([1]).write(to: place)
      }
      #expect(isForeign(store.find(digest)))
      #expect(store.run(digest: digest) == nil)
      try store.save(honest, predictions: [0, 1, 1, 0])
      #expect(store.run(digest: digest)?.record == honest)
      #expect(try names(store) == [digest])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: precious.path).sorted() == [
          "predictions.bin", "record.json", "seal",
        ])
    }
  }

  @Test func `only what has the very form of a leftover is cleared away, and nothing behind a link`() throws {
    try withStore { store, root in
      let digest = record(seed: 7).plan.digest
      let elsewhere = root.appendingPathComponent("elsewhere")
      let mine = [
        "draft.999999.part/text", "thesis.checkpoint", "thesis.lock", "\(digest).0123456789abcdef.part/notes.txt",
        "\(digest).99999.part",
      ]
      for name in mine {
        let file = store.folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data([7]).write(to: file)
      }
      let old = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)]
      try FileManager.default.setAttributes(old, ofItemAtPath: store.folder.appendingPathComponent(mine[1]).path)
      try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      try Data([7]).write(to: elsewhere.appendingPathComponent("record.json"))
      let link = store.folder.appendingPathComponent("\(record(seed: 8).plan.digest).0123456789abcdef.part")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: elsewhere)
      try store.save(record(seed: 1), predictions: [0, 1])
      for name in mine {
        #expect(FileManager.default.fileExists(atPath: store.folder.appendingPathComponent(name).path))
      }
      #expect(FileManager.default.fileExists(atPath: elsewhere.appendingPathComponent("record.json").path))
    }
  }

  @Test func `a store without bounds keeps all until it is tidied`() throws {
    try withStore(mostBytes: .max) { store, _ in
      let all = [1, 2, 3].map { record(seed: $0) }
      let left = store.folder.appendingPathComponent("\(all[0].plan.digest).0123456789abcdef.part")
      try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
      for record in all { try store.save(record, predictions: [0, 1]) }
      #expect(try names(store) == Set(all.map(\.plan.digest) + [left.lastPathComponent]))
      let named = all[1].plan.digest
      RunStore(folder: store.folder, key: Self.key, mostBytes: 0, named: { [named] }).tidy()
      #expect(try names(store) == [named])
    }
  }

  @Test func `a store that is a link is neither read nor written`() throws {
    try withStore { store, root in
      try store.save(record(seed: 1), predictions: [0, 1])
      try FileManager.default.moveItem(at: store.folder, to: root.appendingPathComponent("elsewhere"))
      try FileManager.default.createSymbolicLink(
        at: store.folder, withDestinationURL: root.appendingPathComponent("elsewhere"))
      #expect(store.run(digest: record(seed: 1).plan.digest) == nil)
      #expect(throws: StoreError.notWritten(path: store.folder.path, reason: "a symbolic link stands there")) {
        try store.save(record(seed: 2), predictions: [0, 1])
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: root.path + "/elsewhere") == [record(seed: 1).plan.digest])
    }
  }

  @Test func `while a run is replaced, a reader always finds one`() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let root = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: root) }
      let store = RunStore(folder: root.appendingPathComponent(".seglab/runs"), key: Self.key)
      let digest = record(seed: 1).plan.digest
      try store.save(record(seed: 1), predictions: [0, 1])
      for writer in 0..<2 {
        group.addTask {
          for round in 0..<20 {
            try store.save(record(seed: 1, accuracy: Double(writer * 20 + round) / 100), predictions: [0, 1])
          }
        }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<500 where !FileManager.default.fileExists(atPath: root.path + "/.seglab/runs/" + digest) {
            Issue.record("there was neither the old run nor the new one")
            return
          }
        }
      }
      try await group.waitForAll()
      #expect(store.run(digest: digest) != nil)
      // What the other writer still held when it was replaced is left to whoever saves next.
      try store.save(record(seed: 1), predictions: [0, 1])
      #expect(try names(store) == [digest])
    }
  }

  @Test func `runs of no use for the longest time make room, but not those that a report speaks of`() throws {
    let kept = record(seed: 1).plan.digest
    try withStore(mostBytes: 30_000, named: { [kept] }) { store, _ in
      for seed in UInt64(1)...6 {
        try store.save(record(seed: seed), predictions: [UInt8](repeating: 0, count: 8000))
        usleep(20_000)
        // The second is looked at again and again.
        #expect(seed < 2 || store.run(digest: record(seed: 2).plan.digest) != nil)
      }
      #expect(try names(store) == Set([1, 2, 6].map { record(seed: $0).plan.digest }))
      try FileManager.default.createDirectory(atPath: store.folder.path + "/notes", withIntermediateDirectories: true)
      // What a process trains, or goes on with, stays too.
      let claim = store.claim(record(seed: 2).plan.digest)
      try store.save(record(seed: 7), predictions: [UInt8](repeating: 0, count: 8000))
      withExtendedLifetime(claim) {}
      let left = try names(store)
      #expect(left.isSuperset(of: [record(seed: 2).plan.digest, record(seed: 7).plan.digest, kept, "notes"]))
      #expect(!left.contains(record(seed: 6).plan.digest))
    }
  }

  @Test func `the bound is the user's to set`() {
    #expect(RunStore.mostBytes(environment: [:]) == 2 << 30)
    #expect(RunStore.mostBytes(environment: ["SEGLAB_STORE_BYTES": "5000"]) == 5000)
    #expect(RunStore.mostBytes(environment: ["SEGLAB_STORE_BYTES": "-1"]) == 0)
    #expect(RunStore.mostBytes(environment: ["SEGLAB_STORE_BYTES": "lots"]) == 2 << 30)
  }

  @Test func `many runs in a row keep the weights of the last ones alone`() throws {
    try withStore { store, _ in
      let weights = [ContiguousArray<UInt8>](repeating: .init(repeating: 1, count: 1 << 20), count: 40)
      for seed in UInt64(1)...4 { try store.save(record(seed: seed), predictions: [0, 1], weights: weights) }
      let having = try names(store).filter {
        FileManager.default.fileExists(atPath: "\(store.folder.path)/\($0)/weights.bin")
      }
      #expect(having == Set([3, 4].map { record(seed: $0).plan.digest }))
      store.forgetWeights(of: record(seed: 4).plan.digest)
      #expect(
        !FileManager.default.fileExists(atPath: "\(store.folder.path)/\(record(seed: 4).plan.digest)/weights.bin"))
      for seed in UInt64(1)...4 { #expect(store.run(digest: record(seed: seed).plan.digest) != nil) }
    }
  }

  @Test func `a training is one process's at a time`() throws {
    try withStore { store, _ in
      let digest = record(seed: 1).plan.digest
      var first: RunClaim? = store.claim(digest)
      #expect(first?.owner == .thisProcess && store.claim(digest).owner == .another)
      #expect(store.claim(record(seed: 2).plan.digest).owner == .thisProcess)
      first = nil
      #expect(store.claim(digest).owner == .thisProcess)
      #expect(try names(store).isEmpty)
      try FileManager.default.createSymbolicLink(
        atPath: "\(store.folder.path)/\(digest).lock", withDestinationPath: "none")
      #expect(store.claim(digest).owner == .nobody)
    }
  }
}
