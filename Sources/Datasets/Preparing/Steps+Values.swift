internal import Messages
internal import SegLab
internal import Tensors

extension Normalize: FrameStep {
  static var title: String { "Normalize" }
  var canonicalNumbers: String { way.rawValue }
  var writtenNumbers: [String] { [".\(way.rawValue)"] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {}

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .change { frame, _ in
      let values = statistics ?? SetStatistics(of: frame.image)
      let (mean, scale) = (Float(values.mean), Float(1 / values.stddev))
      frame.map { ($0 - mean) * scale }
    }
  }
}

extension Clip: FrameStep {
  static var title: String { "Clip" }
  var canonicalNumbers: String { "\(low) \(high)" }
  var writtenNumbers: [String] { ["low: \(low.plain)", "high: \(high.plain)"] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(abs(low) <= Self.most, "low", low, "-\(Self.most.plain)...\(Self.most.plain)")
    try expect(high > low && high <= Self.most, "high", high, "> low (\(low)), <= \(Self.most.plain)")
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    let (low, high) = (Float(low), Float(high))
    return .change { frame, _ in
      frame.map { min(high, max(low, $0)) }
    }
  }
}

extension Threshold: FrameStep {
  static var title: String { "Threshold" }
  var canonicalNumbers: String { "\(level)" }
  var writtenNumbers: [String] { [level.plain] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(level > 0 && level <= 1, "level", level, "> 0, <= 1")
    guard format.classCount == 256 else {
      throw PreprocessingProblem(.notGrey(step: Self.title, classes: format.classCount), line: line)
    }
    format.classCount = 2
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    let least = level * 255
    return .change { frame, _ in frame.label = frame.label.map { Double($0) >= least ? 1 : 0 } }
  }
}

extension RandomBrightnessContrast: FrameStep {
  static var title: String { "RandomBrightnessContrast" }
  var canonicalNumbers: String { "\(brightness) \(contrast)" }
  var writtenNumbers: [String] { ["brightness: \(brightness.plain)", "contrast: \(contrast.plain)"] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(brightness >= 0 && brightness <= Self.most, "brightness", brightness, "0...\(Self.most.plain)")
    try expect(contrast >= 0 && contrast < 1, "contrast", contrast, ">= 0, < 1")
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .change { frame, generator in
      let factor = Float(1 + generator.within(-contrast...contrast))
      let offset = Float(generator.within(-brightness...brightness))
      frame.map { $0 * factor + offset }
    }
  }
}

extension RandomNoise: FrameStep {
  static var title: String { "RandomNoise" }
  var canonicalNumbers: String { "\(stddev)" }
  var writtenNumbers: [String] { [stddev.plain] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(stddev >= 0 && stddev <= Self.most, "stddev", stddev, "0...\(Self.most.plain)")
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .change { frame, generator in
      frame.map { $0 + Float(stddev * generator.bell()) }
    }
  }
}

extension FrameStep {
  /// The most that a step makes of an intensity, which is 1 at white: larger ones leave nothing for a network to learn
  /// from, and single precision knows none beyond 10³⁸.
  fileprivate static var most: Double { 1_000_000 }
}
