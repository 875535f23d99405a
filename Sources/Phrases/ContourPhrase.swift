/// What is said of contours, and of the series of images that they belong to.
public enum ContourPhrase: Phrase {
  /// A line of a contour file does not hold a column and a row.
  case line(path: String, line: Int, found: String)
  /// A contour has too many corners.
  case tooLong(path: String, limit: Int)
  /// A contour leaves its image.
  case outside(path: String, image: String, size: String)
  /// A folder holds no contours of the kind that was asked for.
  case none(path: String, kind: String, found: [String])
  /// Two contours of one kind belong to one image.
  case twice(path: String, other: String)
  /// How contours became masks.
  case rule(kind: String, course: Bool)
  /// Contours whose images are not there.
  case framesMissing(count: Int, first: String)
  /// Images that have contours, but none of the kind that was asked for.
  case otherKindsOnly(count: Int, kind: String)
  /// Images without any contour.
  case framesWithout(count: Int)
  /// Patients of whom there are contours and no images.
  case patientsMissing([String])
  /// Which of several series the contours were laid on.
  case seriesChosen(patient: String, series: String, among: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}
