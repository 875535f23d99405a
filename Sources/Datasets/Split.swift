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

  /// The share of the patients that is measured on where none is asked for: one in five. Patients differ more than slices of one patient
  /// do, so that what one of them alone comes to is luck.
  public static let usualPatientShare = 0.2

  /// Deals out the images of `set` from `seed`; equal content and seed give an equal split.
  ///
  /// By image, the validation side gets the rounded share of the images; by patient, all images of the rounded share of the patients. Either
  /// way at least one, and at least one is left to train on.
  /// - Parameters:
  ///   - set: the images.
  ///   - rule: how they are dealt out.
  ///   - seed: what the drawing starts from.
  ///   - validationShare: the share of the images or patients to measure on, above 0 and below 1; nil takes ``usualShare(of:)`` of the images,
  ///     ``usualPatientShare`` of the patients.
  /// - Throws: `DatasetError.cannotSplit` where there is only one image, or only one patient.
  public init(
    of set: ImageMaskSet, by rule: Rule, seed: UInt64, validationShare: Double? = nil
  ) throws(DatasetError) {
    let units: [[Int]]
    let usual: Double
    switch rule {
    case .image: (units, usual) = (set.samples.indices.map { [$0] }, Self.usualShare(of: set.count))
    case .patient:
      let groups = Dictionary(grouping: set.samples.indices) { set.patient($0) }
      (units, usual) = (groups.sorted { $0.key < $1.key }.map(\.value), Self.usualPatientShare)
    }
    let share = validationShare ?? usual
    precondition(share > 0 && share < 1, "a share is between 0 and 1, not \(share)")
    guard units.count > 1 else { throw .cannotSplit(name: set.name, rule: rule, found: units.count) }
    var generator = SeededGenerator(seed: seed)
    let order = generator.permutation(units.count)
    let wanted = min(units.count - 1, max(1, Int((Double(units.count) * share).rounded())))
    let chosen = order.prefix(wanted).flatMap { units[$0] }
    self.rule = rule
    validation = chosen.sorted()
    let kept = Set(chosen)
    training = set.samples.indices.filter { !kept.contains($0) }
  }

  /// The patients that are only measured on, by name; nil where images are dealt out by themselves.
  public func heldOut(of set: ImageMaskSet) -> [String]? {
    rule == .patient ? Set(validation.map(set.patient)).sorted() : nil
  }
}
