import Foundation
import Messages
import Networks
import SegLab
import Tensors
import Testing

@testable import Digests
@testable import Experiments

@Suite struct CheckpointTests {
  static let plan = String(repeating: "ab", count: 32)

  struct Noise: SampleSource {
    let count = 5
    let shape = Shape([8, 8, 1])
    func name(_ index: Int) -> String { "noise-\(index)" }
    func load(
      _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
    ) {
      for pixel in image.indices {
        let number = (pixel * 7 + index * 13) % 31
        image[pixel] = Float(number) / 31
        labels[pixel] = number > 20 ? 1 : 0
      }
    }
  }

  func trainer(channels: Int = 16, optimizer: Optimizer = .momentum()) throws -> Trainer {
    let network = Network("net") {
      Input(shape: [8, 8, 1])
      Conv2D("conv", filter: [3, 3, 1, channels], activation: .identity)
      BatchNorm("norm", channels: channels, activation: .relu)
      Conv2D("score", filter: [1, 1, channels, 2], activation: .identity)
    }
    let plan = try #require(ShapeReport(of: network, file: "lab.md").plan)
    let training = Training(learningRate: 0.01, epochs: 3, batchSize: 2, optimizer: optimizer, keepBest: true)
    return Trainer(plan, training: training, seed: 4, threads: 1)
  }

  func withFile(_ body: (CheckpointFile) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(CheckpointFile(path: folder.appendingPathComponent("a.checkpoint").path, plan: Self.plan))
  }

  /// A file as it is after the first of three epochs.
  func write(_ file: CheckpointFile) throws {
    let trainer = try trainer()
    var isWritten = false
    _ = try trainer.train(
      on: Noise(), validation: Noise(),
      onCheckpoint: { course in
        guard !isWritten else { return }
        isWritten = (try? file.write(course, of: trainer)) != nil
      })
    try #require(isWritten)
  }

  @Test func aTrainingGoesOnFromAFileToTheSameDigest() throws {
    try withFile { file in
      #expect(!file.exists)
      try write(file)
      let whole = try trainer()
      let outcome = try whole.train(on: Noise(), validation: Noise())
      let resumed = try trainer()
      let course = try file.read(into: resumed, mostSteps: 9)
      #expect(course.steps == 3 && course.validation.count == 1)
      let end = try resumed.train(on: Noise(), validation: Noise(), from: course)
      #expect(end.history == outcome.history && end.validation == outcome.validation)
      #expect(resumed.weightsDigest == whole.weightsDigest)
      file.remove()
      #expect(!file.exists)
    }
  }

  enum Damage: CaseIterable {
    case empty, cut, longer, magic, version, plan, moreSteps, countless, negative, number, digest
  }

