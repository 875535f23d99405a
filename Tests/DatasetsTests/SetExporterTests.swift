import Datasets
import Foundation
import Imaging
import Testing

@Suite struct SetExporterTests {
  @Test func `pictures are written that are read back as the same set`() throws {
    let set = SampleSets.make()
    let folder = try TemporaryFolder()
    let files = try SetExporter(set, as: .png).write(to: folder.path + "/out")
    #expect(files == ["\(folder.path)/out/images", "\(folder.path)/out/labels"])
    #expect(try SetImporter(path: folder.path + "/out").read(as: "x").set.digest == set.digest)
    let label = try PNGFile.label(at: folder.path + "/out/labels/p0_1.png", by: .grey)
    #expect(label.values == (0..<12).map { $0 == 1 ? 255 : 0 })
    var options = ImportOptions()
    options.labels = .values([])
    try #require(SampleSets.varied.classCount == 3)
    _ = try SetExporter(SampleSets.varied, as: .png).write(to: folder.path + "/varied")
    let back = try SetImporter(path: folder.path + "/varied", options: options).read(as: "x").set
    #expect(back.samples.map(\.label) == SampleSets.varied.samples.map(\.label) && back.classCount == 3)
  }

  @Test func `a folder that is not empty is left alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine.txt", [1])
    #expect(throws: DatasetError.folderNotEmpty(path: folder.path, found: ["mine.txt"])) {
      try SetExporter(SampleSets.make(), as: .png).write(to: folder.path)
    }
    #expect(try folder.content == ["mine.txt"])
  }

  @Test func `arrays lie in the archive as NumPy expects them, and always the same`() throws {
    let folder = try TemporaryFolder()
    for (name, set) in [("even", SampleSets.make()), ("varied", SampleSets.varied)] {
      let file = try SetExporter(set, as: .npz).write(to: "\(folder.path)/\(name)")[0]
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
      let again = try SetExporter(set, as: .npz).write(to: "\(folder.path)/\(name)-again")[0]
      #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: again))) == bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      let expected =
        name == "even"
        ? ["images.npy", "{'descr': '|u1', 'fortran_order': False, 'shape': (12, 3, 4), }", "'<U4', "]
        : ["images/deep.npy", "{'descr': '<u2', 'fortran_order': False, 'shape': (1, 3), }", "labels/wide.npy"]
      for words in expected { #expect(text.contains(words), "\(name): \(words)") }
      // Every array begins at a multiple of 64 bytes after its magic number.
      let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]
      let starts = bytes.indices.dropLast(10).filter { bytes[$0..<$0 + 6].elementsEqual(magic) }
      #expect(starts.count == set.count * 2 + 3 - (name == "even" ? 22 : 0))
      for start in starts { #expect((10 + Int(bytes[start + 8]) + Int(bytes[start + 9]) << 8) % 64 == 0) }
    }
  }
}
