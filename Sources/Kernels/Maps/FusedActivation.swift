/// What a kernel does to each number before it writes it.
public enum FusedActivation: Sendable, Equatable {
  /// Nothing.
  case identity
  /// Negative numbers become 0.
  case relu
  /// Negative numbers are multiplied by `slope`.
  case leakyReLU(slope: Float)

  /// What negative numbers are multiplied by.
  var slope: Float {
    switch self {
    case .identity: 1
    case .relu: 0
    case .leakyReLU(let slope): slope
    }
  }
}
