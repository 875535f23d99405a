extension JudgePhrase {
  var korean: String {
    switch self {
    case .stopped(let signal, let words, let training):
      let how = signal.map { "(\(ProgramPhrase.name(ofSignal: $0)))" } ?? ""
      let place = training.map { "‘\($0)’ 학습 중에 " } ?? ""
      let said = words.isEmpty ? "" : " 마지막에 남긴 말: \(words)"
      return "SegLab의 채점기가 \(place)멈췄어요\(how). 이 실습의 셀이 아니라 SegLab의 잘못이에요. 실습 파일과 함께 알려 주세요.\(said)"
    case .silent(let seconds, let training):
      let place = training.map { "‘\($0)’ 학습 중에 " } ?? ""
      return "SegLab의 채점기가 \(place)\(Double(seconds).clock) 동안 아무 반응이 없어서 끝냈어요. "
        + "`--profile quick`으로 다시 실행해 보고, 또 그러면 실습 파일과 함께 알려 주세요."
    }
  }
}
