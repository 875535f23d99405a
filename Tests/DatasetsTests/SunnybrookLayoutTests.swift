import Foundation
import Testing

@testable import Datasets

@Suite struct SunnybrookLayoutTests {
  private let folder: TemporaryFolder
  private static let expert = "contours-manual/IRCCI-expert"

  init() throws { folder = try TemporaryFolder() }

  private func touch(_ paths: String...) throws {
    for path in paths { try folder.write(path, [0]) }
  }

  private func contours(_ root: String) throws {
    try touch(
      "\(root)/SC-HF-I-01/\(Self.expert)/IM-0001-0048-icontour-manual.txt",
      "\(root)/SC-HF-I-01/\(Self.expert)/IM-0001-0048-ocontour-manual.txt",
      "\(root)/SC-HF-I-01/\(Self.expert)/IM-0001-0048-p1contour-manual.txt",
      "\(root)/SC-HF-I-01/\(Self.expert)/IM-0001-0048-p2contour-manual.txt",
      "\(root)/SC-HF-I-01/\(Self.expert)/IM-0001-0060-icontour-manual.txt",
      "\(root)/SC-HF-I-01/contours-auto/Auto1/IM-0001-0048-icontour-auto.txt")
  }

  @Test func `the first release is understood: folders named after patients, and the table of series`() throws {
    try contours("Sunnybrook Cardiac MR Database ContoursPart3/TrainingDataContours")
    try touch(
      "challenge_training/SC-HF-I-1/IM-0003-0048.dcm", "challenge_training/SC-HF-I-1/IM-0003-0060.dcm",
      "challenge_training/SC-HF-I-1/IM-0004-0048.dcm", "challenge_training/SC-HF-I-1/notes.txt")
    #expect(try SetImporter(path: folder.path).detectedFormat() == .sunnybrook)
    let layout = try SunnybrookLayout(of: folder.path)
    #expect(layout.kinds == [.endo, .epi, .papillary] && layout.problems.isEmpty)
    let slices = try #require(layout.contours["SC-HF-I-01"])
    #expect(Set(slices.keys) == [48, 60] && slices[48]?[.papillary]?.count == 2)
    let series = try #require(layout.images["SC-HF-I-01"])
    #expect(series.count == 2)
    let choice = ShortAxisSeries.choose(among: series, patient: "SC-HF-I-01", slices: [48, 60])
    #expect(choice.key.number == "0004" && !choice.isGuess)
    let other = ShortAxisSeries.choose(among: series, patient: "SC-N-99", slices: [48, 60])
    #expect(other.key.number == "0003" && other.isGuess)
  }

  @Test func `the later release is understood: the table of patients, and the series' names`() throws {
    try contours("SCD_ManualContours")
    try touch(
      "SCD_IMAGES_01/SCD0000101/CINELAX_301/IM-0004-0048.dcm", "SCD_IMAGES_01/SCD0000101/CINELAX_301/IM-0004-0060.dcm",
      "SCD_IMAGES_01/SCD0000101/CINESAX_300/IM-0003-0048.dcm", "SCD_IMAGES_01/SCD0000201/CINESAX_5/IM-0003-0048.dcm")
    let table = "\u{FEFF}PatientID,OriginalID,Gender,Age,Pathology\r\n\"SCD0000101\", SC-HF-I-1 ,Male,48,HF\r\nx\r\n"
    try folder.write("scd_patientdata.csv", Array(table.utf8))
    try folder.write("other.csv", Array("a,b\n1,2\n".utf8))
    let layout = try SunnybrookLayout(of: folder.path)
    #expect(Array(layout.images.keys) == ["SC-HF-I-01"])
    let series = try #require(layout.images["SC-HF-I-01"])
    let choice = ShortAxisSeries.choose(among: series, patient: "SC-HF-I-01", slices: [48, 60])
    #expect(choice.key.folder.hasSuffix("CINESAX_300") && !choice.isGuess)
  }

  @Test func `two contours of one kind for one image are a problem`() throws {
    try contours("a")
    try contours("b")
    #expect(try SunnybrookLayout(of: folder.path).problems.count == 5)
  }

  @Test func `names are read strictly`() {
    #expect(SunnybrookName.patient("SC-HF-NI-3") == "SC-HF-NI-03" && SunnybrookName.patient("SC-N-40") == "SC-N-40")
    #expect(SunnybrookName.patient("SC-HF-I") == nil && SunnybrookName.patient("XX-N-1") == nil)
    #expect(SunnybrookName.image("48.dcm")?.slice == 48 && SunnybrookName.image("48") == nil)
    #expect(SunnybrookName.image("IM-0004-0048")?.series == "0004" && SunnybrookName.image("48.png") == nil)
    #expect(SunnybrookName.contour("IM-0001-0048-icontour-auto.txt") == nil)
    #expect(SunnybrookName.contour("IM-0001-0048-p2contour-manual.txt")?.kind == .papillary)
  }
}
