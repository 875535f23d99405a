public import Checking
public import Experiments
public import Messages
public import Workbench

/// What a judge process is asked: a lab as text, where the course keeps its things, and what to find out.
public struct JudgeRequest: Codable, Sendable {
  /// What is to be found out.
  public enum Question: Codable, Sendable {
    /// The verdicts: cells are checked, experiments trained.
    case report
    /// As `report`, but nothing is trained that the store does not have; the networks' shapes and cost come first.
    case look
    /// What the networks are and will cost; each training is measured for so many seconds.
    case summary(seconds: Double)
    /// What constants and functions say, setting by setting.
    case descriptions
    /// What the checks let pass of the solution that stands in the lab, changed a little here and there; of its functions too where
    /// that is wanted.
    case gaps(withFunctions: Bool)
    /// What the cells of somebody's file are worth in the lab: nothing else of that file counts.
    case submission(Submission)
  }

  /// A file that somebody handed in, with what is to be done with it.
  public struct Submission: Codable, Sendable {
    /// The file's text, whatever it says.
    public var text: String
    /// The lab's texts as learners got them, one after the other: what of the file was changed is told from the one that it is nearest to;
    /// none where that is not to be told.
    public let released: [String]
    /// Whether what was not trained before is trained; else it is told, and nothing comes of it.
    public var trains: Bool
    /// The trainings that came to nothing before, by digest.
    public var knownFailures: [String: KnownFailure]

    /// - Parameters: the parts, as documented on each property.
    public init(text: String, released: [String], trains: Bool, knownFailures: [String: KnownFailure] = [:]) {
      (self.text, self.released, self.trains, self.knownFailures) = (text, released, trains, knownFailures)
    }
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
    /// The most bytes of memory that a training may take; nil for what is free when it is asked.
    public var memory: Int?
    /// Whether no run makes room for another one. Many judges work side by side on a class: each would go through all that is kept for each
    /// that it keeps, and give up what others wait for. Whoever starts them makes room when they are done.
    public var keepsAll = false
    /// What cells are kept in, where who asks has just found it out; nil where the judge finds it out.
    var sandbox: Sandbox?

    /// - Parameters: the parts, as documented on each property.
    public init(
      data: String, runs: String, namedRuns: Set<String>, cache: String, policy: Sandbox.Policy, threads: Int,
      engine: String, memory: Int? = nil, keepsAll: Bool = false
    ) {
      (self.memory, self.keepsAll) = (memory, keepsAll)
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
  public var question: Question
  /// The lab.
  public let lab: LabText
  /// Where things are kept.
  public var place: Place
  /// How the lab is run.
  public var options: LabJudge.Options

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
  /// What the networks are, before any verdict.
  case networks([NetworkSummary])
  /// The verdicts.
  case report(LabReport)
  /// What the networks are and will cost.
  case summary(LabSummary)
  /// What constants and functions say.
  case descriptions(AnswerDescriptions)
  /// What the checks let pass.
  case gaps(CheckGaps)
  /// What a submission is worth.
  case assessment(Assessment)
  /// The environment does not let cells be compiled at all; why.
  case refused(Message)
}
