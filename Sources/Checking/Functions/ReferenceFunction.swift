internal import Labs
internal import SegLab
internal import Tensors

/// What the engine's own functions give.
enum ReferenceFunction {
  /// What `function` gives for values that ``CaseGenerator`` drew for it.
  static func value(of function: FunctionRule.Reference, _ inputs: [Value]) -> Value {
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

/// Draws inputs for a learner's function: small ones first, and all that is easily forgotten.
///
/// No number stands where two right functions might differ: nothing is as bright as a level, or half as bright as white.
struct CaseGenerator {
  /// How many calls are drawn.
  static let count = 40

  private var random: SeededGenerator

  /// - Parameter seed: what the numbers start from.
  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The values of each call.
  mutating func inputs(_ generator: FunctionRule.Generator) -> [[Value]] {
    (0..<Self.count).map { number in
      let (height, width) = (size(number), size(number))
      switch generator {
      case .masks: return masks(number, height, width)
      case .labels: return [grid(height, width) { $0.label() }]
      case .pictures:
        let same = number % 8 == 3 ? Double(whole(256)) : nil
        return [grid(height, width) { same ?? Double($0.whole(256)) }]
      case .probabilities:
        let level = [0.5, 0.25, 0.75, 0.9][whole(4)]
        return [grid(height, width) { $0.probability(besides: level) }, .number(level)]
      }
    }
  }

  private mutating func masks(_ number: Int, _ height: Int, _ width: Int) -> [Value] {
    let share = [50, 20, 80, 5][whole(4)]
    func mask(_ height: Int, _ width: Int, _ share: Int) -> Value {
      grid(height, width) { $0.whole(100) < share ? 1 : 0 }
    }
    let first = mask(height, width, share)
    switch number % 8 {
    case 1: return [mask(height, width, 0), mask(height, width, 0)]
    case 2: return [first, first]
    case 3: return [first, mask(height, width, 0)]
    case 4: return [first, mask(height + 1, width, share)]
    // As many pixels, in other rows.
    case 5: return [mask(height, height + 1, share), mask(height + 1, height, share)]
    default: return [first, mask(height, width, share)]
    }
  }

  private mutating func grid(_ height: Int, _ width: Int, _ pixel: (inout CaseGenerator) -> Double) -> Value {
    .grid(height: height, width: width, (0..<height * width).map { _ in pixel(&self) })
  }

  /// 1 to 8, growing with the number of the call.
  private mutating func size(_ number: Int) -> Int { 1 + whole(2 + number / 6) }

  private mutating func label() -> Double {
    switch whole(6) {
    case 0: return Double(1 + whole(110))
    case 1: return Double(145 + whole(110))
    case 2, 3: return 255
    default: return 0
    }
  }

  private mutating func probability(besides level: Double) -> Double {
    let drawn = Double(whole(1000)) / 1000
    return abs(drawn - level) < 0.01 ? drawn + 0.05 : drawn
  }

  private mutating func whole(_ limit: Int) -> Int { Int(random.next() >> 33) % limit }
}
