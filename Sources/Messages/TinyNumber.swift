/// What becomes of a training where one of its numbers is next to nothing.
public enum TinyNumber: String, Sendable, Hashable, Codable {
  /// No weight changes by so little.
  case noWeightMoves
  /// It is taken for 0.
  case countsAsZero
}
