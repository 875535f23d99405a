internal import Messages
internal import SegLab
internal import Tensors

extension RandomRotation: FrameStep {
  static var title: String { "RandomRotation" }
  var canonicalNumbers: String { "\(degrees)" }
  var writtenNumbers: [String] { ["upTo: \(degrees.plain)"] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(degrees >= 0 && degrees <= 90, "upTo", degrees, "0...90")
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .move { width, height, generator in
      AffineMap(
        centre: SIMD2(Double(width), Double(height)) / 2, turn: Turn(degrees: generator.within(-degrees...degrees)),
        factor: 1, offset: .zero)
    }
  }
}

extension RandomScale: FrameStep {
  static var title: String { "RandomScale" }
  var canonicalNumbers: String { "\(low) \(high)" }
  var writtenNumbers: [String] { ["from: \(low.plain)", "to: \(high.plain)"] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(low > 0.01 && low.isFinite, "from", low, "> 0.01")
    try expect(high >= low && high <= 100, "to", high, ">= from (\(low)), <= 100")
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .move { width, height, generator in
      // What is to look larger comes from nearer the centre.
      AffineMap(
        centre: SIMD2(Double(width), Double(height)) / 2, turn: Turn(x: 1, y: 0),
        factor: 1 / generator.within(low...high),
        offset: .zero)
    }
  }
}

extension RandomTranslation: FrameStep {
  static var title: String { "RandomTranslation" }
  var canonicalNumbers: String { "\(share)" }
  var writtenNumbers: [String] { ["upTo: \(share.plain)"] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(share >= 0 && share <= 1, "upTo", share, "0...1")
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .move { width, height, generator in
      let move = SIMD2(generator.within(-share...share), generator.within(-share...share))
      return AffineMap(
        centre: .zero, turn: Turn(x: 1, y: 0), factor: 1, offset: move * SIMD2(Double(width), Double(height)))
    }
  }
}

extension ElasticTransform: FrameStep {
  static var title: String { "ElasticTransform" }
  var canonicalNumbers: String { "\(strength) \(smoothness)" }
  var writtenNumbers: [String] { ["strength: \(strength.plain)", "smoothness: \(smoothness)"] }

  func check(_ format: inout PreparedFormat) throws(PreprocessingProblem) {
    try expect(strength >= 0 && strength <= 1000, "strength", strength, "0...1000")
    try expect((4...4096).contains(smoothness), "smoothness", Double(smoothness), "4...4096")
  }

  func action(_ statistics: SetStatistics?) -> FrameAction {
    .move { width, height, generator in
      ElasticMap(width: width, height: height, strength: strength, cell: Double(smoothness), from: &generator)
    }
  }
}
