/// The fixed words of the notebook in a browser. Its templates and its script call them by their names.
public enum NotebookLabel: String, CaseIterable, Phrase {
  /// The labs, for who cannot see the navigation.
  case labs
  /// The page works by its script.
  case needsScript
  /// The bar that tells how a training goes.
  case training

  // MARK: State of the line

  /// All is saved, and the line is up.
  case saved
  /// Something is on its way to the disk.
  case saving
  /// The line is down; what is written is kept.
  case offline
  /// The line comes up again.
  case connecting
  /// The notebook only shows.
  case readOnly
  /// The server is another version than the page.
  case reload

  // MARK: Editing

  /// What an editor is called, for who cannot see it; `{name}` is the cell.
  case editor
  /// How to leave an editor by the keyboard.
  case leave
  /// Another window writes.
  case follows
  /// Writes from here on.
  case takeOver
  /// Somebody else changed the cell.
  case conflict
  /// Keeps what stands here.
  case keepMine
  /// Takes what stands on the disk.
  case takeTheirs
  /// What stands here.
  case mine
  /// What stands on the disk.
  case theirs
  /// The cell was changed from outside.
  case changedOutside
  /// Goes to the next hole.
  case nextHole
  /// Takes a correction over.
  case apply
  /// Takes an answer over.
  case answer
  /// What a text answer is written into.
  case yourWords

  // MARK: Running

  /// Trains one experiment.
  case run
  /// Trains this experiment and those before it.
  case runToHere
  /// Trains all.
  case runAll
  /// Ends the training.
  case stop
  /// Waits for another.
  case queued
  /// Is being checked.
  case checking
  /// What is shown is not of what stands there now; `{names}` are the cells that were changed.
  case stale
  /// The words before a loss.
  case loss
  /// The words before an epoch.
  case epoch
  /// Steps a second.
  case stepsPerSecond
  /// The words before the time that is left.
  case left
  /// Behind a number of seconds, with the space before it.
  case seconds
  /// A training was called off.
  case stopped

  // MARK: Cost

  /// The heading of the layers beside a cell.
  case layers
  /// A layer's name.
  case layer
  /// What a layer gives.
  case output
  /// How many parameters a layer has.
  case parameters
  /// How much a layer works.
  case multiplyAdds
  /// All of a network.
  case total
  /// Behind the total, where layers are missing that do not fit or cannot be read.
  case soFar
  /// Behind the heading of the layers, where the text beside them cannot be read any more.
  case beforeChange

  // MARK: Results

