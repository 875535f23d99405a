import Foundation
import SegLab
import Testing

@testable import Networks

@Suite struct LearningRateTests {
  func rates(_ schedule: Schedule?, _ steps: [Int]) -> [Double] {
    let rate = LearningRate(Training(learningRate: 0.8, decayRate: 0.5, decaySteps: 3, schedule: schedule))
    return steps.map { rate($0) }
  }

  @Test func withoutAScheduleItGoesDownTheStaircaseOfTheLabs() {
    #expect(rates(nil, [0, 2, 3, 5, 6]) == [0.8, 0.8, 0.4, 0.4, 0.2])
  }

  @Test func aConstantStays() { #expect(rates(.constant, [0, 1_000]) == [0.8, 0.8]) }

  @Test func anExponentialFallsStepByStepOrSmoothly() {
    #expect(rates(.exponential(rate: 0.25, steps: 2), [0, 1, 2, 4]) == [0.8, 0.8, 0.2, 0.05])
    let smooth = rates(.exponential(rate: 0.25, steps: 2, staircase: false), [0, 1, 2])
    for (found, expected) in zip(smooth, [0.8, 0.4, 0.2]) { #expect(abs(found - expected) < 1e-15) }
  }

  @Test func stepsMultiplyAgainAndAgain() {
    #expect(rates(.step(every: 2, factor: 0.5), [0, 1, 2, 3, 4]) == [0.8, 0.8, 0.4, 0.4, 0.2])
  }

  @Test func aCosineFallsToItsEndAndStays() {
    let found = rates(.cosine(steps: 4, final: 0.1), [0, 2, 4, 9])
    for (found, expected) in zip(found, [0.8, 0.8 * 0.55, 0.08, 0.08]) { #expect(abs(found - expected) < 1e-15) }
  }

  @Test func aWarmUpRisesAndHandsOver() {
    let found = rates(.warmUp(steps: 4, then: .step(every: 2, factor: 0.5)), [0, 1, 3, 4, 5, 6])
    #expect(found == [0.2, 0.4, 0.8, 0.8, 0.8, 0.4])
  }
}
