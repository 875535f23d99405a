public import Labs
public import Messages

/// A part of a lab's file that is the author's and is not as the course has it: the lab is judged as it stands, and the report says so.
public struct LabChange: Codable, Sendable, Hashable {
  /// What kind of part it is.
  public let part: ReportPhrase.Part
  /// Its name; of a given cell its number, empty for the front matter.
  public let name: String
  /// The line in the learner's file; 0 where it is gone.
  public let line: Int

  /// The course's own copy of the lab is not the one that came with SegLab: an older one, a teacher's, or one that somebody changed as well.
  public static let otherCopy = LabChange(part: .copy, name: "", line: 0)

  /// What in `lab` is not as in `original`, the lab of the same file.
  ///
  /// Prose, hints and what the learner completes do not count.
  public static func all(in lab: Lab, from original: Lab) -> [LabChange] {
    var changes: [LabChange] = []
    let isSameHead =
      lab.id == original.id && lab.title == original.title && lab.dataset == original.dataset
      && lab.takesAnySet == original.takesAnySet
      && lab.budget == original.budget
      && lab.after == original.after && lab.digests == original.digests
    if !isSameHead { changes.append(LabChange(part: .frontMatter, name: "", line: 1)) }
    let (now, before) = (Parts(lab), Parts(original))
    for key in before.contents.keys where !now.isSame(as: before, in: key) {
      changes.append(LabChange(part: key.part, name: key.name, line: now.lines[key] ?? 0))
    }
    for (key, line) in now.lines where before.lines[key] == nil && key.part != .exercise {
      changes.append(LabChange(part: key.part, name: key.name, line: line))
    }
    return changes.sorted { ($0.line, $0.part.rawValue, $0.name) < ($1.line, $1.part.rawValue, $1.name) }
  }

  /// What to say of it, in the lab's `file`.
  public func phrase(file: String) -> ReportPhrase { .changed(part, name: name, file: file, line: line) }

  /// What to say of it where only the cells of `file` count.
  public func phraseWhereNotCounted(file: String) -> ReportPhrase {
    .notCounted(part, name: name, file: file, line: line)
  }

  private struct Key: Hashable {
    let part: ReportPhrase.Part
    let name: String
  }

  /// The author's parts of a lab, each in a form that can be compared.
  private struct Parts {
    var contents: [Key: String] = [:]
    var lines: [Key: Int] = [:]
    /// What is asked of each cell.
    var checks: [String: [Lab.Check]] = [:]

    init(_ lab: Lab) {
      for block in lab.blocks {
        switch block {
        case .given(let code):
          // However an editor ends lines, they say the same.
          let lines = code.body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
          add(.given, code.id, lines.joined(separator: "\n"), code.line)
        case .exercise(let code): add(.exercise, code.id, "", code.line)
        case .checks(let checks):
          // The line is no part of what is asked.
          add(.checks, checks.target, "", checks.line)
          self.checks[checks.target, default: []] += checks.list
        case .experiment(let experiment):
          let content =
            "\(experiment.network) \(experiment.training) \(experiment.preprocessing ?? "") \(experiment.split) "
            + "\(experiment.quickSteps ?? 0)"
          add(.experiment, experiment.id, content, experiment.line)
        case .question(let question): add(.question, question.id, "\(question.form.key)", question.line)
        case .prose, .hint, .answer: break
        }
      }
    }

    /// Whether a part is the same in both.
    func isSame(as other: Parts, in key: Key) -> Bool {
      guard contents[key] == other.contents[key] else { return false }
      guard key.part == .checks else { return true }
      let (own, others) = (checks[key.name] ?? [], other.checks[key.name] ?? [])
      return own.count == others.count && zip(own, others).allSatisfy { $0.asksTheSame(as: $1) }
    }

    private mutating func add(_ part: ReportPhrase.Part, _ name: String, _ content: String, _ line: Int) {
      let key = Key(part: part, name: name)
      contents[key, default: ""] += content
      lines[key] = lines[key] ?? line
    }
  }
}

extension Lab.Question.Form {
  /// What decides whether an answer is right, without the words around it, which differ from language to language.
  fileprivate var key: String {
    switch self {
    case .choice(let choices): choices.map { "\($0.key)\($0.isRight)" }.joined(separator: ",")
    case .number(let value, let tolerance, _): "\(value) \(tolerance)"
    case .text: ""
    }
  }
}
