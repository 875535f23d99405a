import Datasets
import Foundation
import Imaging
import Messages
import Testing

/// The real DICOM slices with the experts' contours, where they are at hand beside the project.
enum SunnybrookRelease {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/sunnybrook-dicom").standardized.path
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent(DICOMDecoder.programName).path
  static let isThere =
    FileManager.default.fileExists(atPath: folder) && FileManager.default.isExecutableFile(atPath: program)

  static var options: ImportOptions {
    var options = ImportOptions()
    options.decoder = program
    return options
  }

  /// All slices with contours, read once for all tests.
  static let read = Result { try SetImporter(path: folder, options: options).read(as: "release") }
}

@Suite(.enabled(if: SunnybrookRelease.isThere, "the real DICOM slices are not beside the project"))
struct SunnybrookReleaseTests {
  @Test func `contours give exactly the masks that the course cut, and the same images`() throws {
    let (set, report) = try SunnybrookRelease.read.get()
    #expect(report.format == .sunnybrook)
    #expect(set.count == 56 && report.skipped.isEmpty)
    #expect(Set(set.samples.map(\.patient)) == ["SC-HF-I-01", "SC-HF-I-02", "SC-HF-I-04"])
    let course = try Sunnybrook.read.get().set
    let known = Dictionary(uniqueKeysWithValues: course.samples.map { ($0.id, $0) })
    for (index, sample) in set.samples.enumerated() {
      let twin = try #require(known[sample.id + ".dcm"], "\(sample.id)")
      #expect(sample.label == twin.label, "\(sample.id)")
      guard index % 8 == 0 else { continue }
      // The course's pictures are rounded, or cut, to 8 bits.
      let apart = zip(sample.image.intensities, twin.image.intensities).map { abs($0 - $1) }.max() ?? 1
      #expect(apart < 1.01 / 255, "\(sample.id)")
    }
  }

  @Test func `the pixels whose centres lie inside are fewer than those that the edges cross`() throws {
    var options = SunnybrookRelease.options
    options.raster = .centre
    let centre = try SetImporter(path: SunnybrookRelease.folder, options: options).read(as: "centre").set
    let course = try SunnybrookRelease.read.get().set
    for (one, other) in zip(centre.samples, course.samples) {
      #expect(
        one.label.count(of: 1) < other.label.count(of: 1) && one.label.count(of: 1) * 2 > other.label.count(of: 1))
    }
  }

  @Test func `what has no image, or only other contours, is told and not fatal`() throws {
    let folder = try TemporaryFolder()
    let real = SunnybrookRelease.folder
    func link(_ from: String, _ to: String) throws {
      let url = URL(fileURLWithPath: "\(folder.path)/\(to)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: "\(real)/\(from)")
    }
    let drawn = "contourfiles/SC-HF-I-4/i-contours/IM-0001"
    let kept = "SCD_ManualContours/SC-HF-I-04/contours-manual/IRCCI-expert/IM-0001"
    for slice in ["0040", "0060", "0100"] {
      try link("\(drawn)-\(slice)-icontour-manual.txt", "\(kept)-\(slice)-icontour-manual.txt")
    }
    try link("\(drawn)-0080-icontour-manual.txt", "\(kept)-0080-ocontour-manual.txt")
    for slice in [40, 60, 80, 120] {
      try link(
        "dicoms/SCD0000301/\(slice).dcm",
        "SCD_IMAGES_01/SCD0000301/CINESAX_5/IM-0003-0\(slice < 100 ? "0" : "")\(slice).dcm")
    }
    try link("link.csv", "scd_patientdata.csv")
    let (set, report) = try SetImporter(path: folder.path, options: SunnybrookRelease.options).read(as: "x")
    #expect((0..<set.count).map(set.sampleName) == ["SC-HF-I-04-IM-0001-0040", "SC-HF-I-04-IM-0001-0060"])
    let again = try SetImporter(path: folder.path, options: SunnybrookRelease.options).read(as: "again").set
    #expect(again.digest == set.digest)
    let notes = report.notes.map { $0.text(in: .english) }
    #expect(notes.contains { $0.hasPrefix("1 contour has no image: there is none of slice ") && $0.contains("100") })
    #expect(notes.contains("1 image has contours, but none of the kind `endo`, so it was left out."))
    #expect(notes.contains("1 image has no contour at all and took no part."))
    var options = SunnybrookRelease.options
    options.contour = .papillary
    #expect(throws: DatasetError.noContours(path: folder.path, kind: "papillary", found: ["endo", "epi"])) {
      try SetImporter(path: folder.path, options: options).read(as: "x")
    }
  }
}
