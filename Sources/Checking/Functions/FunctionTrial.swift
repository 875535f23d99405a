internal import Labs
internal import SegLab
internal import Workbench

/// A function that a lab asks for, with the inputs that it is tried with and what must come out of each.
struct FunctionTrial: Sendable {
  let rule: FunctionRule
  let inputs: [[Value]]
  let expected: [Value]
  /// The calls that learners' own copies of the lab do not have, by number.
  private let hidden: Set<Int>

  /// - Parameters:
  ///   - rule: what the lab asks.
  ///   - seed: what drawn inputs start from.
  init(_ rule: FunctionRule, seed: UInt64) {
    self.rule = rule
    var inputs = rule.cases.map { $0.given.map(Value.init) }
    var expected = rule.cases.map { Value($0.gives) }
    hidden = Set(rule.cases.indices.filter { rule.cases[$0].isHidden })
    if let reference = rule.reference, let kind = rule.generator {
      var generator = CaseGenerator(seed: seed)
      let drawn = generator.inputs(kind).filter { $0.count == inputs.first?.count ?? $0.count }
      inputs += drawn
      expected += drawn.map { ReferenceFunction.value(of: reference, $0) }
    }
    self.inputs = inputs
    self.expected = expected
  }

  /// How the function is tried.
  var call: FunctionCall { FunctionCall(function: rule.name, inputs: inputs) }

  /// The trials that `lab` asks for, each function once.
  static func all(in lab: Lab, seed: UInt64) -> [FunctionTrial] {
    var names: Set<String> = []
    return lab.checkLists.flatMap(\.list).compactMap { check in
      guard let rule = check.function, names.insert(rule.name).inserted else { return nil }
      return FunctionTrial(rule, seed: seed)
    }
  }

  /// Whether learners' own copies of the lab do not have the call of this number.
  func isHidden(_ number: Int) -> Bool { hidden.contains(number) }

  /// The smallest call of which something else came out than should, one of those that learners know where there is one.
  func counterExample(to outputs: [Value]) -> (inputs: [Value], expected: Value, found: Value)? {
    var wrong = outputs.indices.filter { !isRight($0, outputs[$0]) }
    let known = wrong.filter { !hidden.contains($0) }
    if !known.isEmpty { wrong = known }
    let smallest = wrong.min { (size(inputs[$0]), $0) < (size(inputs[$1]), $1) }
    return smallest.map { (inputs[$0], expected[$0], outputs[$0]) }
  }

  /// Whether the call of this number gave what it should.
  func isRight(_ number: Int, _ output: Value) -> Bool { agree(expected[number], output) }

  private func size(_ values: [Value]) -> Int {
    values.reduce(0) { sum, value in
      switch value {
      case .list(let numbers), .grid(_, _, let numbers): sum + numbers.count
      default: sum + 1
      }
    }
  }

  private func agree(_ expected: Value, _ found: Value) -> Bool {
    switch (expected, found) {
    case (.number(let a), .number(let b)): return isNear(a, b)
    case (.list(let a), .list(let b)): return a.count == b.count && zip(a, b).allSatisfy(isNear)
    case (.grid(let height, let width, let a), .grid(let otherHeight, let otherWidth, let b)):
      return height == otherHeight && width == otherWidth && zip(a, b).allSatisfy(isNear)
    case (.nothing, .nothing), (.nothing, .refusal): return true
    default: return false
    }
  }

  private func isNear(_ expected: Double, _ found: Double) -> Bool {
    abs(expected - found) <= rule.tolerance * max(1, abs(expected))
  }
}

extension Value {
  /// A value that a lab writes.
  init(_ value: FunctionRule.Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .list(let numbers): self = .list(numbers)
    case .grid(let height, let width, let numbers): self = .grid(height: height, width: width, numbers)
    case .nothing: self = .nothing
    }
  }
}
