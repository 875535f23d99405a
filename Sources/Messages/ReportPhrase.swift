/// What is said of reports as files, and of labs that are not as their course has them.
public enum ReportPhrase: Phrase {
  /// A report was written.
  case written(path: String)
  /// A report's file cannot be read.
  case notReadable(path: String, reason: String)
  /// A file is no report of this form.
  case notAReport(path: String, schema: String)
  /// A part of the lab's file that is its author's was changed: what it is, its name, and the line in `file`; 0 where it is gone.
  case changed(ReportPhrase.Part, name: String, file: String, line: Int)
  /// The same in a file that somebody handed in, of which it does not count.
  case notCounted(ReportPhrase.Part, name: String, file: String, line: Int)
  /// The set of the name that the lab asks for is another than the ones that its numbers hold for.
  case otherData(name: String, digest: String, known: [String])
  /// Messages that are not shown because there are so many before them.
  case moreMessages(count: Int)

  /// A part of a lab that is its author's.
  public enum Part: String, Codable, Sendable, Hashable {
    /// Title, data set, budget and what comes before.
    case frontMatter = "front-matter"
    /// A given cell.
    case given
    /// The checks of an exercise or experiment.
    case checks
    /// An experiment.
    case experiment
    /// A question.
    case question
    /// An exercise that is not in the file any more.
    case exercise
    /// The course's own copy of the lab.
    case copy
  }

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

// MARK: English

extension ReportPhrase {
  var english: String {
    switch self {
    case .written(let path): return "The report is in \(path); `seglab report \(path)` shows it."
    case .notReadable(let path, let reason):
      return "The report \(path) cannot be read" + (reason.isEmpty ? "." : ": \(reason).")
        + " Name a file that `seglab run LAB --report FILE` wrote."
    case .notAReport(let path, let schema):
      return
        "\(path) is no report of the form \(schema). Name a file that this version's `seglab run LAB --report FILE` wrote."
    case .changed(let part, let name, let file, let line):
      if part == .copy {
        return
          "\(file): the copy that the course keeps of this lab is not the one that came with this SegLab; `seglab update` brings that one"
          + " (a teacher's own lab differs too)."
      }
      return line > 0
        ? "\(file):\(line): \(Self.words(part, name)) was changed and is not as the course has it; the lab was judged as it stands."
        : "\(file): \(Self.words(part, name)), which the course has, is gone; the lab was judged as it stands."
    case .notCounted(let part, let name, let file, let line):
      return line > 0
        ? "\(file):\(line): \(Self.words(part, name)) was changed, which counts for nothing: the lab's own was used."
        : "\(file): \(Self.words(part, name)) is gone, which counts for nothing: the lab's own was used."
    case .otherData(let name, let digest, let known):
      return
        "The data set “\(name)” here is another than the lab was made for: its digest begins with \(digest), and the lab's with "
        + "\(known.joined(separator: " or ")). What the lab says of its images, and its thresholds, may not hold. "
        + "Keep your images under another name (`--as`, and `--data` to use them), and bring the lab's own back with `seglab data make \(name)`."
    case .moreMessages(let count):
      return count == 1
        ? "One message more is not shown: mend the first ones."
        : "\(count.grouped) messages more are not shown: mend the first ones."
    }
  }

  private static func words(_ part: Part, _ name: String) -> String {
    switch part {
    case .frontMatter: "what stands between the lines `---`"
    case .given: "given cell \(name)"
    case .checks: "what is checked of “\(name)”"
    case .experiment: "the experiment “\(name)”"
    case .question: "the question “\(name)”"
    case .exercise: "the exercise “\(name)”"
    case .copy: "the course's copy of the lab"
    }
  }
}

// MARK: Korean

extension ReportPhrase {
  var korean: String {
    switch self {
    case .written(let path): return "보고서를 \(path)에 저장했어요. `seglab report \(path)`\(.toward, after: path) 볼 수 있어요."
    case .notReadable(let path, let reason):
      return "보고서 \(path)\(.object, after: path) 읽을 수 없어요" + (reason.isEmpty ? "." : ": \(reason).")
        + " `seglab run LAB --report FILE`로 저장한 파일을 적어 주세요."
    case .notAReport(let path, let schema):
      return
        "\(path)\(.topic, after: path) \(schema) 형식의 보고서가 아니에요. 이 버전의 `seglab run LAB --report FILE`로 저장한 파일을 적어 주세요."
    case .changed(let part, let name, let file, let line):
      if part == .copy {
        return "\(file): 수업 폴더에 보관된 이 실습의 원본이 이 SegLab에 들어 있는 것과 달라요. `seglab update`로 맞출 수 있어요(선생님이 고친 실습이어도 달라요)."
      }
      return (line > 0 ? "\(file):\(line): " : "\(file): ") + Self.koreanWords(part, name)
        + (line > 0 ? " 원래 실습과 달라요." : " 파일에서 없어졌어요.") + " 실습은 지금 있는 그대로 채점했어요."
    case .notCounted(let part, let name, let file, let line):
      return (line > 0 ? "\(file):\(line): " : "\(file): ") + Self.koreanWords(part, name)
        + (line > 0 ? " 원래 실습과 달라요." : " 파일에서 없어졌어요.") + " 이것은 세지 않고, 원래 실습으로 채점했어요."
    case .otherData(let name, let digest, let known):
      return "여기 있는 데이터 ‘\(name)’ 세트는 이 실습에 쓰도록 만든 것과 달라요. 다이제스트가 \(digest)\(.toward, after: digest) 시작하는데, 실습의 것은 "
        + "\(known.joined(separator: ", "))\(.toward, after: known.joined(separator: ", ")) 시작해요. 영상에 대한 설명과 기준값이 맞지 않을 수 있어요. "
        + "가져온 영상은 다른 이름으로 두고(`--as`, 쓸 때는 `--data`), 실습의 데이터는 `seglab data make \(name)`\(.toward, after: name) 다시 만들어 보세요."
    case .moreMessages(let count): return "메시지 \(count.grouped)개는 보여 주지 않았어요. 앞의 것부터 고쳐 보세요."
    }
  }

  private static func koreanWords(_ part: Part, _ name: String) -> String {
    switch part {
    case .frontMatter: "`---` 줄 사이의 내용이"
    case .given: "주어진 셀 \(name)번이"
    case .checks: "‘\(name)’의 검사가"
    case .experiment: "실험 ‘\(name)’\(.subject, after: name)"
    case .question: "질문 ‘\(name)’\(.subject, after: name)"
    case .exercise: "연습 ‘\(name)’\(.subject, after: name)"
    case .copy: "보관된 원본이"
    }
  }
}
