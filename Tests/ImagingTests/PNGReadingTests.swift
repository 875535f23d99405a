import Imaging
import Testing

@Suite struct PNGReadingTests {
  static let kinds: [(bits: Int, colourType: Int)] = [
    (1, 0), (2, 0), (4, 0), (8, 0), (16, 0), (8, 2), (16, 2), (1, 3), (2, 3), (4, 3), (8, 3), (8, 4), (16, 4), (8, 6),
    (16, 6),
  ]
  static let sizes = [(1, 1), (2, 1), (1, 3), (5, 3), (9, 17), (16, 16), (33, 7)]

  /// Grey levels that only fit one place: every channel of colour alike, opacity full, palette entries grey.
  private func sample(_ kind: (bits: Int, colourType: Int), _ size: (Int, Int), isInterlaced: Bool) -> SamplePNG {
    let top = (1 << kind.bits) - 1
    let opacity = kind.colourType == 4 ? 1 : kind.colourType == 6 ? 3 : -1
    return SamplePNG(
      width: size.0, height: size.1, bits: kind.bits, colourType: kind.colourType, isInterlaced: isInterlaced,
      palette: kind.colourType == 3 ? (0...top).map { (UInt8($0 & 255), UInt8($0 & 255), UInt8($0 & 255)) } : [],
      sample: { x, y, channel in channel == opacity ? top : Self.level(x, y, top) })
  }

  private static func level(_ x: Int, _ y: Int, _ top: Int) -> Int { (x * 40_503 + y * 12_289 + 7) % (top + 1) }

  @Test(arguments: kinds, [false, true])
  func `reads every bit depth and colour type, interlaced or not`(
    kind: (bits: Int, colourType: Int), isInterlaced: Bool
  ) throws {
    for size in Self.sizes {
      let image = try PNGFile.image(in: sample(kind, size, isInterlaced: isInterlaced).bytes, path: "a.png")
      let top = (1 << kind.bits) - 1
      // Palette entries are levels themselves; other samples are stretched to the full scale.
      let factor = kind.colourType == 3 || kind.bits == 16 ? 1 : 255 / top
      var expected: [UInt16] = []
      for y in 0..<size.1 {
        for x in 0..<size.0 { expected.append(UInt16(Self.level(x, y, top) * factor)) }
      }
      #expect(image.width == size.0 && image.height == size.1)
      #expect(image.maximum == (kind.bits == 16 ? 65_535 : 255))
      #expect(image.samples == expected, "\(size.0) x \(size.1)")
    }
  }

  @Test func `colours become luminance`() throws {
    let png = SamplePNG(width: 4, height: 1, bits: 8, colourType: 2) { x, _, channel in
      x == channel ? 255 : x == 3 ? [10, 200, 90][channel] : 0
    }
    #expect(try PNGFile.image(in: png.bytes, path: "a.png").samples == [76, 150, 29, 131])
  }

  @Test func `what is transparent is laid over black`() throws {
    let png = SamplePNG(width: 3, height: 1, bits: 8, colourType: 4) { x, _, channel in
      channel == 0 ? 200 : [0, 128, 255][x]
    }
    #expect(try PNGFile.image(in: png.bytes, path: "a.png").samples == [0, 100, 200])
    var keyed = SamplePNG(width: 3, height: 1, bits: 8, colourType: 0) { x, _, _ in [50, 60, 70][x] }
    keyed.transparency = [0, 60]
    #expect(try PNGFile.image(in: keyed.bytes, path: "a.png").samples == [50, 0, 70])
    var entry = SamplePNG(width: 2, height: 1, bits: 1, colourType: 3) { x, _, _ in x }
    entry.palette = [(255, 255, 255), (90, 90, 90)]
    entry.transparency = [0]
    #expect(try PNGFile.image(in: entry.bytes, path: "a.png").samples == [0, 90])
  }

  @Test func `gamma and colour profiles do not change samples`() throws {
    let png = SamplePNG(width: 2, height: 1, bits: 8, colourType: 0) { x, _, _ in 100 + x }
    var bytes = png.bytes
    let header = 8 + 25
    bytes.insert(contentsOf: SamplePNG.chunk("gAMA", SamplePNG.word(45_455)), at: header)
    bytes.insert(contentsOf: SamplePNG.chunk("iCCP", Array("x".utf8) + [0, 0, 1, 2, 3]), at: header)
    #expect(try PNGFile.image(in: bytes, path: "a.png").samples == [100, 101])
  }

