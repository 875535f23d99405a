import Foundation
import Imaging
import Messages
import Testing

/// The decoding program, which is built beside the tests, and real files where they are at hand.
enum DICOMKit {
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent(DICOMDecoder.programName).path
  static let isBuilt = FileManager.default.isExecutableFile(atPath: program)
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/dicom-variety").standardized.path
  static let isThere = FileManager.default.fileExists(atPath: folder)

  /// What the decoder makes of `file`.
  static func image(
    of file: SampleDICOM, scaling: DICOMFile.Scaling = .range
  ) throws -> GreyImage {
    let folder = try TemporaryFolder()
    return try DICOMDecoder(program: program).image(at: try folder.file("a.dcm", file.bytes), scaling: scaling)
  }

  /// What `decoder` says against the file at `path`; nil where it makes an image of it, each sample within its scale.
  static func error(of decoder: DICOMDecoder, _ path: String, _ scaling: DICOMFile.Scaling) -> ImagingError? {
    do throws(ImagingError) {
      let image = try decoder.image(at: path, scaling: scaling)
      #expect(image.samples.count == image.width * image.height && image.samples.allSatisfy { $0 <= image.maximum })
      return nil
    } catch {
      return error
    }
  }

  /// Why the decoder refuses `bytes`; nil where it does not.
  static func rejection(of bytes: [UInt8]) throws -> DICOMRejection? {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.dcm", bytes)
    do {
      _ = try DICOMDecoder(program: program).image(at: path)
      return nil
    } catch ImagingError.dicom(path, let rejection) {
      return rejection
    }
  }
}

