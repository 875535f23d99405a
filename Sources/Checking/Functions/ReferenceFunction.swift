internal import Labs
internal import SegLab

/// What the engine's own functions give.
enum ReferenceFunction {
  /// What `function` gives for values that ``CaseGenerator`` drew for it.
  static func value(of function: Lab.Reference, _ inputs: [Value]) -> Value {
    switch (function, inputs.first, inputs.last) {
    case (.dice, .grid(let height, let width, let a)?, .grid(let otherHeight, let otherWidth, let b)?):
      return height == otherHeight && width == otherWidth ? .number(dice(a, b)) : .nothing
    case (.binarize, .grid(let height, let width, let pixels)?, _):
      return .grid(height: height, width: width, pixels.map { $0 > 127.5 ? 1 : 0 })
    case (.normalize, .grid(let height, let width, let pixels)?, _):
      return .grid(height: height, width: width, normalized(pixels))
    case (.threshold, .grid(let height, let width, let pixels)?, .number(let level)?):
      return .grid(height: height, width: width, pixels.map { $0 < level ? 0 : 1 })
    default: preconditionFailure("\(function) of \(inputs.count) values")
    }
  }

  private static func dice(_ a: [Double], _ b: [Double]) -> Double {
    let both = zip(a, b).count { $0 == 1 && $1 == 1 }
    let sum = a.count { $0 == 1 } + b.count { $0 == 1 }
    return sum == 0 ? 1 : 2 * Double(both) / Double(sum)
  }

  private static func normalized(_ pixels: [Double]) -> [Double] {
    let mean = pixels.reduce(0, +) / Double(max(1, pixels.count))
    let variance = pixels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, pixels.count))
    return pixels.map { variance == 0 ? 0 : ($0 - mean) / variance.squareRoot() }
  }
}
