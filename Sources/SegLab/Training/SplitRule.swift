/// How the images of a set are dealt out to be trained on, or to be only looked at to measure.
public enum SplitRule: String, Sendable, Codable, CaseIterable {
  /// Each image by itself; slices of one patient may land on both sides, so the measured quality is that for known
  /// patients.
  case image
  /// All images of a patient on the same side: the honest measure for a patient never seen before.
  case patient
}
