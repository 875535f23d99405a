internal import Kernels

/// A computation in a running network: reads values, writes one, and sends gradients back.
protocol Node: AnyObject {
  /// What it reads and writes.
  var wiring: Wiring { get }
  /// The numbers that it learns.
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
  /// Works out the output.
  func forward(_ pass: Pass)
  /// Works out the gradients of its parameters, and of what it reads where that is wanted.
  func backward(_ pass: Pass)
}

extension Node {
  var parameters: [Parameter] { [] }
  var state: [(name: String, numbers: UnsafeMutableBufferPointer<Float>)] { [] }
  var readsInputsAgain: Bool { false }
  var readsOutputAgain: Bool { false }
  var finishesInputs: Bool { true }
  func scratchCount(threads: Int) -> Int { 0 }
  func weightTraffic(batch: Int) -> Double {
    // Read forward and backward, and written once.
    3 * Double(parameters.reduce(0) { $0 + $1.count } * MemoryLayout<Float>.stride)
  }
}
