/// The short words of grades: in the terminal, in feedback, on the page about a class.
public enum GradeLabel: Phrase {
  /// The learner need not do the lab.
  case excused
  /// Nothing was handed in.
  case missing
  /// So many days late, which cost so much.
  case late(days: Int, percent: Double)
  /// The learning system says that it was late.
  case saidLate
  /// A person decided on the points.
  case override
  /// What a person has yet to mark.
  case toMark
  /// Something could not be judged.
  case unjudged
  /// A check that learners do not have.
  case hidden
  /// The file that counts.
  case file
  /// When it was handed in.
  case handedIn
  /// The grades before.
  case history
  /// Why a grade came to be, as the book calls it.
  case why(String)
  /// Points of how many.
  case points(Double, of: Double)
  /// What all checks that are not shown come to.
  case hiddenSum(Double, of: Double)
  /// A person's words about an answer.
  case remark
  /// The title of feedback.
  case feedback
  /// What was found on the way to the file.
  case remarks
  /// The column of things.
  case item
  /// The column of verdicts.
  case verdict
  /// The sum.
  case sum
  /// Why points were decided on.
  case reason

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension GradeLabel {
  var english: String {
    switch self {
    case .excused: return "excused"
    case .missing: return "nothing handed in"
    case .late(let days, let percent):
      return "\(days) \(days == 1 ? "day" : "days") late, −\(percent.plain) %"
    case .saidLate: return "late, says the learning system"
    case .override: return "decided by hand"
    case .toMark: return "to be marked:"
    case .unjudged: return "could not be judged"
    case .hidden: return "hidden check"
    case .file: return "File"
    case .handedIn: return "Handed in"
    case .history: return "History"
    case .why("first"): return "first grade"
    case .why("submission"): return "another file was handed in"
    case .why("lab"): return "the lab changed"
    case .why("engine"): return "another version of SegLab"
    case .why("person"): return "decided by hand"
    case .why("again"): return "judged again"
    case .why(let other): return other
    case .points(let points, let all): return "\(points.places(2)) of \(all.places(2)) points"
    case .hiddenSum(let points, let all):
      return "Checks that are not shown: \(points.places(2)) of \(all.places(2)) points"
    case .remark: return "From your reader"
    case .feedback: return "Feedback"
    case .remarks: return "About the file"
    case .item: return "Cell"
    case .verdict: return "Verdict"
    case .sum: return "Together"
    case .reason: return "Reason"
    }
  }
}

// MARK: Korean

extension GradeLabel {
  var korean: String {
    switch self {
    case .excused: return "면제"
    case .missing: return "제출 없음"
    case .late(let days, let percent): return "\(days)일 늦음, −\(percent.plain) %"
    case .saidLate: return "늦은 제출(학습 관리 시스템)"
    case .override: return "직접 정한 점수"
    case .toMark: return "채점할 것:"
    case .unjudged: return "판정할 수 없음"
    case .hidden: return "숨긴 검사"
    case .file: return "파일"
    case .handedIn: return "제출한 때"
    case .history: return "기록"
    case .why("first"): return "첫 성적"
    case .why("submission"): return "다른 파일을 제출함"
    case .why("lab"): return "실습이 바뀜"
    case .why("engine"): return "SegLab 버전이 바뀜"
    case .why("person"): return "직접 정함"
    case .why("again"): return "다시 채점함"
    case .why(let other): return other
    case .points(let points, let all): return "\(all.places(2))점 만점에 \(points.places(2))점"
    case .hiddenSum(let points, let all): return "보여 주지 않는 검사: \(all.places(2))점 만점에 \(points.places(2))점"
    case .remark: return "채점한 사람의 말"
    case .feedback: return "피드백"
    case .remarks: return "제출한 파일에 대해"
    case .item: return "셀"
    case .verdict: return "결과"
    case .sum: return "합계"
    case .reason: return "이유"
    }
  }
}
