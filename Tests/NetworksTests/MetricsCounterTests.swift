import Foundation
import Testing

@testable import Networks

@Suite struct MetricsCounterTests {
  @Test func metricsAreTheOnesWorkedOutByHand() {
    var counter = MetricsCounter(height: 2, width: 2, measuresDistances: true)
    counter.add(loss: 0.5, labels: [0, 0, 1, 1], prediction: [0, 1, 1, 1])
    counter.add(loss: 1, labels: [0, 0, 0, 0], prediction: [0, 0, 0, 0])
    counter.add(loss: 0.75, labels: [1, 0, 2, 0], prediction: [0, 0, 2, 1])
    let metrics = counter.metrics
    #expect(metrics.loss == 0.75)
    #expect(metrics.accuracy == 9.0 / 12)
    #expect(metrics.baselineAccuracy == 8.0 / 12)
    // Intersections 2 + 0 + 0, sizes (2 + 3) + 0 + (1 + 1).
    #expect(metrics.dice == 4.0 / 7)
    let mean = (4.0 / 5 + 1 + 0) / 3
    #expect(abs(metrics.meanDice - mean) < 1e-12)
    // Each prediction against the next image's label: 0 of (3 + 0), 0 of (0 + 1), 1 of (1 + 2).
    #expect(metrics.swappedDice == 2.0 / 7)
    let confusion = ConfusionCounts(truePositives: 2, falsePositives: 2, falseNegatives: 1, trueNegatives: 7)
    #expect(metrics.confusion == confusion)
    #expect(abs(metrics.iou - confusion.iou) < 1e-12)
    #expect(metrics.precision == 0.5)
    #expect(metrics.recall == 2.0 / 3)
  }

  @Test func nothingAgainstNothingIsAPerfectOverlap() {
    var counter = MetricsCounter(height: 1, width: 2, measuresDistances: true)
    counter.add(loss: 0, labels: [0, 0], prediction: [0, 0])
    let metrics = counter.metrics
    #expect(metrics.dice == 1 && metrics.meanDice == 1 && metrics.swappedDice == 1 && metrics.iou == 1)
    #expect(metrics.precision == 1 && metrics.recall == 1 && metrics.hausdorff95 == nil)
  }

  @Test func whereNothingIsAndNothingWasFoundNoOutlinesLieAnyDistanceApart() {
    var counter = MetricsCounter(height: 1, width: 5, measuresDistances: true)
    counter.add(loss: 0, labels: [0, 0, 0, 0, 0], prediction: [0, 0, 0, 0, 0])
    counter.add(loss: 0, labels: [1, 0, 0, 0, 0], prediction: [0, 0, 0, 1, 0])
    counter.add(loss: 0, labels: [1, 0, 0, 0, 0], prediction: [0, 0, 0, 0, 0])
    #expect(counter.metrics.hausdorff95 == 3)
  }

  @Test func recordsFromBeforeSomethingWasMeasuredCanBeRead() throws {
    let old = Metrics(
      loss: 1, accuracy: 0.5, dice: 0.4, meanDice: 0.3, baselineAccuracy: 0.9, swappedDice: 0.1)
    let text = """
      {"loss": 1, "accuracy": 0.5, "dice": 0.4, "meanDice": 0.3, "baselineAccuracy": 0.9, "swappedDice": 0.1}
      """
    #expect(try JSONDecoder().decode(Metrics.self, from: Data(text.utf8)) == old)
    #expect(old.iou == 0.25 && old.precision == nil && old.recall == nil)
  }
}
