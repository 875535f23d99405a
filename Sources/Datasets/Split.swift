public import SegLab
internal import Tensors

/// Which images are trained on, and which are only looked at to measure.
public struct Split: Sendable, Equatable {
  /// How images are dealt out.
  public typealias Rule = SplitRule

  /// How the images were dealt out.
  public let rule: Rule
  /// The images to train on, ascending.
  public let training: [Int]
  /// The images to measure on, ascending.
  public let validation: [Int]

  /// The share of `count` images that is measured on where none is asked for: one in ten, and one in five of 500 and more, which have
  /// enough left to train on.
  public static func usualShare(of count: Int) -> Double { count < 500 ? 0.1 : 0.2 }

  /// Deals out the images of `set` from `seed`; equal content and seed give an equal split.
  ///
  /// By image, the validation side gets the rounded share of the images, and at least one. By patient it gets whole
  /// patients, drawn in random order and taken as long as each brings the number of images nearer to that share; at
  /// least one.
  /// - Parameters:
  ///   - set: the images.
  ///   - rule: how they are dealt out.
  ///   - seed: what the drawing starts from.
  ///   - validationShare: the share to measure on, above 0 and below 1; nil takes ``usualShare(of:)``.
  /// - Throws: `DatasetError.cannotSplit` where there is only one image, or only one patient.
  public init(
    of set: ImageMaskSet, by rule: Rule, seed: UInt64, validationShare: Double? = nil
  ) throws(DatasetError) {
    let validationShare = validationShare ?? Self.usualShare(of: set.count)
    precondition(validationShare > 0 && validationShare < 1, "a share is between 0 and 1, not \(validationShare)")
    let units: [[Int]]
    switch rule {
    case .image: units = set.samples.indices.map { [$0] }
    case .patient:
      let groups = Dictionary(grouping: set.samples.indices) { set.patient($0) }
      units = groups.sorted { $0.key < $1.key }.map(\.value)
    }
    guard units.count > 1 else { throw .cannotSplit(name: set.name, rule: rule, found: units.count) }
    var generator = SeededGenerator(seed: seed)
    let order = generator.permutation(units.count)
    let wanted = max(1, Int((Double(set.count) * validationShare).rounded()))
    var chosen = units[order[0]]
    for index in order.dropFirst().dropLast() {
      let more = chosen.count + units[index].count
      if abs(more - wanted) < abs(chosen.count - wanted) { chosen += units[index] }
    }
    self.rule = rule
    validation = chosen.sorted()
    let kept = Set(chosen)
    training = set.samples.indices.filter { !kept.contains($0) }
  }
}
