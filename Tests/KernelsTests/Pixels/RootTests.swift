import Testing

@testable import Kernels

@Suite struct RootTests {
  @Test func theRootIsNearTheTrueOneEverywhere() {
    var x = Float.leastNormalMagnitude
    while x < 1e38 {
      let truth = x.squareRoot()
      #expect(abs(Lanes.root(Lanes(repeating: x))[5] - truth) <= truth.ulp)
      x *= 1.003_7
    }
  }

  @Test func theRootKnowsItsEnds() {
    #expect(Lanes.root(Lanes(repeating: 0)) == Lanes(repeating: 0))
    #expect(Lanes.root(Lanes(repeating: .infinity))[0] == .infinity)
    #expect(Lanes.root(Lanes(repeating: .nan))[0].isNaN)
    #expect(Lanes.root(Lanes(repeating: 1)) == Lanes(repeating: 1))
  }
}
