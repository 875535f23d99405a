import Experiments
import Exports
import Foundation
import Messages
import Networks
import SegLab
import Testing

/// Weights as files for other programs; what the programs themselves make of them, `Tests/Outside` tries.
struct WeightFileTests {
  /// A safetensors file, read by its rules alone.
  private struct Read {
    var shapes: [String: [Int]] = [:]
    var numbers: [String: [Float]] = [:]
    var metadata: [String: String] = [:]

    init(_ path: String) throws {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
      #expect(length % 8 == 0 && bytes[8] == UInt8(ascii: "{"))
      let head = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes[8..<8 + length])) as? [String: [String: Any]])
      var ends: [Int] = []
      for (name, facts) in head where name != "__metadata__" {
        let places = try #require(facts["data_offsets"] as? [Int])
        shapes[name] = facts["shape"] as? [Int]
        ends.append(places[1])
        guard facts["dtype"] as? String == "F32" else { continue }
        numbers[name] = stride(from: 8 + length + places[0], to: 8 + length + places[1], by: 4).map { start in
          Float(bitPattern: bytes[start..<start + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        }
      }
      #expect(ends.max() == bytes.count - 8 - length, "the last array ends where the file does")
      metadata = head["__metadata__"] as? [String: String] ?? [:]
    }
  }

  private func file(_ network: Network, layout: WeightLayout) throws -> (Read, [String: [Float]]) {
    let small = try SmallRun(network, name: RunOrigin(lab: "fcn", experiment: "short"))
    defer { small.remove() }
    let run = try ExportedRun(small.digest, in: small.store)
    let path = small.store.folder.appendingPathComponent("a.safetensors").path
    let file = WeightFile(run, weights: try run.weights(in: small.store), layout: layout)
    let bytes = try file.write(to: path, as: .safetensors)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int == bytes)
    var own: [String: [Float]] = [:]
    small.trainer.withWeights { own[$0] = Array($1) }
    return (try Read(path), own)
  }

  @Test func `names and order of arrays are those of the trainer, for every kind of layer`() throws {
    for network in [SmallRun.maps, SmallRun.matrices] {
      let (read, own) = try file(network, layout: .hwio)
      #expect(Set(read.numbers.keys) == Set(own.keys))
      #expect(read.numbers == own)
      #expect(read.metadata["layout"] == "hwio" && read.metadata["experiment"] == "fcn/short")
    }
  }

  @Test func `filters are turned for PyTorch`() throws {
    let (read, own) = try file(SmallRun.maps, layout: .torch)
    #expect(read.shapes["conv1.weight"] == [3, 1, 3, 2] && read.shapes["up.weight"] == [3, 2, 5, 3])
    #expect(read.shapes["norm.num_batches_tracked"] == [] && read.shapes["norm.running_var"] == [3])
    let (ours, theirs) = (try #require(own["conv1/weights"]), try #require(read.numbers["conv1.weight"]))
    let (up, upTheirs) = (try #require(own["up/weights"]), try #require(read.numbers["up.weight"]))
    for row in 0..<3 {
      for column in 0..<2 {
        for filter in 0..<3 {
          #expect(theirs[(filter * 3 + row) * 2 + column] == ours[(row * 2 + column) * 3 + filter])
        }
      }
    }
    for (y, x, input, output) in [(0, 0, 0, 0), (4, 2, 2, 1), (3, 1, 0, 1), (1, 2, 1, 0)] {
      #expect(upTheirs[((input * 2 + output) * 5 + y) * 3 + x] == up[((y * 3 + x) * 3 + input) * 2 + output])
    }
  }

  @Test func `rows and columns of a matrix follow PyTorch's feature maps`() throws {
    let (read, own) = try file(SmallRun.matrices, layout: .torch)
    let (hidden, ours) = (try #require(read.numbers["hidden.weight"]), try #require(own["hidden/weights"]))
    let (final, oursFinal) = (try #require(read.numbers["final.weight"]), try #require(own["final/weights"]))
    #expect(read.shapes["hidden.weight"] == [5, 72] && read.shapes["final.weight"] == [48, 5])
    for (y, x, channel, output) in [(0, 0, 0, 0), (3, 5, 2, 4), (1, 2, 1, 3)] {
      #expect(hidden[output * 72 + (channel * 4 + y) * 6 + x] == ours[((y * 6 + x) * 3 + channel) * 5 + output])
    }
    for (y, x, channel, input) in [(0, 0, 0, 0), (3, 5, 1, 4), (1, 2, 1, 3)] {
      #expect(final[((channel * 4 + y) * 6 + x) * 5 + input] == oursFinal[input * 48 + (y * 6 + x) * 2 + channel])
    }
  }

  @Test func `without weights the command that keeps them is named`() throws {
    let small = try SmallRun(
      SmallRun.maps, keepsWeights: false, name: RunOrigin(lab: "fcn", experiment: "short"))
    defer { small.remove() }
    let run = try ExportedRun(small.digest, in: small.store)
    let problem = #expect(throws: ExportProblem.self) { try run.weights(in: small.store) }
    #expect(problem?.phrase.text(in: .english).contains("`seglab run fcn --keep-weights`") == true)
  }

  @Test func `a disk that refuses leaves nothing behind`() throws {
    let small = try SmallRun(SmallRun.maps)
    defer { small.remove() }
    let run = try ExportedRun(small.digest, in: small.store)
    let file = WeightFile(run, weights: try run.weights(in: small.store), layout: .hwio)
    for form in WeightFile.Form.allCases {
      let problem = #expect(throws: ExportProblem.self) { try file.write(to: "/dev/full", as: form) }
      guard case .notWritten("/dev/full", _)? = problem?.phrase else {
        Issue.record("\(String(describing: problem))")
        continue
      }
      #expect(throws: ExportProblem.self) { try file.write(to: small.store.folder.path + "/none/a", as: form) }
    }
  }
}

/// What a user calls a run.
struct RunFinderTests {
  @Test func `a run is found by lab and experiment, by experiment, and by its digest's beginning`() throws {
    let first = try SmallRun(SmallRun.maps, name: RunOrigin(lab: "fcn", experiment: "short"))
    defer { first.remove() }
    let later = try SmallRun(
      SmallRun.maps, in: first.store, name: RunOrigin(lab: "fcn", experiment: "short"), seed: 2)
    let other = try SmallRun(SmallRun.matrices, in: first.store, name: RunOrigin(lab: "fcn", experiment: "long"))
    let finder = RunFinder(store: first.store) { $0 == "2" ? "fcn" : nil }
    for asked in ["fcn/short", "2/short", "short", later.digest, String(later.digest.prefix(9))] {
      #expect(try finder.run(asked).digest == later.digest, "\(asked)")
    }
    #expect(try finder.run("long").digest == other.digest)
    #expect(try finder.all("fcn/short").map(\.digest) == [later.digest, first.digest])
    #expect(try finder.all("2").count == 3)
    let several = #expect(throws: ExportProblem.self) { try finder.run("2") }
    guard case .severalRuns? = several?.phrase else { return #expect(Bool(false), "\(several as Any)") }
    let unknown = #expect(throws: ExportProblem.self) { try finder.run("fcn/shorr") }
    guard case .unknownRun(_, let known)? = unknown?.phrase else { return #expect(Bool(false)) }
    #expect(known.first?.text(in: .english).contains("fcn/short") == true && known.count == 3)
    // As the runs of a class, several have one name: the list tells them apart, and each is found by what it says.
    let listed = finder.list.flatMap { line -> [String] in
      if case .listed(_, let names, _, _, _) = line { names } else { [] }
    }
    #expect(Set(listed).count == 3 && listed.contains("fcn/long"))
    for one in [first, later] {
      let name = "fcn/short@" + one.digest.prefix(8)
      #expect(try listed.contains(name) && finder.run(name).digest == one.digest)
    }
    for asked in ["fcn/short@", "fcn/short@abc", "fcn/long@" + first.digest.prefix(8), "@" + first.digest] {
      #expect(throws: ExportProblem.self, "\(asked)") { try finder.run(asked) }
    }
    #expect(throws: ExportProblem.self) { try finder.run("") }
    #expect(throws: ExportProblem.self) { try finder.run("/") }
  }

  @Test func `layers keep the names that the learner gave, and without them get their kind's`() throws {
    let named = try SmallRun(SmallRun.maps, name: RunOrigin(lab: "fcn", experiment: "short"))
    defer { named.remove() }
    #expect(try ExportedRun(named.digest, in: named.store).layers.map(\.name).contains("conv1"))
    let plain = try SmallRun(SmallRun.matrices, in: named.store)
    #expect(try ExportedRun(plain.digest, in: named.store).layers.map(\.name).first == "input1")
  }
}
