/// What is said while a class is graded.
public enum GradingPhrase: Phrase {
  /// The points of a lab's parts do not fit those of the whole.
  case points(lab: String, total: Double, parts: Double)
  /// Nothing is handed in at a path.
  case noSubmissions(path: String)
  /// What an option names would lie among what a class handed in.
  case amongSubmissions(option: String, path: String, submissions: String)
  /// A work store would lie where the grade book is.
  case storeAtBook(path: String)
  /// What lies at a path cannot be read.
  case unreadable(path: String, reason: String)
  /// There is no sandbox that keeps other people's work in; why, and how to get one.
  case noSandbox(reason: Message, help: [Message])
  /// How far judging has come.
  case looked(done: Int, of: Int)
  /// How far training has come.
  case trained(done: Int, of: Int)
  /// Judging was stopped by Ctrl-C.
  case stopped
  /// What was done: how many handed in something, how many texts were judged, and why not those of the others, who handed in what another
  /// did, what was judged before, or nothing that is the lab.
  case graded(handIns: Int, judged: Int, again: Int, same: Int, known: Int, unread: Int)
  /// So many grades would be others than they are.
  case proposed(count: Int)
  /// Where the overview is.
  case written(overview: String, feedback: String)
  /// A word that should be a time is none.
  case badTime(found: String)
  /// A list of the class cannot be read.
  case badRoster(path: String, columns: [String])
  /// A class needs a folder, and another grader a format and a file.
  case outOrFormat
  /// A class was made to practice with.
  case practiced(count: Int, folder: String)
  /// The result was written for another grader.
  case resultWritten(path: String)
  /// Nothing was judged, because judging did not come to its end.
  case unfinished
  /// The file for Gradescope was written; how many bytes it has.
  case autograder(path: String, bytes: Int)
  /// SegLab's sources are not here, and no package was named.
  case noProgram(home: String)
  /// The compiler does not say its version.
  case noSwiftVersion(path: String)
  /// Judging failed, and a result that says so was written.
  case resultOfFailure(path: String, reason: Message)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension GradingPhrase {
  var english: String {
    switch self {
    case .points(let lab, let total, let parts):
      return
        "\(lab) says `points: \(total.plain)`, and its checks and questions say \(parts.plain) together. Make both the same, "
        + "or leave out the points of some check: it gets what is left."
    case .noSubmissions(let path):
      return
        "Nothing is handed in at \(path). Name a folder with a file, a folder or a zip for each learner, or the zip "
        + "that Moodle, Canvas or Blackboard gave you."
    case .amongSubmissions(let option, let path, let submissions):
      return
        "\(path) would lie in \(submissions), and be taken for something that was handed in. Name a folder outside it: `\(option) FOLDER`."
    case .storeAtBook(let path):
      return "\(path) is for the grade book (`--out`), and a work store needs a folder of its own: `--store FOLDER`."
    case .unreadable(let path, let reason): return "\(path) cannot be read: \(reason)"
    case .noSandbox(let reason, let help):
      return
        (["Other people's work is graded in a good sandbox or not at all: " + reason.text(in: .english)]
        + help.map { $0.text(in: .english) }).joined(separator: "\n")
    case .looked(let done, let count): return "Checked \(done) of \(count)"
    case .trained(let done, let count): return "Trained \(done) of \(count)"
    case .stopped:
      return "Stopped. What was found out is kept; the same command goes on from there."
    case .graded(let handIns, let judged, let again, let same, let known, let unread):
      let one = handIns == 1 ? "1 learner handed in" : "\(handIns.grouped) learners handed in"
      func part(_ count: Int, _ single: String, _ several: String) -> String? {
        count == 0 ? nil : "\(count.grouped) \(count == 1 ? single : several)"
      }
      let parts = [
        part(judged, "text was judged", "texts were judged"),
        part(again, "was judged again by what had been measured", "were judged again by what had been measured"),
        part(known, "had been judged before", "had been judged before"),
        part(
          same, "is to the letter what another learner handed in", "are to the letter what other learners handed in"),
        part(unread, "has no file that is the lab", "have no file that is the lab"),
      ].compactMap(\.self)
      return one + ": " + parts.joined(separator: ", ") + "."
    case .proposed(let count):
      return (count == 1 ? "1 grade would change" : "\(count.grouped) grades would change")
        + ", and are as they were until you say so. See them: seglab grades diff"
    case .written(let overview, let feedback): return "Overview: \(overview)\nFeedback: \(feedback)"
    case .badTime(let found):
      return
        "`--due \(found)` is no time. Write it like 2026-11-30T23:59 (of this computer's time zone) or 2026-11-30T23:59+09:00."
    case .badRoster(let path, let columns):
      return "\(path) is no list of a class: its first line should name the columns, `id` among them; it names "
        + (columns.isEmpty ? "none" : columns.listedInEnglish) + ". Others that are known: name, login, language."
    case .outOrFormat:
      return "Name the folder of the grade book with --out; or, for another grader, both --format and --result."
    case .practiced(let count, let folder):
      return "\(count.grouped) submissions: \(folder)\nGrade them: seglab grade \(folder) --lab LAB --out FOLDER"
    case .resultWritten(let path): return "Written: \(path)"
    case .unfinished:
      return "Judging did not come to its end: it was stopped, or the grader is not set up right. "
        + "That is not about your work; tell your instructor."
    case .autograder(let path, let bytes):
      return
        "Written: \(path) (\((Double(bytes) / 1e6).places(1)) MB). In Gradescope, upload it under Configure Autograder, "
        + "with the base image Ubuntu 22.04, a container of at least 2 CPUs and 3 GB, and a timeout as long as the lab's trainings take."
    case .noProgram(let home):
      return
        "\(home) holds no sources of SegLab's, of which Gradescope could build it. Name a Debian package made for the system "
        + "that you choose there with --package, or set SEGLAB_HOME to a folder with the sources."
    case .noSwiftVersion(let path):
      return "\(path) does not say its version: try `\(path) --version`, or `seglab doctor`."
    case .resultOfFailure(let path, let reason):
      return "Judging failed, and \(path) says so: \(reason.text(in: .english))"
    }
  }
}

// MARK: Korean

extension GradingPhrase {
  var korean: String {
    switch self {
    case .points(let lab, let total, let parts):
      return "\(lab) 파일은 `points: \(total.plain)`인데 검사와 질문의 점수를 더하면 \(parts.plain)점이에요. 둘을 맞추거나, "
        + "몇몇 검사의 점수를 지워 보세요. 남은 점수를 나누어 가져요."
    case .noSubmissions(let path):
      return "\(path)에 제출한 것이 없어요. 학습자마다 파일, 폴더 또는 zip이 하나씩 있는 폴더나, "
        + "Moodle, Canvas, Blackboard에서 받은 zip을 써 보세요."
    case .amongSubmissions(let option, let path, let submissions):
      return "\(path)의 자리는 제출물이 있는 \(submissions)의 안이라서 제출물로 여겨져요. 그 밖의 폴더를 골라 보세요: `\(option) 폴더`"
    case .storeAtBook(let path):
      return "\(path)에는 성적부가 놓여요(`--out`). 작업 저장소에는 따로 쓸 폴더가 필요해요: `--store 폴더`"
    case .unreadable(let path, let reason): return "\(path): 읽을 수 없어요. \(reason)"
    case .noSandbox(let reason, let help):
      return
        (["다른 사람의 과제는 제대로 된 샌드박스 안에서만 채점해요. " + reason.text(in: .korean)]
        + help.map { $0.text(in: .korean) }).joined(separator: "\n")
    case .looked(let done, let count): return "검사 \(done)/\(count)"
    case .trained(let done, let count): return "학습 \(done)/\(count)"
    case .stopped: return "멈췄어요. 알아낸 것은 남아 있고, 같은 명령으로 이어서 할 수 있어요."
    case .graded(let handIns, let judged, let again, let same, let known, let unread):
      let parts = [
        judged == 0 ? nil : "채점한 것 \(judged.grouped)개",
        again == 0 ? nil : "전에 측정한 값으로 다시 채점한 것 \(again.grouped)개",
        known == 0 ? nil : "전에 채점한 것 \(known.grouped)개",
        same == 0 ? nil : "다른 학습자와 글자까지 같은 것 \(same.grouped)개",
        unread == 0 ? nil : "실습 파일이 없는 것 \(unread.grouped)개",
      ].compactMap(\.self)
      return "학습자 \(handIns.grouped)명이 제출했어요: " + parts.joined(separator: ", ") + "."
    case .proposed(let count):
      return "성적 \(count.grouped)개가 달라져요. 확정할 때까지는 그대로예요. 보려면: seglab grades diff"
    case .written(let overview, let feedback): return "개요: \(overview)\n피드백: \(feedback)"
    case .badTime(let found):
      return "`--due \(found)`, 시각이 아니에요. 2026-11-30T23:59(이 컴퓨터의 시간대)나 2026-11-30T23:59+09:00처럼 써 보세요."
    case .badRoster(let path, let columns):
      return "\(path) 파일은 수강생 명단이 아니에요. 첫 줄에 `id`를 비롯한 열 이름이 있어야 하는데, "
        + (columns.isEmpty ? "없어요" : "\(columns.listedInKorean)만 있어요") + ". 다른 열: name, login, language."
    case .outOrFormat: return "성적부를 둘 폴더를 --out으로 쓰거나, 다른 채점기를 위해서는 --format과 --result를 함께 써 보세요."
    case .practiced(let count, let folder):
      return "제출물 \(count.grouped)개: \(folder)\n채점하려면: seglab grade \(folder) --lab 실습 --out 폴더"
    case .resultWritten(let path): return "저장했어요: \(path)"
    case .unfinished:
      return "채점이 끝까지 가지 못했어요. 중간에 멈췄거나 채점기가 제대로 준비되지 않았어요. 제출한 것의 문제가 아니니, 선생님께 알려 주세요."
    case .autograder(let path, let bytes):
      return "저장했어요: \(path) (\((Double(bytes) / 1e6).places(1)) MB). Gradescope의 Configure Autograder에 올리고, "
        + "Base image는 Ubuntu 22.04, 컨테이너는 CPU 2개와 3 GB 이상, Timeout은 실습의 학습이 걸리는 만큼 골라 보세요."
    case .noProgram(let home):
      return "\(home)에 SegLab 소스가 없어서 Gradescope에서 빌드할 수 없어요. 거기서 고를 시스템에 맞는 Debian 패키지를 --package로 쓰거나, "
        + "SEGLAB_HOME에 소스가 있는 폴더를 써 보세요."
    case .noSwiftVersion(let path): return "\(path)의 버전을 알 수 없어요. `\(path) --version`이나 `seglab doctor`를 해 보세요."
    case .resultOfFailure(let path, let reason):
      return "채점하지 못했고, 그 사실을 \(path)에 썼어요: \(reason.text(in: .korean))"
    }
  }
}
