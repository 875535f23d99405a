/// The Dice of one patient who was held out.
public struct PatientDice: Codable, Sendable, Hashable {
  /// The patient.
  public let patient: String
  /// How many images there are.
  public let images: Int
  /// The Dice of all of them together.
  public let dice: Double

  /// - Parameters: the parts, as documented on each property.
  public init(patient: String, images: Int, dice: Double) {
    (self.patient, self.images, self.dice) = (patient, images, dice)
  }
}

/// What is said of patients who were held out of a training.
public enum PatientPhrase: Phrase {
  /// These were, with so many images; `trained` others were trained on, where that is known.
  case heldOut(names: [String], trained: Int?, images: Int)
  /// What each of them came to, and how that spreads.
  case dice([PatientDice])

  /// The most patients who are listed one by one, those with the lowest Dice.
  private static let most = 6

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }

  /// The lowest first, and what they come to together.
  private static func spread(
    of scores: [PatientDice]
  ) -> (listed: [PatientDice], mean: Double, deviation: Double, low: Double, high: Double) {
    let sorted = scores.sorted { ($0.dice, $0.patient) < ($1.dice, $1.patient) }
    let mean = scores.reduce(0) { $0 + $1.dice } / Double(max(1, scores.count))
    let squares = scores.reduce(0) { $0 + ($1.dice - mean) * ($1.dice - mean) }
    let deviation = (squares / Double(max(1, scores.count - 1))).squareRoot()
    return (Array(sorted.prefix(most)), mean, deviation, sorted.first?.dice ?? 0, sorted.last?.dice ?? 0)
  }

  /// `name 0.744 (18)` with commas between them.
  private static func list(_ scores: [PatientDice]) -> String {
    scores.map { "\($0.patient.shown) \($0.dice.places(3)) (\($0.images))" }.joined(separator: ", ")
  }
}

// MARK: English

extension PatientPhrase {
  var english: String {
    switch self {
    case .heldOut(let names, let trained, let images):
      let whole = trained.map { " of \($0 + names.count)" } ?? ""
      return "Held out: \(names.count)\(whole) \(names.count == 1 && trained == nil ? "patient" : "patients"), "
        + "\(images) images: \(names.listedInEnglish)."
    case .dice(let scores):
      let spread = Self.spread(of: scores)
      let few = scores.count > spread.listed.count ? "; the lowest: " : ": "
      guard scores.count > 1 else {
        return "Dice by patient (and images): \(Self.list(spread.listed)). One patient says little about others."
      }
      return "Dice by patient: mean \(spread.mean.places(3)), standard deviation \(spread.deviation.places(3)), "
        + "from \(spread.low.places(3)) to \(spread.high.places(3))\(few)\(Self.list(spread.listed)) (images in brackets)."
    }
  }
}

// MARK: Korean

extension PatientPhrase {
  var korean: String {
    switch self {
    case .heldOut(let names, let trained, let images):
      let whole = trained.map { "\($0 + names.count)명 가운데 " } ?? ""
      return "학습에서 뺀 환자: \(whole)\(names.count)명, 영상 \(images)장: \(names.listedInKorean)."
    case .dice(let scores):
      let spread = Self.spread(of: scores)
      let few = scores.count > spread.listed.count ? ". 가장 낮은 환자: " : ": "
      guard scores.count > 1 else {
        return "환자별 다이스(괄호는 영상 수): \(Self.list(spread.listed)). 환자 한 명으로는 다른 환자에 대해 말할 수 있는 것이 적어요."
      }
      return "환자별 다이스: 평균 \(spread.mean.places(3)), 표준편차 \(spread.deviation.places(3)), "
        + "\(spread.low.places(3))부터 \(spread.high.places(3))까지\(few)\(Self.list(spread.listed)) (괄호는 영상 수)."
    }
  }
}
