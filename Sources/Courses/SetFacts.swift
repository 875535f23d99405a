public import Datasets
public import Labs
public import SegLab

/// The numbers of a data set that a lab's prose may speak of, by the names that `facts` in its front matter has for them.
public struct SetFacts: Sendable {
  /// The values by name.
  public let values: [String: Double]

  /// - Parameters:
  ///   - set: the set.
  ///   - rule: how the lab divides it.
  ///   - seed: what the division starts from.
  public init(of set: ImageMaskSet, dividedBy rule: SplitRule, seed: UInt64 = 1) {
    let summary = SetSummary(of: set)
    let (labels, binary) = (summary.labelValues, summary.binaryLabelValues)
    let share = summary.hasGreyLabels ? binary.mean : 1 - summary.baselineAccuracy
    var values: [String: Double] = [
      "images": Double(summary.count), "patients": Double(summary.patients), "label_mean": labels.mean,
      "label_deviation": labels.standardDeviation, "label_minimum": Double(labels.minimum),
      "label_maximum": Double(labels.maximum), "class_share": share, "class_deviation": binary.standardDeviation,
      "baseline_accuracy": 1 - share, "image_mean": summary.mean, "image_deviation": summary.standardDeviation,
    ]
    if let split = try? Split(of: set, by: rule, seed: seed) {
      values["training_images"] = Double(split.training.count)
      values["validation_images"] = Double(split.validation.count)
      if let held = split.heldOut(of: set) { values["held_out_patients"] = Double(held.count) }
    }
    self.values = values
  }

  /// Whether a number as it is written is the fact of this name, to as many digits as are written.
  ///
  /// - Returns: nil where there is no such fact.
  public func agrees(_ name: String, _ written: String) -> Bool? {
    guard let value = values[name] else { return nil }
    guard let number = Double(written) else { return false }
    let digits = written.split(separator: ".").dropFirst().first?.count ?? 0
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return abs(value - number) * scale <= 0.5 + 1e-9
  }
}

/// The data sets of labs as wholes, for the numbers that their prose takes from them.
public struct PracticeSets {
  private let own: CourseFolder
  private let generates: Bool

  /// - Parameters:
  ///   - own: the course's own folder.
  ///   - generates: whether a set that the course does not have is generated, which takes up to half a minute.
  public init(own: CourseFolder, generates: Bool) { (self.own, self.generates) = (own, generates) }

  /// The numbers of a lab's data set, divided as the lab's last experiment does; nil where the set of which the lab speaks is not at hand.
  public func facts(for lab: Lab) -> SetFacts? {
    guard !lab.facts.isEmpty else { return nil }
    var rule = SplitRule.image
    for case .experiment(let experiment) in lab.blocks { rule = experiment.split }
    let kept = try? own.sets.load(name: lab.dataset)
    let isMeant = { (set: ImageMaskSet) in lab.digests.isEmpty || lab.digests.contains { set.digest.hasPrefix($0) } }
    if let kept, isMeant(kept) { return SetFacts(of: kept, dividedBy: rule) }
    guard generates else { return nil }
    let made: ImageMaskSet? =
      switch lab.dataset {
      case "cardiac": try? CardiacPhantom().make(as: lab.dataset)
      case "knee": try? KneePhantom().make(as: lab.dataset)
      default: nil
      }
    return made.map { SetFacts(of: $0, dividedBy: rule) }
  }
}
