import Testing

@testable import Networks

@Suite struct MetricsCounterTests {
  @Test func metricsAreTheOnesWorkedOutByHand() {
    var counter = MetricsCounter()
    counter.add(loss: 4, labels: [0, 0, 1, 1], prediction: [0, 1, 1, 1])
    counter.add(loss: 2, labels: [0, 0, 0, 0], prediction: [0, 0, 0, 0])
    counter.add(loss: 3, labels: [1, 0, 2, 0], prediction: [0, 0, 2, 1])
    let metrics = counter.metrics(swapped: MetricsCounter.Overlap([1, 1, 0], [1, 0, 0]))
    #expect(metrics.loss == 0.75)
    #expect(metrics.accuracy == 9.0 / 12)
    #expect(metrics.baselineAccuracy == 8.0 / 12)
    // Intersections 2 + 0 + 0, sizes (2 + 3) + 0 + (1 + 1).
    #expect(metrics.dice == 4.0 / 7)
    #expect(abs(metrics.meanDice - (4.0 / 5 + 1 + 0) / 3) < 1e-12)
    #expect(metrics.swappedDice == 2.0 / 3)
  }

  @Test func nothingAgainstNothingIsAPerfectOverlap() {
    var counter = MetricsCounter()
    counter.add(loss: 0, labels: [0, 0], prediction: [0, 0])
    let metrics = counter.metrics(swapped: MetricsCounter.Overlap())
    #expect(metrics.dice == 1 && metrics.meanDice == 1 && metrics.swappedDice == 1)
  }
}
