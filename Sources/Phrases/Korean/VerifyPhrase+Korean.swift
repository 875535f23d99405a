extension VerifyPhrase {
  var korean: String {
    switch self {
    case .looking(let lab): return "\(lab) 실습을 살펴보고 있어요."
    case .noHole(let exercise): return "연습 문제 `\(exercise)`에 `.FIXME`가 없어서 할 일이 없어요"
    case .noHint(let exercise): return "연습 문제 `\(exercise)`에 힌트가 없어요. ```text hint=\(exercise) 셀을 넣어 보세요"
    case .answerGiven(let question): return "`\(question)`의 답이 이미 쓰여 있어요. `?`로 바꿔 보세요"
    case .linkLeadsNowhere(let name): return "실습 옆에 `\(name)` 파일이 없어요"
    case .notCalibrated: return "이 기준은 시드를 바꿔 가며 재 본 적이 없어요. `seglab calibrate`로 재 보세요"
    case .barTooNear(let margin, let least):
      return "이 기준은 측정값에서 표준편차의 \(margin.places(1))배만큼 떨어져 있어요. 적어도 \(least.places(0))배여야 해요. "
        + "기준을 옮기거나 학습이 더 고르게 되도록 해 보세요"
    case .noTranslation(let file): return "다른 실습에는 번역이 있는데 \(file) 파일은 없어요"
    case .passedAsShipped(let cell): return "아무것도 하지 않았는데 `\(cell)` 셀이 통과해요"
    case .brokenAsShipped(let cell, let message):
      return "아무것도 하지 않았는데 `\(cell)` 셀이 잘못되어 있어요.\(message.behind(in: .korean))"
    case .solutionFails(let cell, let check, let measured, let expected, let message):
      let numbers = measured.isEmpty && expected.isEmpty ? "" : " (\(measured), 기준 \(expected))"
      return "풀이를 넣어도 `\(cell)` 셀이 통과하지 않아요: \(check)\(numbers).\(message.behind(in: .korean))"
    case .noSet(let name): return "데이터 ‘\(name)’이(가) 이 폴더에 없고, 만들 수 있는 데이터도 아니에요."
    case .verified(let labs, let errors):
      return errors == 0 ? "실습 \(labs)개에 고칠 것이 없어요." : "실습 \(labs)개에서 고칠 곳을 \(errors)군데 찾았어요."
    }
  }
}
