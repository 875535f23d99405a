/// What is said while a lab's bars are measured over seeds.
public enum CalibrationPhrase: Phrase {
  /// The solution runs with this seed.
  case seed(Int, of: Int)
  /// How far a bar is from what was measured.
  case bar(cell: String, line: Int, bar: String, mean: Double, deviation: Double, margin: Double)
  /// A bar's number was not measured with every seed.
  case notMeasured(cell: String, line: Int)
  /// The check is not written on a line of its own, so that nothing can be put beside it.
  case noPlace(file: String, line: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}
