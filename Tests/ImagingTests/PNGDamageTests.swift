import Foundation
import Imaging
import Messages
import Testing

@Suite struct PNGDamageTests {
  private let sound = SamplePNG(width: 6, height: 5, bits: 8, colourType: 2) { x, y, channel in x * 9 + y + channel }

  @Test func `a file cut off anywhere is refused`() {
    let bytes = sound.bytes
    for count in bytes.indices {
      #expect(throws: ImagingError.self, "\(count) bytes") {
        try PNGFile.image(in: Array(bytes[..<count]), path: "a.png")
      }
    }
  }

  @Test func `a file with any one byte changed is refused`() {
    let bytes = sound.bytes
    for index in bytes.indices {
      for change: UInt8 in [1, 0x80, 0xFF] {
        var broken = bytes
        broken[index] ^= change
        #expect(throws: ImagingError.self, "byte \(index)") { try PNGFile.image(in: broken, path: "a.png") }
      }
    }
  }

  @Test(arguments: 0..<400)
  func `noise in place of pixels never does harm`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let noise = (0..<200).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(state >> 56)
    }
    let kind = PNGReadingTests.kinds[seed % PNGReadingTests.kinds.count]
    let header =
      SamplePNG.word(seed % 40 + 1) + SamplePNG.word(seed % 23 + 1)
      + [UInt8(kind.bits), UInt8(kind.colourType), 0, 0, UInt8(seed % 2)]
    var bytes = SamplePNG.signature + SamplePNG.chunk("IHDR", header)
    if seed % 3 == 0 { bytes += SamplePNG.chunk("PLTE", Array(noise[..<(seed % 60)])) }
    if seed % 5 == 0 { bytes += SamplePNG.chunk("tRNS", Array(noise[..<(seed % 9)])) }
    bytes += SamplePNG.chunk("IDAT", seed % 7 == 0 ? SamplePNG.stored(noise) : noise) + SamplePNG.chunk("IEND", [])
    // Either the pixels happen to be enough, or there is an error; what counts is that the process is still here.
    _ = try? PNGFile.image(in: bytes, path: "a.png")
    _ = try? PNGFile.label(in: bytes, path: "a.png", by: .any)
  }

  @Test func `the reason of the damage is told`() {
    var bytes = sound.bytes
    bytes[8 + 21] ^= 1
    #expect(throws: ImagingError.damaged(path: "a.png", reason: "IHDR: CRC error")) {
      try PNGFile.image(in: bytes, path: "a.png")
    }
    #expect(throws: ImagingError.damaged(path: "a.png", reason: "the file ends too early")) {
      try PNGFile.image(in: Array(sound.bytes.dropLast(20)), path: "a.png")
    }
  }

  @Test func `too few rows are damage, and so are too many`() {
    func file(rows: Int) -> [UInt8] {
      let header = SamplePNG.word(4) + SamplePNG.word(4) + [8, 0, 0, 0, 0]
      let pixels = SamplePNG.stored([UInt8](repeating: 0, count: rows * 5))
      return SamplePNG.signature + SamplePNG.chunk("IHDR", header) + SamplePNG.chunk("IDAT", pixels)
        + SamplePNG.chunk("IEND", [])
    }
    #expect(throws: Never.self) { try PNGFile.image(in: file(rows: 4), path: "a.png") }
    #expect(throws: ImagingError.damaged(path: "a.png", reason: "Not enough image data")) {
      try PNGFile.image(in: file(rows: 3), path: "a.png")
    }
    #expect(throws: ImagingError.damaged(path: "a.png", reason: "IDAT: Too much image data")) {
      try PNGFile.image(in: file(rows: 40), path: "a.png")
    }
  }

  @Test func `a claim of more pixels than are read is refused before memory is taken`() {
    func file(_ width: Int, _ height: Int) -> [UInt8] {
      SamplePNG.signature
        + SamplePNG.chunk("IHDR", SamplePNG.word(width) + SamplePNG.word(height) + [16, 6, 0, 0, 0])
        + SamplePNG.chunk("IDAT", SamplePNG.stored([])) + SamplePNG.chunk("IEND", [])
    }
    for (width, height) in [(2_000_000_000, 2_000_000_000), (16_385, 1), (1, 16_385), (16_384, 4_097)] {
      #expect(throws: ImagingError.imageTooLarge(path: "a.png", width: width, height: height)) {
        try PNGFile.image(in: file(width, height), path: "a.png")
      }
    }
    let bytes = file(16_384, 4_096)
    #expect(throws: ImagingError.implausible(path: "a.png", width: 16_384, height: 4_096, bytes: bytes.count)) {
      try PNGFile.image(in: bytes, path: "a.png")
    }
  }

  @Test func `a tightly packed image is read, if it is honest`() throws {
    let header = SamplePNG.word(2048) + SamplePNG.word(1024) + [1, 0, 0, 0, 0]
    let bytes =
      SamplePNG.signature + SamplePNG.chunk("IHDR", header)
      + SamplePNG.chunk("IDAT", SamplePNG.zeros(1024 * (1 + 2048 / 8))) + SamplePNG.chunk("IEND", [])
    let image = try PNGFile.image(in: bytes, path: "a.png")
    #expect(image.samples.count == 2048 * 1024 && image.samples.allSatisfy { $0 == 0 })
  }

  @Test func `text that would unpack to gigabytes is left packed`() throws {
    var bytes = sound.bytes
    let bomb = Array("Comment".utf8) + [0, 0] + SamplePNG.zeros(64 << 20)
    bytes.insert(contentsOf: SamplePNG.chunk("zTXt", bomb), at: 8 + 25)
    #expect(try PNGFile.image(in: bytes, path: "a.png").width == 6)
  }

  @Test func `what is no PNG file is told apart from what is damaged`() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.file("empty.png", [])
    #expect(throws: ImagingError.empty(path: empty)) { try PNGFile.image(at: empty) }
    let text = try folder.file("text.png", Array("hello".utf8))
    #expect(throws: ImagingError.notPNG(path: text)) { try PNGFile.label(at: text, by: .any) }
    #expect(throws: ImagingError.notAFile(path: folder.path)) { try PNGFile.image(at: folder.path) }
    let missing = folder.path + "/none.png"
    #expect(throws: ImagingError.unreadable(path: missing, reason: "No such file or directory")) {
      try PNGFile.image(at: missing)
    }
    let pipe = folder.path + "/pipe.png"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: ImagingError.notAFile(path: pipe)) { try PNGFile.image(at: pipe) }
    let loop = folder.path + "/loop.png"
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    #expect(throws: ImagingError.unreadable(path: loop, reason: "Too many levels of symbolic links")) {
      try PNGFile.image(at: loop)
    }
  }

  @Test func `the whole message names the file, the reason and what to do`() {
    let words = [
      ImagingError.damaged(path: "heart/a.png", reason: "IDAT: CRC error"),
      .implausible(path: "heart/a.png", width: 16_384, height: 4_096, bytes: 68),
      .imageTooLarge(path: "heart/a.png", width: 20_000, height: 20_000),
    ].map { $0.phrase.text(in: .english) }
    #expect(
      words == [
        "heart/a.png is damaged (IDAT: CRC error). Copy it again from where it came.",
        "heart/a.png claims 16,384 x 4,096 pixels, but 68 bytes cannot hold so many. "
          + "The file is damaged: copy it again from where it came.",
        "heart/a.png is 20,000 x 20,000 pixels; at most 16,384 on a side and 67,108,864 together are read. "
          + "Cut it or make it smaller first.",
      ])
  }
}
