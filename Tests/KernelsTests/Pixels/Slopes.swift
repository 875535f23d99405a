import Testing

/// Holds gradients against central differences.
enum Slopes {
  /// The slope of `function` along number `index` of `point`, in double precision as far as the function has it.
  static func central(_ point: [Float], at index: Int, step: Float, _ function: ([Float]) -> Double) -> Float {
    var above = point
    var below = point
    above[index] += step
    below[index] -= step
    return Float((function(above) - function(below)) / Double(above[index] - below[index]))
  }

  /// The slope of `function` along each number of `point`.
  static func central(_ point: [Float], step: Float = 0.01, _ function: ([Float]) -> Double) -> [Float] {
    point.indices.map { central(point, at: $0, step: step, function) }
  }

  /// Σ a·b in double precision.
  static func dot(_ a: [Float], _ b: [Float]) -> Double { zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) } }
}
