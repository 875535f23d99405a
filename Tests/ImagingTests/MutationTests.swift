import Foundation
import Imaging
import Testing

/// Files altered at random, by a hundred ways in a run and by thousands with `SEGLAB_MUTATIONS`: each is an image within its bounds or
/// an error that names it, in a moment.
@Suite struct MutationTests {
  private static let rounds = ProcessInfo.processInfo.environment["SEGLAB_MUTATIONS"].flatMap { Int($0) } ?? 100
  /// Seconds that a file of a few bytes may take on a busy machine.
  private static let patience = 5.0

  private static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// One of the ways in which files get damaged: bytes changed, a piece gone, twice there or of noise, the end gone.
  private static func alter(_ bytes: [UInt8], _ random: inout SampleNoise) -> [UInt8] {
    var bytes = bytes
    let place = random.below(bytes.count)
    let piece = place..<min(bytes.count, place + 1 + random.below(12))
    switch random.below(6) {
    case 0: bytes.removeLast(bytes.count - place)
    case 1: bytes.removeSubrange(piece)
    case 2: bytes.insert(contentsOf: bytes[piece], at: place)
    case 3: for index in piece { bytes[index] = [0, 0x7F, 0x80, 0xFF][random.below(4)] }
    default: for _ in 0..<(1 + random.below(4)) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
    }
    return bytes
  }

