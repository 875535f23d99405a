// MARK: English

extension ClassHelpPhrase {
  var english: String {
    switch self {
    case .root: return "Grade a class."
    case .release: return "Make of one master the lab that learners get, its solution, and the lab to grade by."
    case .master:
      return
        "The master: a lab whose exercises mark their solution (`// BEGIN SOLUTION`, `// END SOLUTION`, `// SOLUTION`), "
        + "with `hidden: true` beside what learners do not get."
    case .releaseOut: return "The folder in which labs/, solutions/ and grading/ are made."
    case .force: return "Replace files that the master does not make as they are."
    case .grade: return "Judge what a class handed in, and keep the grades in a book."
    case .gradeRules:
      return """
        An experiment in which nothing is the learner's (network, training and preprocessing all come from given cells) counts only once the \
        exercises before it are right: all of the lab where none stands before it, the questions where the lab has no exercise.

        Where nothing changed in a lab but thresholds of experiments, points and words, each on the line where it was, what was measured is \
        judged again and nothing is run.
        """
    case .submissions:
      return
        "A folder with a file, a folder or a zip for each learner, or the zip that Moodle, Canvas or Blackboard gave you."
    case .gradedLab: return "The lab to grade by, or its master: number, id or file."
    case .gradeOut: return "The folder of the grade book, feedback and overview."
    case .roster: return "The list of the class: CSV with the columns id, name, login, language."
    case .retry: return "Judge again what could not be judged."
    case .due: return "When work is due: 2026-11-30T23:59, of this computer's time zone, or with one behind it."
    case .grace: return "How many minutes late are none."
    case .latePercent: return "How many per cent of what was earned each begun day costs."
    case .lateMost: return "The most per cent that being late costs."
    case .profile: return "quick: with fewer steps where the lab says so; full: all of it."
    case .data: return "The set to train on, where it is not the lab's own."
    case .workers: return "How many processes judge at once; as many as cores and memory allow where nothing is said."
    case .minutes: return "The most minutes that a training may take; four times the lab's own where nothing is said."
    case .grades: return "Show, change and export the grades of a book."
    case .gradesList: return "List everybody's grade."
    case .gradesShow: return "Show one learner's grade, thing by thing, with its history and evidence."
    case .gradesDiff: return "Show which grades would change, and why; nothing changes before --apply."
    case .gradesMark: return "Give points for one thing by hand; without points, take them back."
    case .gradesOverride: return "Decide on the points of the whole lab; without points, take it back."
    case .gradesExcuse: return "Excuse a learner from the lab."
    case .gradesExtend: return "Let a learner be so many days later than others; 0 takes it back."
    case .gradesExport: return "Fill the grades into a file of your learning system, or write a table."
    case .gradesBackup: return "Copy the whole book into one other file."
    case .gradesPages: return "Write feedback and overview once more, with what was decided since."
    case .filter: return "all, missing, late, unmarked, errors or changed."
    case .csv: return "Print a table of values parted by commas."
    case .student: return "The learner: id, login or name."
    case .students: return "The learners; everybody where none is named."
    case .apply: return "Make these grades official."
    case .book: return "The folder of the grade book."
    case .bookLab: return "The lab, where the book has several."
    case .item: return "What is marked, as `seglab grades show` calls it."
    case .points: return "The points."
    case .words: return "What the learner is told about it."
    case .reason: return "Why, for whoever reads the book later."
    case .undo: return "Take it back."
    case .days: return "How many days."
    case .backupFile: return "The file to make."
    case .system: return "moodle, canvas, blackboard or csv."
    case .sheet: return "The file as the learning system gave it to you; not changed."
    case .to: return "The file to write."
    case .column: return "The column of the lab, where it cannot be told."
    case .feedbackColumn: return "The column for a word of feedback."
    case .format:
      return "Judge one file for another grader: gradescope, prairielearn, exercism, classroom50, junit or github. "
        + "The verdict does not change the exit code."
    case .result: return "Where the result for another grader is written."
    case .export: return "Write what other graders need to grade a lab."
    case .gradescope: return "Write the zip file of which Gradescope makes an autograder for a lab."
    case .autograderOut: return "The zip file to write."
    case .package:
      return
        "SegLab as a Debian package for the system that is chosen in Gradescope; its sources where nothing is said."
    case .practice: return "Make a class that does not exist, to try grading with."
    case .practiceLab: return "The lab: number, id or file."
    case .practiceOut: return "The folder to make."
    case .count: return "How many learners."
    case .distinct: return "How many networks that differ; half of them are wrong."
    case .seed: return "What chance starts from."
    }
  }
}

// MARK: Korean

