import Imaging
import Testing

/// Kinds of DICOM files beside one grey frame of 8 or 16 bits.
@Suite(.enabled(if: DICOMKit.isBuilt, "the decoding program is not built")) struct DICOMKindsTests {
  private func frames(of file: SampleDICOM, scaling: DICOMFile.Scaling = .range) throws -> [GreyImage] {
    try DICOMDecoder(program: DICOMKit.program).frames(in: file.bytes, path: "a.dcm", scaling: scaling)
  }

  /// 2 x 1 pixels: a red and a blue one.
  private func colours(_ photometric: String, _ values: [Int], bits: Int = 8, isPlanar: Bool = false) -> SampleDICOM {
    var file = SampleDICOM(columns: 2, rows: 1, bits: bits, photometric: photometric, samples: 3, values: values)
    file.isPlanar = isPlanar
    return file
  }

  @Test func `of colours the luminance is taken, however they lie`() throws {
    // 0.299 of 255, and 0.114.
    let expected: [UInt16] = [76, 29]
    #expect(try frames(of: colours("RGB", [255, 0, 0, 0, 0, 255]))[0].samples == expected)
    #expect(try frames(of: colours("RGB", [255, 0, 0, 0, 0, 255], isPlanar: true))[0].samples == expected)
    #expect(try frames(of: colours("YBR_FULL", [76, 85, 255, 29, 255, 107]))[0].samples == expected)
    let deep = try frames(of: colours("RGB", [65_535, 0, 0, 0, 0, 65_535], bits: 16))[0]
    #expect(deep.samples == [19_595, 7_471])
    var halved = colours("YBR_FULL_422", [])
    halved.pixels = [76, 29, 128, 128]
    #expect(try frames(of: halved)[0].samples == expected)
  }

  @Test func `the colours of a palette are looked up`() throws {
    var file = SampleDICOM(columns: 2, rows: 2, bits: 8, photometric: "PALETTE COLOR", values: [0, 1, 2, 9])
    file.palette = [(0, 0, 0), (255, 0, 0), (0, 0, 255)]
    #expect(try frames(of: file)[0].samples == [0, 76, 29, 29])
  }

  @Test func `each frame is an image, and all of a file have one scale`() throws {
    let images = try frames(of: SampleDICOM(columns: 2, rows: 1, frames: "3", values: [0, 1, 2, 3, 4, 50]))
    #expect(images.map(\.samples) == [[0, 1], [2, 3], [4, 50]])
    #expect(images.allSatisfy { $0.maximum == 50 })
    #expect(throws: ImagingError.self) {
      try DICOMDecoder(program: DICOMKit.program).image(in: SampleDICOM(rows: 1, frames: "3").bytes, path: "a.dcm")
    }
  }

  @Test func `bits may be 1 or 32, fewer stored than allocated, and not the lowest`() throws {
    var mask = SampleDICOM(columns: 4, rows: 3, bits: 1)
    mask.pixels = [0b0001_0010, 0b1000]
    #expect(try frames(of: mask)[0].samples == [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1])
    let wide = SampleDICOM(bits: 32, stored: 24, values: (0..<12).map { $0 | 0x0F00_0000 })
    #expect(try frames(of: wide)[0].samples == Array(0..<12))
    let upper = SampleDICOM(stored: 12, highBit: 15, values: (0..<12).map { $0 << 4 | 3 })
    #expect(try frames(of: upper)[0].samples == Array(0..<12))
    // A dose needs more than 16 bits, and keeps its shape.
    let dose = try frames(of: SampleDICOM(bits: 32, values: (0..<12).map { $0 * 1_000_000 }))[0]
    #expect(dose.maximum == 65_535 && dose.samples[11] == 65_535 && dose.samples[1] == 5_958)
  }

  @Test func `a table takes the place of slope and intercept`() throws {
    var file = SampleDICOM(columns: 2, rows: 2, slope: "7", values: [0, 1, 2, 9])
    file.table = [300, 200, 100]
    #expect(try frames(of: file)[0].samples == [300, 200, 100, 100])
  }

  @Test func `a window is applied by its function`() throws {
    var file = SampleDICOM(window: ("500", "400"), values: (0..<12).map { $0 * 100 })
    file.function = "LINEAR_EXACT"
    let exact = try frames(of: file, scaling: .window)[0].samples
    #expect(exact[3] == 0 && exact[4] == 16_384 && exact[5] == 32_768 && exact[7] == 65_535)
    file.function = "SIGMOID"
    let curve = try frames(of: file, scaling: .window)[0].samples
    // 1 / (1 + e) of the way at a quarter of the width below the centre.
    #expect(curve[5] == 32_768 && curve[4] == 17_625 && curve[0] == 439)
    file.function = "LOGARITHM"
    #expect(throws: ImagingError.self) { try frames(of: file, scaling: .window) }
    var table = SampleDICOM()
    table.hasWindowTable = true
    #expect(throws: ImagingError.dicom(path: "a.dcm", .windowTable)) { try frames(of: table, scaling: .window) }
    #expect(try frames(of: table)[0].maximum == 1100)
  }

  @Test func `a file that is cut short anywhere in its pixels is refused`() throws {
    let whole = SampleDICOM().bytes
    for missing in 1...24 {
      guard case .tooShort(let found, 24)? = try DICOMKit.rejection(of: Array(whole.dropLast(missing))) else {
        Issue.record("\(missing) bytes less are no matter")
        continue
      }
      #expect(found == 24 - missing)
    }
  }

  /// Two runs of 6 bytes for each of the two bytes of 12 samples.
  private func runLengths(_ packed: [UInt8]) -> [UInt8] {
    var file = SampleDICOM(syntax: "1.2.840.10008.1.2.5")
    file.without = [0x7FE0_0010]
    let start: [UInt8] = [0xE0, 0x7F, 0x10, 0x00] + Array("OB".utf8) + [0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
    let table: [UInt8] = [0xFE, 0xFF, 0x00, 0xE0, 0, 0, 0, 0]
    return file.bytes + start + table + [0xFE, 0xFF, 0x00, 0xE0, UInt8(packed.count), 0, 0, 0] + packed
      + [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]
  }

  private func segments(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 64)
    (head[0], head[4], head[8]) = (2, 64, 64 + UInt8(first.count))
    return head + first + second
  }

  @Test func `packed pixels are refused where the file, or a run, ends too early`() throws {
    let whole = runLengths(segments([0xF5, 1], [0xFB, 5, 0xFB, 7]))
    let image = try DICOMDecoder(program: DICOMKit.program).image(in: whole, path: "a.dcm")
    #expect(image.samples == [UInt16](repeating: 261, count: 6) + [UInt16](repeating: 263, count: 6))
    for missing in [1, 4, 8, 9, 12, 60] where missing != 4 {
      let rejection = try DICOMKit.rejection(of: Array(whole.dropLast(missing)))
      #expect(
        missing < 8 ? rejection == nil || rejection == .cutShort : rejection == .cutShort, "\(missing) bytes less")
    }
    #expect(try DICOMKit.rejection(of: runLengths(segments([0xF5, 1], [0xFB, 5]))) == .cutShort)
  }
}
