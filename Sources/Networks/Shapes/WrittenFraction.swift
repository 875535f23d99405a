internal import Messages
internal import SegLab

/// A number with a fraction in the learner's code, such as `keep: 0.8`, and what it may be.
struct WrittenFraction {
  /// The argument's label.
  let label: String
  /// The number.
  let number: Double
  /// The least that it may be.
  let least: Double
  /// The most that it may be.
  let most: Double
  /// Whether it may be ``least``.
  let takesLeast: Bool
  /// Whether it may be ``most``.
  let takesMost: Bool
  /// What to try where it is none of these; nil where the message says enough.
  var help: NetworkAdvicePhrase?

  /// What is wrong with it.
  ///
  /// - Parameter layer: the layer's name.
  /// - Returns: the fault and whether it is a hole that waits for the learner; nil where there is none.
  func fault(in layer: String) -> (mismatch: Mismatch, isHole: Bool)? {
    if number == Double.hole { return (Mismatch(summary: .holeInLayer(layer: layer, argument: label)), true) }
    let isHigh = takesLeast ? number >= least : number > least
    let isLow = takesMost ? number <= most : number < most
    if isHigh, isLow { return nil }
    let summary = NetworkPhrase.numberOutside(
      layer: layer, argument: label, found: number, least: least, takesLeast: takesLeast, most: most,
      takesMost: takesMost)
    return (Mismatch(summary: summary, help: help), false)
  }
}

extension Initializer? {
  /// The number that the learner wrote for it, if any.
  var fractions: [WrittenFraction] {
    guard case .truncatedNormal(let deviation)? = self else { return [] }
    return [
      WrittenFraction(
        label: "deviation", number: deviation, least: 0, most: 100, takesLeast: false, takesMost: true)
    ]
  }
}
