import Imaging
import Testing

@Suite struct LabelRuleTests {
  @Test func `rules are read as they are typed`() {
    #expect(LabelRule("any") == .any && LabelRule("Grey") == .grey && LabelRule("value") == .values([]))
    #expect(LabelRule("value=0,128,255") == .values([0, 128, 255]) && LabelRule("threshold") == .threshold(128))
    #expect(LabelRule("threshold=100") == .threshold(100))
    let (green, red) = (LabelColour(red: 0, green: 255, blue: 0), LabelColour(red: 255, green: 0, blue: 0))
    #expect(LabelRule("colour=green,#FF0000") == .colours([green, red]))
    for wrong in [
      "", "some", "value=", "value=1", "value=1,x", "value=1,1", "threshold=0", "threshold=256", "colour",
      "colour=mauve", "colour=red,red", "colour=black", "any=1",
    ] {
      #expect(LabelRule(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `the same picture means what the rule says`() throws {
    let values: [UInt8] = [0, 1, 100, 128, 255]
    let bytes = PNGFile.encode(values, width: 5, height: 1, layout: .grey)
    func read(_ rule: LabelRule) throws -> [UInt16] { try PNGFile.label(in: bytes, path: "a.png", by: rule).values }
    #expect(try read(.any) == [0, 1, 1, 1, 1])
    #expect(try read(.threshold(100)) == [0, 0, 1, 1, 1])
    #expect(try read(.values([])) == [0, 1, 100, 128, 255])
    #expect(try read(.grey) == [0, 1, 100, 128, 255])
  }

  @Test func `each pixel takes the nearest colour, and what is transparent is black`() throws {
    let pixels: [UInt8] = [
      0, 255, 0, 255, 250, 10, 20, 255, 20, 10, 5, 255, 0, 255, 0, 0, 90, 160, 90, 255,
    ]
    let bytes = PNGFile.encode(pixels, width: 5, height: 1, layout: .rgba)
    let rule = try #require(LabelRule("colour=green,red"))
    #expect(try PNGFile.label(in: bytes, path: "a.png", by: rule).values == [1, 2, 0, 0, 1])
  }

  @Test func `deep pictures keep their intensities`() throws {
    let image = GreyImage(width: 3, height: 1, samples: [0, 1000, 4095], maximum: 4095)
    let back = try PNGFile.image(in: PNGFile.encodeDeep(image), path: "a.png")
    #expect(back.maximum == 65_535 && back.samples == [0, 16_004, 65_535])
  }
}
