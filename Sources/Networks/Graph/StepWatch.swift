/// Takes the time of each part of a step, and keeps the least of several steps: whoever else uses the machine only adds to it.
final class StepWatch {
  /// A part of a step.
  enum Part: Hashable {
    /// A node's pass, by the node's place in the graph.
    case node(Int, LayerPass)
    /// Loss and its gradient.
    case loss
    /// The optimizer.
    case update
  }

  /// What tells the time, in seconds from any beginning.
  private let clock: () -> Double
  private(set) var fastest: [Part: Double] = [:]
  private var now: [Part: Double] = [:]
  /// What a part that began later took within one that still runs.
  private var inner = 0.0
  /// The node that works.
  private var node = 0

  /// - Parameter clock: what tells the time, in seconds from any beginning.
  init(clock: @escaping () -> Double) { self.clock = clock }

  /// Takes the time of a node's pass; what ``learning(_:)`` takes in it counts on its own.
  func time(node: Int, _ pass: LayerPass, _ body: () -> Void) {
    self.node = node
    time(.node(node, pass), body)
  }

  /// Takes the time in which the node at work learns.
  func learning(_ body: () -> Void) { time(.node(node, .weightGradient), body) }

  /// Takes the time of `body`, added to what the part took in this step before.
  func time<Result>(_ part: Part, _ body: () -> Result) -> Result {
    let before = inner
    inner = 0
    let start = clock()
    let result = body()
    let seconds = clock() - start
    now[part, default: 0] += seconds - inner
    inner = before + seconds
    return result
  }

  /// Ends a step.
  func end() {
    for (part, seconds) in now { fastest[part] = min(seconds, fastest[part] ?? seconds) }
    now.removeAll(keepingCapacity: true)
  }
}

/// A layer's pass in a training step.
public enum LayerPass: String, Sendable {
  /// Its output.
  case forward
  /// The gradient of what it reads.
  case inputGradient
  /// The gradients of its parameters.
  case weightGradient
}

/// What a pass has to do, whatever it takes.
struct PassWork {
  /// How it is worked out, where there are several ways.
  var algorithm: String?
  /// Multiply-adds by the definition, and as the processor does them.
  var counted = 0.0
  var done = 0.0
  /// Bytes of maps and weights that must pass between memory and processor, each once.
  var bytes = 0.0
}
