import Foundation
import Messages
import Testing

@testable import Datasets

@Suite struct DataStoreTests {
  private let folder: TemporaryFolder
  private let store: DataStore

  init() throws {
    folder = try TemporaryFolder()
    store = DataStore(folder: folder.path + "/data")
  }

  private func damage(_ name: String, loading: Bool = true) -> StoreDamage? {
    do { _ = try store.load(name: name) } catch {
      if case .damagedSet(name, let damage) = error { return damage }
    }
    return nil
  }

  private func pixelFile(_ name: String) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(store.folder)/\(name)")
    return "\(store.folder)/\(name)/" + (try #require(files.first { $0.hasPrefix("pixels-") }))
  }

  private func change(_ path: String, _ body: (inout [UInt8]) -> Void) throws {
    var bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    body(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test func `a set that was saved is loaded alike`() throws {
    for set in [SampleSets.make(), SampleSets.varied] {
      try store.save(set, as: "kept")
      let loaded = try store.load(name: "kept")
      #expect(loaded.samples == set.samples)
      #expect(loaded.digest == set.digest && loaded.classCount == set.classCount && loaded.name == "kept")
    }
  }

  @Test func `the digest is over the content, not the name`() throws {
    let set = SampleSets.make()
    #expect(set.digest == SampleSets.make(name: "other").digest)
    #expect(set.digest == ImageMaskSet(name: "x", samples: set.samples.reversed()).digest)
    #expect(set.digest != SampleSets.make(shift: 1).digest)
    #expect(set.digest != ImageMaskSet(name: "x", classCount: 3, samples: set.samples).digest)
    #expect(set.digest == "a80304939dffd2550036ffd034a30d1adbef6902eb5d014f4a17a689d35eee97")
    let first = set.samples[0]
    let renamed = LabelledImage(id: "other", patient: first.patient, image: first.image, label: first.label)
    #expect(set.digest != ImageMaskSet(name: "x", samples: set.samples.dropFirst() + [renamed]).digest)
  }

  @Test func `sets are listed by name with their numbers, broken ones too`() throws {
    #expect(try store.list() == [])
    try store.save(SampleSets.make(), as: "b")
    try store.save(SampleSets.varied, as: "a")
    try folder.write("data/c/set.json", Array("{".utf8))
    try folder.write("data/half/pixels-0123456789abcdef.bin", [1])
    try folder.write("data/stray.txt", [1])
    let entries = try store.list()
    #expect(entries.map(\.name) == ["a", "b", "c"])
    #expect(try entries[0].facts.get().digest == SampleSets.varied.digest)
    #expect(try entries[1].facts.get().summary == SetSummary(of: SampleSets.make()))
    let path = store.folder + "/c/set.json"
    #expect(entries[2].facts == .failure(.damagedSet(name: "c", damage: .listUnreadable(path: path))))
  }

  @Test func `a name that is not in the store is told with those that are`() throws {
    #expect(throws: DatasetError.unknownSet(name: "x", known: [])) { try store.load(name: "x") }
    try store.save(SampleSets.make(), as: "hearts")
    let error = DatasetError.unknownSet(name: "x", known: ["hearts"])
    #expect(throws: error) { try store.load(name: "x") }
    #expect(
      error.phrase.text(in: .english)
        == "There is no data set “x”. There are: hearts. Import it with `seglab data import PATH --as x`, "
        + "or make hearts or knees of that name: `seglab data make cardiac --as x`.")
  }

  @Test(arguments: [
    "", ".", "..", "../x", "a/b", ".hidden", "-x", "a b", "é", "a\u{0}b", "a\nb", String(repeating: "a", count: 65),
  ])
  func `a name that could leave the store is refused`(name: String) {
    #expect(throws: DatasetError.invalidName(name)) { try store.save(SampleSets.make(), as: name) }
    #expect(throws: DatasetError.invalidName(name)) { try store.load(name: name) }
  }

  @Test(arguments: ["a", "A.b-c_9", "0", String(repeating: "a", count: 64)])
  func `a plain name is taken`(name: String) { #expect(DataStore.isValid(name: name)) }

  @Test func `pixels that were altered are told with the sample`() throws {
    try store.save(SampleSets.make(), as: "s")
    let path = try pixelFile("s")
    try change(path) { $0[5 * 24 + 3] ^= 1 }
    #expect(damage("s") == .sampleAltered(path: path, sample: "p1_1", offset: 5 * 24))
    try change(path) { $0.removeLast() }
    #expect(damage("s") == .pixelsLength(path: path, expected: 12 * 24, found: 12 * 24 - 1))
    try FileManager.default.removeItem(atPath: path)
    #expect(damage("s") == .pixelsMissing(path: path))
  }

  @Test func `every byte of the list is guarded, or does not matter`() throws {
    let set = SampleSets.make(patients: 1, slices: 2)
    try store.save(set, as: "s")
    let path = store.folder + "/s/set.json"
    let sound = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    for index in sound.indices {
      for change: UInt8 in [1, 0x10, 0x80] {
        var bytes = sound
        bytes[index] ^= change
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        if let loaded = try? store.load(name: "s") { #expect(loaded.samples == set.samples, "byte \(index)") }
      }
    }
    for count in sound.indices {
      try Data(sound[..<count]).write(to: URL(fileURLWithPath: path))
      #expect(damage("s") == .listUnreadable(path: path))
    }
  }

  @Test func `a list of another form is told apart from a broken one`() throws {
    try folder.write("data/s/set.json", Array(#"{"schema":"seglab/set/v9"}"#.utf8))
    let path = store.folder + "/s/set.json"
    #expect(damage("s") == .otherForm(path: path, found: "seglab/set/v9", expected: "seglab/set/v1"))
  }

  @Test func `a list that claims huge images takes no memory`() throws {
    let set = SampleSets.make(patients: 1, slices: 2)
    try store.save(set, as: "s")
    let path = store.folder + "/s/set.json"
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    // The claims agree with one another and with the digest, as only malice makes them.
    for (width, isPlausible) in [(16_777_216, true), (1_000_000_000_000, false), (-4, false), (0, false)] {
      let altered = text.replacing("\"width\":4", with: "\"width\":\(width)")
      let samples = try JSONDecoder().decode(SetManifest.self, from: Data(altered.utf8)).samples
      let digest = ImageMaskSet.digest(classCount: 2, samples: samples)
      try Data(altered.replacing(set.digest, with: digest).utf8).write(to: URL(fileURLWithPath: path))
      if isPlausible {
        #expect(damage("s") == .pixelsMissing(path: "\(store.folder)/s/pixels-\(digest.prefix(16)).bin"))
        try Data([1]).write(to: URL(fileURLWithPath: "\(store.folder)/s/pixels-\(digest.prefix(16)).bin"))
        #expect(
          damage("s")
            == .pixelsLength(
              path: "\(store.folder)/s/pixels-\(digest.prefix(16)).bin", expected: 2 * 2 * 3 * width, found: 1))
      } else {
        #expect(damage("s") == .listAltered(path: path))
      }
    }
  }

  @Test func `a set is replaced whole, and nothing of the old one or of killed writers stays`() throws {
    try store.save(SampleSets.make(), as: "s")
    try folder.write("data/s/pixels-0000000000000000.bin.0123456789abcdef.part", [1])
    try folder.write("data/s/set.json.0123456789abcdef.part", [1])
    // What a writer that was killed before the renaming leaves does not disturb readers.
    try folder.write("data/s/pixels-0000000000000000.bin", [1])
    #expect(try store.load(name: "s").digest == SampleSets.make().digest)
    let other = SampleSets.make(shift: 3)
    try store.save(other, as: "s")
    #expect(try store.load(name: "s").digest == other.digest)
    #expect(
      try folder.content == ["data", "data/s", "data/s/pixels-\(other.digest.prefix(16)).bin", "data/s/set.json"])
  }

  @Test func `a link in place of a set, and what only looks like ours, stays as it is`() throws {
    try folder.write("elsewhere/pixels-of-mine.bin", [7])
    try folder.write("elsewhere/draft.part", [7])
    let elsewhere = URL(fileURLWithPath: store.folder).deletingLastPathComponent().path + "/elsewhere"
    try FileManager.default.createDirectory(atPath: store.folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: store.folder + "/s", withDestinationPath: elsewhere)
    #expect(throws: DatasetError.self) { try store.save(SampleSets.make(), as: "s") }
    try FileManager.default.removeItem(atPath: store.folder + "/s")
    try FileManager.default.moveItem(atPath: elsewhere, toPath: store.folder + "/s")
    try store.save(SampleSets.make(), as: "s")
    let names = try FileManager.default.contentsOfDirectory(atPath: store.folder + "/s")
    #expect(names.contains("pixels-of-mine.bin") && names.contains("draft.part"))
  }

  @Test func `readers and writers at once never see half a set`() async throws {
    let sets = (0..<4).map { SampleSets.make(patients: 8, slices: 8, shift: $0) }
    let digests = Set(sets.map(\.digest))
    try store.save(sets[0], as: "s")
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for set in sets {
        group.addTask { for _ in 0..<10 { try store.save(set, as: "s") } }
      }
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<40 {
            let loaded = try store.load(name: "s")
            #expect(digests.contains(loaded.digest))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `a store that cannot be written is told plainly`() throws {
    try folder.write("data", [1])
    #expect(throws: DatasetError.notWritten(path: store.folder + "/s", reason: "Not a directory")) {
      try store.save(SampleSets.make(), as: "s")
    }
    #expect(throws: DatasetError.notAFolder(path: store.folder)) { try store.list() }
  }
}
