internal import Foundation

/// A value that a call of another library comes to, where everything in it is a number: `np.prod([256, 256])`, `np.linspace(0.001, 0.01, 4)`.
enum ConstantValue: Equatable {
  /// One number.
  case number(Double)
  /// Several in a list.
  case list([Double])

  /// More numbers than these are nobody's to write out.
  private static let most = 20

  /// As Swift writes it; nil for what is no number, as the logarithm of 0.
  var written: String? {
    switch self {
    case .number(let number): return Self.written(number)
    case .list(let numbers):
      guard !numbers.isEmpty, numbers.count <= Self.most else { return nil }
      let all = numbers.compactMap(Self.written)
      return all.count == numbers.count ? "[\(all.joined(separator: ", "))]" : nil
    }
  }

  private static func written(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(format: "%.6g", number)
  }

  private var numbers: [Double] {
    switch self {
    case .number(let number): [number]
    case .list(let numbers): numbers
    }
  }

  /// Number by number; nil where two lists are not equally long.
  private func with(_ other: ConstantValue, _ change: (Double, Double) -> Double) -> ConstantValue? {
    switch (self, other) {
    case (.number(let a), .number(let b)): return .number(change(a, b))
    case (.number(let a), .list(let all)): return .list(all.map { change(a, $0) })
    case (.list(let all), .number(let b)): return .list(all.map { change($0, b) })
    case (.list(let one), .list(let two)):
      return one.count == two.count ? .list(zip(one, two).map(change)) : nil
    }
  }

  private func map(_ change: (Double) -> Double) -> ConstantValue {
    switch self {
    case .number(let number): .number(change(number))
    case .list(let numbers): .list(numbers.map(change))
    }
  }

  // MARK: Functions

  /// What changes one number.
  private static let changes: [String: @Sendable (Double) -> Double] = [
    "sqrt": { $0.squareRoot() }, "log": { Foundation.log($0) }, "ln": { Foundation.log($0) },
    "log2": { Foundation.log2($0) },
    "log10": { Foundation.log10($0) }, "log1p": { Foundation.log1p($0) }, "exp": { Foundation.exp($0) },
    "exp2": { Foundation.exp2($0) }, "floor": { $0.rounded(.down) }, "ceil": { $0.rounded(.up) },
    "trunc": { $0.rounded(.towardZero) }, "int": { $0.rounded(.towardZero) }, "int32": { $0.rounded(.towardZero) },
    "int64": { $0.rounded(.towardZero) }, "round": { $0.rounded(.toNearestOrEven) },
    "rint": { $0.rounded(.toNearestOrEven) }, "abs": { abs($0) }, "fabs": { abs($0) }, "absolute": { abs($0) },
    "square": { $0 * $0 }, "negative": { -$0 }, "cbrt": { Foundation.cbrt($0) }, "radians": { $0 * .pi / 180 },
    "deg2rad": { $0 * .pi / 180 }, "degrees": { $0 * 180 / .pi }, "sin": { Foundation.sin($0) },
    "cos": { Foundation.cos($0) }, "tan": { Foundation.tan($0) }, "tanh": { Foundation.tanh($0) },
    "sigmoid": { 1 / (1 + Foundation.exp(-$0)) },
    "array": { $0 }, "asarray": { $0 }, "tensor": { $0 }, "constant": { $0 }, "float": { $0 }, "float32": { $0 },
    "float64": { $0 }, "list": { $0 },
  ]

  /// What is made of two numbers.
  private static let pairs: [String: @Sendable (Double, Double) -> Double] = [
    "pow": { Foundation.pow($0, $1) }, "power": { Foundation.pow($0, $1) }, "add": { $0 + $1 },
    "subtract": { $0 - $1 }, "multiply": { $0 * $1 }, "mul": { $0 * $1 }, "divide": { $0 / $1 },
    "true_divide": { $0 / $1 }, "div": { $0 / $1 }, "floor_divide": { ($0 / $1).rounded(.down) },
    "mod": { $0 - $1 * ($0 / $1).rounded(.down) }, "remainder": { $0 - $1 * ($0 / $1).rounded(.down) },
    "maximum": { max($0, $1) }, "minimum": { min($0, $1) }, "hypot": { ($0 * $0 + $1 * $1).squareRoot() },
  ]

