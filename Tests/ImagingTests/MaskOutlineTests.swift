import Testing

@testable import Imaging

@Suite struct MaskOutlineTests {
  private func outline(_ mask: [Bool], width: Int) -> String? {
    MaskOutline(mask, width: width, mostCorners: OverlayPicture.mostCorners)?.path
  }

  @Test("an outline goes around areas, and holes in them the other way; noise has none")
  func outlines() {
    let ring = (0..<25).map { [6, 7, 8, 11, 13, 16, 17, 18].contains($0) }
    #expect(outline(ring, width: 5) == "M1 1h3v3h-3zM2 2v1h1v-1z")
    #expect(outline([], width: 0) == "" && outline([true], width: 1) == "M0 0h1v1h-1z")
    // Pixels that touch at a corner are two areas or one, and each corner is there once.
    #expect(outline([true, false, false, true], width: 2)?.contains("z") == true)
    #expect(outline((0..<65_536).map { ($0 / 256 + $0) % 2 == 0 }, width: 256) == nil)
  }

  @Test("noise is drawn as pixels, thinned until they are few bytes; the same pixels, where they are not thinned")
  func pixels() throws {
    var seed: UInt64 = 1
    let noise = (0..<65_536).map { _ -> UInt8 in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(seed >> 63)
    }
    func picture(_ label: [UInt8], width: Int) -> OverlayPicture {
      OverlayPicture(
        width: width, height: label.count / width, image: label, label: label,
        prediction: label.map { _ in 0 })
    }
    guard case .pixels(let thinned, let scale) = picture(noise, width: 256).drawing(of: .label) else {
      Issue.record("noise has an outline")
      return
    }
    #expect(scale == 4 && thinned.width == 64 && thinned.file.count <= 800)
    let everyFourth: [UInt8] = (0..<64).flatMap { y in (0..<64).map { x in noise[y * 1_024 + x * 4] } }
    #expect(thinned.indices == everyFourth)
    let small = Array(noise[..<4_096])
    #expect(
      picture(small, width: 64).drawing(of: .missed)
        == .pixels(
          IndexedPicture(
            width: 64, height: 64, indices: small, palette: [0, 0, 0] + OverlayColour.label, isFirstClear: true),
          scale: 1))
    // An outline is bounded all the same.
    #expect(picture(noise, width: 256).outline(of: .label).utf8.count < 3_000)
    let block = (0..<4_096).map { UInt8($0 / 64 > 9 && $0 % 64 > 9 ? 1 : 0) }
    #expect(picture(block, width: 64).drawing(of: .label) == .outline("M10 10h54v54h-54z"))
  }
}
