import Datasets
import Foundation
import Imaging
import Messages
import Testing

/// Kinds of folders and files that people bring, and what they are told.
@Suite struct ImportKindTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(
    _ rule: LabelRule? = nil, format: SourceFormat? = nil
  ) throws -> (set: ImageMaskSet, words: [String]) {
    var options = ImportOptions.withRecords
    options.labels = rule
    options.format = format
    let (set, report) = try SetImporter(path: folder.path, options: options).read(as: "x")
    return (set, report.notes.map { $0.text(in: .english) })
  }

  private func refusal(_ rule: LabelRule? = nil, in language: Language = .english) -> String {
    do {
      _ = try read(rule)
      return "nothing"
    } catch {
      return (error as? DatasetError)?.phrase.text(in: language) ?? "\(error)"
    }
  }

  private func colours(_ name: String, _ pixels: [UInt8]) throws {
    try folder.write("labels/\(name).png", PNGFile.encode(pixels, width: 4, height: 1, layout: .rgb))
  }

  @Test func `coloured labels under value are refused with the rule that takes all of their colours`() throws {
    for name in ["a", "b"] { try folder.picture("images/\(name).png", width: 4, height: 1) }
    try colours("a", [0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0])
    try colours("b", [0, 0, 0, 0, 102, 0, 0, 0, 0, 255, 255, 255])
    let words = refusal(.values([]))
    let advice = try #require(words.firstMatch(of: /--label (colour=[#0-9a-f,]+)/)?.output.1)
    #expect(advice == "colour=#006600,#c80000,#ffffff")
    let (set, _) = try read(LabelRule(String(advice)))
    #expect(set.label(0) == [0, 2, 0, 0] && set.label(1) == [0, 1, 0, 3])
  }

  @Test func `labels without a pixel are told`() throws {
    try folder.picture("images/a.png")
    try folder.label("labels/a.png", white: [])
    #expect(try read().words.contains { $0.hasPrefix("Every label is empty") })
    try folder.picture("images/b.png")
    try folder.label("labels/b.png")
    #expect(try !read().words.contains { $0.hasPrefix("Every label is empty") })
  }

  @Test func `a label that is no PNG file is named, with what to do`() throws {
    try folder.picture("images/a.png")
    try folder.write("labels/a.jpg", [0xFF, 0xD8, 0xFF])
    let words = refusal()
    #expect(words.contains("The label of \(folder.path)/images/a.png, \(folder.path)/labels/a.jpg, is JPEG"))
    #expect(refusal(in: .korean).contains("레이블은 PNG여야 해요"))
  }

  @Test func `images of another form are named, unless the same is there as PNG`() throws {
    try folder.picture("images/a.png")
    try folder.write("images/a.tif", [1])
    try folder.label("labels/a.png")
    #expect(try read().set.count == 1)
    try folder.write("images/b.tif", [1])
    try folder.label("labels/b.png")
    #expect(
      refusal().hasSuffix("\n  - " + ForeignFormat.tiff.phrase(path: "\(folder.path)/images/b.tif").text(in: .english)))
    #expect(refusal().hasPrefix("One file"))
  }

  @Test func `a volume is called by its name`() throws {
    try folder.write("brain.nii.gz", [0x1F, 0x8B])
    #expect(refusal().hasPrefix("\(folder.path)/brain.nii.gz is a NIfTI file, and volumes are read with their labels."))
  }

  @Test func `numbered parts of a file of records are read, and their images have names of their own`() throws {
    let content = SampleRecord.example([
      "height": .number(1), "width": .number(2), "img_raw": .bytes([1, 2]), "label_raw": .bytes([0, 1]),
    ])
    for name in ["train.tfrecord-00000-of-00002", "train.tfrecord-00001-of-00002"] {
      try folder.write(name, SampleRecord.framed(content))
    }
    let (set, _) = try read()
    #expect((0..<2).map(set.sampleName) == ["train-00000-0001", "train-00001-0001"])
    for name in ["a-00000-of-00001", "a.tfrecords-3-of-12", "a-00000-of-00001.tfrecord", "b.TFRECORD"] {
      let other = try TemporaryFolder()
      try other.write(name, SampleRecord.framed(content))
      #expect(try SetImporter(path: other.path).detectedFormat() == .tfrecord, "\(name)")
    }
  }

  private func record(_ image: [UInt8], name: String? = nil, maximum: Int? = nil) throws -> ImageMaskSet {
    var features: [String: SampleRecord.Feature] = [
      "height": .number(1), "width": .number(2), "img_raw": .bytes(image), "label_raw": .bytes([0, 1]),
    ]
    if let name { features["name"] = .bytes(Array(name.utf8)) }
    if let maximum { features["maximum"] = .number(maximum) }
    try folder.write("a.tfrecords", SampleRecord.framed(SampleRecord.example(features)))
    return try read().set
  }

  @Test func `numbers of 16 bits that look negative are refused, and large ones are read`() throws {
    #expect(throws: DatasetError.self) { try record([0xFD, 0xFF, 16, 0]) }
    #expect(refusal().contains("(-3)"))
    #expect(try record([0xFD, 0xFF, 16, 0], maximum: 65_535).samples[0].image.samples == [65_533, 16])
    #expect(try record([0xFF, 0xFF, 0, 0]).samples[0].image.samples == [65_535, 0])
    #expect(try record([0xFD, 0xFF, 0, 0x60]).samples[0].image.samples == [65_533, 0x6000])
  }

  @Test func `a long name is shortened, and stays its own`() throws {
    let start = String(repeating: "가", count: 300)
    let (one, other) = (
      try record([1, 2], name: start + "1").sampleName(0), try record([1, 2], name: start + "2").sampleName(0)
    )
    #expect(one.utf8.count <= 200 && one.hasPrefix("가가가") && one != other)
  }

  @Test func `contours without their image are told by slice`() throws {
    try folder.write("contours/SC-HF-I-91/IM-0001-0048-icontour-manual.txt", Array("1 1\n5 1\n5 5\n".utf8))
    try folder.write("dcm/SC-HF-I-91/IM-0001-0047.dcm", [0])
    #expect(refusal().contains("there is none of slice 48"))
    #expect(!refusal().contains("Masks:"))
  }
}