  @Test(arguments: Damage.allCases) func aDamagedFileIsRefusedAndChangesNothing(damage: Damage) throws {
    try withFile { file in
      try write(file)
      let url = URL(fileURLWithPath: file.path)
      var bytes = [UInt8](try Data(contentsOf: url))
      let counts = CheckpointBytes.headerLength - 16
      let isExpected: (CheckpointError) -> Bool
      switch damage {
      case .empty:
        bytes = []
        isExpected = { $0 == .notACheckpoint(path: file.path) }
      case .cut:
        let whole = bytes.count
        bytes.removeLast()
        isExpected = { $0 == .otherLength(path: file.path, found: whole - 1, expected: whole) }
      case .longer:
        let whole = bytes.count
        bytes.append(0)
        isExpected = { $0 == .otherLength(path: file.path, found: whole + 1, expected: whole) }
      case .magic:
        bytes[0] ^= 1
        isExpected = { $0 == .notACheckpoint(path: file.path) }
      case .version:
        bytes[CheckpointBytes.magic.count - 2] += 1
        isExpected = { $0 == .notACheckpoint(path: file.path) }
      case .plan:
        bytes[CheckpointBytes.magic.count] = UInt8(ascii: "c")
        isExpected = { $0 == .otherTraining(path: file.path) }
      case .moreSteps:
        bytes[counts] += 1
        isExpected = { if case .otherLength = $0 { true } else { false } }
      case .countless:
        bytes[counts + 6] = 0x7F
        isExpected = { $0 == .damaged(path: file.path) }
      case .negative:
        bytes[counts + 15] = 0xFF
        isExpected = { $0 == .damaged(path: file.path) }
      case .number:
        bytes[bytes.count / 2] ^= 0x40
        isExpected = { $0 == .damaged(path: file.path) }
      case .digest:
        bytes[bytes.count - 1] ^= 1
        isExpected = { $0 == .damaged(path: file.path) }
      }
      try Data(bytes).write(to: url)
      let fresh = try trainer()
      let before = fresh.weightsDigest
      let error = try #require(throws: CheckpointError.self) { try file.read(into: fresh, mostSteps: 9) }
      #expect(isExpected(error), "\(error)")
      #expect(fresh.weightsDigest == before)
      #expect(error.phrase.text(in: .english).contains("begins anew"))
      #expect(error.phrase.text(in: .korean) != error.phrase.text(in: .english))
    }
  }

  @Test func aFileOfAnotherNetworkOrOptimiserIsRefused() throws {
    try withFile { file in
      try write(file)
      for other in [try trainer(channels: 17), try trainer(optimizer: .adam()), try trainer(optimizer: .sgd)] {
        let error = try #require(throws: CheckpointError.self) { try file.read(into: other, mostSteps: 9) }
        guard case .otherLength = error else { throw error }
      }
      let fresh = try trainer()
      #expect(throws: CheckpointError.damaged(path: file.path)) { try file.read(into: fresh, mostSteps: 2) }
    }
  }

  @Test func aFileThatWasNotWrittenHereIsRefused() throws {
    try withFile { file in
      let other = CheckpointFile(path: file.path, plan: Self.plan, key: .ephemeral())
      try write(other)
      let fresh = try trainer()
      let before = fresh.weightsDigest
      #expect(throws: CheckpointError.damaged(path: file.path)) { try file.read(into: fresh, mostSteps: 9) }
      #expect(fresh.weightsDigest == before)
      #expect(try other.read(into: fresh, mostSteps: 9).steps == 3)
    }
  }

  @Test func aLinkIsNeitherReadNorWritten() throws {
    try withFile { file in
      try write(file)
      try FileManager.default.moveItem(atPath: file.path, toPath: file.path + "-real")
      try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: file.path + "-real")
      let fresh = try trainer()
      #expect(file.exists)
      #expect(throws: CheckpointError.notACheckpoint(path: file.path)) { try file.read(into: fresh, mostSteps: 9) }
      #expect(throws: StoreError.notWritten(path: file.path, reason: "a symbolic link stands there")) {
        try file.write(TrainingState(), of: fresh)
      }
      file.remove()
      #expect(!file.exists && FileManager.default.fileExists(atPath: file.path + "-real"))
    }
  }

  @Test func whatIsNoFileIsNeverWaitedFor() throws {
    try withFile { file in
      let fresh = try trainer()
      let error = try #require(throws: CheckpointError.self) { try file.read(into: fresh, mostSteps: 9) }
      guard case .notReadable = error else { throw error }
      let pipe = CheckpointFile(path: "/dev/zero", plan: Self.plan)
      #expect(throws: CheckpointError.notACheckpoint(path: "/dev/zero")) { try pipe.read(into: fresh, mostSteps: 9) }
    }
  }

  @Test func aDiskThatRefusesIsNamed() throws {
    let file = CheckpointFile(path: "/proc/none/a.checkpoint", plan: Self.plan)
    let trainer = try trainer()
    #expect(throws: StoreError.self) { try file.write(TrainingState(), of: trainer) }
  }
}
