import Checking
import Foundation
import Imaging
import Testing

@testable import Pages

@Suite struct OverlayPictureTests {
  static func colour(_ picture: IndexedPicture, x: Int, y: Int) -> [UInt8] {
    let place = Int(picture.indices[y * picture.width + x]) * 3
    return Array(picture.palette[place..<(place + 3)])
  }

  @Test("what is right, missed and invented is counted and outlined")
  func difference() {
    let picture = OverlayPicture(SampleReports.overlay)
    #expect(picture.counts.right == 2 && picture.counts.missed == 1 && picture.counts.invented == 1)
    #expect(picture.counts.labelShare == 3.0 / 16)
    #expect(picture.outline(of: .right) == "M1 1h1v2h-1z")
    #expect(picture.outline(of: .missed).hasPrefix("M") && picture.outline(of: .invented).hasPrefix("M"))
  }

  @Test("the image is as it was, to the last grey")
  func image() {
    let picture = OverlayPicture(SampleReports.overlay).image
    for (index, grey) in SampleReports.overlay.image.enumerated() {
      #expect(Self.colour(picture, x: index % 4, y: index / 4) == [grey, grey, grey])
    }
  }

  @Test("the outline of an area is stronger than its inside")
  func outline() {
    let inside = (0..<25).map { [6, 7, 8, 11, 12, 13, 16, 17, 18].contains($0) ? UInt8(1) : 0 }
    let overlay = Overlay(
      name: "o", width: 5, height: 5, image: [UInt8](repeating: 0, count: 25), label: inside,
      prediction: [UInt8](repeating: 1, count: 25), dice: 0)
    let picture = OverlayPicture(overlay)
    #expect(Self.colour(picture.labelled, x: 1, y: 1)[2] > Self.colour(picture.labelled, x: 2, y: 2)[2])
    #expect(Self.colour(picture.labelled, x: 0, y: 0) == [0, 0, 0])
    #expect(Self.colour(picture.predicted, x: 0, y: 0)[0] > Self.colour(picture.predicted, x: 2, y: 2)[0])
  }

  @Test("the address holds a PNG file of the picture")
  func address() throws {
    let picture = OverlayPicture(SampleReports.overlay).image
    let start = "data:image/png;base64,"
    #expect(picture.address.hasPrefix(start))
    let bytes = try #require(Data(base64Encoded: String(picture.address.dropFirst(start.count))))
    let read = try PNGFile.image(in: Array(bytes), path: "page")
    #expect(read.samples == SampleReports.overlay.image.map { UInt16($0) })
  }

  @Test("a large image is thinned")
  func large() {
    let count = 1200 * 700
    let overlay = Overlay(
      name: "o", width: 1200, height: 700, image: [UInt8](repeating: 9, count: count),
      label: [UInt8](repeating: 1, count: count), prediction: [UInt8](repeating: 0, count: count), dice: 0)
    let picture = OverlayPicture(overlay)
    #expect(picture.image.width == 240 && picture.image.height == 140)
    #expect(picture.backdrop.width == 192 && picture.backdrop.height == 112)
    #expect(Set(picture.backdrop.indices) == [0] && picture.backdrop.palette.count == 60)
    #expect(picture.counts.missed == count)
  }
}
