extension ReportPhrase {
  var korean: String {
    switch self {
    case .written(let path): return "보고서를 \(path)에 저장했어요. `seglab report \(path)`로 볼 수 있어요."
    case .notReadable(let path, let reason):
      return "보고서 \(path)을(를) 읽을 수 없어요" + (reason.isEmpty ? "." : ": \(reason).")
        + " `seglab run LAB --report FILE`로 저장한 파일을 적어 주세요."
    case .notAReport(let path, let schema):
      return "\(path)은(는) \(schema) 형식의 보고서가 아니에요. 이 버전의 `seglab run LAB --report FILE`로 저장한 파일을 적어 주세요."
    case .changed(let part, let name, let file, let line):
      return (line > 0 ? "\(file):\(line): " : "\(file): ") + Self.words(part, name)
        + (line > 0 ? " 수업에서 준 것과 달라요." : " 파일에서 없어졌어요.") + " 실습은 지금 있는 그대로 채점했어요."
    case .moreMessages(let count): return "메시지 \(count.grouped)개는 보여 주지 않았어요. 앞의 것부터 고쳐 보세요."
    }
  }

  private static func words(_ part: Part, _ name: String) -> String {
    switch part {
    case .frontMatter: "`---` 줄 사이의 내용이"
    case .given: "주어진 셀 \(name)번이"
    case .checks: "‘\(name)’의 검사가"
    case .experiment: "실험 ‘\(name)’이(가)"
    case .question: "질문 ‘\(name)’이(가)"
    case .exercise: "연습 ‘\(name)’이(가)"
    }
  }
}
