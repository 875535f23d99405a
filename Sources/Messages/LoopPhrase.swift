/// What is said while somebody works, and of what they ask for on the way.
public enum LoopPhrase: Phrase {
  /// How far a cell has come.
  public enum Stage: Codable, Sendable, Hashable {
    /// Holes to fill.
    case holes
    /// Swift that the compiler does not take.
    case compile
    /// A program or function to mend.
    case function
    /// Shapes that do not fit.
    case shapes
    /// Too many or too few parameters.
    case cost
    /// Settings that are not what the lab describes.
    case settings
    /// A training's numbers.
    case numbers
    /// A training's result.
    case training
    /// A question to answer.
    case answer
  }

  /// The loop begins.
  case watching(folder: String)
  /// The keys.
  case keys
  /// What is next.
  case next(cell: String, stage: Stage)
  /// The lab that comes next, once one has passed.
  case nextLab(title: String, file: String)
  /// Every lab has passed.
  case coursePassed
  /// A browser was opened on the page.
  case pageOpened(address: String)
  /// There is no browser to open, and where the page is.
  case openPage(address: String)
  /// Nothing is known yet: the lab is still being checked.
  case stillWorking
  /// There is no exercise to set back.
  case nothingToReset
  /// Whether to set an exercise back.
  case reallyReset(cell: String)
  /// Nothing was set back.
  case kept
  /// Another program works in the folder.
  case locked(folder: String)
  /// There is no solution.
  case noSolution(lab: String)
  /// The solution is shown once the cell has passed, or on request.
  case solutionAfterPassing(lab: String, cell: String, hasHints: Bool)
  /// That the solution was asked for is recorded.
  case solutionRecorded
  /// The solution follows.
  case solution(cell: String)
  /// What the cells make is compared once the lab has passed.
  case diffAfterPassing(lab: String)
  /// A constant says the same as the solution's, setting by setting.
  case sameConstant(name: String)
  /// A function gives the same as the solution's in so many calls.
  case sameFunction(function: String, calls: Int)
  /// What a constant is compared with.
  case diffHead(name: String)
  /// A lab is as new as can be.
  case upToDate(labs: Int)
  /// A lab was brought up to date; how many of the learner's cells were kept.
  case updated(lab: String, cells: Int)
  /// A lab and the translation beside it became one file; how many of the learner's cells were kept.
  case oneFile(lab: String, cells: Int)
  /// A new lab was added.
  case added(lab: String)
  /// A cell that both the learner and the author changed; the learner's stands.
  case conflict(lab: String, cell: String)
  /// A cell that the new lab no longer has; where what was in it is kept.
  case cellGone(lab: String, cell: String, backup: String)
  /// The learner's file cannot be taken apart, so that it was left alone.
  case notUpdated(lab: String)
  /// A lab and its solution were made.
  case labMade(lab: String, solution: String)
  /// The beginning of a translation was made; `mark` stands in brackets before what is to be translated.
  case translationMade(path: String, mark: String)
  /// There is a file of that name already.
  case labExists(path: String)
  /// The name cannot be that of a lab.
  case badLabName(String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

extension LoopPhrase {
  var english: String {
    switch self {
    case .watching(let folder): return "Watching \(folder): every time you save a lab it is checked."
    case .keys: return "n next · h hint · r run again · l list · s solution · x reset · ↑↓ scroll · q quit"
    case .next(let cell, let stage): return "Next: “\(cell)”, \(stage.english)."
    case .nextLab(let title, let file): return "Next: “\(title)”, \(file). Press n to open it."
    case .coursePassed: return "Every lab of the course has passed. Well done."
    case .pageOpened(let address): return "Your browser shows \(address) and follows every change."
    case .openPage(let address): return "Open \(address) in your browser: the page follows every change."
    case .stillWorking: return "The lab is still being checked."
    case .nothingToReset: return "There is no exercise to set back here."
    case .reallyReset(let cell):
      return "Set “\(cell)” back to what was shipped? y sets it back, any other key keeps it."
    case .kept: return "Nothing was changed."
    case .locked(let folder): return "Another seglab works in \(folder). End it first (q), or work in another folder."
    case .noSolution(let lab): return "There is no solution for \(lab)."
    case .solutionAfterPassing(let lab, let cell, let hasHints):
      return "The solution of “\(cell)” is shown when it has passed. "
        + (hasHints ? "A hint first: seglab hint \(lab) \(cell). " : "")
        + "To see it all the same: seglab solution \(lab) \(cell) --insist."
    case .solutionRecorded: return "It is noted that you asked for it before the cell had passed."
    case .solution(let cell): return "The solution of “\(cell)”"
    case .diffAfterPassing(let lab):
      return "Your networks are held against the solution's when “\(lab)” has passed: seglab run \(lab)"
    case .sameConstant(let name): return "`\(name)` is the solution's, setting by setting."
    case .sameFunction(let function, let calls):
      return "`\(function)` gives what the solution's does, in \(calls) calls."
    case .diffHead(let name): return "`\(name)`: yours (-) beside the solution's (+)"
    case .upToDate(let labs): return "All \(labs) labs are up to date."
    case .updated(let lab, let cells):
      return "\(lab) is up to date; \(cells) of your cells \(cells == 1 ? "was" : "were") kept."
    case .oneFile(let lab, let cells):
      return "\(lab) is one file now, with its words and its cells; "
        + "\(cells) of your cells \(cells == 1 ? "was" : "were") kept."
    case .added(let lab): return "\(lab) is new."
    case .conflict(let lab, let cell):
      return "\(lab): “\(cell)” was changed by you and by its author. Yours stands; compare it with seglab reset, "
        + "which keeps what you have."
    case .cellGone(let lab, let cell, let backup):
      return "\(lab): “\(cell)” is no longer part of the lab. What you wrote is kept in \(backup)."
    case .notUpdated(let lab):
      return "\(lab) has mistakes that keep your cells from being found, so it was left as it is. Mend it, then update."
    case .labMade(let lab, let solution): return "Made \(lab) and \(solution). Look at them with seglab verify."
    case .translationMade(let path, let mark):
      return
        "Made \(path). Translate what stands behind each ⟦\(mark)⟧ and take the mark away; seglab verify counts what is left."
    case .labExists(let path): return "There is a file \(path) already; choose another name."
    case .badLabName(let name):
      return "“\(name.shown)” cannot be a lab's name. Use small letters, digits and hyphens, a letter first."
    }
  }
}

extension LoopPhrase.Stage {
  fileprivate var english: String {
    switch self {
    case .holes: "fill in the holes"
    case .compile: "mend what Swift does not understand"
    case .function: "mend the function"
    case .shapes: "make the shapes fit"
    case .cost: "look at the number of parameters"
    case .settings: "look at the settings"
    case .numbers: "choose other hyperparameters"
    case .training: "look at what the training gave"
    case .answer: "answer the question"
    }
  }
}

// MARK: Korean

extension LoopPhrase {
  var korean: String {
    switch self {
    case .watching(let folder): return "\(folder) 폴더를 지켜보고 있어요. 실습을 저장할 때마다 확인해 드릴게요."
    case .keys: return "n 다음 · h 힌트 · r 다시 실행 · l 목록 · s 해답 · x 되돌리기 · ↑↓ 넘기기 · q 끝내기"
    case .next(let cell, let stage): return "다음은 ‘\(cell)’: \(stage.korean)."
    case .nextLab(let title, let file): return "다음 실습은 ‘\(title)’, \(file) 파일이에요. n을 누르면 열어요."
    case .coursePassed: return "모든 실습을 통과했어요. 잘하셨어요."
    case .pageOpened(let address): return "브라우저에 \(address) 페이지를 열었어요. 바뀔 때마다 새로 보여 드려요."
    case .openPage(let address): return "브라우저에서 \(address) 페이지를 열어 보세요. 바뀔 때마다 새로 보여 드려요."
    case .stillWorking: return "아직 실습을 확인하고 있어요."
    case .nothingToReset: return "여기에는 되돌릴 연습이 없어요."
    case .reallyReset(let cell):
      return "\(Josa.object.after("‘\(cell)’")) 처음 상태로 되돌릴까요? y를 누르면 되돌리고, 다른 키를 누르면 그대로 둬요."
    case .kept: return "아무것도 바꾸지 않았어요."
    case .locked(let folder): return "다른 seglab이 \(folder) 폴더에서 일하고 있어요. 먼저 끝내거나(q) 다른 폴더를 써 보세요."
    case .noSolution(let lab): return "\(lab)의 해답이 없어요."
    case .solutionAfterPassing(let lab, let cell, let hasHints):
      return "‘\(cell)’의 해답은 통과한 뒤에 볼 수 있어요. "
        + (hasHints ? "먼저 힌트를 보세요: seglab hint \(lab) \(cell). " : "")
        + "그래도 보려면: seglab solution \(lab) \(cell) --insist."
    case .solutionRecorded: return "통과하기 전에 해답을 본 것으로 남겨 두었어요."
    case .solution(let cell): return "‘\(cell)’의 해답"
    case .diffAfterPassing(let lab):
      return "‘\(lab)’ 실습을 통과하면 해답의 신경망과 비교해 드릴게요: seglab run \(lab)"
    case .sameConstant(let name): return "`\(name)`: 모든 설정이 해답과 같아요."
    case .sameFunction(let function, let calls): return "`\(function)` 함수는 \(calls)번 불렀을 때 해답과 같은 결과를 내요."
    case .diffHead(let name): return "`\(name)`: 내 것(-)과 해답(+)"
    case .upToDate(let labs): return "실습 \(labs)개가 모두 최신이에요."
    case .updated(let lab, let cells): return "\(lab) 실습을 최신판으로 바꿨어요. 쓰신 셀 \(cells)개는 그대로 두었어요."
    case .oneFile(let lab, let cells):
      return "\(lab) 파일 하나에 글과 셀을 모았어요. 쓰신 셀 \(cells)개는 그대로 두었어요."
    case .added(let lab): return "\(lab) 실습을 새로 더했어요."
    case .conflict(let lab, let cell):
      return "\(lab): ‘\(cell)’ 셀은 실습을 만든 사람도 바꿨어요. 쓰신 내용을 남겨 두었으니 seglab reset으로 비교해 보세요. "
        + "쓰던 내용은 따로 보관돼요."
    case .cellGone(let lab, let cell, let backup):
      return "\(lab): ‘\(cell)’ 셀은 이제 실습에 없어요. 쓰신 내용은 \(backup)에 있어요."
    case .notUpdated(let lab):
      return "\(lab) 파일에 고칠 곳이 있어 셀을 찾지 못해서 그대로 두었어요. 고친 다음 다시 해 보세요."
    case .labMade(let lab, let solution):
      return "\(Josa.with.after(lab)) \(solution) 파일을 만들었어요. seglab verify로 확인해 보세요."
    case .translationMade(let path, let mark):
      return "\(Josa.object.after(path)) 만들었어요. ⟦\(mark)⟧ 뒤의 글을 옮기고 표시를 지워 보세요. 남은 곳은 seglab verify가 세어 줘요."
    case .labExists(let path): return "\(path) 파일이 이미 있어요. 다른 이름을 골라 보세요."
    case .badLabName(let name):
      return "‘\(name.shown)’\(.topic, after: name.shown) 실습 이름이 될 수 없어요. 영문 소문자로 시작해서 소문자, 숫자, `-`만 써 보세요."
    }
  }
}

extension LoopPhrase.Stage {
  fileprivate var korean: String {
    switch self {
    case .holes: "빈칸을 채워 보세요"
    case .compile: "Swift가 이해하지 못한 곳을 고쳐 보세요"
    case .function: "함수를 고쳐 보세요"
    case .shapes: "형태를 맞춰 보세요"
    case .cost: "파라미터 수를 살펴보세요"
    case .settings: "설정을 살펴보세요"
    case .numbers: "학습에 쓸 값을 다시 골라 보세요"
    case .training: "학습 결과를 살펴보세요"
    case .answer: "질문에 답해 보세요"
    }
  }
}
