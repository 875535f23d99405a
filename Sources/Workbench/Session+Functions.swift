internal import SegLab

extension Session {
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
