/// One step of a preparation, as a learner writes it: a value with its numbers and the line it stands on.
public protocol PreparationStep: Codable, Sendable {
  /// The word for this kind of step in the description, for example `normalize`; one per type and never reused.
  static var kind: String { get }
  /// Whether it draws something new for every image and epoch; such steps are for training images only.
  static var isRandom: Bool { get }
  /// The line in the lab where it is written.
  var line: Int { get }
}
