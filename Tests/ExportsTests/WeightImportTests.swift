import Digests
import Experiments
import Foundation
import Messages
import Networks
import SegLab
import Testing

@testable import Exports

/// Weights that come back, and files that are none.
struct WeightImportTests {
  /// The file of a small run, and its network.
  private func file(
    _ network: Network, _ layout: WeightLayout, _ body: (URL, ExportedRun, [UInt8]) throws -> Void
  ) throws {
    let small = try SmallRun(network, name: RunOrigin(lab: "fcn", experiment: "short"))
    defer { small.remove() }
    let run = try ExportedRun(small.digest, in: small.store)
    let path = small.store.folder.appendingPathComponent("a.safetensors")
    let weights = try run.weights(in: small.store)
    _ = try WeightFile(run, weights: weights, layout: layout).write(to: path.path, as: .safetensors)
    try body(path, run, weights.parts.flatMap(\.bytes))
  }

  private func problem(_ path: URL, _ plan: NetworkPlan) -> RunExportPhrase? {
    do throws(ExportProblem) {
      _ = try WeightImport(path: path.path, into: plan)
      return nil
    } catch {
      return error.phrase
    }
  }

  @Test(arguments: WeightLayout.allCases)
  func `what was written comes back to the bit, for every kind of layer`(layout: WeightLayout) throws {
    for network in [SmallRun.maps, SmallRun.matrices] {
      try file(network, layout) { path, run, bytes in
        let back = try WeightImport(path: path.path, into: run.plan)
        #expect(back.weights.bytes == bytes && back.weights.network == run.plan.canonicalText)
      }
    }
  }

  @Test func `weights of another network are refused by name and shape`() throws {
    try file(SmallRun.maps, .torch) { path, _, _ in
      let other = Network("other") {
        Input(shape: [12, 10, 1])
        Conv2D("conv1", filter: [3, 2, 1, 4], activation: .relu)
        Conv2D("score", filter: [1, 1, 4, 2], activation: .identity)
      }
      let plan = try #require(ShapeReport(of: other, file: "a.md").plan)
      guard case .arraysLeft(_, let left)? = problem(path, plan) else { return #expect(Bool(false)) }
      #expect(left.contains("up.weight") && !left.contains("norm.num_batches_tracked"))
      let larger = Network("larger") {
        Input(shape: [12, 10, 1])
        Conv2D("first", filter: [3, 2, 1, 2], activation: .relu)
      }
      let wanting = try #require(ShapeReport(of: larger, file: "a.md").plan)
      guard case .arraysMissing(_, ["first.weight", "first.bias"], _)? = problem(path, wanting) else {
        return #expect(Bool(false))
      }
    }
  }

  @Test func `damaged files are told, and trap nobody`() throws {
    try file(SmallRun.maps, .hwio) { path, run, _ in
      let sound = [UInt8](try Data(contentsOf: path))
      #expect(problem(path, run.plan) == nil)
      func refused(_ bytes: [UInt8]) throws -> RunExportPhrase? {
        try Data(bytes).write(to: path)
        return problem(path, run.plan)
      }
      for count in [0, 7, 8, 9, 100, sound.count - 1] { #expect(try refused(Array(sound.prefix(count))) != nil) }
      #expect(try refused(sound + [0]) != nil)
      for value: UInt8 in [0, 0x7F, 0xFF] {
        for place in 0..<8 {
          var bytes = sound
          bytes[place] = value
          if bytes != sound { #expect(try refused(bytes) != nil, "byte \(place)") }
        }
      }
      let length = sound[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
      for place in stride(from: 8, to: 8 + length, by: 7) {
        var bytes = sound
        bytes[place] ^= 0x13
        _ = try refused(bytes)
      }
      for (old, new) in [
        ("[3,2,1,3]", "[3,2,3,1]"), ("[3,2,1,3]", "[9,9,9,9]"), ("\"F32\"", "\"I32\""), ("\"F32\"", "\"F99\""),
      ] {
        var text = String(decoding: sound[8..<8 + length], as: UTF8.self)
        text.replaceSubrange(try #require(text.range(of: old, options: .backwards)), with: new)
        #expect(try refused(Array(sound[..<8]) + Array(text.utf8) + sound[(8 + length)...]) != nil, "\(new)")
      }
    }
  }

  @Test func `what a network starts from is believed where it was imported here, and can be forgotten`() throws {
    let small = try SmallRun(SmallRun.maps)
    defer { small.remove() }
    let weights = StartingWeights(network: "n", bytes: [1, 2, 3, 4])
    try small.store.keep(weights, for: "lab", network: "net")
    #expect(small.store.start(for: "lab", network: "net")?.bytes == [1, 2, 3, 4])
    #expect(small.store.start(for: "lab", network: "other") == nil)
    let elsewhere = RunStore(folder: small.store.folder, key: .ofThisProcess)
    #expect(elsewhere.start(for: "lab", network: "net")?.digest == weights.digest)
    let names = try FileManager.default.contentsOfDirectory(atPath: small.store.folder.path)
    let name = try #require(names.first { $0.hasSuffix(".start") })
    let path = small.store.folder.appendingPathComponent(name)
    var bytes = [UInt8](try Data(contentsOf: path))
    bytes[bytes.count - 1] ^= 1
    try Data(bytes).write(to: path)
    #expect(small.store.start(for: "lab", network: "net") == nil, "its numbers are others than were sealed")
    #expect(small.store.forgetStart(for: "lab", network: "net"))
    #expect(!small.store.forgetStart(for: "lab", network: "net"))
  }
}