@Suite(.enabled(if: DICOMKit.isBuilt, "the decoding program is not built")) struct DICOMTests {
  @Test func `whole values stay as they are, and the largest is the full scale`() throws {
    let image = try DICOMKit.image(of: SampleDICOM())
    #expect(image.width == 4 && image.height == 3 && image.maximum == 1100)
    #expect(image.samples == (0..<12).map { UInt16($0 * 100) })
    let bytes = try DICOMKit.image(of: SampleDICOM(bits: 8, values: Array(0..<12)))
    #expect(bytes.samples == Array(0..<12) && bytes.maximum == 11)
  }

  @Test func `negative values are moved up, so that the smallest is black`() throws {
    let image = try DICOMKit.image(of: SampleDICOM(isSigned: true, values: (0..<12).map { $0 * 10 - 50 }))
    #expect(image.samples == (0..<12).map { UInt16($0 * 10) } && image.maximum == 110)
  }

  @Test func `bits that do not count are taken away, and the sign is the highest that does`() throws {
    var file = SampleDICOM(stored: 12, values: (0..<12).map { $0 | 0xF000 })
    #expect(try DICOMKit.image(of: file).samples == Array(0..<12))
    file.isSigned = true
    file.values = [0xFFF] + Array(0..<11)
    #expect(try DICOMKit.image(of: file).samples == [0] + Array(1..<12))
  }

  @Test func `slope and intercept are applied, and fractions are spread over the full scale`() throws {
    let whole = try DICOMKit.image(of: SampleDICOM(slope: "2", intercept: "-100", values: Array(0..<12)))
    #expect(whole.samples == (0..<12).map { UInt16($0 * 2) } && whole.maximum == 22)
    let fine = try DICOMKit.image(of: SampleDICOM(slope: "0.5", values: Array(0..<12)))
    #expect(fine.maximum == 65_535 && fine.samples[0] == 0 && fine.samples[11] == 65_535)
    #expect(fine.samples[5] == UInt16((5.0 / 11 * 65_535).rounded()))
  }

  @Test func `the smallest value of MONOCHROME1 is white`() throws {
    let image = try DICOMKit.image(of: SampleDICOM(photometric: "MONOCHROME1", values: Array(0..<12)))
    #expect(image.samples == (0..<12).map { UInt16(11 - $0) })
  }

  @Test func `a window is applied where it is asked for`() throws {
    let file = SampleDICOM(window: ("500", "401"), values: (0..<12).map { $0 * 100 })
    let image = try DICOMKit.image(of: file, scaling: .window)
    #expect(image.maximum == 65_535 && image.samples[0] == 0 && image.samples[3] == 82 && image.samples[11] == 65_535)
    #expect(try DICOMKit.image(of: file, scaling: .range).maximum == 1100)
    let plain = try DICOMKit.image(of: SampleDICOM(), scaling: .window)
    #expect(plain.maximum == 1100)
  }

  /// Numbers with which the pixels become infinite, none at all, or so small that a scale for them would be infinite.
  @Test(
    arguments: [
      ("1e308", nil), ("-1e308", nil), ("1e-310", nil), ("1e303", "1.7e308"), ("1", "-1e308"), ("1e31", nil),
      ("-1e-300", "1e-310"), ("2e307", "-1.7e308"), ("1e-34", nil),
    ] as [(String, String?)], DICOMFile.Scaling.allCases)
  func `a slope or an intercept beyond all pictures is an error of the file`(
    _ numbers: (slope: String, intercept: String?), scaling: DICOMFile.Scaling
  ) throws {
    let folder = try TemporaryFolder()
    let decoder = DICOMDecoder(program: DICOMKit.program)
    for photometric in ["MONOCHROME1", "MONOCHROME2"] {
      let file = SampleDICOM(
        isSigned: true, photometric: photometric, slope: numbers.slope, intercept: numbers.intercept)
      let path = try folder.file("a.dcm", file.bytes)
      let error = DICOMKit.error(of: decoder, path, scaling)
      guard case .dicom(_, .rescaled)? = error else {
        Issue.record("\(numbers) gives \(String(describing: error))")
        continue
      }
      #expect(error?.phrase.text(in: .korean).contains("(0028,1053) Rescale Slope") == true)
    }
  }

  /// Odd numbers that still make a picture.
  @Test(
    arguments: [
      ("0", nil), ("-1", nil), ("1e-20", nil), ("1e20", "-1e25"), ("0.000001", "100000"), ("1", "1e29"), ("-0", "0"),
    ] as [(String, String?)])
  func `odd slopes and intercepts make a picture`(_ slope: String, _ intercept: String?) throws {
    let decoder = DICOMDecoder(program: DICOMKit.program)
    for window in [nil, ("1e308", "1e308"), ("-1e308", "1"), ("0", "1.7e308"), ("1e308", "2")] as [(String, String)?] {
      for photometric in ["MONOCHROME1", "MONOCHROME2"] {
        let file = SampleDICOM(photometric: photometric, slope: slope, intercept: intercept, window: window)
        for scaling in DICOMFile.Scaling.allCases {
          #expect(try decoder.image(in: file.bytes, path: "a.dcm", scaling: scaling).samples.count == 12)
        }
      }
    }
  }

  @Test(arguments: ["nan", "inf", "-inf", "1e400", "0x10", ""])
  func `what is no number is refused with its tag`(_ text: String) throws {
    let (folder, decoder) = (try TemporaryFolder(), DICOMDecoder(program: DICOMKit.program))
    for tag: UInt32 in [0x0028_1053, 0x0028_1052, 0x0028_1050, 0x0028_1051] {
      var file = SampleDICOM()
      switch tag {
      case 0x0028_1053: file.slope = text
      case 0x0028_1052: file.intercept = text
      case 0x0028_1050: file.window = (text, "100")
      default: file.window = ("100", text)
      }
      let path = try folder.file("a.dcm", file.bytes)
      for scaling in DICOMFile.Scaling.allCases {
        switch DICOMKit.error(of: decoder, path, scaling) {
        case nil: continue
        case .dicom(_, .tagUnsupported(let found, _))?: #expect(found == DICOMTag(number: tag))
        case let error?: Issue.record("\(text) gives \(error)")
        }
      }
    }
  }

  @Test func `what holds no grey frame is refused with its tag`() throws {
    func tag(_ number: UInt32) -> DICOMTag { DICOMTag(number: number) }
    #expect(try DICOMKit.rejection(of: Array("no picture at all".utf8)) == .notDICOM)
    for needed: UInt32 in [0x0028_0004, 0x0028_0010, 0x0028_0011, 0x0028_0100, 0x7FE0_0010] {
      #expect(try DICOMKit.rejection(of: SampleDICOM(without: [needed]).bytes) == .tagMissing(tag: tag(needed)))
    }
    let odd: [(SampleDICOM, UInt32, String)] = [
      (SampleDICOM(photometric: "CMYK"), 0x0028_0004, "CMYK"),
      (SampleDICOM(samples: 3), 0x0028_0002, "3"), (SampleDICOM(frames: "1.5"), 0x0028_0008, "1.5"),
      (SampleDICOM(stored: 12, highBit: 16), 0x0028_0102, "16"),
      (SampleDICOM(slope: "steep"), 0x0028_1053, "steep"), (SampleDICOM(stored: 17), 0x0028_0101, "17"),
    ]
    for (file, number, found) in odd {
      #expect(try DICOMKit.rejection(of: file.bytes) == .tagUnsupported(tag: tag(number), found: found))
    }
  }

  @Test func `a claim that the bytes cannot meet is refused before memory is taken`() throws {
    let huge = SampleDICOM(columns: 60_000, rows: 60_000)
    #expect(try DICOMKit.rejection(of: huge.bytes) == .tooLarge(columns: 60_000, rows: 60_000, frames: 1))
    let large = SampleDICOM(columns: 8_000, rows: 8_000)
    #expect(try DICOMKit.rejection(of: large.bytes) == .tooShort(found: 24, expected: 128_000_000))
    #expect(try DICOMKit.rejection(of: SampleDICOM(rows: 4).bytes) == .tooShort(found: 24, expected: 32))
  }

  @Test func `a file that makes the decoder crash or hang costs one error`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.file("a.dcm", SampleDICOM().bytes)
    // Programs as they are: what stands in for the decoder can start nothing either.
    let crashing = DICOMDecoder(program: "/bin/false")
    #expect(throws: ImagingError.dicom(path: good, .crashed)) { try crashing.image(at: good) }
    let lying = DICOMDecoder(program: "/bin/cat")
    #expect(throws: ImagingError.dicom(path: good, .crashed)) { try lying.image(at: good) }
    let hanging = DICOMDecoder(program: "/usr/bin/wc", seconds: 0.2)
    #expect(throws: ImagingError.dicom(path: good, .overTime(seconds: 0))) { try hanging.image(at: good) }
    let missing = folder.path + "/nothing"
    #expect(throws: ImagingError.decoderMissing(program: missing, reason: "No such file or directory")) {
      try DICOMDecoder(program: missing).image(at: good)
    }
  }

  @Test func `files altered at random give an image or an error, and the next good one is read`() throws {
    let folder = try TemporaryFolder()
    let decoder = DICOMDecoder(program: DICOMKit.program, seconds: 1)
    let good = try folder.file("good.dcm", SampleDICOM().bytes)
    let expected = try decoder.image(at: good)
    var seeds = [SampleDICOM().bytes]
    if DICOMKit.isThere {
      for name in ["MR_small_RLE.dcm", "MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm"] {
        seeds.append([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(DICOMKit.folder)/\(name)"))))
      }
    }
    var random = SampleNoise()
    var (images, refusals) = (0, 0)
    for round in 0..<60 {
      var bytes = seeds[round % seeds.count]
      if round % 5 == 4 { bytes.removeLast(random.below(bytes.count)) }
      for _ in 0..<(1 + random.below(20)) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      let path = try folder.file("bad.dcm", bytes)
      switch DICOMKit.error(of: decoder, path, .range) {
      case nil: images += 1
      // A slow machine is no fault of the file's.
      case .dicom(_, .overTime)?: continue
      case .dicom(let named, _)?, .empty(let named)?:
        #expect(named == path)
        refusals += 1
      case let error?: Issue.record("round \(round) gives \(error)")
      }
    }
    #expect(images > 0, "no altered file gave an image: nothing was altered where it matters little")
    #expect(refusals > 5, "\(refusals) of 60 altered files were refused")
    #expect(try decoder.image(at: good) == expected)
  }
}

/// Numbers without order, the same in every run.
struct SampleNoise {
  private var state: UInt64 = 42

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}

@Suite(.enabled(if: DICOMKit.isThere && DICOMKit.isBuilt, "the real DICOM files are not beside the project"))
struct DICOMVarietyTests {
  @Test func `the same image reads the same in every transfer syntax`() throws {
    let decoder = DICOMDecoder(program: DICOMKit.program)
    let plain = try decoder.image(at: DICOMKit.folder + "/MR_small.dcm")
    #expect(plain.width == 64 && plain.height == 64)
    for name in try FileManager.default.contentsOfDirectory(atPath: DICOMKit.folder).sorted() {
      #expect(try decoder.image(at: "\(DICOMKit.folder)/\(name)") == plain, "\(name)")
    }
  }
}
