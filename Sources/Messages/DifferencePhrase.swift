/// Which layer's numbers explain why a network has more or fewer parameters than the lab's.
public enum DifferencePhrase: Phrase {
  /// With this list of numbers in one layer the count is right.
  case written(expected: Int, measured: Int, layer: String, label: String, found: [Int], right: [Int])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension DifferencePhrase {
  var english: String {
    switch self {
    case .written(let expected, let measured, let layer, let label, let found, let right):
      return
        "The network has \(measured.grouped) parameters, and \(expected.grouped) are asked for. `\(layer)` explains the difference exactly: "
        + "it has `\(label): \(found.asShape)`, and with `\(label): \(right.asShape)` the count is right."
    }
  }
}

// MARK: Korean

extension DifferencePhrase {
  var korean: String {
    switch self {
    case .written(let expected, let measured, let layer, let label, let found, let right):
      return "신경망의 파라미터가 \(measured.grouped)개인데 \(expected.grouped)개여야 해요. 차이는 `\(layer)` 층에서 나와요: "
        + "`\(label): \(found.asShape)` 대신 `\(label): \(right.asShape)`\(.toward, after: right.asShape) 쓰면 꼭 맞아요."
    }
  }
}
