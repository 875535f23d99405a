import Datasets
import Foundation
import SegLab
import Testing

/// The course's own 260 slices, where they are at hand beside the project.
enum Sunnybrook {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/sunnybrook-png").standardized.path
  static let isThere = FileManager.default.fileExists(atPath: folder + "/images")
  /// All of them, read once for all tests.
  static let read = Result { try SetImporter(path: folder).read(as: "sunnybrook") }
}

@Suite(.enabled(if: Sunnybrook.isThere, "the real slices are not beside the project"))
struct SunnybrookTests {
  @Test func `the real slices are imported whole, and measured as is known`() throws {
    let (set, report) = try Sunnybrook.read.get()
    #expect(set.count == 260 && set.size == PixelSize(width: 256, height: 256))
    #expect(report.skipped.isEmpty && report.ignored.isEmpty && !report.patientsUnknown)
    #expect(report.labelsWithGreyLevels == 0)
    let summary = SetSummary(of: set)
    #expect(summary.patients == 15)
    #expect((summary.classShares[1] * 1000).rounded() == 16)
    #expect((summary.baselineAccuracy * 10_000).rounded() == 9835)
    #expect(set.digest == "71e58b40aa67dedee5b8dc08cf877369979edd1190538ae79b5e7308ed41b67f")
    #expect(set.sampleName(0) == "SC-HF-I-01-IM-0001-0048.dcm" && set.patient(0) == "SC-HF-I-01")
    let split = try Split(of: set, by: .image, seed: 1)
    #expect(split.training.count == 234 && split.validation.count == 26)
    let folder = try TemporaryFolder()
    let store = DataStore(folder: folder.path)
    try store.save(set, as: "sunnybrook")
    #expect(try store.load(name: "sunnybrook").digest == set.digest)
  }
}
