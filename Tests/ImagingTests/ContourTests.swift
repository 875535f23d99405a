import Imaging
import Testing

@Suite struct ContourTests {
  private func filled(_ points: [(Double, Double)], _ rule: Contour.RasterRule) -> [String] {
    var classes = [UInt8](repeating: 0, count: 8 * 6)
    Contour(points: points.map { SIMD2($0.0, $0.1) }).fill(1, into: &classes, width: 8, height: 6, rule: rule)
    return (0..<6).map { row in String(classes[row * 8..<row * 8 + 8].map { $0 == 0 ? "." : "#" }) }
  }

  @Test func `the course's way cuts corners to whole pixels and takes the edges too`() {
    #expect(
      filled([(1.5, 1.5), (5.9, 1.5), (5.9, 4.2), (1.5, 4.2)], .course)
        == ["........", ".#####..", ".#####..", ".#####..", ".#####..", "........"])
    #expect(
      filled([(6.5, 0.5), (0.5, 4.5)], .course)
        == ["......#.", "....##..", "...#....", ".##.....", "#.......", "........"])
  }

  @Test func `pixel centres are taken where they lie inside`() {
    #expect(
      filled([(1, 1), (5, 1), (5, 4), (1, 4)], .centre)
        == ["........", ".####...", ".####...", ".####...", "........", "........"])
    #expect(
      filled([(0, 0), (8, 0), (0, 6)], .centre)
        == ["#######.", "######..", "#####...", "###.....", "##......", "#......."])
  }

  @Test func `contour files are read, and bad lines named`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.file("a.txt", Array("118.50 98.50\r\n119.00\t98.00\n\n".utf8))
    #expect(try Contour.read(good).points == [SIMD2(118.5, 98.5), SIMD2(119, 98)])
    let bad = try folder.file("b.txt", Array("1 2\n3 4 5\n".utf8))
    #expect(throws: ImagingError.contourLine(path: bad, line: 2, found: "3 4 5")) { try Contour.read(bad) }
    for text in ["x y", "1", "nan 1", "1e9 2"] {
      let path = try folder.file("c.txt", Array(text.utf8))
      #expect(throws: ImagingError.contourLine(path: path, line: 1, found: text)) { try Contour.read(path) }
    }
    let empty = try folder.file("d.txt", Array("\n\n".utf8))
    #expect(throws: ImagingError.empty(path: empty)) { try Contour.read(empty) }
    #expect(!Contour(points: [SIMD2(9, 0)]).fits(width: 8, height: 6))
  }

  @Test func `images are mixed and labels are not where sizes change`() {
    let image = GreyImage(width: 4, height: 1, samples: [0, 100, 100, 200])
    #expect(image.resized(width: 2, height: 1).samples == [57, 143])
    #expect(image.resized(width: 8, height: 2).samples.count == 16)
    let label = LabelValues(width: 4, height: 1, values: [0, 7, 9, 9], hasGreyLevels: false)
    #expect(label.resized(width: 2, height: 1).values == [7, 9])
    #expect(label.resized(width: 8, height: 1).values == [0, 0, 7, 7, 9, 9, 9, 9])
  }
}
