public import Checking
internal import Experiments
public import Messages
public import Workbench

/// What a judge process is asked: a lab as text, where the course keeps its things, and what to find out.
public struct JudgeRequest: Codable, Sendable {
  /// What is to be found out.
  public enum Question: Codable, Sendable {
    /// The verdicts: cells are checked, experiments trained.
    case report
    /// What the networks are and will cost; each training is measured for so many seconds.
    case summary(seconds: Double)
    /// What constants and functions say, setting by setting.
    case descriptions
    /// What the checks let pass of the solution that stands in the lab, changed a little here and there; of its functions too where
    /// that is wanted.
    case gaps(withFunctions: Bool)
  }

  /// A lab on its way to another process.
  public struct LabText: Codable, Sendable {
    /// The file as the reader knows it.
    public let file: String
    /// Its text.
    public let text: String
    /// The language in which its author's words are wanted; a translation beside the file is looked for.
    public let language: Language
    /// The lab's text as the course has it; nil where that is not known.
    public let original: String?
    /// The lab's text as it came with SegLab; nil where it has no lab of that file.
    public let shipped: String?

    /// - Parameters: the parts, as documented on each property.
    public init(file: String, text: String, language: Language, original: String?, shipped: String? = nil) {
      self.file = file
      self.text = text
      self.language = language
      self.original = original
      self.shipped = shipped
    }
  }

  /// Where things are kept, and what may be used.
  public struct Place: Codable, Sendable {
    /// The folder of the data sets.
    public var data: String
    /// The folder of the runs.
    public var runs: String
    /// The runs that some report speaks of, which are never pruned.
    public var namedRuns: Set<String>
    /// The folder of compiled programs.
    public var cache: String
    /// Whether cells may run without a sandbox.
    public var policy: Sandbox.Policy
    /// How many threads train.
    public var threads: Int
    /// The engine's version, part of every run's digest.
    public var engine: String

    /// - Parameters: the parts, as documented on each property.
    public init(
      data: String, runs: String, namedRuns: Set<String>, cache: String, policy: Sandbox.Policy, threads: Int,
      engine: String
    ) {
      self.data = data
      self.runs = runs
      self.namedRuns = namedRuns
      self.cache = cache
      self.policy = policy
      self.threads = threads
      self.engine = engine
    }
  }

  /// What is to be found out.
  public let question: Question
  /// The lab.
  public let lab: LabText
  /// Where things are kept.
  public let place: Place
  /// How the lab is run.
  public let options: LabJudge.Options

  /// - Parameters: the parts, as documented on each property.
  public init(_ question: Question, lab: LabText, place: Place, options: LabJudge.Options) {
    self.question = question
    self.lab = lab
    self.place = place
    self.options = options
  }
}

/// What a judge process says, a line each: what happens while it works, and at the end what it found.
enum JudgeReply: Codable, Sendable {
  /// Something happened while a network trains.
  case event(LaboratoryEvent)
  /// Verdicts as they come, each once.
  case soFar(LabReport)
  /// The verdicts.
  case report(LabReport)
  /// What the networks are and will cost.
  case summary(LabSummary)
  /// What constants and functions say.
  case descriptions(AnswerDescriptions)
  /// What the checks let pass.
  case gaps(CheckGaps)
  /// The environment does not let cells be compiled at all; why.
  case refused(Message)
}
