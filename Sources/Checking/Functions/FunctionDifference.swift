internal import Messages
internal import SegLab

/// How what a function gives differs from what it should give, for a guess at what is behind it.
struct FunctionDifference {
  /// The calls that gave something else, the one that is shown first.
  private let wrong: [(inputs: [Value], expected: Value, found: Value)]
  /// A known way to write the function otherwise that gives just this.
  private let known: FunctionPhrase.Trouble?

  /// - Parameters:
  ///   - trial: what the function was tried with.
  ///   - outputs: what each call gave.
  init(_ trial: FunctionTrial, _ outputs: [Value]) {
    let all = outputs.indices.filter { !trial.isRight($0, outputs[$0]) }.map {
      (inputs: trial.inputs[$0], expected: trial.expected[$0], found: outputs[$0])
    }
    known = KnownMistakes.trouble(trial, outputs)
    wrong = (trial.counterExample(to: outputs).map { [$0] } ?? []) + all
  }

  /// What is most likely behind it; nil where that cannot be told.
  var trouble: FunctionPhrase.Trouble? {
    guard let first = wrong.first else { return nil }
    if let known { return known }
    switch (first.expected, first.found) {
    case (.nothing, .number): return .shapesDiffer
    case (_, .number(let number)) where !number.isFinite: return .dividedByZero
    case (_, .grid(_, _, let numbers)) where numbers.contains { !$0.isFinite }: return .dividedByZero
    case (.grid(let height, let width, _), .grid(let otherHeight, let otherWidth, _))
    where height != otherHeight || width != otherWidth:
      return .otherShape
    case (.number, .number): return ofNumbers(first.inputs)
    case (.number, .nothing): return areEmpty(first.inputs) ? .emptyMasks : nil
    case (.grid(_, _, let expected), .grid(_, _, let found)): return ofGrids(expected, found)
    default: return nil
    }
  }

  /// Whether what went in are masks without a pixel of class 1.
  private func areEmpty(_ inputs: [Value]) -> Bool {
    !inputs.isEmpty
      && inputs.allSatisfy { value in
        if case .grid(_, _, let numbers) = value { numbers.allSatisfy { $0 == 0 } } else { false }
      }
  }

  private func ofNumbers(_ inputs: [Value]) -> FunctionPhrase.Trouble? {
    if areEmpty(inputs), wrong.allSatisfy({ areEmpty($0.inputs) }) { return .emptyMasks }
    let pairs = wrong.compactMap { call -> (expected: Double, found: Double)? in
      guard case .number(let expected) = call.expected, case .number(let found) = call.found else { return nil }
      return (expected, found)
    }
    if pairs.allSatisfy({ $0.found == $0.expected.rounded(.towardZero) }) { return .wholeNumbersDivided }
    return factor(pairs).map { .scaled($0) }
  }

  private func ofGrids(_ expected: [Double], _ found: [Double]) -> FunctionPhrase.Trouble? {
    let pairs = Array(zip(expected, found))
    let areClasses = expected.allSatisfy { $0 == 0 || $0 == 1 }
    if areClasses, areAllExchanged { return .exchanged }
    if let factor = factor(pairs.map { ($0, $1) }) {
      if areClasses { return factor == 255 ? .whiteForOne : nil }
      return .scaled(factor)
    }
    // A single pixel is off by some amount whatever is wrong.
    guard !areClasses, pairs.count > 1, let first = pairs.first else { return nil }
    let shift = first.1 - first.0
    let isSame = pairs.allSatisfy { abs($1 - $0 - shift) <= 1e-3 * max(1, abs(shift)) }
    return isSame ? .shifted : nil
  }

  /// Whether every wrong result has 0 and 1 in each other's place, and there are both: one pixel alone tells nothing.
  private var areAllExchanged: Bool {
    let pairs = wrong.flatMap { call -> [(Double, Double)] in
      guard case .grid(_, _, let expected) = call.expected, case .grid(_, _, let found) = call.found else {
        return [(0, 0)]
      }
      return Array(zip(expected, found))
    }
    // What is just as large as the level stays where it is.
    let exchanged = pairs.count { $0 + $1 == 1 }
    return 20 * exchanged >= 17 * pairs.count && Set(pairs.map(\.0)).count == 2
  }

  /// By what all that should come out is multiplied; nil where there is no such number, or too little to tell.
  private func factor(_ pairs: [(expected: Double, found: Double)]) -> Double? {
    guard let first = pairs.first(where: { abs($0.expected) > 1e-6 }), first.found != 0 else { return nil }
    let factor = first.found / first.expected
    let isSame = pairs.allSatisfy { abs($0.found - factor * $0.expected) <= 1e-3 * max(1e-3, abs($0.found)) }
    return isSame && abs(factor - 1) > 1e-3 ? factor : nil
  }
}
