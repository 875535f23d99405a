import Imaging
import Messages
import Testing

/// How a label picture's palette, colours and opacity are read.
@Suite struct LabelKindTests {
  private func read(_ bytes: [UInt8], _ rule: LabelRule) throws -> LabelValues {
    try PNGFile.label(in: bytes, path: "a.png", by: rule)
  }

  private func packed(_ palette: [(UInt8, UInt8, UInt8)], bits: Int = 8, isInterlaced: Bool = false) -> [UInt8] {
    SamplePNG(width: 4, height: 1, bits: bits, colourType: 3, isInterlaced: isInterlaced, palette: palette) { x, _, _ in
      min(x, palette.count - 1)
    }.bytes
  }

  @Test(arguments: [2, 4, 8], [false, true])
  func `the place in a palette of colours is the class`(bits: Int, isInterlaced: Bool) throws {
    // The second and the third are equally bright.
    let label = packed([(0, 0, 0), (200, 0, 0), (0, 102, 0)], bits: bits, isInterlaced: isInterlaced)
    #expect(try read(label, .values([])).values == [0, 1, 2, 2])
    #expect(try read(label, .values([])).source == .places)
    #expect(try read(label, .any).values == [0, 1, 1, 1])
    let red = LabelColour(red: 200, green: 0, blue: 0)
    #expect(try read(label, .colours([red])).values[1] == 1)
  }

  @Test func `places that were given no colour are classes by every rule that tells black from the rest`() throws {
    let label = packed([(0, 0, 0), (0, 0, 0), (0, 0, 0)])
    #expect(try read(label, .values([])).values == [0, 1, 2, 2])
    #expect(try read(label, .any).values == [0, 1, 1, 1])
    #expect(try read(label, .any).hasGreyLevels)
  }

  @Test func `of a grey picture that was packed the grey values count, in whatever order they lie`() throws {
    let label = packed([(255, 255, 255), (0, 0, 0), (128, 128, 128)])
    #expect(try read(label, .values([])).values == [255, 0, 128, 128])
    #expect(try read(label, .any).values == [1, 0, 1, 1])
  }

  @Test func `colours without a palette are told, never merged`() throws {
    let pixels: [UInt8] = [0, 0, 0, 200, 0, 0, 0, 102, 0, 255, 255, 255]
    let label = try read(PNGFile.encode(pixels, width: 4, height: 1, layout: .rgb), .values([]))
    let colours = [(0, 102, 0), (200, 0, 0), (255, 255, 255)].map { LabelColour(red: $0.0, green: $0.1, blue: $0.2) }
    #expect(label.source == .colours(colours))
    let grey = PNGFile.encode([0, 0, 0, 7, 7, 7], width: 2, height: 1, layout: .rgb)
    #expect(try read(grey, .values([])).source == .shades)
  }

  @Test(arguments: [UInt8(0), 90]) func `where nothing but opacity tells pixels apart, that is the label`(shade: UInt8)
    throws
  {
    let pixels = [0, 255, 255, 0].flatMap { [shade, shade, shade, UInt8($0)] }
    let bytes = PNGFile.encode(pixels, width: 4, height: 1, layout: .rgba)
    #expect(try read(bytes, .any).values == [0, 1, 1, 0])
    #expect(try read(bytes, .any).source == .opacity)
    #expect(try read(bytes, .threshold(128)).values == [0, 1, 1, 0])
    let drawn: [UInt8] = [0, 0, 0, 255, 9, 9, 9, 255, 0, 0, 0, 255, 0, 0, 0, 0]
    #expect(try read(PNGFile.encode(drawn, width: 4, height: 1, layout: .rgba), .any).values == [0, 1, 0, 0])
  }

  @Test func `a file of another form is called by its name`() throws {
    let begins: [(ForeignFormat, [UInt8])] = [
      (.tiff, [0x49, 0x49, 42, 0, 8, 0, 0, 0]), (.tiff, [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]), (.gif, Array("GIF89a".utf8)),
      (.webp, Array("RIFF....WEBPVP8 ".utf8)), (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0]), (.nrrd, Array("NRRD0004".utf8)),
      (.bmp, Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [40] + [UInt8](repeating: 0, count: 20)),
      (.numpy, [0x93] + Array("NUMPY".utf8)), (.gzip, [0x1F, 0x8B, 8, 0]), (.netpbm, Array("P5 4 4 255\n".utf8)),
    ]
    for (format, bytes) in begins {
      #expect(throws: ImagingError.foreign(path: "a.png", format)) { try read(bytes, .any) }
    }
    let names: [(String, ForeignFormat?)] = [
      ("brain.nii.gz", .nifti), ("a.TIF", .tiff), ("x/scan.nrrd", .nrrd), ("b.mha", .metaImage), ("c.tar.gz", .gzip),
      ("plain", nil), ("a.png", nil),
    ]
    for (name, format) in names { #expect(ForeignFormat(name: name) == format, "\(name)") }
    let words = ForeignFormat.tiff.phrase(path: "a.tif").text(in: .english)
    #expect(
      words == "a.tif is a TIFF file, and that form is not read here. Save it as PNG; grey of 16 bits stays as it is.")
  }
}