  /// The parts of a PNG file with sums that fit, so that damage within them is not all found by these.
  private static func resealed(_ bytes: [UInt8]) -> [UInt8] {
    var (result, place) = (Array(bytes.prefix(8)), 8)
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - place - 12 else { break }
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      let content = Array(bytes[place + 8..<place + 8 + length])
      // A type that is no text cannot be sealed anew.
      result += type.utf8.count == 4 ? SamplePNG.chunk(type, content) : Array(bytes[place..<place + 12 + length])
      place += 12 + length
    }
    return result + bytes[min(place, bytes.count)...]
  }

  private func isWithinBounds(_ image: GreyImage) -> Bool {
    image.samples.count == image.width * image.height && image.samples.allSatisfy { $0 <= image.maximum }
  }

  @Test func `PNG images and labels`() throws {
    var random = SampleNoise()
    let note: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    let seeds = PNGReadingTests.kinds.map { kind in
      var bytes = SamplePNG(
        width: 7, height: 5, bits: kind.bits, colourType: kind.colourType,
        palette: kind.colourType == 3 ? [(0, 0, 0), (250, 0, 0)] : []
      ) { x, y, _ in (x + y) & 1 }.bytes
      bytes.insert(contentsOf: SamplePNG.chunk("eXIf", note), at: bytes.count - 12)
      return bytes
    }
    let rules: [LabelRule] = [
      .any, .values([]), .grey, .threshold(9), .colours([LabelColour(red: 9, green: 0, blue: 0)]),
    ]
    var (images, refusals) = (0, 0)
    for round in 0..<Self.rounds {
      let altered = Self.alter(seeds[round % seeds.count], &random)
      let bytes = round % 3 == 0 ? altered : Self.resealed(altered)
      let start = ContinuousClock.now
      do throws(ImagingError) {
        let image = try PNGFile.image(in: bytes, path: "a.png")
        #expect(isWithinBounds(image), "round \(round)")
        images += 1
        let label = try PNGFile.label(in: bytes, path: "a.png", by: rules[round % rules.count])
        #expect(label.values.count == image.samples.count && label.width == image.width, "round \(round)")
      } catch {
        #expect(error.path == "a.png", "round \(round)")
        refusals += 1
      }
      #expect(ContinuousClock.now - start < .seconds(Self.patience), "round \(round)")
    }
    #expect(images > Self.rounds / 50 && refusals > Self.rounds / 3, "\(images) images, \(refusals) refusals")
  }

  @Test func `JPEG images`() throws {
    var random = SampleNoise()
    let tags: [UInt8] =
      Array("Exif".utf8) + [0, 0, 0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 5, 0, 0, 0]
    var seeds = try ["grey.jpg", "progressive.jpg", "colour.jpg", "four.jpg"].map(Self.fixture)
    seeds.append(Array(seeds[0][..<2]) + [0xFF, 0xE1, 0, UInt8(tags.count + 2)] + tags + seeds[0][2...])
    var (images, refusals) = (0, 0)
    for round in 0..<Self.rounds {
      let bytes = Self.alter(seeds[round % seeds.count], &random)
      let start = ContinuousClock.now
      do throws(ImagingError) {
        #expect(isWithinBounds(try JPEGFile.image(in: bytes, path: "a.jpg")), "round \(round)")
        images += 1
      } catch {
        #expect(error.path == "a.jpg", "round \(round)")
        refusals += 1
      }
      #expect(ContinuousClock.now - start < .seconds(Self.patience), "round \(round)")
    }
    #expect(images > Self.rounds / 50 && refusals > Self.rounds / 5, "\(images) images, \(refusals) refusals")
  }

  @Test func `contours`() throws {
    var random = SampleNoise()
    let folder = try TemporaryFolder()
    let sound = Array("10.50 12.00\n14.00 12.50\n\n14.50 20.00\r\n9.00,20.50\n".utf8)
    var (contours, refusals) = (0, 0)
    for round in 0..<Self.rounds {
      let path = try folder.file("a.txt", Self.alter(sound, &random))
      do throws(ImagingError) {
        let contour = try Contour.read(path)
        #expect(contour.points.allSatisfy { abs($0.x) < 1e6 && abs($0.y) < 1e6 }, "round \(round)")
        guard contour.fits(width: 32, height: 24) else { continue }
        var classes = [UInt8](repeating: 0, count: 32 * 24)
        for rule in Contour.RasterRule.allCases { contour.fill(1, into: &classes, width: 32, height: 24, rule: rule) }
        contours += 1
      } catch {
        #expect(error.path == path, "round \(round)")
        refusals += 1
      }
    }
    #expect(contours > Self.rounds / 20 && refusals > Self.rounds / 20, "\(contours) contours, \(refusals) refusals")
  }

  @Test(.enabled(if: DICOMKit.isBuilt, "the decoding program is not built"))
  func `DICOM files of every kind`() throws {
    var random = SampleNoise()
    let decoder = DICOMDecoder(program: DICOMKit.program, seconds: 5)
    var colours = SampleDICOM(columns: 2, rows: 2, bits: 8, photometric: "RGB", samples: 3, values: Array(0..<12))
    colours.isPlanar = true
    var palette = SampleDICOM(columns: 2, rows: 2, bits: 8, photometric: "PALETTE COLOR", values: [0, 1, 2, 1])
    palette.palette = [(0, 0, 0), (255, 0, 0), (0, 0, 255)]
    var table = SampleDICOM(columns: 2, rows: 2, values: [0, 1, 2, 1])
    table.table = [3, 2, 1]
    var window = SampleDICOM(slope: "0.5", intercept: "-3", window: ("500", "400"))
    window.function = "SIGMOID"
    let seeds = [
      SampleDICOM().bytes, colours.bytes, palette.bytes, table.bytes, window.bytes,
      SampleDICOM(rows: 1, frames: "3").bytes,
      SampleDICOM(bits: 32, stored: 24).bytes,
    ]
    var (images, refusals) = (0, 0)
    for round in 0..<Self.rounds {
      let bytes = Self.alter(seeds[round % seeds.count], &random)
      do throws(ImagingError) {
        let scaling = DICOMFile.Scaling.allCases[round % 2]
        let frames = try decoder.frames(in: bytes, path: "a.dcm", scaling: scaling)
        #expect(!frames.isEmpty && frames.allSatisfy(isWithinBounds), "round \(round)")
        images += 1
      } catch {
        #expect(error.path == "a.dcm", "round \(round)")
        refusals += 1
      }
    }
    #expect(images > Self.rounds / 20 && refusals > Self.rounds / 10, "\(images) images, \(refusals) refusals")
    #expect(try decoder.frames(in: seeds[0], path: "a.dcm")[0].maximum == 1100)
  }
}
