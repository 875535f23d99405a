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

// MARK: English

extension CalibrationPhrase {
  var english: String {
    switch self {
    case .seed(let seed, let seeds): return "Seed \(seed) of \(seeds)"
    case .bar(let cell, let line, let bar, let mean, let deviation, let margin):
      return "\(cell), line \(line), \(bar): mean \(mean.places(4)), standard deviation \(deviation.places(4)), "
        + "margin \(margin.places(1)) of them"
    case .notMeasured(let cell, let line):
      return "\(cell), line \(line): not measured with every seed. Does the solution pass? See seglab verify."
    case .noPlace(let file, let line):
      return
        "\(file):\(line): write the check behind a dash on a line of its own, so that its calibration can stand below."
    }
  }
}

// MARK: Korean

extension CalibrationPhrase {
  var korean: String {
    switch self {
    case .seed(let seed, let seeds): return "시드 \(seed)/\(seeds)"
    case .bar(let cell, let line, let bar, let mean, let deviation, let margin):
      return "\(cell) \(line)번째 줄, \(bar): 평균 \(mean.places(4)), 표준편차 \(deviation.places(4)), "
        + "여유는 표준편차의 \(margin.places(1))배"
    case .notMeasured(let cell, let line):
      return "\(cell) \(line)번째 줄: 모든 시드에서 재지는 못했어요. 풀이가 통과하는지 seglab verify로 확인해 보세요."
    case .noPlace(let file, let line):
      return "\(file):\(line): 검사를 `-`로 시작하는 한 줄에 쓰면 그 아래에 잰 값을 적을 수 있어요."
    }
  }
}
