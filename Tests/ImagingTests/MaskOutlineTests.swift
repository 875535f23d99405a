import Testing

@testable import Imaging

@Suite struct MaskOutlineTests {
  private func outline(_ mask: [Bool], width: Int) -> String {
    MaskOutline(mask, width: width, mostCorners: OverlayPicture.mostCorners).path
  }

  @Test("an outline goes around areas, and holes in them the other way; noise is thinned until it is bounded")
  func outlines() {
    let ring = (0..<25).map { [6, 7, 8, 11, 13, 16, 17, 18].contains($0) }
    #expect(outline(ring, width: 5) == "M1 1h3v3h-3zM2 2v1h1v-1z")
    #expect(outline([], width: 0).isEmpty && outline([true], width: 1) == "M0 0h1v1h-1z")
    // Pixels that touch at a corner are two areas or one, and each corner is there once.
    #expect(outline([true, false, false, true], width: 2).filter { $0 == "z" }.count >= 1)
    let noise = (0..<65_536).map { ($0 / 256 + $0) % 2 == 0 }
    #expect(outline(noise, width: 256).utf8.count < 100_000)
  }
}
