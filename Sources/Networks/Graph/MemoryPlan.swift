internal import Kernels
internal import Tensors

/// Where stretches of memory that are needed at different times lie in one piece of memory, so that it is as small as may be.
///
/// The largest stretch is placed first, each at the lowest place that is free as long as it is needed.
struct MemoryPlan {
  /// A stretch to place.
  struct Request {
    /// How many numbers it holds.
    let count: Int
    /// When it is needed, ends included.
    let lifetime: ClosedRange<Int>
  }

  /// Where each request begins, in the order of the requests; each at a multiple of ``alignment``.
  let offsets: [Int]
  /// How many numbers all of them together take.
  let total: Int

  /// Stretches begin on cache lines of their own, at whole lanes.
  static let alignment = 16

  /// - Parameter requests: what to place.
  /// - Complexity: the square of the number of requests.
  init(_ requests: [Request]) {
    var offsets = Array(repeating: 0, count: requests.count)
    var placed: [(index: Int, range: Range<Int>)] = []
    // Equal sizes in order, so that equal requests are placed alike.
    let order = requests.indices.sorted { (-requests[$0].count, $0) < (-requests[$1].count, $1) }
    for index in order {
      let size = Self.rounded(requests[index].count)
      var offset = 0
      // By ascending offset: the first gap that is wide enough.
      for other in placed where requests[other.index].lifetime.overlaps(requests[index].lifetime) {
        if other.range.lowerBound >= offset + size { break }
        offset = max(offset, other.range.upperBound)
      }
      offsets[index] = offset
      let position = placed.firstIndex { $0.range.lowerBound > offset } ?? placed.endIndex
      placed.insert((index, offset..<offset + size), at: position)
    }
    self.offsets = offsets
    total = placed.map(\.range.upperBound).max() ?? 0
  }

  private static func rounded(_ count: Int) -> Int { (max(count, 1) + alignment - 1) / alignment * alignment }
}

/// A stretch of the memory that a network works in, needed for part of a step only.
///
/// Time is counted in passes of nodes: see ``Timeline``.
final class Region {
  /// How many numbers it holds.
  let count: Int
  /// From the first time it is written to the last time it is read; nil where it never is.
  private(set) var lifetime: ClosedRange<Int>?
  private var place: UnsafeMutablePointer<Float>?

  /// - Parameter count: how many numbers it holds.
  init(count: Int) { self.count = count }

  /// Notes that the region is written or read at `time`.
  func use(at time: Int) {
    lifetime = lifetime.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
  }

  /// Gives the region its place, once.
  func put(at pointer: UnsafeMutablePointer<Float>) {
    precondition(place == nil, "a region of \(count) numbers has a place already")
    place = pointer
  }

  /// The first number.
  var pointer: UnsafeMutablePointer<Float> {
    guard let place else { preconditionFailure("a region of \(count) numbers has no place yet") }
    return place
  }
}

/// When each region is needed in a step: forward node by node, the loss, backward node by node from the last, the update.
struct Timeline {
  private let count: Int

  /// Notes when the nodes use their regions.
  ///
  /// - Parameters:
  ///   - nodes: the nodes in the order in which they compute, their gradients settled.
  ///   - images: what the network reads; there before the first node.
  ///   - logits: what the loss reads and writes the gradient of.
  ///   - keepsGradients: whether the gradients of parameters stay until all of them are known.
  init(_ nodes: [any Node], images: Value, logits: Value, keepsGradients: Bool) {
    count = nodes.count
    images.storage.numbers.use(at: -1)
    for (index, node) in nodes.enumerated() {
      let io = node.io
      for input in io.inputs { input.storage.numbers.use(at: forward(index)) }
      io.output.storage.numbers.use(at: forward(index))
      guard io.output.hasGradient else { continue }
      noteBackward(of: node, at: backward(index), keepsGradients: keepsGradients)
    }
    logits.storage.numbers.use(at: count)
    logits.storage.gradient?.use(at: count)
  }

  /// When the node at `index` computes forward.
  func forward(_ index: Int) -> Int { index }

  /// When the node at `index` sends gradients back.
  func backward(_ index: Int) -> Int { 2 * count - index }

  /// When everything is done.
  private var end: Int { 2 * count + 1 }

  private func noteBackward(of node: any Node, at time: Int, keepsGradients: Bool) {
    let io = node.io
    io.output.storage.gradient?.use(at: time)
    if node.readsOutputAgain || io.finishesOutput { io.output.storage.numbers.use(at: time) }
    for (input, part) in zip(io.inputs, io.parts) {
      if node.readsInputsAgain || part.activation != nil { input.storage.numbers.use(at: time) }
      if part.isWanted { input.storage.gradient?.use(at: time) }
    }
    for parameter in node.parameters {
      parameter.gradient?.use(at: time)
      if keepsGradients { parameter.gradient?.use(at: end) }
    }
  }
}

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
