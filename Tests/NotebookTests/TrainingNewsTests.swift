import Checking
import Experiments
import Messages
import Networks
import SegLab
import Testing

@testable import Notebook

/// What a page is told while something trains.
struct TrainingNewsTests {
  private static func metrics(_ dice: Double) -> Metrics {
    Metrics(loss: 1, accuracy: 0.9, dice: dice, meanDice: dice, baselineAccuracy: 0.9, swappedDice: 0)
  }

  @Test func aSweepGrowsAndTheFirstOfTheBestIsMarked() {
    var news = TrainingNews(experiment: "search")
    let rates = [0.1, 0.2, 0.3, 0.4]
    let found = [0.5, nil, 0.7, 0.7]
    for (rate, dice) in zip(rates, found) {
      let metrics = dice.map(Self.metrics)
      let isNew = news.take(
        .member(SweepMember(training: Training(learningRate: rate), metrics: metrics, run: dice == nil ? "" : "r")),
        .english)
      #expect(!isNew)
    }
    #expect(news.sweep.map(\.training.learningRate) == rates)
    #expect(news.sweep.map(\.isBest) == [false, false, true, false])
    // The next training of the same sweep changes nothing of it; another experiment's begins anew.
    _ = news.take(.began(name: "search", number: 5, count: 8), .english)
    #expect(news.sweep.count == 4)
    _ = news.take(.began(name: "other", number: 1, count: 2), .english)
    #expect(news.sweep.isEmpty)
  }
}
