/// What is said of a grade book.
public enum BookPhrase: Phrase {
  /// There is none at a path.
  case noBook(path: String)
  /// It cannot be used.
  case unusable(path: String, reason: String)
  /// It is damaged.
  case damaged(path: String, reason: String)
  /// Another program writes to it.
  case locked(path: String)
  /// It was made by a newer version.
  case newer(path: String)
  /// Nobody is meant by a word, or several are.
  case noStudent(asked: String, near: [String])
  /// The book has no such lab, or several.
  case noLab(asked: String?, known: [String])
  /// No thing of a lab has this name.
  case noItem(asked: String, known: [String])
  /// The points are none that the thing can be worth.
  case badPoints(found: Double, most: Double)
  /// A reason is missing.
  case noReason
  /// It was copied.
  case backedUp(path: String)
  /// A mark or a decision was kept, and what the grade is now.
  case kept(student: String, points: String)
  /// No grade would change.
  case nothingProposed
  /// So many grades are official now.
  case applied(count: Int)
  /// How to make the grades official.
  case howToApply
  /// A file was written.
  case written(path: String, filled: Int)
  /// These learners of the book were not found in a file that was filled in.
  case notInSheet([String])
  /// These rows of a file belong to nobody of the book.
  case notInBook([String])

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension BookPhrase {
  var english: String {
    switch self {
    case .noBook(let path):
      return "There is no grade book at \(path). Name the folder that `seglab grade … --out FOLDER` made: --book FOLDER"
    case .unusable(let path, let reason): return "The grade book \(path) cannot be used: \(reason)"
    case .damaged(let path, let reason):
      return "The grade book \(path) is damaged (\(reason)). Nothing was changed. Put your last backup in its place, "
        + "or grade into a new folder: what was trained is not trained again."
    case .locked(let path):
      return "Another program writes to the grade book \(path). Wait until it is done, then try again."
    case .newer(let path): return "The grade book \(path) was made by a newer SegLab. Use that one."
    case .noStudent(let asked, let near):
      return near.isEmpty
        ? "Nobody in the grade book is called “\(asked)”. See who is: seglab grades"
        : "Who is meant by “\(asked)”? \(near.listedInEnglish)"
    case .noLab(let asked, let known):
      let all = known.isEmpty ? "it has none yet" : "it has \(known.listedInEnglish)"
      return asked.map { "The grade book has no lab “\($0)”: \(all)." }
        ?? "Which lab is meant? The grade book: \(all). Add --lab ID."
    case .noItem(let asked, let known):
      return "The lab has no “\(asked)” to be marked. It has \(known.listedInEnglish)."
    case .badPoints(let found, let most):
      return "\(found.plain) points cannot be given here: 0 to \(most.plain) can."
    case .noReason: return "Say why, for whoever reads the grade book later: --reason \"…\""
    case .backedUp(let path): return "Copied to \(path)"
    case .kept(let student, let points): return "\(student): \(points)"
    case .nothingProposed: return "No grade would change."
    case .applied(let count):
      return count == 1 ? "1 grade is official now." : "\(count.grouped) grades are official now."
    case .howToApply: return "Make them official: seglab grades diff --apply"
    case .written(let path, let filled):
      return "\(path): \(filled == 1 ? "1 grade" : "\(filled.grouped) grades") filled in; everything else is as it was."
    case .notInSheet(let names): return "In the grade book, and not in that file: \(names.listedInEnglish)"
    case .notInBook(let names): return "In that file, and not in the grade book: \(names.listedInEnglish)"
    }
  }
}

// MARK: Korean

extension BookPhrase {
  var korean: String {
    switch self {
    case .noBook(let path):
      return "\(path)에 성적부가 없어요. `seglab grade … --out 폴더`로 만든 폴더를 써 보세요: --book 폴더"
    case .unusable(let path, let reason): return "성적부 \(path) 파일을 쓸 수 없어요: \(reason)"
    case .damaged(let path, let reason):
      return "성적부 \(path) 파일이 손상되었어요(\(reason)). 아무것도 바꾸지 않았어요. 마지막 백업으로 바꾸거나, "
        + "새 폴더에 다시 채점해 보세요. 이미 한 학습은 다시 하지 않아요."
    case .locked(let path): return "다른 프로그램이 성적부 \(path)에 쓰고 있어요. 끝난 다음 다시 해 보세요."
    case .newer(let path): return "성적부 \(path)\(.topic, after: path) 더 새로운 SegLab에서 만들었어요. 그 SegLab을 써 보세요."
    case .noStudent(let asked, let near):
      return near.isEmpty
        ? "성적부에 “\(asked)” 학습자가 없어요. 누가 있는지 보려면: seglab grades" : "“\(asked)”, 누구인가요? \(near.listedInKorean)"
    case .noLab(let asked, let known):
      let all = known.isEmpty ? "아직 아무 실습도 없어요" : "\(known.listedInKorean) 실습이 있어요"
      return asked.map { "성적부에 “\($0)” 실습이 없어요. \(all)." } ?? "어느 실습인가요? 성적부에는 \(all). --lab 이름을 붙여 보세요."
    case .noItem(let asked, let known): return "이 실습에는 점수를 줄 “\(asked)” 항목이 없어요. 있는 항목: \(known.listedInKorean)"
    case .badPoints(let found, let most): return "여기에는 \(found.plain)점을 줄 수 없어요. 0점에서 \(most.plain)점까지예요."
    case .noReason: return "나중에 성적부를 볼 사람을 위해 이유를 써 보세요: --reason \"…\""
    case .backedUp(let path): return "\(path)에 복사했어요"
    case .kept(let student, let points): return "\(student): \(points)"
    case .nothingProposed: return "달라질 성적이 없어요."
    case .applied(let count): return "성적 \(count.grouped)개를 확정했어요."
    case .howToApply: return "확정하려면: seglab grades diff --apply"
    case .written(let path, let filled): return "\(path): 성적 \(filled.grouped)개를 채웠고, 나머지는 그대로예요."
    case .notInSheet(let names): return "성적부에는 있지만 그 파일에는 없어요: \(names.listedInKorean)"
    case .notInBook(let names): return "그 파일에는 있지만 성적부에는 없어요: \(names.listedInKorean)"
    }
  }
}
