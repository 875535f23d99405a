internal import Tensors

extension SeededGenerator {
  /// A number in `range`, each equally likely.
  mutating func within(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A number from a bell curve around 0 with standard deviation 1, and never beyond ±4.9: the sum of eight random
  /// bytes.
  ///
  /// Only whole numbers are added up, because logarithms and cosines differ from one maths library to the next.
  mutating func bell() -> Double {
    let bits = next()
    let pairs = (bits & 0x00FF_00FF_00FF_00FF) &+ ((bits >> 8) & 0x00FF_00FF_00FF_00FF)
    let sum = (pairs &* 0x0001_0001_0001_0001) >> 48
    // Eight bytes: mean 8 * 127.5, variance 8 * (256² - 1) / 12.
    return (Double(sum) - 1020) / 209.021529
  }

  /// A direction, each equally likely.
  mutating func direction() -> Turn {
    while true {
      let (x, y) = (within(-1...1), within(-1...1))
      let square = x * x + y * y
      if square <= 1, square > 0.01 {
        let length = square.squareRoot()
        return Turn(x: x / length, y: y / length)
      }
    }
  }
}
