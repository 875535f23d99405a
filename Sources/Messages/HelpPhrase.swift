/// The words of `--help`.
public enum HelpPhrase: Wording, CaseIterable {
  /// `seglab` as a whole.
  case seglab
  /// What comes after the list of commands.
  case discussion
  /// `seglab init`.
  case `init`
  /// `seglab list`.
  case list
  /// `seglab run`.
  case run
  /// `seglab summary`.
  case summary
  /// `seglab hint`.
  case hint
  /// `seglab reset`.
  case reset
  /// `seglab data`.
  case data
  /// `seglab data import`.
  case dataImport
  /// `seglab data make`.
  case dataMake
  /// `seglab data list`.
  case dataList
  /// `seglab data show`.
  case dataShow
  /// `seglab doctor`.
  case doctor
  /// The folder argument of `init`.
  case courseFolder
  /// The lab argument.
  case lab
  /// The exercise argument.
  case exercise
  /// `--quiet`.
  case quiet
  /// `--json`.
  case json
  case algorithms
  /// `--lang`.
  case language
  /// `--data`.
  case dataOption
  /// `--profile`.
  case profile
  /// `--minutes`.
  case minutes
  /// `--sandbox`.
  case sandbox
  /// `--report` of a run.
  case report
  /// `seglab report`.
  case reportCommand
  /// The file that `seglab report` shows.
  case reportFile
  /// `--seed` of a run.
  case seed
  /// `--threads`.
  case threads
  /// `--page`.
  case page
  /// `--with`.
  case with
  /// `--classic`.
  case classic
  /// `--as`.
  case asName
  /// `--skip-bad`.
  case skipBad
  /// `--seed` of `data make`.
  case dataSeed
  /// `--count` of `data make`.
  case count
  /// The set's name.
  case setName
  /// `--split` of `data show`.
  case split

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension HelpPhrase {
  var english: String {
    switch self {
    case .seglab: return "Learn image segmentation by building networks."
    case .discussion:
      return "A lab is a Markdown file in labs/. Open it in your editor, fill in each .FIXME, and run it: "
        + "SegLab says what is missing, trains your network, and shows what it learned.\n\n"
        + "Exit codes: 0 all passed (with `--profile quick`: nothing wrong so far), 1 not yet, 2 usage, 65 a file or data set "
        + "is bad, missing or cannot be written, 70 a fault of SegLab's or of the machine."
    case .`init`: return "Make a course folder with the labs in it."
    case .list: return "List the labs, what is done and what is next."
    case .run: return "Check a lab, train its networks, and show the verdicts."
    case .summary: return "Show a lab's networks layer by layer, what they cost, and how long they will train here."
    case .hint: return "Show the next hint for an exercise or question, or one that you have seen."
    case .reset: return "Set an exercise, or a whole lab, back to how it was shipped."
    case .data: return "Import, make, list and show sets of images with masks."
    case .dataImport: return "Import images and labels of equal names from a folder."
    case .dataMake: return "Make a generated set: the same seed gives the same bytes."
    case .dataList: return "List the sets that are here."
    case .dataShow: return "Show what is in a set."
    case .doctor: return "Show what SegLab works with here, and what slows it down."
    case .courseFolder: return "The folder to make or complete."
    case .lab: return "The lab: its number, its id, or its file."
    case .exercise: return "The exercise; all of them where it is left out."
    case .quiet: return "Say nothing where all is well."
    case .json: return "Print one JSON object."
    case .algorithms: return "Also tell by which algorithm each layer is computed, and why not by another."
    case .language:
      return
        "The language of all words: en or ko. Otherwise SEGLAB_LANG, the course's labs, LC_ALL, LC_MESSAGES and LANG decide."
    case .dataOption: return "The set to train on, where it is not the lab's own."
    case .profile:
      return
        "quick: within seconds, with fewer steps where the lab says so, and never a pass; full: all of it."
    case .minutes: return "The most minutes that a training may take; four times the lab's own where nothing is said."
    case .sandbox:
      return "required: without a sandbox no cell runs; preferred: it runs with what protection there is. "
        + "Where nothing is said: required for files that belong to somebody else."
    case .report: return "Write the whole report, as data, into this file; `seglab report` shows it in any language."
    case .reportCommand: return "Show a report that was kept, in the terminal or as a page; nothing is run."
    case .reportFile: return "The report's file."
    case .seed: return "The seed of all random numbers."
    case .threads: return "How many threads train; the result is the same bits for any number."
    case .page: return "Write the lab with its results as one HTML page."
    case .with:
      return "Complete the lab's cells from this file (a solution) before running; the lab itself is not changed."
    case .classic: return "Also print the course's own OUTPUT lines."
    case .asName: return "The set's name here."
    case .skipBad: return "Go on past damaged files and list them."
    case .dataSeed: return "What the set is made from."
    case .count: return "How many images to make."
    case .setName: return "The set's name."
    case .split: return "How to divide the set: image (as the course did) or patient."
    }
  }
}

// MARK: Korean

extension HelpPhrase {
  var korean: String {
    switch self {
    case .seglab: return "신경망을 직접 만들며 영상 분할을 배워요."
    case .discussion:
      return "실습은 labs/ 폴더의 Markdown 파일이에요. 편집기로 열어 .FIXME와 물음표를 모두 채우고 실행해 보세요. "
        + "SegLab이 부족한 점을 알려 주고, 신경망을 학습시키고, 배운 결과를 보여 줘요.\n\n"
        + "종료 코드: 0 모두 통과(`--profile quick`이면 지금까지 이상 없음), 1 아직, 2 사용법 오류, "
        + "65 파일이나 데이터 세트가 잘못되었거나 없거나 쓸 수 없음, 70 SegLab이나 컴퓨터의 문제."
    case .`init`: return "실습이 들어 있는 폴더를 만들어요."
    case .list: return "실습 목록과 끝낸 것, 다음에 할 것을 보여 줘요."
    case .run: return "실습을 검사하고 신경망을 학습시켜 결과를 보여 줘요."
    case .summary: return "실습의 신경망을 층마다 보여 주고, 비용과 여기서 걸릴 학습 시간을 알려 줘요."
    case .hint: return "연습이나 질문의 다음 힌트나 이미 본 힌트를 보여 줘요."
    case .reset: return "연습 하나 또는 실습 전체를 처음 상태로 되돌려요."
    case .data: return "영상과 레이블 데이터를 가져오고, 만들고, 보여 줘요."
    case .dataImport: return "폴더에서 이름이 같은 영상과 레이블을 가져와요."
    case .dataMake: return "데이터를 만들어요. 시드가 같으면 바이트 하나까지 똑같은 데이터가 나와요."
    case .dataList: return "가지고 있는 데이터를 보여 줘요."
    case .dataShow: return "데이터에 무엇이 들어 있는지 보여 줘요."
    case .doctor: return "SegLab이 쓰는 도구와 느려지는 원인을 보여 줘요."
    case .courseFolder: return "만들거나 채울 폴더."
    case .lab: return "실습 번호, 이름 또는 파일."
    case .exercise: return "연습 이름. 쓰지 않으면 전체."
    case .quiet: return "문제가 없으면 아무 말도 하지 않아요."
    case .json: return "JSON 객체 하나를 출력해요."
    case .algorithms: return "층마다 어떤 알고리즘으로 계산하는지, 왜 다른 것이 아닌지도 보여 줘요."
    case .language: return "모든 글의 언어: en 또는 ko. 없으면 SEGLAB_LANG, 실습의 언어, LC_ALL, LC_MESSAGES, LANG을 따라요."
    case .dataOption: return "실습이 정한 것 대신 학습에 쓸 데이터."
    case .profile: return "quick: 몇 초 안에, 실습이 정한 만큼만. 통과로 치지는 않아요. full: 전부."
    case .minutes: return "학습 한 번에 쓸 수 있는 최대 시간(분). 쓰지 않으면 실습이 정한 시간의 네 배예요."
    case .sandbox:
      return "required: 샌드박스가 없으면 셀을 실행하지 않아요; preferred: 샌드박스가 없어도 가능한 보호만 켜고 실행해요. "
        + "쓰지 않으면 다른 사용자의 파일에만 required예요."
    case .report: return "보고서 전체를 데이터로 이 파일에 저장해요. `seglab report`로 어느 언어로든 볼 수 있어요."
    case .reportCommand: return "저장해 둔 보고서를 터미널이나 페이지로 보여 줘요. 아무것도 실행하지 않아요."
    case .reportFile: return "보고서 파일."
    case .seed: return "난수의 시작 값."
    case .threads: return "학습에 쓸 스레드 수. 몇 개를 쓰든 결과는 비트 하나까지 똑같아요."
    case .page: return "실습과 결과를 HTML 페이지 하나로 저장해요."
    case .with: return "이 파일(해답)로 셀을 채운 뒤 실행해요. 실습 파일은 바뀌지 않아요."
    case .classic: return "수업에서 쓰던 OUTPUT 줄도 출력해요."
    case .asName: return "여기서 쓸 데이터 이름."
    case .skipBad: return "손상된 파일은 건너뛰고 목록으로 알려 줘요."
    case .dataSeed: return "데이터를 만드는 시드."
    case .count: return "만들 영상 수."
    case .setName: return "데이터 이름."
    case .split: return "나누는 방법: image(수업과 같음) 또는 patient."
    }
  }
}
