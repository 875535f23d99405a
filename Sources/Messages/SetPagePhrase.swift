/// What the page about a data set says with numbers in it.
public enum SetPagePhrase: Phrase {
  /// Images that are not shown.
  case imagesOmitted(count: Int)
  /// Patients that are not shown.
  case patientsOmitted(count: Int)
  /// What a picture shows, for who cannot see it.
  case picture(name: String, share: Double)
  /// What the chart of intensities shows, for who cannot see it.
  case intensityChart(darkest: Double, bins: Int)
  /// What a chart of how often values occur shows, for who cannot see it.
  case histogram(least: Double, most: Double)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension SetPagePhrase {
  var english: String {
    switch self {
    case .imagesOmitted(let count): "\(count.grouped) more images are not shown."
    case .patientsOmitted(let count): "\(count.grouped) more patients are not shown."
    case .picture(let name, let share): "\(name); the label covers \(share.percent) of it"
    case .intensityChart(let darkest, let bins):
      "Shares of the pixels in \(bins) equal parts of the intensities; the darkest part holds \(darkest.percent)."
    case .histogram(let least, let most): "Values from \(least.places(3)) to \(most.places(3))."
    }
  }
}

// MARK: Korean

extension SetPagePhrase {
  var korean: String {
    switch self {
    case .imagesOmitted(let count): "나머지 영상 \(count.grouped)장은 보여 주지 않았어요."
    case .patientsOmitted(let count): "나머지 환자 \(count.grouped)명은 보여 주지 않았어요."
    case .picture(let name, let share): "\(name), 레이블이 \(share.percent)를 덮어요"
    case .intensityChart(let darkest, let bins):
      "밝기를 똑같이 \(bins)칸으로 나눈 픽셀 비율이에요. 가장 어두운 칸이 \(darkest.percent)예요."
    case .histogram(let least, let most): "값이 \(least.places(3))부터 \(most.places(3))까지 있어요."
    }
  }
}
