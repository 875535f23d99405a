/// The words of `--help` for working through a course and for writing one.
public enum LoopHelpPhrase: Wording, CaseIterable {
  /// `seglab answer`.
  case answer
  /// The question argument.
  case question
  /// The answer argument.
  case answerWords
  /// `seglab watch`, or `seglab` alone.
  case watch
  /// `--page` of the loop.
  case watchPage
  /// `--open`.
  case open
  /// `--poll`.
  case poll
  /// `--undo`.
  case undo
  /// `seglab check-all`.
  case checkAll
  /// `seglab solution`.
  case solution
  /// The cell argument.
  case cell
  /// The cell argument of `hint`.
  case hintCell
  /// The number argument of `hint`.
  case hintNumber
  /// `--train-all`.
  case trainAll
  /// `--insist`.
  case insist
  /// `seglab diff`.
  case diff
  /// `seglab update`.
  case update
  /// `seglab new`.
  case new
  /// `seglab new lab`.
  case newLab
  /// The new lab's name.
  case labName
  /// `seglab new translation`.
  case newTranslation
  /// The language argument of `new translation`.
  case translationLanguage
  /// `seglab verify`.
  case verify
  /// The folder argument of `verify`.
  case verifyFolder
  /// `--look`.
  case onlyLook
  /// `--thorough`.
  case thorough
  /// `seglab calibrate`.
  case calibrate
  /// `--seeds`.
  case seeds

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension LoopHelpPhrase {
  var english: String {
    switch self {
    case .answer: "Answer a question of a lab."
    case .question: "The question's name."
    case .answerWords: "A letter, a number, or a few words."
    case .watch: "Follow your saves: check each, train what is complete, and show what is next; what seglab does alone."
    case .watchPage: "Write the page of the lab you work on to this file, anew on every change."
    case .open: "Open the page in your browser, where it follows every change."
    case .poll: "Look at the files again and again, for network drives that do not tell of a save."
    case .undo: "Bring back what stood there before it was set back."
    case .checkAll: "Check and train every lab."
    case .solution: "Show the solution of a cell that has passed."
    case .cell: "The exercise's or question's name."
    case .hintCell:
      "The exercise's or question's name; where it is left out, the first that has not passed and has a hint you have not seen."
    case .hintNumber: "Which hint, from 1: one that you have seen already, or the next. Left out: the next."
    case .trainAll: "Train what comes after the first exercise or question that is not right, too."
    case .insist: "Show it before the cell has passed; that is recorded."
    case .diff: "Hold all that your cells describe against the solution, once they have passed."
    case .update: "Bring the labs up to date, and into the language that --lang names; your cells are kept."
    case .new: "For authors: begin something new."
    case .newLab: "Make a small lab with its solution, to be changed into yours."
    case .newTranslation: "Make the beginning of a lab's translation, its words marked."
    case .translationLanguage: "The language to translate into: en or ko."
    case .labName: "The lab's name, for example receptive-field."
    case .verify: "For authors: see whether labs and their solutions are as they should be."
    case .verifyFolder: "The folder that holds `labs` and `solutions`, or one lab of this course."
    case .onlyLook: "Only look at the files; compile and train nothing."
    case .thorough:
      "Break functions too, and hold numbers in the text against whole data sets, which are generated where they are missing."
    case .calibrate: "For authors: measure over seeds how far each bar is from what the solution reaches."
    case .seeds: "How many seeds."
    }
  }
}

// MARK: Korean

extension LoopHelpPhrase {
  var korean: String {
    switch self {
    case .answer: "실습의 질문에 답해요."
    case .question: "질문의 이름."
    case .answerWords: "보기의 글자, 수, 또는 짧은 글."
    case .watch: "저장할 때마다 확인하고, 다 채운 것을 학습시키고, 다음 할 일을 보여 줘요. seglab만 실행해도 같아요."
    case .watchPage: "지금 하는 실습의 페이지를 바뀔 때마다 이 파일에 새로 써요."
    case .open: "브라우저에 페이지를 열고, 바뀔 때마다 새로 보여 줘요."
    case .poll: "저장을 알려 주지 않는 네트워크 드라이브에서 파일을 되풀이해 살펴봐요."
    case .undo: "되돌리기 전의 내용을 다시 돌려놓아요."
    case .checkAll: "모든 실습을 확인하고 신경망을 학습시켜요."
    case .solution: "통과한 셀의 해답을 보여 줘요."
    case .cell: "연습이나 질문의 이름."
    case .hintCell: "연습이나 질문의 이름. 쓰지 않으면 아직 통과하지 못했고 안 본 힌트가 남은 첫 번째 것."
    case .hintNumber: "몇 번째 힌트인지(1부터). 이미 본 것이나 바로 다음 것. 쓰지 않으면 다음 힌트."
    case .trainAll: "아직 맞지 않은 첫 연습이나 질문보다 뒤에 있는 것도 학습시켜요."
    case .insist: "통과하기 전이라도 보여 줘요. 그 사실은 기록에 남아요."
    case .diff: "통과한 뒤에 내 신경망, 학습, 전처리, 함수를 해답과 비교해요."
    case .update: "실습을 최신판으로, --lang을 주면 그 언어로 바꿔요. 내가 쓴 셀은 그대로 남아요."
    case .new: "(저자용) 새 실습이나 번역을 만들어요."
    case .newLab: "고쳐 쓸 수 있는 작은 실습과 해답을 만들어요."
    case .newTranslation: "실습 번역의 뼈대를 만들어요. 옮길 글에는 표시가 있어요."
    case .translationLanguage: "옮길 언어: en 또는 ko."
    case .labName: "실습의 이름. 예: receptive-field."
    case .verify: "(저자용) 실습과 해답에 고칠 것이 없는지 확인해요."
    case .verifyFolder: "`labs`와 `solutions`가 있는 폴더, 또는 이 과정의 실습 하나."
    case .onlyLook: "파일만 살펴보고, 컴파일하거나 학습하지 않아요."
    case .thorough: "함수도 망가뜨려 보고, 글에 나온 수를 데이터 전체와 비교해요. 없는 데이터는 만들어요."
    case .calibrate: "(저자용) 시드를 바꿔 가며 해답의 결과가 기준에서 얼마나 떨어져 있는지 재요."
    case .seeds: "시드의 수."
    }
  }
}
