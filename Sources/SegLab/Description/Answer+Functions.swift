// How a program tries a learner's function: with inputs that it reads, a line each, from its standard input. What should come out it
// does not know.

extension Answer {
  /// Calls a function of one value with each of the inputs for it.
  @MainActor public mutating func call<A: Exchanged, R: Exchanged>(
    _ name: String, _ function: @MainActor (A) throws -> R
  ) {
    call(name, taking: 1) { inputs in
      guard let a = A(inputs[0]) else { return .unfit }
      return try function(a).value
    }
  }

  /// Calls a function of two values with each of the inputs for it.
  @MainActor public mutating func call<A: Exchanged, B: Exchanged, R: Exchanged>(
    _ name: String, _ function: @MainActor (A, B) throws -> R
  ) {
    call(name, taking: 2) { inputs in
      guard let a = A(inputs[0]), let b = B(inputs[1]) else { return .unfit }
      return try function(a, b).value
    }
  }

  /// Calls a function of three values with each of the inputs for it.
  @MainActor public mutating func call<A: Exchanged, B: Exchanged, C: Exchanged, R: Exchanged>(
    _ name: String, _ function: @MainActor (A, B, C) throws -> R
  ) {
    call(name, taking: 3) { inputs in
      guard let a = A(inputs[0]), let b = B(inputs[1]), let c = C(inputs[2]) else { return .unfit }
      return try function(a, b, c).value
    }
  }

  @MainActor private mutating func call(
    _ name: String, taking count: Int, _ function: @MainActor ([Value]) throws -> Value
  ) {
    functions[name] = (FunctionInputs.all[name] ?? []).enumerated().map { number, inputs in
      guard inputs.count == count else { return .unfit }
      Channel.call(number)
      do { return try function(inputs) } catch { return .refusal(String(describing: error)) }
    }
  }
}
