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
      return line > 0
        ? "\(file):\(line): \(Self.words(part, name)) was changed and is not as the course has it; the lab was judged as it stands."
        : "\(file): \(Self.words(part, name)), which the course has, is gone; the lab was judged as it stands."
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
    }
  }
}
