import Datasets
import Experiments
import Foundation
import Protos
import SegLab
import SwiftProtobuf
import Testing

@testable import Exports
@testable import Networks

/// Event files that grow. What TensorBoard itself makes of them, `Tests/Outside` tries.
struct EventFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "events-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  /// The events of a file, each check sum held against its bytes.
  private func read(_ path: String) throws -> [TBEvent] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var events: [TBEvent] = []
    var offset = 0
    while offset < bytes.count {
      let length = bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let content = Array(bytes[offset + 12..<offset + 12 + length])
      #expect(Array(TFRecordFrame.around(content)) == Array(bytes[offset..<offset + length + 16]))
      events.append(try TBEvent(serializedBytes: content))
      offset += length + 16
    }
    return events
  }

  private func step(_ number: Int) -> LaboratoryEvent {
    .step(
      TrainingProgress(
        point: HistoryPoint(step: number, epoch: 0, loss: 1, accuracy: 0.5, learningRate: 0.1), steps: 4, epochs: 1,
        seconds: 1))
  }

  @Test func `what a killed training left half-written is cut off, and what it would write again is void`() throws {
    try withFolder { folder in
      let store = RunStore(folder: URL(fileURLWithPath: folder + "/runs"))
      let board = TensorBoardFolder(folder + "/logs", runs: store, sets: DataStore(folder: folder + "/data"))
      let digest = String(repeating: "ab", count: 32)
      let path = "\(folder)/logs/lab/short/abababab/train/\(EventFile.name)"
      func train(_ steps: Range<Int>) {
        let live = LiveEvents(board, lab: "lab")
        live.show(.began(name: "short", number: 1, count: 1))
        live.show(.run(digest, steps: 4))
        for number in steps { live.show(step(number)) }
        #expect(live.problem == nil)
      }
      train(0..<3)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      try (before.dropLast(5)).write(to: URL(fileURLWithPath: path))
      train(2..<4)
      let events = try read(path)
      #expect(events.filter { !$0.fileVersion.isEmpty }.count == 1 && events[0].fileVersion == "brain.Event:2")
      #expect(events.filter { $0.session.status == 1 }.map(\.step) == [1, 3])
      // The last record of step 3 was cut off; the second start makes what is left of it void.
      #expect(
        events.flatMap { event in event.summary.values.map { _ in event.step } } == [
          1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4,
        ])
    }
  }

  @Test func `a run from the store fills every folder, and its graph names each layer`() throws {
    let small = try SmallRun(SmallRun.maps, name: RunOrigin(lab: "a/b", experiment: "../x"))
    defer { small.remove() }
    let folder = small.store.folder.path + "/logs"
    let board = TensorBoardFolder(folder, runs: small.store, sets: DataStore(folder: folder + "/none"))
    let written = try board.write([ExportedRun(small.digest, in: small.store)])
    #expect(written == ["\(folder)/a_b/_.._x/\(small.digest.prefix(8))"])
    for side in EventSide.allCases {
      let path = (side == .run ? written[0] : "\(written[0])/\(side.rawValue)") + "/" + EventFile.name
      #expect(try read(path).count > 1, "\(side)")
    }
    let train = try read("\(written[0])/train/\(EventFile.name)")
    let tags = train.flatMap(\.summary.values).map(\.tag)
    #expect(Set(tags).isSuperset(of: ["loss", "accuracy", "learning_rate", "conv1/weights", "norm/runningMean"]))
    let graph = try #require(train.first { !$0.graph.isEmpty })
    let nodes = try TBGraph(serializedBytes: graph.graph).nodes
    let names = Set(nodes.map(\.name))
    #expect(
      names.isSuperset(of: ["input1", "conv1/Conv2D", "norm/BatchNorm", "up/weights", "Optimizer/conv1/weights"]))
    #expect(nodes.allSatisfy { $0.inputs.allSatisfy(names.contains) }, "every node reads nodes that are there")
    #expect(names.count == nodes.count)
  }

  @Test func `a disk that refuses is told once, and the training goes on`() {
    let board = TensorBoardFolder(
      "/dev/null/logs", runs: RunStore(folder: URL(fileURLWithPath: "/dev/null")), sets: DataStore(folder: "/dev/null"))
    let live = LiveEvents(board, lab: "lab")
    live.show(.run("abababab", steps: 4))
    live.show(step(0))
    live.show(step(1))
    #expect(live.problem != nil)
  }

  @Test func `a precision-recall curve counts every pixel at every threshold`() {
    var curve = PRCurve()
    curve.add(scores: [0, 0.25, 0.5, 1, .nan, 2], labels: [0, 1, 0, 1, 1, 1])
    let rows = curve.rows
    let count = PRCurve.thresholds
    #expect(rows.count == 6 * count)
    // At threshold 0 everything is taken for class 1; at 1 only what is certain.
    #expect(rows[0] == 4 && rows[count] == 2 && rows[2 * count] == 0 && rows[5 * count] == 1)
    #expect(rows[count - 1] == 2 && rows[2 * count - 1] == 0 && rows[5 * count - 1] == 1 && rows[6 * count - 1] == 0.5)
  }
}

/// Models too large for one file.
struct ONNXFileTests {
  @Test func `weights that do not fit into a message lie beside the model`() throws {
    let small = try SmallRun(SmallRun.maps)
    defer { small.remove() }
    let run = try ExportedRun(small.digest, in: small.store)
    let weights = try run.weights(in: small.store)
    let path = small.store.folder.appendingPathComponent("a.onnx").path
    let whole = try ONNXFile(run, weights: weights, layout: .nchw).write(to: path, images: nil)
    #expect(whole.files == [path])
    let model = try ONNXModel(serializedBytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    let parted = try ONNXFile(run, weights: weights, layout: .nchw, mostBytes: 100).write(to: path, images: nil)
    #expect(parted.files == [path, path + ".data"])
    let other = try ONNXModel(serializedBytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    let data = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + ".data")))
    for (inside, beside) in zip(model.graph.initializers, other.graph.initializers) where beside.location == 1 {
      let facts = Dictionary(uniqueKeysWithValues: beside.places.map { ($0.key, $0.value) })
      let (offset, length) = (
        try #require(facts["offset"].flatMap { Int($0) }), try #require(facts["length"].flatMap { Int($0) })
      )
      #expect(facts["location"] == "a.onnx.data" && Array(inside.content) == Array(data[offset..<offset + length]))
    }
    #expect(other.graph.initializers.contains { $0.location == 1 })
  }
}
