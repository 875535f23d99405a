import Tensors
import Testing

@testable import Networks

@Suite struct MemoryPlanTests {
  @Test(arguments: 0..<200) func whatIsNeededAtTheSameTimeNeverOverlaps(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let requests = (0..<random.below(40)).map { _ in
      let start = random.below(30)
      return MemoryPlan.Request(count: random.below(1_000), lifetime: start...start + random.below(12))
    }
    let plan = MemoryPlan(requests)
    #expect(plan.offsets.count == requests.count)
    let places = zip(requests, plan.offsets).map { (request: $0, range: $1..<$1 + max(1, $0.count)) }
    for (index, one) in places.enumerated() {
      #expect(one.range.lowerBound % MemoryPlan.alignment == 0 && one.range.upperBound <= plan.total)
      for other in places[..<index] where one.request.lifetime.overlaps(other.request.lifetime) {
        #expect(!one.range.overlaps(other.range))
      }
    }
    // Never more than all side by side, never less than what is needed at once.
    let sizes = requests.map { (max(1, $0.count) + 15) / 16 * 16 }
    #expect(plan.total <= sizes.reduce(0, +))
    for time in 0..<42 {
      let needed = zip(requests, sizes).filter { $0.0.lifetime.contains(time) }.reduce(0) { $0 + $1.1 }
      #expect(needed <= plan.total)
    }
  }

  @Test func memoryIsUsedAgain() {
    let requests = (0..<10).map { MemoryPlan.Request(count: 64, lifetime: $0...$0 + 1) }
    #expect(MemoryPlan(requests).total == 128)
  }
}
