internal import Tensors

/// The memory that a network works in: all of it is taken before the first step.
final class Arena {
  /// How many numbers it holds.
  let count: Int
  private let memory: AlignedBuffer

  /// Gives every region that is ever used its place.
  ///
  /// - Parameter regions: the regions, each once, their lifetimes known.
  init(_ regions: [Region]) {
    let used = regions.compactMap { region in region.lifetime.map { (region, $0) } }
    let plan = MemoryPlan(used.map { MemoryPlan.Request(count: $0.0.count, lifetime: $0.1) })
    count = plan.total
    memory = AlignedBuffer(count: plan.total)
    for (index, (region, _)) in used.enumerated() {
      region.put(at: memory.pointer + plan.offsets[index])
    }
  }
}
