internal import Kernels

/// A computation in a running network: reads values, writes one, and sends gradients back.
///
/// Every value is read by one node at most, so a backward pass overwrites gradients.
protocol Node: AnyObject {
  /// The learner's layer that it belongs to, by name.
  var layer: String { get }
  /// What it writes.
  var output: Value { get }
  /// The numbers that it learns.
  var parameters: [Parameter] { get }
  /// Bytes of weights that pass between memory and processor in a training step, on average.
  func weightTraffic(batch: Int) -> Double
  /// Works out the output of the first `batch` images.
  func forward(batch: Int, on pool: WorkerPool)
  /// Works out the gradient of what it reads, where that is needed, and lets its parameters follow theirs.
  func backward(batch: Int, descent: Descent, on pool: WorkerPool)
}

/// Numbers that a node learns.
struct Parameter {
  /// What they are, within the layer: `weights` or `bias`.
  let name: String
  /// All of them as they are now; valid until the next pass.
  let numbers: (_ pool: WorkerPool) -> UnsafeMutableBufferPointer<Float>
}