  @Test func `in a mask, whatever is not black is class 1`() throws {
    let png = SamplePNG(width: 5, height: 1, bits: 8, colourType: 2) { x, _, channel in
      x == 0 ? 0 : x == 4 ? 255 : x - 1 == channel ? 1 : 0
    }
    let label = try PNGFile.label(in: png.bytes, path: "a.png", by: .any)
    #expect(label.values == [0, 1, 1, 1, 1])
    #expect(label.hasGreyLevels)
    let faint = SamplePNG(width: 3, height: 1, bits: 16, colourType: 0) { x, _, _ in [0, 1, 0][x] }
    let faintMask = try PNGFile.label(in: faint.bytes, path: "a.png", by: .any)
    #expect(faintMask.values == [0, 1, 0])
    #expect(!faintMask.hasGreyLevels)
  }

  @Test func `in a mask, what is wholly transparent is class 0`() throws {
    let png = SamplePNG(width: 3, height: 1, bits: 8, colourType: 6) { x, _, channel in
      channel < 3 ? 255 : [0, 1, 255][x]
    }
    #expect(try PNGFile.label(in: png.bytes, path: "a.png", by: .any).values == [0, 1, 1])
  }

  @Test func `pictures that are written are read back alike, and always written alike`() throws {
    let grey = (0..<35).map { UInt8($0 * 7) }
    let bytes = PNGFile.encode(grey, width: 7, height: 5, layout: .grey)
    #expect(try PNGFile.image(in: bytes, path: "a.png").samples == grey.map(UInt16.init))
    #expect(bytes == PNGFile.encode(grey, width: 7, height: 5, layout: .grey))
    let rgb: [UInt8] = grey.flatMap { [$0, $0, $0] }
    #expect(
      try PNGFile.image(in: PNGFile.encode(rgb, width: 7, height: 5, layout: .rgb), path: "a.png").samples
        == grey.map(UInt16.init))
    let rgba: [UInt8] = grey.flatMap { [$0, $0, $0, 255] }
    #expect(
      try PNGFile.image(in: PNGFile.encode(rgba, width: 7, height: 5, layout: .rgba), path: "a.png").samples
        == grey.map(UInt16.init))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 16, 17, 256])
  func `pictures of few colours are written with a palette of any length`(colours: Int) throws {
    let indices = (0..<63).map { UInt8($0 * 5 % colours) }
    let palette: [UInt8] = (0..<colours).flatMap { [UInt8($0), UInt8($0), UInt8($0)] }
    let bytes = PNGFile.encode(indices: indices, width: 9, height: 7, palette: palette)
    #expect(try PNGFile.image(in: bytes, path: "a.png").samples == indices.map(UInt16.init))
  }

  @Test func `an image of another full scale is written with that as white`() throws {
    let image = GreyImage(width: 3, height: 1, samples: [0, 500, 1000], maximum: 1000)
    #expect(try PNGFile.image(in: PNGFile.encode(image), path: "a.png").samples == [0, 128, 255])
  }

  @Test func `a written file is found again, and a folder that cannot be written is named`() throws {
    let folder = try TemporaryFolder()
    let content = PNGFile.encode([1, 2], width: 2, height: 1, layout: .grey)
    try PNGFile.write(content, to: folder.path + "/a.png")
    #expect(try PNGFile.image(at: folder.path + "/a.png").samples == [1, 2])
    let path = folder.path + "/none/a.png"
    #expect(throws: ImagingError.notWritten(path: path, reason: "No such file or directory")) {
      try PNGFile.write(content, to: path)
    }
  }

  @Test func `intensities are samples over the full scale`() {
    let image = GreyImage(width: 3, height: 1, samples: [0, 51, 255])
    #expect(image.intensities == [0, 51 / 255, 1])
    let deep = GreyImage(width: 2, height: 1, samples: [1591, 0], maximum: 1591)
    #expect(deep.intensities == [1, 0])
  }
}
