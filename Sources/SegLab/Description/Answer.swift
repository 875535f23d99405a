/// Everything a learner's program hands to the engine: its networks, trainings and preprocessing by the names of their constants.
public struct Answer: Codable, Sendable {
  /// Names and versions this form of description.
  public static let schema = "seglab/answer/v1"
  /// The form of this description; equal to the static `schema` of the engine that reads it.
  public var schema = Answer.schema
  /// The networks, by the name of the constant that holds each.
  public var networks: [String: Network] = [:]
  /// The trainings, by the name of the constant that holds each.
  public var trainings: [String: Training] = [:]
  /// The sweeps, by the name of the constant that holds each.
  public var sweeps: [String: Sweep] = [:]
  /// The preprocessing of images, by the name of the constant that holds each.
  public var preprocessing: [String: Preprocessing] = [:]
  /// What each function that the lab tries gave, call after call, by the function's name.
  public var functions: [String: [Value]] = [:]
  /// The types of the learner's other constants, by name, so that a message can say what stands where a network is wanted.
  public var others: [String: String] = [:]

  /// An answer that holds nothing yet.
  public init() {}

  /// Adds a network that the lab asks for.
  public mutating func add(_ name: String, _ network: Network) { networks[name] = network }

  /// Adds a training that the lab asks for.
  public mutating func add(_ name: String, _ training: Training) { trainings[name] = training }

  /// Adds a sweep of trainings that the lab asks for.
  public mutating func add(_ name: String, _ sweep: Sweep) { sweeps[name] = sweep }

  /// Adds preprocessing of images that the lab asks for.
  public mutating func add(_ name: String, _ steps: Preprocessing) { preprocessing[name] = steps }

  /// Notes that a constant which the lab may ask for is nothing that is trained, or trained with.
  public mutating func add(_ name: String, _ value: Any) { others[name] = String(describing: type(of: value)) }
}

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

/// The inputs for a learner's functions, as the engine writes them and the program reads them.
///
/// For each function a line with its name, how many times it is called and with how many values; then the values, a line each.
public enum FunctionInputs {
  /// The most lines that a program reads.
  private static let longest = 1 << 16

  /// The inputs on this program's standard input, by function.
  @MainActor static let all: [String: [[Value]]] = {
    var rest = longest
    func line() -> String? {
      rest -= 1
      return rest >= 0 ? readLine() : nil
    }
    var result: [String: [[Value]]] = [:]
    while let head = line()?.split(separator: " "), head.count == 3, let calls = Int(head[1]), let count = Int(head[2])
    {
      var all: [[Value]] = []
      for _ in 0..<calls {
        let values = (0..<count).compactMap { _ in line().flatMap { Value(text: $0) } }
        guard values.count == count else { return result }
        all.append(values)
      }
      result[String(head[0])] = all
    }
    return result
  }()

  /// What a program reads.
  ///
  /// - Parameter inputs: for each function the values of each call, the same number every time.
  /// - Returns: the lines.
  public static func text(of inputs: [(function: String, calls: [[Value]])]) -> String {
    var lines: [String] = []
    for (function, calls) in inputs {
      lines.append("\(function) \(calls.count) \(calls.first?.count ?? 0)")
      for value in calls.joined() { lines.append(value.text) }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
