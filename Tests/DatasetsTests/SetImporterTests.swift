import Datasets
import Foundation
import Imaging
import Messages
import Testing

@Suite struct SetImporterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func imported(_ change: (inout ImportOptions) -> Void) throws -> ImageMaskSet {
    var options = ImportOptions.withRecords
    change(&options)
    return try SetImporter(path: folder.path, options: options).read(as: "x").set
  }

  @Test func `a form that is not known is told with what was found`() throws {
    try folder.write("notes.txt", [1])
    #expect(throws: DatasetError.unknownFormat(path: folder.path, found: ["notes.txt"])) {
      try SetImporter(path: folder.path).read(as: "x")
    }
  }

  @Test func `an empty folder is called one, and of a file only its name can tell a form`() throws {
    func words() -> String? {
      do {
        _ = try SetImporter(path: folder.path).read(as: "x")
        return nil
      } catch {
        return error.phrase.text(in: .english)
      }
    }
    let expected =
      "Expected were folders `images` and `labels`, Sunnybrook's images with contour files, files that end in .tfrecords, "
      + "or NIfTI volumes; `--format` forces one."
    #expect(words() == "\(folder.path) is in no form that is known here: the folder is empty. \(expected)")
    try folder.write("heart.nii", [1])
    #expect(
      words()?.hasPrefix("\(folder.path)/heart.nii is a NIfTI file, and volumes are read with their labels.") == true)
    #expect(throws: DatasetError.foreign(path: folder.path + "/heart.nii", .nifti)) {
      try SetImporter(path: folder.path + "/heart.nii").read(as: "x")
    }
    let phrase = DataPhrase.formatUnknown(path: "/a.nii", found: nil)
    #expect(phrase.text(in: .english) == "/a.nii is in no form that is known here: its name tells no form. \(expected)")
    #expect(DataPhrase.formatUnknown(path: "/a", found: []).text(in: .korean).contains("빈 폴더예요"))
  }

  @Test func `sizes that differ are brought to one where that is asked for`() throws {
    try folder.picture("images/a.png", width: 8, height: 6)
    try folder.label("labels/a.png", width: 4, height: 3, white: [0])
    #expect(throws: DatasetError.self) { try imported { _ in } }
    let set = try imported { $0.size = PixelSize(width: 8, height: 6) }
    #expect(set.size == PixelSize(width: 8, height: 6))
    #expect(set.samples[0].label.count(of: 1) == 4 && set.label(0)[9] == 1)
  }

  @Test func `grey values become classes in their order, and soft edges are refused as classes`() throws {
    try folder.picture("images/a.png", width: 3, height: 1)
    try folder.write("labels/a.png", PNGFile.encode([50, 0, 255], width: 3, height: 1, layout: .grey))
    let set = try imported { $0.labels = .values([]) }
    #expect(set.classCount == 3 && set.label(0) == [1, 0, 2])
    #expect(try imported { $0.labels = .values([255, 0, 50]) }.label(0) == [2, 1, 0])
    #expect(throws: DatasetError.self) { try imported { $0.labels = .values([0, 255]) } }
    #expect(try imported { $0.labels = .grey }.classCount == 256)
    try folder.picture("images/b.png", width: 8, height: 5)
    try folder.picture("labels/b.png", width: 8, height: 5)
    #expect(throws: DatasetError.tooManyLabelValues(path: folder.path, found: 42, limit: 32)) {
      try imported { $0.labels = .values([]) }
    }
  }

  @Test func `JPEG images stand beside PNG labels`() throws {
    let jpeg = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../ImagingTests/Fixtures/grey.jpg").standardized
    try folder.write("images/a.jpg", [UInt8](Data(contentsOf: jpeg)))
    try folder.label("labels/a.png", width: 16, height: 8)
    let set = try imported { _ in }
    #expect(set.sampleName(0) == "a" && set.samples[0].image.samples[15] == 200)
  }

  @Test func `a missing decoder is told once, not for every file`() throws {
    for name in ["a", "b"] {
      try folder.write("images/\(name).dcm", [1, 2, 3])
      try folder.label("labels/\(name).png")
    }
    let program = folder.path + "/none"
    #expect(throws: DatasetError.decoderMissing(program: program, reason: "No such file or directory")) {
      try imported { $0.decoder = program }
    }
  }
}
