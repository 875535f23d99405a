import Datasets
import Exports
import Foundation
import Imaging
import Messages
import SegLab
import Testing

@Suite struct TFRecordTests {
  private static let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/records.tfrecords").path

  private func problem(_ bytes: [UInt8]) throws -> RecordProblem? {
    let folder = try TemporaryFolder()
    try folder.write("a.tfrecords", bytes)
    do {
      _ = try SetImporter(path: folder.path + "/a.tfrecords", options: .withRecords).read(as: "x")
      return nil
    } catch DatasetError.records(_, let problem) {
      return problem
    } catch DatasetError.badFiles(_, let problems) {
      guard case .badRecord(_, _, let problem)? = problems.first else { return nil }
      return problem
    }
  }

  @Test func `what another program wrote is read, by both editions' names`() throws {
    let importer = SetImporter(path: Self.fixture, options: .withRecords)
    #expect(try importer.detectedFormat() == .tfrecord)
    let set = try importer.read(as: "x").set
    #expect((0..<3).map(set.sampleName) == ["SC-N-02-IM-0001-0048", "records-0001", "records-0002"])
    #expect(set.patient(0) == "SC-N-02" && set.classCount == 2)
    #expect(set.size == PixelSize(width: 4, height: 3))
    #expect(set.samples[1].image.samples == (0..<12).map { UInt16($0 * 100) } && set.samples[1].image.maximum == 1100)
    #expect(set.label(1) == (0..<12).map { $0 % 4 == 0 ? 1 : 0 })
    #expect(set.label(0) == (0..<12).map { $0 % 4 == 2 ? 1 : 0 })
  }

  @Test func `a set that is written and read again is the same`() throws {
    for set in [SampleSets.make(), SampleSets.varied] {
      let folder = try TemporaryFolder()
      let files = try SetExporter(set, as: .tfrecord, records: ExampleRecords()).write(to: folder.path + "/out")
      #expect(files == ["\(folder.path)/out/\(set.name).tfrecords"])
      #expect(
        try SetImporter(path: folder.path + "/out", options: .withRecords).read(as: "again").set.digest == set.digest)
    }
  }

  @Test func `without what reads and writes records that is said, and nothing is written`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: DatasetError.recordsElsewhere) { try SetImporter(path: Self.fixture).read(as: "x") }
    #expect(throws: DatasetError.recordsElsewhere) {
      try SetExporter(SampleSets.make(), as: .tfrecord).write(to: folder.path)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a divided set becomes the course's two files`() throws {
    let set = SampleSets.make()
    let folder = try TemporaryFolder()
    let split = try Split(of: set, by: .image, seed: 1)
    let files = try SetExporter(set, as: .tfrecord, split: split, records: ExampleRecords()).write(to: folder.path)
    #expect(files.map { $0.split(separator: "/").last } == ["train_images.tfrecords", "val_images.tfrecords"])
    #expect(
      try SetImporter(path: files[1], options: .withRecords).read(as: "x").set.sampleName(0)
        == set.sampleName(split.validation[0]))
  }

  @Test func `any damaged byte is found, and where it is`() throws {
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.fixture)))
    #expect(try problem([]) == .empty)
    #expect(try problem(Array(whole.dropLast())) != nil)
    #expect(try problem(Array(whole[..<7])) == .cutShort(offset: 0))
    for place in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[place] ^= 0x10
      #expect(try problem(bytes) != nil, "byte \(place)")
    }
    var first = whole
    first[3] ^= 1
    #expect(try problem(first) == .lengthSum(offset: 0))
    first = whole
    first[20] ^= 1
    #expect(try problem(first) == .contentSum(offset: 0))
  }

  @Test func `records that hold no image are told with what they lack`() throws {
    #expect(try problem(SampleRecord.framed([0xFF, 0xFF])) == .notExample)
    #expect(try problem(SampleRecord.framed([])) == .featureMissing(names: ["height"]))
    func record(height: Int = 3, image: Int = 12, label: Int = 12) -> [UInt8] {
      SampleRecord.framed(
        SampleRecord.example([
          "height": .number(height), "width": .number(4), "img_raw": .bytes([UInt8](repeating: 1, count: image)),
          "label_raw": .bytes([UInt8](repeating: 1, count: label)),
        ]))
    }
    #expect(try problem(record()) == nil)
    #expect(try problem(record(height: 0)) == .numberOutOfRange(name: "height", found: 0, highest: 16_384))
    #expect(try problem(record(image: 11)) == .byteCount(name: "img_raw", found: 11, pixels: 12, widths: [8, 4, 2, 1]))
    #expect(try problem(record(label: 13)) == .byteCount(name: "label_raw", found: 13, pixels: 12, widths: [1, 8]))
    let negative = SampleRecord.example([
      "height": .number(1), "width": .number(1), "img_raw": .bytes([UInt8](repeating: 0xFF, count: 8)),
      "label_raw": .bytes([0]),
    ])
    #expect(try problem(SampleRecord.framed(negative)) == .pixelOutOfRange(found: -1))
  }

  @Test func `records that cannot be read are left out where that is asked for`() throws {
    let folder = try TemporaryFolder()
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.fixture)))
    try folder.write("a.tfrecords", SampleRecord.framed([0xFF, 0xFF]) + whole.dropLast(3))
    var options = ImportOptions.withRecords
    options.skipBad = true
    let (set, report) = try SetImporter(path: folder.path, options: options).read(as: "x")
    #expect(set.count == 2 && report.skipped.count == 2)
    let words = report.skipped[0].phrase.text(in: .english)
    let expected = "it is not a `tf.train.Example`. Write the file with that message."
    #expect(words == "\(folder.path)/a.tfrecords, record 1: \(expected)")
  }
}

extension ImportOptions {
  /// The usual way, records among the forms.
  static var withRecords: ImportOptions {
    var options = ImportOptions()
    options.records = ExampleRecords()
    return options
  }
}
