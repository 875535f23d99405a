import Networks
import Testing

@Suite struct ConfusionCountsTests {
  @Test func countsClassOneAgainstTheRest() {
    var counts = ConfusionCounts(labels: [1, 1, 1, 0, 2, 0, 0, 2], prediction: [1, 0, 2, 1, 1, 0, 2, 0])
    #expect(counts == ConfusionCounts(truePositives: 1, falsePositives: 2, falseNegatives: 2, trueNegatives: 3))
    #expect(counts.pixels == 8)
    #expect(counts.accuracy == 0.5)
    #expect(counts.precision == 1.0 / 3)
    #expect(counts.recall == 1.0 / 3)
    #expect(counts.iou == 0.2)
    #expect(counts.dice == 1.0 / 3)
    counts.add(ConfusionCounts(truePositives: 4, trueNegatives: 1))
    #expect(counts.dice == 10.0 / 14 && counts.pixels == 13)
  }

  @Test func whatIsEmptyOnBothSidesIsPerfect() {
    let nothing = ConfusionCounts(labels: [0, 0], prediction: [0, 0])
    #expect(nothing.dice == 1 && nothing.iou == 1 && nothing.precision == 1 && nothing.recall == 1)
    let none = ConfusionCounts()
    #expect(none.accuracy == 1)
    let missed = ConfusionCounts(labels: [1, 0], prediction: [0, 0])
    #expect(missed.dice == 0 && missed.recall == 0 && missed.precision == nil)
    let invented = ConfusionCounts(labels: [0, 0], prediction: [1, 0])
    #expect(invented.dice == 0 && invented.precision == 0 && invented.recall == nil)
  }
}