  /// The heading of earlier runs.
  case runs
  /// There are none yet.
  case noRuns
  /// When a run ended.
  case when
  /// Puts runs side by side.
  case compare
  /// The heading of what can be tried.
  case tryIt
  /// Where a picture is dropped.
  case drop
  /// From which probability on a pixel belongs to the class.
  case threshold
  /// The page as one file.
  case savePage
  /// The lab's file.
  case handIn
  /// The share that is right of both.
  case dice
  /// Pixels that were found and are none.
  case falsePositives
  /// Pixels that were not found.
  case falseNegatives

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension NotebookLabel {
  var english: String {
    switch self {
    case .labs: "Labs"
    case .needsScript:
      "The notebook needs its script, which this browser does not run. `seglab watch` works in a terminal."
    case .training: "Training"
    case .saved: "Saved"
    case .saving: "Saving …"
    case .offline: "Not connected. Go on writing: it is kept here and saved when the notebook is back."
    case .connecting: "Connecting …"
    case .readOnly: "Read only"
    case .reload: "SegLab was updated. Reload this page."
    case .editor: "Code of {name}"
    case .leave: "Esc, then Tab leaves the editor"
    case .follows: "Another window writes in this lab. Here you see what it does."
    case .takeOver: "Write here"
    case .conflict: "This cell was changed elsewhere too. Both versions are kept."
    case .keepMine: "Keep mine"
    case .takeTheirs: "Take the other"
    case .mine: "Written here"
    case .theirs: "In the file"
    case .changedOutside: "Changed in the file"
    case .nextHole: "Next hole"
    case .apply: "Apply"
    case .answer: "Answer"
    case .yourWords: "Your answer"
    case .run: "Run"
    case .runToHere: "Run to here"
    case .runAll: "Run all"
    case .stop: "Stop"
    case .queued: "Waits"
    case .checking: "Checking …"
    case .stale: "From before a change: {names}. Run it again."
    case .loss: "Loss"
    case .epoch: "Epoch"
    case .stepsPerSecond: "steps/s"
    case .left: "left"
    case .seconds: " s"
    case .stopped: "Stopped. It goes on from its last checkpoint."
    case .layers: "Layers and cost"
    case .layer: "Layer"
    case .output: "Output"
    case .parameters: "Parameters"
    case .multiplyAdds: "Multiply-adds"
    case .soFar: "so far"
    case .beforeChange: "before the last change"
    case .total: "Total"
    case .runs: "Earlier runs"
    case .noRuns: "No run yet."
    case .when: "When"
    case .compare: "Compare"
    case .tryIt: "Try it"
    case .drop: "Drop a PNG or DICOM image here, or choose one"
    case .threshold: "Threshold"
    case .savePage: "Save as page"
    case .handIn: "Hand in"
    case .dice: "Dice"
    case .falsePositives: "False positives"
    case .falseNegatives: "False negatives"
    }
  }
}

// MARK: Korean

extension NotebookLabel {
  var korean: String {
    switch self {
    case .labs: "실습"
    case .needsScript: "노트북에는 스크립트가 필요한데, 이 브라우저가 실행하지 않아요. 터미널에서는 `seglab watch`를 쓸 수 있어요."
    case .training: "학습"
    case .saved: "저장됨"
    case .saving: "저장하는 중 …"
    case .offline: "연결이 끊겼어요. 계속 써도 돼요. 여기에 남겨 두었다가 다시 연결되면 저장할게요."
    case .connecting: "연결하는 중 …"
    case .readOnly: "읽기 전용"
    case .reload: "SegLab이 새로워졌어요. 페이지를 새로 고쳐 주세요."
    case .editor: "{name} 코드"
    case .leave: "Esc를 누른 다음 Tab을 누르면 편집기에서 나가요"
    case .follows: "다른 창에서 이 실습을 쓰고 있어요. 여기에서는 그 내용을 볼 수 있어요."
    case .takeOver: "여기에서 쓰기"
    case .conflict: "이 셀은 다른 곳에서도 바뀌었어요. 두 가지 모두 남겨 두었어요."
    case .keepMine: "내 것 쓰기"
    case .takeTheirs: "다른 것 쓰기"
    case .mine: "여기에서 쓴 것"
    case .theirs: "파일에 있는 것"
    case .changedOutside: "파일에서 바뀌었어요"
    case .nextHole: "다음 빈칸"
    case .apply: "고치기"
    case .answer: "답하기"
    case .yourWords: "내 답"
    case .run: "실행"
    case .runToHere: "여기까지 실행"
    case .runAll: "모두 실행"
    case .stop: "멈추기"
    case .queued: "기다리는 중"
    case .checking: "확인하는 중 …"
    case .stale: "바뀌기 전의 결과예요: {names}. 다시 실행해 보세요."
    case .loss: "손실"
    case .epoch: "에포크"
    case .stepsPerSecond: "스텝/초"
    case .left: "남음"
    case .seconds: "초"
    case .stopped: "멈췄어요. 다시 실행하면 마지막 체크포인트부터 이어져요."
    case .layers: "층과 비용"
    case .layer: "층"
    case .output: "출력"
    case .parameters: "파라미터"
    case .multiplyAdds: "곱셈·덧셈"
    case .soFar: "여기까지"
    case .beforeChange: "고치기 전"
    case .total: "합계"
    case .runs: "지난 실행"
    case .noRuns: "아직 실행한 적이 없어요."
    case .when: "언제"
    case .compare: "비교하기"
    case .tryIt: "써 보기"
    case .drop: "PNG나 DICOM 영상을 여기에 놓거나 골라 보세요"
    case .threshold: "임계값"
    case .savePage: "페이지로 저장"
    case .handIn: "제출하기"
    case .dice: "다이스"
    case .falsePositives: "거짓 양성"
    case .falseNegatives: "거짓 음성"
    }
  }
}
