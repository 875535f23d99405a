/// What an expert's contour goes round.
public enum ContourKind: String, Sendable, CaseIterable {
  /// The blood in the left ventricle: the inner edge of its wall.
  case endo
  /// The left ventricle with its wall: the outer edge.
  case epi
  /// The papillary muscles in the ventricle, up to two a slice.
  case papillary

  /// The kind that a contour file's name tells, as in `icontour`.
  init?(word: some StringProtocol) {
    switch word {
    case "icontour": self = .endo
    case "ocontour": self = .epi
    case "p1contour", "p2contour": self = .papillary
    default: return nil
    }
  }
}
