import Datasets
import Imaging
import Testing

@Suite struct SetSummaryTests {
  @Test func `the numbers are those worked out by hand`() {
    let summary = SetSummary(of: SampleSets.varied)
    #expect(summary.count == 2 && summary.patients == 2 && summary.emptyLabels == 0)
    #expect(summary.sizes.map { "\($0.size) \($0.images)" } == ["2 x 2 1", "3 x 1 1"])
    let pixels: [Double] = [4, 1, 2]
    #expect(summary.classShares == pixels.map { $0 / 7 })
    #expect(summary.baselineAccuracy == pixels[0] / 7)
    let twelveBits: [Double] = [0, 1591, 4095]
    let eightBits: [Double] = [9, 8, 7, 6]
    let values: [Double] = twelveBits.map { $0 / 4095 } + eightBits.map { $0 / 255 }
    var (mean, variance) = (0.0, 0.0)
    for value in values { mean += value / 7 }
    for value in values { variance += (value - mean) * (value - mean) / 7 }
    #expect((summary.mean - mean).magnitude < 1e-12)
    #expect((summary.standardDeviation - variance.squareRoot()).magnitude < 1e-12)
    #expect(summary.minimum == 0 && summary.maximum == 1)
  }

  @Test func `labels without anything but background are counted`() {
    let samples = SampleSets.make(patients: 1, slices: 1).samples
    let empty = LabelledImage(
      id: "empty", patient: "p", image: samples[0].image,
      label: Mask(width: 4, height: 3, classes: [UInt8](repeating: 0, count: 12)))
    #expect(SetSummary(of: ImageMaskSet(name: "x", samples: samples + [empty])).emptyLabels == 1)
  }
}
