extension ReportPhrase {
  var english: String {
    switch self {
    case .written(let path): return "The report is in \(path); `seglab report \(path)` shows it."
    case .notReadable(let path, let reason):
      return "The report \(path) cannot be read" + (reason.isEmpty ? "." : ": \(reason).")
        + " Name a file that `seglab run LAB --report FILE` wrote."
    case .notAReport(let path, let schema):
      return "\(path) is no report of the form \(schema). Name a file that this version's `seglab run LAB --report FILE` wrote."
    case .changed(let part, let name, let file, let line):
      return (line > 0 ? "\(file):\(line): " : "\(file): ") + Self.words(part, name, isGone: line == 0)
        + " as the course has it; the lab was judged as it stands."
    case .moreMessages(let count):
      return count == 1
        ? "One message more is not shown: mend the first ones." : "\(count.grouped) messages more are not shown: mend the first ones."
    }
  }

  private static func words(_ part: Part, _ name: String, isGone: Bool) -> String {
    let verb = isGone ? "is gone from the file and so is not" : "was changed and is not"
    return switch part {
    case .frontMatter: "what stands between the lines `---` \(verb)"
    case .given: "given cell \(name) \(verb)"
    case .checks: "what is checked of “\(name)” \(verb)"
    case .experiment: "the experiment “\(name)” \(verb)"
    case .question: "the question “\(name)” \(verb)"
    case .exercise: "the exercise “\(name)” \(verb)"
    }
  }
}
