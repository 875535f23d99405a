import Datasets
import Foundation
import Imaging
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
}

@Suite(.enabled(if: SunnybrookRelease.isThere, "the real DICOM slices are not beside the project"))
struct SunnybrookReleaseTests {
  @Test func `contours give exactly the masks that the course cut, and the same images`() throws {
    let importer = SetImporter(path: SunnybrookRelease.folder, options: SunnybrookRelease.options)
    #expect(try importer.detectedFormat() == .sunnybrook)
    let (set, report) = try importer.read(as: "release")
    #expect(set.count == 56 && report.skipped.isEmpty)
    #expect(Set(set.samples.map(\.patient)) == ["SC-HF-I-01", "SC-HF-I-02", "SC-HF-I-04"])
    let course = try SetImporter(path: Sunnybrook.folder).read(as: "course").set
    let known = Dictionary(uniqueKeysWithValues: course.samples.map { ($0.id, $0) })
    for (index, sample) in set.samples.enumerated() {
      let twin = try #require(known[sample.id + ".dcm"], "\(sample.id)")
      #expect(sample.label == twin.label, "\(sample.id)")
      guard index % 8 == 0 else { continue }
      // The course's pictures are rounded, or cut, to 8 bits.
      let apart = zip(sample.image.intensities, twin.image.intensities).map { abs($0 - $1) }.max() ?? 1
      #expect(apart < 1.01 / 255, "\(sample.id)")
    }
    #expect(try importer.read(as: "again").set.digest == set.digest)
  }

  @Test func `the pixels whose centres lie inside are fewer than those that the edges cross`() throws {
    var options = SunnybrookRelease.options
    options.raster = .centre
    let centre = try SetImporter(path: SunnybrookRelease.folder, options: options).read(as: "centre").set
    let course = try SetImporter(path: SunnybrookRelease.folder, options: SunnybrookRelease.options).read(as: "x").set
    for (one, other) in zip(centre.samples, course.samples) {
      #expect(
        one.label.count(of: 1) < other.label.count(of: 1) && one.label.count(of: 1) * 2 > other.label.count(of: 1))
    }
  }
}
