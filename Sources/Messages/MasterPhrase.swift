/// What is said of the master of a lab, from which learners' lab, solution and hidden checks are made.
public enum MasterPhrase: Phrase {
  /// A solution begins inside another, which begins on line `first`.
  case nested(first: Int)
  /// What to do then.
  case closeFirst(Int)
  /// A solution ends that did not begin.
  case endWithoutBegin
  /// What to do then.
  case openFirst
  /// A solution does not end in its cell.
  case notClosed
  /// What to do then.
  case closeIt
  /// A marker stands where it says nothing.
  case misplaced
  /// Where markers stand.
  case whereMarkersStand
  /// A word that a line should lose is not in it.
  case wordMissing(String)
  /// A line says that it is the solution, and has nothing that a hole could take the place of.
  case nothingToReplace
  /// What to do then.
  case nameWords
  /// Learners would find nothing in an exercise.
  case nothingLeft(String)
  /// What to do then.
  case writeInstead
  /// An exercise has no marker.
  case noMarker(String)
  /// What to do then.
  case markSolution
  /// A hidden check or case shares its line with others.
  case hiddenInRow
  /// What to do then.
  case ownLines
  /// What learners would get is no lab.
  case noLab(Message)
  /// What would be the solution is none.
  case noSolution(Message?)
  /// What to do then.
  case mendMaster
  /// The files were written.
  case released(lab: String, solution: String, grading: String, hidden: Int)
  /// A file that would be overwritten was changed by hand.
  case wouldOverwrite(path: String)
  /// The folder to write into is the master's own, whose file would be overwritten.
  case overMaster(path: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension MasterPhrase {
  var english: String {
    switch self {
    case .nested(let first): return "a solution begins here inside the one that begins on line \(first)"
    case .closeFirst(let first): return "write `// END SOLUTION` for the one of line \(first) before this line"
    case .endWithoutBegin: return "a solution ends here, and none began"
    case .openFirst: return "write `// BEGIN SOLUTION` on a line of its own where it begins, or remove this line"
    case .notClosed: return "the solution that begins here does not end"
    case .closeIt: return "write `// END SOLUTION` on a line of its own where it ends, in the same cell"
    case .misplaced: return "this marker says nothing here"
    case .whereMarkersStand:
      return "markers stand in exercises, `// INSTEAD` between `// BEGIN SOLUTION` and `// END SOLUTION`, and "
        + "`<!-- BEGIN SOLUTION -->` in prose; remove it here"
    case .wordMissing(let word): return "“\(word)” does not stand in this line, behind the words named before it"
    case .nothingToReplace: return "this line has no `=` and no `return` behind which a hole could stand"
    case .nameWords: return "name what learners are to fill in, in the order of the line: `// SOLUTION 5, 2`"
    case .nothingLeft(let name): return "learners would find nothing in exercise `\(name)`"
    case .writeInstead:
      return "write what they find there between a line `// INSTEAD` and `// END SOLUTION`, with a `.FIXME` in it"
    case .noMarker(let name): return "exercise `\(name)` marks no solution: learners get it as it stands here"
    case .markSolution:
      return "mark it with `// BEGIN SOLUTION` and `// END SOLUTION`, or with `// SOLUTION` behind a line"
    case .hiddenInRow: return "what is hidden here shares its line with what learners see"
    case .ownLines: return "write it on lines of its own, beginning with a dash"
    case .noLab(let reason): return "what learners would get is no lab: \(reason.text(in: .english))"
    case .noSolution(let reason):
      return "what would be the solution is none" + (reason.map { ": \($0.text(in: .english))" } ?? "")
    case .mendMaster: return "mend the master; the lines are the master's"
    case .released(let lab, let solution, let grading, let hidden):
      let checks = hidden == 1 ? "1 hidden check" : "\(hidden) hidden checks"
      return
        "Learners: \(lab)\nSolution: \(solution)\nTo grade by: \(grading) (\(hidden == 0 ? "no hidden checks" : checks))"
    case .wouldOverwrite(let path):
      return
        "\(path) is there and is not what the master makes of it: what was changed there would be lost. Move it into the master, "
        + "or add --force to replace it."
    case .overMaster(let path):
      return "\(path) is the master itself and would be overwritten. Name another folder with --out."
    }
  }
}

// MARK: Korean

extension MasterPhrase {
  var korean: String {
    switch self {
    case .nested(let first): return "\(first)번째 줄에서 시작한 해답 안에서 또 해답이 시작돼요"
    case .closeFirst(let first): return "이 줄 앞에 \(first)번째 줄의 해답을 닫는 `// END SOLUTION`을 써 보세요"
    case .endWithoutBegin: return "여기서 해답이 끝나는데, 시작한 해답이 없어요"
    case .openFirst: return "해답이 시작되는 곳에 `// BEGIN SOLUTION`을 따로 한 줄로 쓰거나, 이 줄을 지워 보세요"
    case .notClosed: return "여기서 시작한 해답이 끝나지 않아요"
    case .closeIt: return "같은 셀 안, 해답이 끝나는 곳에 `// END SOLUTION`을 따로 한 줄로 써 보세요"
    case .misplaced: return "이 표시는 여기서 아무 뜻이 없어요"
    case .whereMarkersStand:
      return "표시는 연습 셀에 쓰고, `// INSTEAD`는 `// BEGIN SOLUTION`과 `// END SOLUTION` 사이에, "
        + "`<!-- BEGIN SOLUTION -->`은 본문에 써요. 여기서는 지워 보세요"
    case .wordMissing(let word): return "“\(word)”, 이 말이 이 줄에서 앞서 쓴 말 뒤에 없어요"
    case .nothingToReplace: return "이 줄에는 빈칸을 둘 `=`이나 `return`이 없어요"
    case .nameWords: return "학습자가 채울 것을 줄에 나오는 차례대로 써 보세요: `// SOLUTION 5, 2`"
    case .nothingLeft(let name): return "학습자에게는 연습 `\(name)`에 아무것도 남지 않아요"
    case .writeInstead: return "`// INSTEAD` 줄과 `// END SOLUTION` 사이에 학습자가 볼 내용을 `.FIXME`와 함께 써 보세요"
    case .noMarker(let name): return "연습 `\(name)`에 해답 표시가 없어서, 학습자가 이 내용을 그대로 받아요"
    case .markSolution: return "`// BEGIN SOLUTION`과 `// END SOLUTION`으로, 또는 줄 끝의 `// SOLUTION`으로 표시해 보세요"
    case .hiddenInRow: return "숨긴 것이 학습자가 보는 것과 같은 줄에 있어요"
    case .ownLines: return "줄표(-)로 시작하는 줄에 따로 써 보세요"
    case .noLab(let reason): return "학습자가 받을 파일이 실습이 아니에요: \(reason.text(in: .korean))"
    case .noSolution(let reason): return "해답 파일을 만들 수 없어요" + (reason.map { ": \($0.text(in: .korean))" } ?? "")
    case .mendMaster: return "원본을 고쳐 보세요. 줄 번호는 원본의 것이에요"
    case .released(let lab, let solution, let grading, let hidden):
      return "학습자용: \(lab)\n해답: \(solution)\n채점용: \(grading) (숨긴 검사 \(hidden)개)"
    case .wouldOverwrite(let path):
      return "\(path) 파일이 이미 있고, 원본에서 나오는 내용과 달라요. 덮어쓰면 거기서 고친 내용이 사라져요. "
        + "원본으로 옮기거나, 바꾸려면 --force를 붙여 보세요."
    case .overMaster(let path): return "\(path) 파일이 원본 자신이어서 덮어쓰게 돼요. --out으로 다른 폴더를 써 보세요."
    }
  }
}
