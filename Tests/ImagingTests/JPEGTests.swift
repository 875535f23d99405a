import Foundation
import Imaging
import Testing

@Suite struct JPEGTests {
  private static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  @Test(arguments: ["grey.jpg", "progressive.jpg"]) func `a grey picture is read as it was`(name: String) throws {
    let image = try JPEGFile.image(in: try Self.bytes(name), path: name)
    #expect(image.width == 16 && image.height == 8 && image.maximum == 255)
    #expect(image.samples == (0..<128).map { $0 % 16 < 8 ? 40 : 200 })
  }

  @Test func `of a colour picture the luminance is taken`() throws {
    let image = try JPEGFile.image(in: try Self.bytes("colour.jpg"), path: "a.jpg")
    // 0.587 of 255 for green, 0.299 for red.
    #expect(abs(Int(image.samples[0]) - 150) <= 1 && abs(Int(image.samples[15]) - 76) <= 1)
  }

  @Test func `of the colours of print the luminance is taken too`() throws {
    // The same colours, written as inks.
    let image = try JPEGFile.image(in: try Self.bytes("four.jpg"), path: "a.jpg")
    #expect(abs(Int(image.samples[0]) - 150) <= 1 && abs(Int(image.samples[15]) - 76) <= 1)
  }

  @Test func `damage and false claims are refused with the reason`() throws {
    let whole = try Self.bytes("grey.jpg")
    for length in stride(from: 0, to: whole.count - 1, by: 7) {
      #expect(throws: ImagingError.self) { try JPEGFile.image(in: Array(whole[..<length]), path: "a.jpg") }
    }
    // The frame's head: FF C0, its length, the bits, then height and width.
    let frame = try #require(whole.indices.dropLast().first { whole[$0] == 0xFF && whole[$0 + 1] == 0xC0 })
    var huge = whole
    (huge[frame + 5], huge[frame + 6], huge[frame + 7], huge[frame + 8]) = (0x1F, 0xFF, 0x1F, 0xFF)
    #expect(
      throws: ImagingError.implausible(path: "a.jpg", width: 8191, height: 8191, bytes: whole.count)
    ) { try JPEGFile.image(in: huge, path: "a.jpg") }
  }

  @Test func `bytes altered at random give an image or an error`() throws {
    var random = SampleNoise()
    for name in ["grey.jpg", "progressive.jpg", "colour.jpg"] {
      let whole = try Self.bytes(name)
      for _ in 0..<300 {
        var bytes = whole
        for _ in 0..<(1 + random.below(4)) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
        if let image = try? JPEGFile.image(in: bytes, path: name) {
          #expect(image.samples.count == image.width * image.height)
        }
      }
    }
  }
}
