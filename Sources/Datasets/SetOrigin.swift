/// Where a set comes from.
public enum SetOrigin: Codable, Sendable, Equatable {
  /// Generated hearts.
  case cardiac(seed: UInt64)
  /// Generated knees.
  case knee(seed: UInt64)
  /// Files in this form.
  case imported(format: String)
}
