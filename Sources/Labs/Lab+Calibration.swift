extension Lab {
  /// What a check measured over several seeds with the lab's solution: `calibrated: {mean: 0.58, deviation: 0.01, seeds: 5}`.
  public struct Calibration: Sendable, Equatable {
    /// The mean.
    public let mean: Double
    /// The standard deviation.
    public let deviation: Double
    /// How many seeds there were.
    public let seeds: Int

    /// - Parameter values: what was measured with each seed, at least one.
    public init(of values: [Double]) {
      precondition(!values.isEmpty, "\(values.count) values")
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      self.mean = mean
      deviation = (squares / Double(max(1, values.count - 1))).squareRoot()
      seeds = values.count
    }

    init(mean: Double, deviation: Double, seeds: Int) {
      self.mean = mean
      self.deviation = deviation
      self.seeds = seeds
    }

    /// Whether every seed gave the same, but for the last bits of the sums.
    public var isSteady: Bool { deviation <= 1e-9 * max(1, abs(mean)) }

    /// How many standard deviations the mean is on the right side of a bar; negative on the wrong side, and infinite where every seed
    /// gave the same.
    public func margin(to bound: Bound) -> Double {
      let distance = bound.comparison == .atLeast ? mean - bound.limit : bound.limit - mean
      guard distance.isFinite, deviation.isFinite else { return -.infinity }
      return !isSteady ? distance / deviation : distance > 0 ? .infinity : distance < 0 ? -.infinity : 0
    }

    /// As it is written beside a check.
    public var text: String {
      "calibrated: {mean: \(Self.short(mean)), deviation: \(Self.short(deviation)), seeds: \(seeds)}"
    }

    /// With at most six digits behind the point.
    private static func short(_ number: Double) -> String {
      number.isFinite ? "\((number * 1e6).rounded() / 1e6)" : "\(number)"
    }
  }
}

extension Lab {
  /// The lab's text with calibrations beside some of its checks, in place of those that stand there.
  ///
  /// - Parameter calibrations: by the line of the check.
  /// - Returns: the new text, everything else the same byte for byte; and the lines of checks that are not written on a line of their
  ///   own behind a dash, beside which nothing can be put.
  public func calibrated(_ calibrations: [Int: Calibration]) -> (text: String, left: [Int]) {
    var result: [Substring] = []
    var left: [Int] = []
    let ending = text.contains("\r\n") ? "\r\n" : "\n"
    let lines = text.split(separator: ending, omittingEmptySubsequences: false)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      result.append(line)
      index += 1
      guard let calibration = calibrations[index] else { continue }
      let indent = line.prefix { $0 == " " }
      guard line.dropFirst(indent.count).hasPrefix("- "), !line.contains("{") else {
        left.append(index)
        continue
      }
      result.append("\(indent)  \(calibration.text)")
      // The rest of the same item, without what stood there before.
      while index < lines.count, lines[index].hasPrefix("\(indent)  ") {
        if !lines[index].drop(while: { $0 == " " }).hasPrefix("calibrated:") { result.append(lines[index]) }
        index += 1
      }
    }
    return (result.joined(separator: ending), left)
  }
}
