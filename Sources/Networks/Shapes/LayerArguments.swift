internal import Messages
internal import SegLab

/// Whole numbers in the learner's code: a list such as `weights: [65536, 512]`, or a single one such as `stride: 2`.
struct IntegerArgument {
  /// The argument's label.
  let label: String
  /// What the numbers of a list stand for, in order; nil where there may be any number of them.
  let axes: [String]?
  /// The numbers.
  let values: [Int]
  /// Whether it is a number and no list.
  let isSingle: Bool

  /// - Parameters:
  ///   - label: the argument's label.
  ///   - axes: what the numbers stand for, in order; nil where there may be any number of them.
  ///   - values: the numbers.
  init(label: String, axes: [String]?, values: [Int]) {
    self.label = label
    self.axes = axes
    self.values = values
    isSingle = false
  }

  /// - Parameters:
  ///   - label: the argument's label.
  ///   - number: the number.
  init(label: String, number: Int) {
    self.label = label
    axes = [label]
    values = [number]
    isSingle = true
  }

  /// The filter of a convolution.
  static func filter(_ filter: [Int]) -> IntegerArgument {
    IntegerArgument(label: "filter", axes: ["kh", "kw", "in", "out"], values: filter)
  }
}

extension IntegerArgument {
  /// The numbers without a first dimension of 1, which is where other libraries count images, or with the one channel that other
  /// libraries leave out; nil where neither is what is wrong.
  private func asMeant(_ count: Int) -> String? {
    guard !values.contains(Int.hole) else { return nil }
    // A grey image has one channel all the same.
    if label == "shape", count == 3, values.count == 2 { return "[\(values[0]), \(values[1]), 1]" }
    guard values.count == count + 1, values[0] == 1 else { return nil }
    return "[" + values.dropFirst().map(String.init).joined(separator: ", ") + "]"
  }

  /// A shape with one dimension too many at its front, for the images of a batch: without it.
  private func batchless(_ count: Int) -> NetworkAdvicePhrase? {
    guard label == "shape", values.count == count + 1, values[0] <= 64, !values.contains(Int.hole) else { return nil }
    return .leaveBatchOut(shape: Array(values.dropFirst()))
  }

  /// What is wrong with the numbers before any layer is connected: holes, too few or too many, 0, negative or absurd ones.
  ///
  /// - Parameter layer: the layer's name.
  /// - Returns: the first fault and whether it is a hole that waits for the learner; nil where there is none.
  func fault(in layer: String) -> (mismatch: Mismatch, isHole: Bool)? {
    // A list that is a hole itself is empty.
    if values.isEmpty || values.contains(Int.hole) {
      return (Mismatch(summary: .holeInLayer(layer: layer, argument: label)), true)
    }
    let form = axes.map { "[" + $0.joined(separator: ", ") + "]" }
    if let axes, axes.count != values.count {
      return (
        Mismatch(
          summary: .wrongNumberOfDimensions(
            layer: layer, argument: label, expected: axes.count, found: values.bounded),
          help: batchless(axes.count) ?? form.map { .writeAs(argument: label, form: asMeant(axes.count) ?? $0) }), false
      )
    }
    if values.count > NetworkLimits.axes {
      return (Mismatch(summary: .tooManyAxes(layer: layer, found: values.count, limit: NetworkLimits.axes)), false)
    }
    if isSingle, let number = values.first, number < 1 || number > NetworkLimits.dimension {
      let summary: NetworkPhrase =
        number < 1
        ? .numberNotPositive(layer: layer, argument: label, found: number)
        : .numberTooLarge(layer: layer, argument: label, found: number, limit: NetworkLimits.dimension)
      return (Mismatch(summary: summary, help: number < 1 && label == "stride" ? .strideIsAStep : nil), false)
    }
    for (index, dimension) in values.enumerated() where dimension < 1 || dimension > NetworkLimits.dimension {
      let axis = axes?[index] ?? String(index + 1)
      let summary: NetworkPhrase =
        dimension < 1
        ? .dimensionNotPositive(layer: layer, argument: label, axis: axis, found: dimension)
        : .dimensionTooLarge(
          layer: layer, argument: label, axis: axis, found: dimension, limit: NetworkLimits.dimension)
      return (Mismatch(summary: summary, help: dimension == -1 ? .countYourself : nil), false)
    }
    return nil
  }
}

extension [Int] {
  /// At most the first eight numbers: enough for a message, however long a description is.
  fileprivate var bounded: [Int] { Array(prefix(8)) }
}

/// A number with a fraction in the learner's code, such as `rate: 0.2`, and what it may be.
struct RealArgument {
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
  var realArguments: [RealArgument] {
    guard case .truncatedNormal(let stddev)? = self else { return [] }
    return [
      RealArgument(
        label: "stddev", number: stddev, least: 0, most: 100, takesLeast: false, takesMost: true)
    ]
  }
}