extension ClassHelpPhrase {
  var korean: String {
    switch self {
    case .root: return "수업 전체를 채점해요."
    case .release: return "원본 하나에서 학습자용 실습, 해답, 채점용 실습을 만들어요."
    case .master:
      return "원본: 연습에 해답을 표시한 실습(`// BEGIN SOLUTION`, `// END SOLUTION`, `// SOLUTION`). "
        + "학습자가 받지 않을 것에는 `hidden: true`를 써요."
    case .releaseOut: return "labs/, solutions/, grading/을 만들 폴더."
    case .force: return "원본에서 나오는 내용과 다른 파일도 바꿔요."
    case .grade: return "수업에서 제출한 것을 채점하고 성적부에 적어요."
    case .gradeRules:
      return """
        신경망, 학습, 전처리가 모두 주어진 셀에서 나오는 실험은 그 앞에 있는 연습을 모두 맞게 풀었을 때만 점수가 돼요. 앞에 연습이 없으면 실습의 모든 \
        연습, 연습이 없는 실습이면 질문을 봐요.

        실습에서 실험의 기준, 배점, 글만 바뀌고 줄이 그대로라면 아무것도 다시 실행하지 않고, 전에 측정한 값으로 다시 채점해요.
        """
    case .submissions:
      return "학습자마다 파일, 폴더 또는 zip이 하나씩 있는 폴더, 또는 Moodle, Canvas, Blackboard에서 받은 zip."
    case .gradedLab: return "채점에 쓸 실습이나 그 원본: 번호, 이름 또는 파일."
    case .gradeOut: return "성적부, 피드백, 개요를 둘 폴더."
    case .roster: return "수강생 명단: id, name, login, language 열이 있는 CSV."
    case .retry: return "판정할 수 없었던 것을 다시 채점해요."
    case .due: return "마감 시각: 2026-11-30T23:59(이 컴퓨터의 시간대), 또는 시간대를 붙여서."
    case .grace: return "이 시간(분)까지는 지각으로 보지 않아요."
    case .latePercent: return "하루 늦을 때마다 얻은 점수에서 빼는 비율(%). 하루가 안 되어도 하루로 쳐요."
    case .lateMost: return "늦어서 빼는 비율의 최대(%)."
    case .profile: return "quick: 실습이 정한 만큼만; full: 전부."
    case .data: return "실습이 정한 것 대신 학습에 쓸 데이터."
    case .workers: return "동시에 채점할 프로세스 수. 쓰지 않으면 코어와 메모리에 맞춰요."
    case .minutes: return "학습 한 번에 쓸 수 있는 최대 시간(분). 쓰지 않으면 실습이 정한 시간의 네 배예요."
    case .grades: return "성적부의 성적을 보고, 고치고, 내보내요."
    case .gradesList: return "모두의 성적을 보여 줘요."
    case .gradesShow: return "한 학습자의 성적을 항목마다, 기록과 근거와 함께 보여 줘요."
    case .gradesDiff: return "달라질 성적과 그 이유를 보여 줘요. --apply를 하기 전에는 그대로예요."
    case .gradesMark: return "한 항목의 점수를 직접 줘요. 점수를 쓰지 않으면 취소해요."
    case .gradesOverride: return "실습 전체의 점수를 직접 정해요. 점수를 쓰지 않으면 취소해요."
    case .gradesExcuse: return "학습자를 실습에서 면제해요."
    case .gradesExtend: return "학습자의 마감을 며칠 늦춰요. 0은 취소예요."
    case .gradesExport: return "학습 관리 시스템의 파일에 성적을 채우거나 표를 만들어요."
    case .gradesBackup: return "성적부 전체를 다른 파일 하나로 복사해요."
    case .gradesPages: return "그동안 정한 것을 담아 피드백과 개요를 다시 써요."
    case .filter: return "all, missing, late, unmarked, errors 또는 changed."
    case .csv: return "쉼표로 나눈 표를 출력해요."
    case .student: return "학습자: id, 로그인 또는 이름."
    case .students: return "학습자들. 쓰지 않으면 모두."
    case .apply: return "이 성적을 확정해요."
    case .book: return "성적부가 있는 폴더."
    case .bookLab: return "실습. 성적부에 여럿일 때 골라요."
    case .item: return "`seglab grades show`에 나오는 항목 이름."
    case .points: return "점수."
    case .words: return "학습자에게 전할 말."
    case .reason: return "나중에 성적부를 볼 사람을 위한 이유."
    case .undo: return "취소해요."
    case .days: return "며칠."
    case .backupFile: return "만들 파일."
    case .system: return "moodle, canvas, blackboard 또는 csv."
    case .sheet: return "학습 관리 시스템에서 받은 파일. 바뀌지 않아요."
    case .to: return "저장할 파일."
    case .column: return "실습의 열. 알 수 없을 때 골라요."
    case .feedbackColumn: return "피드백 한마디를 쓸 열."
    case .format:
      return "다른 채점기를 위해 파일 하나를 채점해요: gradescope, prairielearn, exercism, classroom50, junit 또는 github. "
        + "결과가 종료 코드를 바꾸지는 않아요."
    case .result: return "다른 채점기를 위한 결과를 저장할 파일."
    case .export: return "다른 채점기가 실습을 채점하는 데 필요한 것을 써요."
    case .gradescope: return "Gradescope가 실습의 자동 채점기를 만드는 zip 파일을 써요."
    case .autograderOut: return "쓸 zip 파일."
    case .package: return "Gradescope에서 고른 시스템에 맞는 SegLab Debian 패키지. 없으면 소스를 넣어요."
    case .practice: return "채점을 연습해 볼, 실제로는 없는 수업을 만들어요."
    case .practiceLab: return "실습: 번호, 이름 또는 파일."
    case .practiceOut: return "만들 폴더."
    case .count: return "학습자 수."
    case .distinct: return "서로 다른 신경망의 수. 절반은 틀려요."
    case .seed: return "난수의 시작 값."
    }
  }
}
