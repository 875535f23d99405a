internal import Kernels

/// A computation in a running network: reads values, writes one, and sends gradients back.
protocol Node: AnyObject {
  /// What it reads and writes.
  var io: NodeIO { get }
  /// The parameters that it learns.
  var parameters: [Parameter] { get }
  /// Numbers that it keeps from step to step without learning them, each with a name.
  var state: [(name: String, numbers: UnsafeMutableBufferPointer<Float>)] { get }
  /// Whether the backward pass reads the numbers of its inputs.
  var readsInputsAgain: Bool { get }
  /// Whether the backward pass reads the numbers of its output.
  var readsOutputAgain: Bool { get }
  /// Whether the backward pass can take an input's activation into account, see `GradientEpilogue`.
  var finishesInputs: Bool { get }
  /// How many numbers of room it needs to work in, with so many threads.
  func scratchCount(threads: Int) -> Int
  /// Bytes of weights that pass between memory and processor in a training step, on average.
  func weightTraffic(batch: Int) -> Double
  /// What a pass has to do.
  func work(_ pass: LayerPass, batch: Int) -> PassWork
  /// Works out the output.
  func forward(_ pass: Pass)
  /// Works out the gradients of its parameters, and of what it reads where that is wanted.
  func backward(_ pass: Pass)
}

extension Node {
  var parameters: [Parameter] { [] }
  var state: [(name: String, numbers: UnsafeMutableBufferPointer<Float>)] { [] }
  func scratchCount(threads: Int) -> Int { 0 }
  func work(_ pass: LayerPass, batch: Int) -> PassWork { PassWork(bytes: io.mapBytes(pass, batch: batch)) }
  func weightTraffic(batch: Int) -> Double {
    // Read forward and backward, and written once.
    3 * Double(parameterBytes)
  }
  /// How many bytes all its parameters have.
  var parameterBytes: Int { parameters.reduce(0) { $0 + $1.count } * MemoryLayout<Float>.stride }
}

/// What a node reads and writes, and how it hands gradients on: all that the graph settles for it.
final class NodeIO {
  /// How a node hands over the gradient of one of its inputs.
  struct Part {
    /// Whether it is worked out at all.
    var isWanted = false
    /// Whether others have written theirs before.
    var isAdding = false
    /// The activation of the input's producer whose derivative is taken into account here; nil where that is not done here.
    var activation: FusedActivation?
  }

  /// The learner's layer that the node belongs to, by name.
  let layer: String
  /// What the node reads.
  let inputs: [Value]
  /// What it writes.
  let output: Value
  /// How it hands over the gradient of each input.
  var parts: [Part]
  /// Whether the node itself takes the activation fused into it out of its output's gradient, because nobody after it does.
  var finishesOutput = false

  /// - Parameters:
  ///   - layer: the learner's layer, by name.
  ///   - inputs: what the node reads.
  ///   - output: what it writes.
  init(layer: String, inputs: [Value], output: Value) {
    self.layer = layer
    self.inputs = inputs
    self.output = output
    parts = Array(repeating: Part(), count: inputs.count)
  }

  /// How the kernel that works out the gradient of input `index` is to finish it.
  func finish(_ index: Int) -> GradientEpilogue {
    let part = parts[index]
    guard let activation = part.activation else { return GradientEpilogue(adding: part.isAdding) }
    return GradientEpilogue(adding: part.isAdding, activated: inputs[index].numbers, slope: activation.slope)
  }
}

extension NodeIO {
  /// Bytes of maps that a pass must read and write, each once; those of weights are not among them.
  func mapBytes(_ pass: LayerPass, batch: Int) -> Double {
    func bytes(_ value: Value) -> Double {
      Double(batch * value.height * value.width * value.channels * MemoryLayout<Float>.stride)
    }
    let read = inputs.reduce(0) { $0 + bytes($1) }
    switch pass {
    case .forward, .weightGradient: return read + bytes(output)
    case .inputGradient:
      return zip(inputs, parts).reduce(bytes(output)) { sum, pair in
        let (input, part) = pair
        guard part.isWanted else { return sum }
        // Written; read before where it is added to; the numbers themselves read where an activation is taken into account.
        return sum + bytes(input) * (1 + (part.isAdding ? 1 : 0) + (part.activation == nil ? 0 : 1))
      }
    }
  }

  /// Takes the activation fused into the node out of its output's gradient, in place.
  func finishOutput(_ pass: Pass) {
    let gradient = output.gradient
    MapActivation.backward(
      output.storage.activation, output.numbers, gradient, to: gradient, epilogue: .overwriting, batch: pass.batch,
      on: pass.pool)
  }
}

/// One run through the nodes: what all of them need to know.
struct Pass {
  /// How many images there are.
  let batch: Int
  /// Whether the network trains: dropout drops, and batch normalisation looks at the batch.
  let isTraining: Bool
  /// The step, from 0.
  let step: Int
  /// The learning rate of SGD, where a node does so by itself.
  let rate: Float
  /// The threads to use.
  let pool: WorkerPool
  /// Takes the time of each node's passes; nil where nobody asks.
  let watch: StepWatch?
  /// Room for the node at work; nil where it asked for none.
  var room: UnsafeMutablePointer<Float>?
}

extension Pass {
  /// Room to work in, as much as the node asked for.
  var scratch: UnsafeMutablePointer<Float> {
    guard let room else { preconditionFailure("a node works in room that it did not ask for") }
    return room
  }

  /// Runs a node's pass, its time taken where somebody asks.
  func timing(_ node: Int, _ pass: LayerPass, _ body: () -> Void) {
    if let watch { watch.time(node: node, pass, body) } else { body() }
  }

  /// Runs what works out the gradients of the parameters of the node at work.
  func learning(_ body: () -> Void) {
    if let watch { watch.learning(body) } else { body() }
  }
}
