/// Random numbers that are the same for the same seed on every machine.
///
/// The generator is SplitMix64: 64 bits of state, one addition and two multiplications a number. Derived streams
/// (``derived(_:)``) make numbers that do not depend on the order in which layers or samples are visited.
///
/// - SeeAlso: Steele, Lea, Flood, “Fast Splittable Pseudorandom Number Generators”, OOPSLA 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// - Parameter seed: any number; equal seeds give equal streams.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A stream of its own for `index`, the same whatever has been drawn from this one since it was seeded the same.
  public func derived(_ index: UInt64) -> SeededGenerator {
    SeededGenerator(seed: Self.mixed(state ^ Self.mixed(index &+ 0xD1B5_4A32_D192_ED03)))
  }

  /// A number in 0 ..< 1 with 53 random bits.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in 0 ..< `bound`, each equally likely but for a bias below `bound` / 2⁶⁴.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a bound must be positive, not \(bound)")
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The numbers 0 ..< `count` in random order (Fisher and Yates).
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in order.indices.dropFirst().reversed() { order.swapAt(index, below(index + 1)) }
    return order
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
