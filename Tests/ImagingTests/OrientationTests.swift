import Foundation
import Imaging
import Testing

/// Pictures that are to be turned before they are shown.
@Suite struct OrientationTests {
  /// What a camera writes: a list of one tag.
  private func note(_ number: Int, isBig: Bool) -> [UInt8] {
    func short(_ value: Int) -> [UInt8] {
      isBig ? [UInt8(value >> 8), UInt8(value & 255)] : [UInt8(value & 255), UInt8(value >> 8)]
    }
    func long(_ value: Int) -> [UInt8] { isBig ? short(0) + short(value) : short(value) + short(0) }
    return Array((isBig ? "MM" : "II").utf8) + short(42) + long(8) + short(1) + short(0x0112) + short(3) + long(1)
      + short(number) + short(0) + long(0)
  }

  /// 3 x 2 pixels, 1 2 3 above 4 5 6.
  private func picture(_ number: Int, isBig: Bool, isLate: Bool = false) -> [UInt8] {
    var bytes = SamplePNG(width: 3, height: 2, bits: 8, colourType: 0) { x, y, _ in 3 * y + x + 1 }.bytes
    bytes.insert(contentsOf: SamplePNG.chunk("eXIf", note(number, isBig: isBig)), at: isLate ? bytes.count - 12 : 33)
    return bytes
  }

  private static let shown: [(number: Int, samples: [UInt16])] = [
    (1, [1, 2, 3, 4, 5, 6]), (2, [3, 2, 1, 6, 5, 4]), (3, [6, 5, 4, 3, 2, 1]), (4, [4, 5, 6, 1, 2, 3]),
    (5, [1, 4, 2, 5, 3, 6]), (6, [4, 1, 5, 2, 6, 3]), (7, [6, 3, 5, 2, 4, 1]), (8, [3, 6, 2, 5, 1, 4]),
    (0, [1, 2, 3, 4, 5, 6]), (9, [1, 2, 3, 4, 5, 6]),
  ]

  @Test(arguments: shown.indices, [true, false])
  func `images and labels are turned as their file says`(index: Int, isBig: Bool) throws {
    let (number, samples) = Self.shown[index]
    for isLate in [true, false] {
      let bytes = picture(number, isBig: isBig, isLate: isLate)
      let image = try PNGFile.image(in: bytes, path: "a.png")
      #expect(image.samples == samples && image.width == ((5...8).contains(number) ? 2 : 3))
      let label = try PNGFile.label(in: bytes, path: "a.png", by: .values([]))
      #expect(label.values == samples && label.width == image.width)
    }
  }

  @Test func `a photograph is turned, and the places of a palette are`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    var photograph = [UInt8](try Data(contentsOf: folder.appendingPathComponent("grey.jpg")))
    let tags = Array("Exif".utf8) + [0, 0] + note(6, isBig: true)
    photograph.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(tags.count + 2)] + tags, at: 2)
    let image = try JPEGFile.image(in: photograph, path: "a.jpg")
    // Columns of 40 and 200 become rows.
    #expect(image.width == 8 && image.height == 16 && image.samples.prefix(8).allSatisfy { $0 == 40 })
    #expect(image.samples.suffix(8).allSatisfy { $0 == 200 })
    let colours: [(UInt8, UInt8, UInt8)] = [(0, 0, 0), (9, 0, 0), (0, 9, 0), (0, 0, 9), (9, 9, 0), (9, 0, 9)]
    var label = SamplePNG(width: 3, height: 2, bits: 8, colourType: 3, palette: colours) { x, y, _ in 3 * y + x }.bytes
    label.insert(contentsOf: SamplePNG.chunk("eXIf", note(8, isBig: false)), at: 33)
    #expect(try PNGFile.label(in: label, path: "a.png", by: .values([])).values == [2, 5, 1, 4, 0, 3])
  }
}
