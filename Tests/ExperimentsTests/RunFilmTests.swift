import Digests
import Foundation
import Testing

@testable import Experiments

/// What a network made of a few images on the way: when it is looked at, what is kept, and who is believed.
struct RunFilmTests {
  private static func film(frames: Int = 3, side: Int = 8) -> RunFilm {
    let pixels = (0..<side * side).map { UInt8($0 % 3 == 0 ? 1 : 0) }
    return RunFilm(images: [
      RunFilm.Image(
        name: "image-1", width: side, height: side, intensities: Data(pixels), label: Data(pixels),
        frames: (0..<frames).map { RunFilm.Frame(after: (steps: $0 + 1, epochs: 0.5), dice: 0.25, classes: pixels) })
    ])
  }

  @Test(arguments: [(1, 10.0), (5, 10), (60, 234), (7020, 234), (30, 1), (1_000_000, 7)])
  func momentsRiseToTheLastStep(steps: Int, stepsPerEpoch: Double) {
    let moments = Array(FilmMaker.moments(of: steps, stepsPerEpoch: stepsPerEpoch))
    #expect(moments == moments.sorted() && Set(moments).count == moments.count)
    #expect(moments.count <= RunFilm.mostFrames && moments.last == steps && moments[0] >= 1)
  }

  @Test func longTrainingsAreLookedAtAfterEpochs() {
    #expect(FilmMaker.moments(of: 30 * 234, stepsPerEpoch: 234).allSatisfy { $0 % 234 == 0 })
    #expect(FilmMaker.moments(of: 0, stepsPerEpoch: 1).isEmpty)
  }

  @Test(arguments: [[], [0], [1, 1, 1], [0, 1, 0, 1, 7], Array(repeating: 2, count: 700)] as [[UInt8]])
  func classesComeBackAsTheyWere(_ classes: [UInt8]) {
    #expect(RunFilm.Frame(after: (1, 1), dice: 1, classes: classes).classes == classes)
  }

  @Test func imagesAreMadeSmall() {
    let (pixels, width, height) = RunFilm.thinned((0..<30).map(UInt8.init), width: 6, by: 2)
    #expect(pixels == [0, 2, 4, 12, 14, 16, 24, 26, 28] && width == 3 && height == 3)
    for side in [1, 127, 128, 129, 512, 10_000] {
      let step = RunFilm.step(height: side, width: 3)
      #expect((side + step - 1) / step <= RunFilm.mostSide)
    }
  }

  @Test func onlyWhatWasSealedHereIsBelieved() throws {
    let (key, run) = (SealKey.ofThisProcess, String(repeating: "a", count: 64))
    let film = Self.film()
    let bytes = try film.bytes(of: run, sealedBy: key)
    #expect(RunFilm(bytes, of: run, sealedBy: key) == film)
    #expect(RunFilm(bytes, of: String(repeating: "b", count: 64), sealedBy: key) == nil)
    for place in [0, 10, bytes.count - 5] {
      var forged = bytes
      forged[place] ^= 1
      #expect(RunFilm(forged, of: run, sealedBy: key) == nil, "\(place)")
    }
    #expect(RunFilm([], of: run, sealedBy: key) == nil)
  }

  /// A report may come from anybody: no film in it is larger than those that are kept.
  @Test func whatIsTooLargeIsNotRead() throws {
    func read(_ film: RunFilm) throws -> RunFilm {
      try JSONDecoder().decode(RunFilm.self, from: JSONEncoder().encode(film))
    }
    #expect(try read(Self.film()) == Self.film())
    #expect(throws: DecodingError.self) { try read(Self.film(frames: RunFilm.mostFrames + 1)) }
    #expect(throws: DecodingError.self) { try read(Self.film(side: RunFilm.mostSide + 1)) }
    let small = Self.film().images[0]
    let wrong = RunFilm.Image(
      name: "x", width: 9, height: 8, intensities: small.intensities, label: small.label, frames: small.frames)
    #expect(throws: DecodingError.self) { try read(RunFilm(images: [wrong])) }
  }
}
