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

extension AnswerBuilder {
  /// The functions that can be tried now: some cell that is in makes them, and it has no holes.
  var calls: [(function: String, cell: Int)] {
    wantedCalls.compactMap { call in
      guard Program.isName(call.function), !refused.contains(call.function) else { return nil }
      let maker = cells.indices.first { number in
        let cell = cells[number]
        return !leftOut.contains(number) && cell.scan.names.contains(call.function) && cell.scan.holes.isEmpty
      }
      return maker.map { (call.function, $0) }
    }
  }

  /// What became of each function that was to be tried.
  func replies(_ answer: Answer?) -> [String: FunctionReply] {
    var replies: [String: FunctionReply] = [:]
    for call in wantedCalls {
      let outputs = answer?.functions[call.function]
      if let number = stoppedCalls[call.function] {
        replies[call.function] = .stopped(call: number)
      } else if refused.contains(call.function) || outputs?.contains(.unfit) == true {
        replies[call.function] = .unfit
      } else if let outputs, outputs.count == call.inputs.count {
        replies[call.function] = .outputs(outputs)
      } else if cells.contains(where: { $0.scan.names.contains(call.function) }) {
        replies[call.function] = .notTried
      } else {
        replies[call.function] = .missing
      }
    }
    return replies
  }
}
