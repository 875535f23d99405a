import Foundation
import Testing

@testable import Kernels

@Suite struct LanesFunctionsTests {
  @Test func theExponentialIsNearTheTrueOneEverywhere() {
    var worst = 0.0
    for x in stride(from: Float(-87), through: 88.7, by: 0.001_3) {
      let truth = exp(Double(x))
      worst = max(worst, abs(Double(Lanes.exponential(Lanes(repeating: x))[7]) - truth) / truth)
    }
    #expect(worst < 2.4e-7)
  }

  @Test func theExponentialKnowsItsEnds() {
    var x = Lanes(repeating: 0)
    (x[0], x[1], x[2], x[3], x[4]) = (-100, .infinity, -.infinity, 89, .nan)
    let y = Lanes.exponential(x)
    #expect(y[0] == 0 && y[1] == .infinity && y[2] == 0 && y[3] == .infinity && y[4].isNaN && y[5] == 1)
  }

  @Test func theLogarithmIsNearTheTrueOne() {
    var worst = 0.0
    for exponent in stride(from: -37.0, through: 38, by: 0.001_7) {
      let x = Float(pow(10, exponent))
      let truth = log(Double(x))
      worst = max(worst, abs(Double(Lanes.logarithm(Lanes(repeating: x))[3]) - truth) / max(abs(truth), 1e-3))
    }
    #expect(worst < 2.4e-7)
    #expect(Lanes.logarithm(Lanes(repeating: 1)) == Lanes(repeating: 0))
  }

  @Test func theQuantileInvertsTheTruncatedDistribution() {
    let inside = erf(2.squareRoot())
    for draw in stride(from: -0.999_999, through: 0.999_999, by: 0.000_7) {
      let z = Double(Lanes.truncatedNormalQuantile(Lanes(repeating: Float(draw)))[0])
      #expect(abs(z) < 2)
      #expect(abs(erf(z / 2.squareRoot()) / inside - draw) < 4e-7)
    }
  }

  @Test func sumsRunHalvesFirst() {
    var lanes = Lanes.zero
    for index in 0..<16 { lanes[index] = Float(1 << index) }
    #expect(lanes.total == 65_535)
  }
}
