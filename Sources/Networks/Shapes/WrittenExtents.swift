/// Whole numbers in the learner's code: a list such as `weights: [65536, 512]`, or a single one such as `stride: 2`.
struct WrittenExtents {
  /// The argument's label.
  let label: String
  /// What the numbers of a list stand for, in order; nil where there may be any number of them.
  let axes: [String]?
  /// The numbers.
  let extents: [Int]
  /// Whether it is a number and no list.
  let isSingle: Bool

  /// - Parameters:
  ///   - label: the argument's label.
  ///   - axes: what the numbers stand for, in order; nil where there may be any number of them.
  ///   - extents: the numbers.
  init(label: String, axes: [String]?, extents: [Int]) {
    self.label = label
    self.axes = axes
    self.extents = extents
    isSingle = false
  }

  /// - Parameters:
  ///   - label: the argument's label.
  ///   - number: the number.
  init(label: String, number: Int) {
    self.label = label
    axes = [label]
    extents = [number]
    isSingle = true
  }

  /// The filter of a convolution.
  static func filter(_ filter: [Int]) -> WrittenExtents {
    WrittenExtents(label: "filter", axes: ["kh", "kw", "in", "out"], extents: filter)
  }
}