  /// What several numbers come to; none of them is empty.
  private static let reductions: [String: @Sendable ([Double]) -> Double] = {
    let mean: @Sendable ([Double]) -> Double = { $0.reduce(0, +) / Double($0.count) }
    let variance: @Sendable ([Double]) -> Double = { all in
      mean(all.map { ($0 - mean(all)) * ($0 - mean(all)) })
    }
    let middle: @Sendable ([Double]) -> Double = { all in
      let sorted = all.sorted()
      return (sorted[(all.count - 1) / 2] + sorted[all.count / 2]) / 2
    }
    return [
      "prod": { $0.reduce(1, *) }, "product": { $0.reduce(1, *) }, "reduce_prod": { $0.reduce(1, *) },
      "sum": { $0.reduce(0, +) }, "reduce_sum": { $0.reduce(0, +) }, "mean": mean, "average": mean,
      "reduce_mean": mean, "var": variance, "std": { variance($0).squareRoot() }, "median": middle,
      "max": { $0.max() ?? 0 }, "amax": { $0.max() ?? 0 }, "reduce_max": { $0.max() ?? 0 }, "min": { $0.min() ?? 0 },
      "amin": { $0.min() ?? 0 }, "reduce_min": { $0.min() ?? 0 }, "ptp": { ($0.max() ?? 0) - ($0.min() ?? 0) },
      "size": { Double($0.count) }, "len": { Double($0.count) },
    ]
  }()

  /// The order of what makes a row of numbers.
  private static let rows = [
    "linspace": ["start", "stop", "num"], "logspace": ["start", "stop", "num"],
    "geomspace": ["start", "stop", "num"], "arange": ["start", "stop", "step"], "range": ["start", "stop", "step"],
  ]

  private static func row(_ name: String, _ values: [Double]) -> ConstantValue? {
    if name == "arange" || name == "range" {
      let (start, stop) = values.count == 1 ? (0, values[0]) : (values[0], values[1])
      let step = values.count > 2 ? values[2] : 1
      let count = ((stop - start) / step).rounded(.up)
      guard step != 0, count > 0, count <= Double(most) else { return nil }
      return .list((0..<Int(count)).map { start + Double($0) * step })
    }
    guard values.count == 3, values[2] >= 2, values[2] <= Double(most), values[2] == values[2].rounded() else {
      return nil
    }
    let isGeometric = name == "geomspace"
    guard !isGeometric || values[0] > 0 && values[1] > 0 else { return nil }
    let ends = isGeometric ? [Foundation.log10(values[0]), Foundation.log10(values[1])] : Array(values[..<2])
    let count = Int(values[2])
    let all = (0..<count).map { ends[0] + (ends[1] - ends[0]) * Double($0) / Double(count - 1) }
    return .list(name == "linspace" ? all : all.map { Foundation.pow(10, $0) })
  }

  /// What a function of another library comes to.
  ///
  /// - Parameters:
  ///   - name: the function.
  ///   - module: the name that stands before it, or the function's own.
  ///   - given: the values with their labels, which are nil for those without.
  /// - Returns: nil where the function is none that is known, or takes other values.
  static func calling(
    _ name: String, of module: String, with given: [(label: String?, value: ConstantValue)]
  ) -> ConstantValue? {
    if let order = rows[name] {
      var found: [String: Double] = [:]
      for (place, argument) in given.enumerated() {
        guard place < order.count, case .number(let number) = argument.value else { return nil }
        found[argument.label ?? order[place]] = number
      }
      let values = order.compactMap { found[$0] }
      // Where the first is left out, what stands there is not what it is called by here.
      guard values.count < 2 ? found["step"] == nil : found["start"] != nil && found["stop"] != nil else { return nil }
      return values.count == given.count && !values.isEmpty ? row(name, values) : nil
    }
    let values = given.map(\.value)
    guard given.allSatisfy({ $0.label == nil }), let first = values.first else { return nil }
    // These halve otherwise than all others, and divide by one number less.
    if module == "Math", name == "round" { return values.count == 1 ? first.map { ($0 + 0.5).rounded(.down) } : nil }
    if module == "torch", ["std", "var", "median"].contains(name) { return nil }
    if values.count == 1, let change = changes[name] { return first.map(change) }
    if name == "round", values.count == 2, case .number(let digits) = values[1], abs(digits) <= 9 {
      let scale = Foundation.pow(10, digits)
      return first.map { ($0 * scale).rounded(.toNearestOrEven) / scale }
    }
    if values.count == 2, let pair = pairs[name] { return first.with(values[1], pair) }
    if name == "clip", values.count == 3 { return first.with(values[1], max)?.with(values[2], min) }
    // Behind a list stands the number of an axis.
    guard values.count == 1 || module == "Math" else { return nil }
    let all = values.flatMap(\.numbers)
    return all.isEmpty ? nil : reductions[name].map { .number($0(all)) }
  }

  /// The number that a name of a module stands for.
  static func named(_ name: String) -> ConstantValue? {
    switch name {
    case "pi": .number(.pi)
    case "e": .number(Foundation.exp(1))
    default: nil
    }
  }

  /// What two values come to with a sign between them; nil for another sign.
  static func joined(_ a: ConstantValue, _ sign: String, _ b: ConstantValue) -> ConstantValue? {
    switch sign {
    case "+": a.with(b, +)
    case "-": a.with(b, -)
    case "*": a.with(b, *)
    case "/": a.with(b, /)
    case "**": a.with(b) { Foundation.pow($0, $1) }
    default: nil
    }
  }
}
