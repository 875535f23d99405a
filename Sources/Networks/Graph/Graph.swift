internal import Kernels
internal import SegLab
internal import Tensors

/// A network that runs: nodes over one piece of memory that was planned and taken before the first step.
final class Graph {
  /// How a graph is to be trained, as far as its memory depends on it.
  struct Configuration {
    /// The most images at once.
    let batch: Int
    /// Whether dense layers follow their gradients by themselves, so that none is stored.
    let denseDescends: Bool
    /// Whether all gradients are known before any number is changed.
    let keepsGradients: Bool
  }

  /// The images that the next pass looks at, `[N, H, W, C]`.
  let images: Value
  /// What the network gives for them: numbers for the classes of each pixel.
  let logits: Value
  /// The nodes in the order in which they compute.
  let nodes: [any Node]

  /// Takes the time of each node's passes; nil where nobody asks.
  var watch: StepWatch?

  private let arena: Arena
  /// Each node's room to work in, forward and backward; nil where it needs none. In each of both it is free again behind the node.
  private let rooms: [(forward: Region, backward: Region)?]

  /// Builds the layers that the output depends on, and draws their weights.
  ///
  /// - Parameters:
  ///   - plan: the network.
  ///   - configuration: how it is to be trained.
  ///   - seed: what the weights are drawn from, each layer from a stream of its own.
  ///   - dropout: what layers draw from while they train, each from a stream of its own.
  ///   - pool: the threads to use.
  init(
    _ plan: NetworkPlan, _ configuration: Configuration, seed: SeededGenerator, dropout: SeededGenerator,
    on pool: WorkerPool
  ) {
    let builder = GraphBuilder(
      GraphLayout(plan), batch: configuration.batch, denseDescends: configuration.denseDescends, random: dropout)
    var values: [Int: Value] = [:]
    for position in plan.live {
      let first = builder.nodes.count
      values[position] = builder.build(position, reading: plan.steps[position].inputs.compactMap { values[$0] })
      for parameter in builder.nodes[first...].flatMap(\.parameters) {
        parameter.draw(from: seed.derived(UInt64(position)), on: pool)
      }
    }
    guard let images = values[0], let logits = values[plan.steps.count - 1] else {
      preconditionFailure("a network of \(plan.steps.count) layers has no input or no output")
    }
    self.images = images
    self.logits = logits
    nodes = builder.nodes
    GradientRouting.settle(nodes, logits: logits)
    let timeline = Timeline(nodes, images: images, logits: logits, keepsGradients: configuration.keepsGradients)
    rooms = nodes.enumerated().map { index, node in
      let count = node.scratchCount(threads: pool.threads)
      guard count > 0 else { return nil }
      let room = (forward: Region(count: count), backward: Region(count: count))
      room.forward.use(at: timeline.forward(index))
      if node.io.output.hasGradient { room.backward.use(at: timeline.backward(index)) }
      return room
    }
    arena = Arena(
      Self.regions(of: nodes, images: images, logits: logits)
        + rooms.flatMap { $0.map { [$0.forward, $0.backward] } ?? [] })
  }

  /// How many bytes the numbers between the layers, their gradients and the room to work in take together.
  var workingBytes: Int { arena.count * MemoryLayout<Float>.stride }

  /// All numbers that the network learns, layer after layer.
  var parameters: [Parameter] { nodes.flatMap(\.parameters) }

  /// Adds updates that wait to their weights.
  func settle(on pool: WorkerPool) {
    for parameter in parameters { _ = parameter.numbers(on: pool) }
  }

  /// What all nodes need to know for one run.
  func pass(batch: Int, isTraining: Bool, step: Int, rate: Float, on pool: WorkerPool) -> Pass {
    Pass(batch: batch, isTraining: isTraining, step: step, rate: rate, pool: pool, watch: watch)
  }

  /// Works out the logits.
  ///
  /// - Parameters:
  ///   - pass: the run.
  ///   - observe: called after each node; false ends the run.
  func forward(_ pass: Pass, observe: (any Node) -> Bool = { _ in true }) {
    var pass = pass
    for (index, node) in nodes.enumerated() {
      pass.room = rooms[index]?.forward.pointer
      pass.timing(index, .forward) { node.forward(pass) }
      guard observe(node) else { return }
    }
  }

  /// Works out the gradients of all parameters, from that of the logits.
  ///
  /// - Parameters:
  ///   - pass: the run.
  ///   - update: called after each node that has learned something.
  func backward(_ pass: Pass, update: (any Node) -> Void) {
    var pass = pass
    for (index, node) in nodes.enumerated().reversed() where node.io.output.hasGradient {
      pass.room = rooms[index]?.backward.pointer
      pass.timing(index, .inputGradient) {
        if node.io.finishesOutput { node.io.finishOutput(pass) }
        node.backward(pass)
      }
      if !node.parameters.isEmpty { update(node) }
    }
  }

  private static func regions(of nodes: [any Node], images: Value, logits: Value) -> [Region] {
    var seen: Set<ObjectIdentifier> = []
    let values = [images, logits] + nodes.flatMap { [$0.io.output] + $0.io.inputs }
    let regions =
      values.flatMap { [$0.storage.numbers, $0.storage.gradient] } + nodes.flatMap { $0.parameters.map(\.gradient) }
    return regions.compactMap { $0 }.filter { seen.insert(ObjectIdentifier($0)).inserted }
  }
}
