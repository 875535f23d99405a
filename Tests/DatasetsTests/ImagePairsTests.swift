import Datasets
import Foundation
import Imaging
import Messages
import Testing

@Suite struct ImagePairsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func pairs(_ names: [String]) throws {
    for (index, name) in names.enumerated() {
      try folder.picture("images/\(name).png", from: index * 20)
      try folder.label("labels/\(name).png", white: [index, index + 1])
    }
  }

  private func importer(_ path: String, skipBad: Bool = false) -> SetImporter {
    var options = ImportOptions()
    options.format = .pairs
    options.skipBad = skipBad
    return SetImporter(path: path, options: options)
  }

  private func error(_ body: () throws -> Void) -> DatasetError? {
    do { try body() } catch { return error as? DatasetError }
    return nil
  }

  @Test func `pairs of equal names become a set, ordered by name`() throws {
    try pairs(["b", "a", "SC-N-02-IM-0001-0048.dcm"])
    var steps: [[Int]] = []
    let (set, report) = try importer(folder.path).read(as: "hearts") { steps.append([$0, $1]) }
    #expect(set.name == "hearts" && set.count == 3 && set.classCount == 2)
    #expect((0..<3).map(set.sampleName) == ["SC-N-02-IM-0001-0048.dcm", "a", "b"])
    #expect((0..<3).map(set.patient) == ["SC-N-02", "a", "b"])
    #expect(set.size == PixelSize(width: 4, height: 3))
    #expect(set.image(2) == (0..<12).map { Float($0) / 255 })
    #expect(set.label(2) == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(steps == [[1, 3], [2, 3], [3, 3]])
    #expect(report.skipped.isEmpty && report.ignored.isEmpty && report.labelsWithGreyLevels == 0)
    let notes = report.notes.map { $0.text(in: .english) }
    #expect(notes == ["Labels: every pixel that is not black is class 1, every other one class 0."])
    var buffer = [Float](repeating: -1, count: 12)
    buffer.withUnsafeMutableBufferPointer { set.image(0, into: $0) }
    #expect(buffer == set.image(0))
  }

  @Test func `importing again gives the same digest, whatever the files were written in`() throws {
    try pairs(["a", "b", "c"])
    let first = try importer(folder.path).read(as: "one").set
    let other = try TemporaryFolder()
    for (index, name) in ["a", "b", "c"].enumerated().reversed() {
      // As RGB this time, and the labels with another value.
      let samples = (0..<12).flatMap { [UInt8](repeating: UInt8(index * 20 + $0), count: 3) }
      try other.write("images/\(name).PNG", PNGFile.encode(samples, width: 4, height: 3, layout: .rgb))
      let classes = (0..<12).map { $0 == index || $0 == index + 1 ? UInt8(1) : 0 }
      try other.write("masks/\(name).png", PNGFile.encode(classes, width: 4, height: 3, layout: .grey))
    }
    let second = try importer(other.path).read(as: "two").set
    #expect(first.digest == second.digest)
    try folder.label("labels/c.png", white: [2, 4])
    #expect(try importer(folder.path).read(as: "one").set.digest != first.digest)
  }

  @Test func `every bad file is named with its reason, not only the first`() throws {
    try pairs(["a", "b", "c", "d", "e", "f"])
    let sound = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.path + "/images/a.png")))
    try folder.write("images/a.png", Array(sound.dropLast(20)))
    try folder.write("labels/b.png", [])
    try folder.label("labels/c.png", width: 3, height: 4)
    try FileManager.default.removeItem(atPath: folder.path + "/labels/d.png")
    try folder.label("labels/z.png")
    let error = error { _ = try importer(folder.path).read(as: "x") }
    let path = folder.path
    let expected = """
      5 files below PATH cannot be imported, so nothing was. Mend what is listed, or leave it out with `--skip-bad`:
        - PATH/labels/z.png has no image: there is no PATH/images/z.png.
        - PATH/images/a.png is damaged (the file ends too early). Copy it again from where it came.
        - PATH/labels/b.png is empty: it has 0 bytes. Copy it again from where it came.
        - PATH/images/c.png is 4 x 3 pixels, and its label PATH/labels/c.png is 3 x 4. Both must have the same size; `--resize WxH` brings all to one.
        - PATH/images/d.png has no label: there is no PATH/labels/d.png.
      """
    #expect(error?.phrase.text(in: .english) == expected.replacingOccurrences(of: "PATH", with: path))
    let (set, report) = try importer(folder.path, skipBad: true).read(as: "x")
    #expect((0..<set.count).map(set.sampleName) == ["e", "f"])
    #expect(report.skipped.count == 5)
    #expect(report.notes.last?.text(in: .english).hasPrefix("Left out, as asked:\n  - \(path)/labels/z.png") == true)
  }

  @Test func `where nothing is left, that is an error even when bad files are skipped`() throws {
    try pairs(["a"])
    try folder.write("images/a.png", [1, 2, 3])
    #expect(
      throws: DatasetError.nothingImported(
        path: folder.path, reasons: [.notPNG(path: folder.path + "/images/a.png")])
    ) { try importer(folder.path, skipBad: true).read(as: "x") }
  }

  @Test func `a folder without images, or one that is none, is told plainly`() throws {
    let path = folder.path
    #expect(throws: DatasetError.noSuchFolder(path: path + "/none")) {
      try importer(path + "/none").read(as: "x")
    }
    try folder.write("file", [1])
    #expect(throws: DatasetError.notAFolder(path: path + "/file")) {
      try importer(path + "/file").read(as: "x")
    }
    #expect(throws: DatasetError.subfolderMissing(path: path, expected: ["images"], found: ["file"])) {
      try importer(path).read(as: "x")
    }
    try FileManager.default.createDirectory(atPath: path + "/images", withIntermediateDirectories: true)
    #expect(
      throws: DatasetError.subfolderMissing(path: path, expected: ["labels", "masks"], found: ["file", "images"])
    ) { try importer(path).read(as: "x") }
    try folder.write("labels/notes.txt", [1])
    #expect(throws: DatasetError.noImages(path: path + "/images")) { try importer(path).read(as: "x") }
  }

  @Test func `a folder that links to itself is told plainly`() throws {
    try folder.label("labels/a.png")
    let loop = folder.path + "/images"
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    #expect(throws: DatasetError.unreadable(path: loop, reason: "Too many levels of symbolic links")) {
      try importer(folder.path).read(as: "x")
    }
  }

  @Test func `a folder named like an image is a problem, and hidden and other files are none`() throws {
    try pairs(["a", "b"])
    try folder.write("images/.hidden.png", [1])
    try folder.write("images/notes.txt", [1])
    let (set, report) = try importer(folder.path).read(as: "x")
    #expect(set.count == 2)
    #expect(report.ignored == [folder.path + "/images/notes.txt"])
    #expect(report.patientsUnknown)
    try FileManager.default.createDirectory(atPath: folder.path + "/images/c.png", withIntermediateDirectories: true)
    try folder.label("labels/c.png")
    #expect(
      throws: DatasetError.badFiles(
        path: folder.path, problems: [.badFile(.notAFile(path: folder.path + "/images/c.png"))])
    ) { try importer(folder.path).read(as: "x") }
  }

  @Test func `names that are no text, or mean the same, are problems`() throws {
    try pairs(["a"])
    try folder.picture("images/a.PNG")
    let broken = (folder.path + "/images/").utf8.map { CChar(bitPattern: $0) } + [-1, 46, 112, 110, 103, 0]
    fclose(fopen(broken, "w"))
    #expect(
      throws: DatasetError.badFiles(
        path: folder.path,
        problems: [
          .nameTwice(folder: folder.path + "/images", name: "a.png"),
          .nameNotText(folder: folder.path + "/images", name: "\u{FFFD}.png"),
        ])
    ) { try importer(folder.path).read(as: "x") }
  }

  @Test func `labels with soft edges are counted`() throws {
    try pairs(["a", "b"])
    try folder.picture("labels/b.png")
    let (set, report) = try importer(folder.path).read(as: "x")
    #expect(set.label(1) == [0] + [UInt8](repeating: 1, count: 11))
    #expect(report.labelsWithGreyLevels == 1)
  }

  @Test func `images of several sizes are one set without a common size`() throws {
    try pairs(["a"])
    try folder.picture("images/b.png", width: 5, height: 2)
    try folder.label("labels/b.png", width: 5, height: 2)
    let set = try importer(folder.path).read(as: "x").set
    #expect(set.size == nil)
    #expect(SetSummary(of: set).sizes.map(\.size.description) == ["4 x 3", "5 x 2"])
  }
}
