/// Why a lab could not be judged though its cells could be compiled: a fault of SegLab's own, never the learner's.
public enum JudgePhrase: Phrase {
  /// The judge stopped: by a signal where there was one, with these last words, while this experiment was trained.
  case stopped(signal: Int?, words: String, training: String?)
  /// The judge gave no sign of life for so many seconds and was ended.
  case silent(seconds: Int, training: String?)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension JudgePhrase {
  var english: String {
    switch self {
    case .stopped(let signal, let words, let training):
      let how = signal.map { " (\(ProgramPhrase.name(ofSignal: $0)))" } ?? ""
      let place = training.map { " while it trained “\($0)”" } ?? ""
      let said = words.isEmpty ? "" : " Its last words: \(words)"
      return
        "SegLab's judge stopped\(place)\(how). That is a fault of SegLab's and not of this lab's cells: please report it, "
        + "with the lab's file.\(said)"
    case .silent(let seconds, let training):
      let place = training.map { " while it trained “\($0)”" } ?? ""
      return "SegLab's judge gave no sign of life for \(Double(seconds).clock)\(place) and was ended. "
        + "Run it again with `--profile quick`; if that ends so too, please report it, with the lab's file."
    }
  }
}

// MARK: Korean

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
