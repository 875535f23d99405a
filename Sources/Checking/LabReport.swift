public import Diagnostics
public import Labs
public import Messages
public import Workbench

/// All that was found out about one lab in one go, as data: words come from it at the end, in any language.
public struct LabReport: Codable, Sendable {
  /// Names and versions this form of report.
  public static let currentSchema = "seglab/lab-report/v1"
  /// The form of this report.
  public private(set) var schema = LabReport.currentSchema
  /// The lab, by id.
  public let lab: String
  /// The lab's file, as the reader knows it.
  public var file = ""
  /// The verdict on the whole.
  public let verdict: Verdict
  /// A report for each exercise, experiment and question, in the order of the lab.
  public internal(set) var cells: [CellReport]
  /// The trainings that were done or found.
  public let experiments: [ExperimentReport]
  /// Messages about places in the lab, the first so many of them.
  public private(set) var diagnostics: [Diagnostic]
  /// How many messages more there are.
  public var moreDiagnostics = 0
  /// What the learner's program printed.
  public let printed: String
  /// What else the learner should know of how the cells were run.
  public var remarks: [Message] = []
  /// What the learner's program was kept in; nil where none ran.
  public var sandbox: Sandbox.Kind?
  /// What in the lab's file is not as the course has it.
  public var changes: [LabChange] = []
  /// The networks that the learner's own cells make, each by the digest of what it is, without names and lines; nil in a report from before
  /// they were told.
  public var networks: [String: String]?
  /// Whether experiments stopped after the steps of their quick profile.
  public var isQuick = false
  /// What random numbers started from.
  public var seed: UInt64 = 1
  /// The data set that was used in place of the lab's own; nil where none was named.
  public var dataset: String?

  /// How many cells passed.
  public var passed: Int { cells.count { $0.verdict == .passed } }

  /// How much of the whole trainings was done, where a quick profile stopped one of them; nil for whole trainings.
  public var quick: QuickRun? { QuickRun(of: experiments) }

  /// The most messages about places that a report holds.
  static let mostDiagnostics = 100

  /// - Parameters: the parts, as documented on each property.
  public init(
    lab: String, cells: [CellReport], experiments: [ExperimentReport], diagnostics: [Diagnostic], printed: String
  ) {
    self.lab = lab
    self.verdict = Verdict(of: cells.map(\.verdict))
    self.cells = cells
    self.experiments = experiments
    self.diagnostics = Array(diagnostics.prefix(Self.mostDiagnostics))
    moreDiagnostics = max(0, diagnostics.count - Self.mostDiagnostics)
    self.printed = printed
  }

  /// The report on a lab that could not be judged at all: no cell passes and none fails.
  ///
  /// - Parameters:
  ///   - lab: the lab.
  ///   - reason: why not.
  ///   - holdsAnswers: whether it is the learner's own file, so that at least the answers in it can be judged.
  public init(unjudged lab: Lab, because reason: any Phrase, holdsAnswers: Bool = true) {
    let cells: [CellReport] = lab.blocks.compactMap { block in
      switch block {
      case .exercise(let code):
        CellReport(
          code.id, .exercise, checks: [CheckResult(.runs, .error, message: reason, line: code.line)])
      case .experiment(let experiment):
        CellReport(
          experiment.id, .experiment, checks: [CheckResult(.trains, .error, message: reason, line: experiment.line)])
      case .question(let question):
        CellReport(
          question.id, .question,
          checks: [
            holdsAnswers
              ? QuestionChecker.check(question, in: lab)
              : CheckResult(.answer, .error, message: reason, line: question.line)
          ])
      case .prose, .given, .hint, .checks, .answer: nil
      }
    }
    self.init(lab: lab.id, cells: cells, experiments: [], diagnostics: [], printed: "")
    file = lab.file
  }
}

/// What was found out about one exercise, experiment or question.
public struct CellReport: Codable, Sendable, Hashable {
  /// What kind of cell it is.
  public enum Kind: String, Codable, Sendable {
    /// Swift that the learner completes.
    case exercise
    /// A network to train.
    case experiment
    /// Something to answer.
    case question
  }

  /// The cell, by name.
  public let id: String
  /// What kind of cell it is.
  public let kind: Kind
  /// The verdict on it: that of its checks together.
  public let verdict: Verdict
  /// Its checks in the order in which they are made.
  public let checks: [CheckResult]

  /// - Parameters:
  ///   - id: the cell, by name.
  ///   - kind: what kind of cell it is.
  ///   - checks: its checks in order.
  public init(_ id: String, _ kind: Kind, checks: [CheckResult]) {
    self.id = id
    self.kind = kind
    self.verdict = Verdict(of: checks.map(\.verdict))
    self.checks = checks
  }

  /// The verdict of what learners can see in their own copies of the lab.
  var verdictOnShown: Verdict { Verdict(of: checks.filter { $0.isHidden != true }.map(\.verdict)) }
}

extension LabReport {
  /// The same report with other verdicts on some cells, and other trainings.
  ///
  /// - Parameters:
  ///   - cells: the verdicts on all cells, in the order of the lab.
  ///   - experiments: the trainings.
  ///   - diagnostics: the messages about places in the lab, all of them; nil where they stay as they are.
  /// - Returns: the report.
  public func with(
    cells: [CellReport], experiments: [ExperimentReport], diagnostics: [Diagnostic]? = nil
  ) -> LabReport {
    var report = LabReport(
      lab: lab, cells: cells, experiments: experiments, diagnostics: diagnostics ?? self.diagnostics, printed: printed)
    report.file = file
    if diagnostics == nil { report.moreDiagnostics = moreDiagnostics }
    report.remarks = remarks
    report.sandbox = sandbox
    report.changes = changes
    report.networks = networks
    (report.isQuick, report.seed, report.dataset) = (isQuick, seed, dataset)
    return report
  }

  /// Says more about the lab's file, before everything else.
  ///
  /// - Parameter more: messages about places in it, or in a file beside it.
  public mutating func say(first more: [Diagnostic]) {
    diagnostics = Array((more + diagnostics).prefix(Self.mostDiagnostics))
  }
}

extension Lab {
  /// The first question before an experiment that has no answer yet: what comes of the experiment would give the answer away. Nil where
  /// there is none.
  public func openQuestion(before experiment: String) -> String? {
    for block in blocks {
      switch block {
      case .experiment(let found) where found.id == experiment: return nil
      case .question(let question) where QuestionChecker.check(question, in: self).verdict == .notAttempted:
        return question.id
      default: continue
      }
    }
    return nil
  }
}

extension LabReport {
  /// Whether anything of it could not be judged.
  public var hasErrors: Bool { cells.contains { $0.checks.contains { $0.verdict == .error } } }
}
