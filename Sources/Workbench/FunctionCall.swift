public import SegLab

/// A function of the learner's to try, and with what.
public struct FunctionCall: Sendable {
  /// The function's name.
  public let function: String
  /// The values of each call, the same number every time.
  public let inputs: [[Value]]

  /// - Parameters:
  ///   - function: the function's name.
  ///   - inputs: the values of each call.
  public init(function: String, inputs: [[Value]]) {
    let counts = Set(inputs.map(\.count))
    precondition(counts.count <= 1, "`\(function)` is called with \(counts.sorted()) values")
    self.function = function
    self.inputs = inputs
  }
}

/// What came of trying a function.
public enum FunctionReply: Sendable, Equatable {
  /// What each call gave.
  case outputs([Value])
  /// No cell makes a function of this name.
  case missing
  /// The function cannot be called with these values, or gives something that does not travel.
  case unfit
  /// The program stopped in the call of this number, from 0.
  case stopped(call: Int)
  /// It was not tried: its cell has holes, or is left out for what stands in it.
  case notTried
}
