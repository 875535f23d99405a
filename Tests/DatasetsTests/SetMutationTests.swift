import Datasets
import Foundation
import Imaging
import Messages
import Testing

/// Files of records and kept sets altered at random, hundreds in a run and thousands with `SEGLAB_MUTATIONS`.
@Suite struct SetMutationTests {
  private static let rounds = ProcessInfo.processInfo.environment["SEGLAB_MUTATIONS"].flatMap { Int($0) } ?? 300

  private static func below(_ bound: Int, _ state: inout UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private static func alter(_ bytes: [UInt8], _ state: inout UInt64) -> [UInt8] {
    var bytes = bytes
    let place = below(bytes.count, &state)
    let piece = place..<min(bytes.count, place + 1 + below(12, &state))
    switch below(5, &state) {
    case 0: bytes.removeLast(bytes.count - place)
    case 1: bytes.removeSubrange(piece)
    case 2: bytes.insert(contentsOf: bytes[piece], at: place)
    case 3: for index in piece { bytes[index] = UInt8(ascii: "9") }
    default: bytes[place] = UInt8(below(256, &state))
    }
    return bytes
  }

  @Test func `records whose sums fit`() throws {
    var state: UInt64 = 7
    let folder = try TemporaryFolder()
    let sound = SampleRecord.example([
      "height": .number(2), "width": .number(3), "depth": .number(1), "img_raw": .bytes(Array(0..<6)),
      "label_raw": .bytes([0, 1, 0, 1, 0, 1]), "name": .bytes(Array("a".utf8)), "classes": .number(2),
    ])
    var (sets, refusals) = (0, 0)
    for round in 0..<Self.rounds {
      let content = Self.alter(sound, &state)
      try folder.write(
        "a.tfrecords", round % 3 == 0 ? Self.alter(SampleRecord.framed(sound), &state) : SampleRecord.framed(content))
      do throws(DatasetError) {
        let set = try SetImporter(path: folder.path + "/a.tfrecords", options: .withRecords).read(as: "x").set
        #expect(
          set.samples.allSatisfy {
            $0.image.samples.count == $0.size.count && $0.label.classes.allSatisfy { Int($0) < set.classCount }
          })
        sets += 1
      } catch {
        #expect(!error.phrase.text(in: .english).isEmpty, "round \(round)")
        refusals += 1
      }
    }
    #expect(sets > Self.rounds / 50 && refusals > Self.rounds / 4, "\(sets) sets, \(refusals) refusals")
  }

  @Test func `the list and the pixels of a kept set`() throws {
    var state: UInt64 = 9
    let folder = try TemporaryFolder()
    let store = DataStore(folder: folder.path)
    let set = SampleSets.make()
    try store.save(set, as: "kept")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/kept").sorted()
    #expect(files.count == 2)
    var (sound, refusals) = (0, 0)
    for round in 0..<Self.rounds {
      let file = files[round % files.count]
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/kept/\(file)")))
      defer { try? Data(whole).write(to: URL(fileURLWithPath: "\(folder.path)/kept/\(file)")) }
      try folder.write("kept/\(file)", Self.alter(whole, &state))
      do throws(DatasetError) {
        _ = try store.facts(of: "kept")
        // Whatever was altered and is believed is no part of the pictures.
        #expect(try store.load(name: "kept").samples == set.samples, "round \(round)")
        sound += 1
      } catch {
        #expect(!error.phrase.text(in: .korean).isEmpty, "round \(round)")
        refusals += 1
      }
    }
    #expect(refusals > Self.rounds / 2, "\(sound) sound, \(refusals) refusals")
    #expect(try store.load(name: "kept").digest == set.digest)
  }
}
