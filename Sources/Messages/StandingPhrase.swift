/// What is said of how a lab stands as a whole: tried, begun, waiting for another.
public enum StandingPhrase: Phrase {
  /// Trainings were stopped by the quick profile: how many steps of all, and the lab to run as a whole.
  case quickRun(steps: Int, all: Int, lab: String)
  /// One training was stopped by the quick profile.
  case quickTraining(steps: Int, all: Int)
  /// Everything is right as far as a quick profile can tell.
  case tried(title: String)
  /// A lab is partly done: how many of its cells passed.
  case begun(passed: Int, cells: Int)
  /// A lab comes after others, by title, that have not passed.
  case waits(labs: [String])
  /// Everything that a training needs is there, and it was not done yet.
  case notRun
  /// A training waits for an exercise or question before it, because the lab is gone through in its order.
  case inOrder(cell: String, lab: String)
  /// So many holes besides those that were shown.
  case moreHoles(count: Int)
  /// A training, or so many of a sweep, will take long here.
  case takesLong(training: String, seconds: Double, trainings: Int)
  /// A training was stopped: at which step of how many, and up to which one it is kept; nil where nothing of it is.
  case stopped(training: String, step: Int, steps: Int, kept: Int?)
  /// The run was stopped before these files were written.
  case notWritten(paths: [String])
  /// The lab was run on another set than its own, so that nothing of it is counted.
  case otherSet(found: String, own: String)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension StandingPhrase {
  var english: String {
    switch self {
    case .quickRun(let steps, let all, let lab):
      return
        "Quick profile: \(steps.grouped) of \(all.grouped) steps. That shows that everything works, not what the network can "
        + "learn: nothing here counts as passed, and the lab's text speaks of the whole training, `seglab run \(lab)`."
    case .quickTraining(let steps, let all):
      return "Quick profile: \(steps.grouped) of \(all.grouped) steps; the numbers are not those of the whole training."
    case .notRun: return "everything is there for this training; run it to see what it comes to"
    case .tried(let title): return "“\(title)”: tried with the quick profile, and nothing is wrong so far."
    case .begun(let passed, let cells): return "begun \(passed)/\(cells)"
    case .waits(let labs): return "comes after \(labs.map { "“\($0)”" }.listedInEnglish)"
    case .inOrder(let cell, let lab):
      return
        "It is trained once “\(cell)”, which comes before it, is right. To train it now: seglab run \(lab) --train-all"
    case .moreHoles(let count):
      return count == 1 ? "… and one hole more." : "… and \(count.grouped) holes more."
    case .takesLong(let training, let seconds, let trainings):
      return (trainings > 1 ? "\(training): the \(trainings) trainings take" : "\(training): the training takes")
        + " about \(seconds.clock) here. Ctrl-C stops it; a checkpoint is kept, and the next run goes on from there."
    case .stopped(let training, let step, let steps, let kept):
      let head = "\(training): stopped after step \(step.grouped) of \(steps.grouped). "
      guard let kept else { return head + "No checkpoint was written yet, so the next run begins anew." }
      return head
        + "The checkpoint after step \(kept.grouped) is kept: run the lab again, and the training goes on from there."
    case .notWritten(let paths):
      return
        "\(paths.map { "“\($0)”" }.listedInEnglish) \(paths.count == 1 ? "was" : "were") not written: that comes when a run has ended. "
        + "Run it again, and what is done already is found again."
    case .otherSet(let found, let own):
      return
        "This was run on the data set “\(found)”. The lab asks for “\(own)”, so what was found out about its networks is "
        + "not counted in `seglab list`, and what was counted before stays."
    }
  }
}

// MARK: Korean

extension StandingPhrase {
  var korean: String {
    switch self {
    case .quickRun(let steps, let all, let lab):
      return "quick 프로필: 전체 \(all.grouped)스텝 가운데 \(steps.grouped)스텝만 학습했어요. 모두 잘 돌아가는지 보여 줄 뿐, 신경망이 무엇을 배울 수 있는지는 "
        + "아직 몰라요. 통과로 치지 않고, 실습의 글은 전체 학습(`seglab run \(lab)`)을 두고 하는 말이에요."
    case .quickTraining(let steps, let all):
      return "quick 프로필: 전체 \(all.grouped)스텝 가운데 \(steps.grouped)스텝. 전체 학습의 값이 아니에요."
    case .notRun: return "학습에 필요한 것이 모두 있어요. 실행해서 결과를 보세요"
    case .tried(let title): return "‘\(title)’: quick 프로필로 시험해 봤고, 지금까지 잘못된 곳은 없어요."
    case .begun(let passed, let cells): return "진행 중 \(passed)/\(cells)"
    case .waits(let labs): return "먼저 할 실습: \(labs.map { "‘\($0)’" }.listedInKorean)"
    case .inOrder(let cell, let lab):
      return "앞에 있는 ‘\(cell)’ 셀이 맞으면 학습해요. 지금 학습하려면: seglab run \(lab) --train-all"
    case .moreHoles(let count): return "… 그리고 빈칸 \(count.grouped)개가 더 있어요."
    case .takesLong(let training, let seconds, let trainings):
      return (trainings > 1 ? "\(training): 학습 \(trainings)번에" : "\(training): 학습에")
        + " 이 컴퓨터에서 약 \(seconds.clock) 걸려요. Ctrl-C로 멈출 수 있고, 체크포인트가 남아서 다음 실행 때 이어져요."
    case .stopped(let training, let step, let steps, let kept):
      let head = "\(training): 전체 \(steps.grouped)스텝 가운데 \(step.grouped)스텝에서 멈췄어요. "
      guard let kept else { return head + "아직 체크포인트가 없어서 다음 실행은 처음부터 시작해요." }
      return head + "\(kept.grouped)스텝까지의 체크포인트가 남아 있어요. 실습을 다시 실행하면 거기서 이어져요."
    case .notWritten(let paths):
      return "\(paths.map { "‘\($0)’" }.listedInKorean) 파일은 실행이 끝나야 쓰기 때문에 아직 쓰지 않았어요. 다시 실행하면 이미 한 것은 찾아서 그대로 써요."
    case .otherSet(let found, let own):
      return
        "데이터 세트 ‘\(found)’\(.toward, after: found) 실행했어요. 이 실습의 데이터 세트는 ‘\(own)’이라서, 신경망에 대해 알게 된 것은 `seglab list`에 반영하지 않고 "
        + "전에 통과한 것은 그대로 두었어요."
    }
  }
}
