public import Messages
public import SegLab

/// A lab as its author wrote it: what a Markdown file says, in order.
public struct Lab: Sendable {
  /// The file as the reader knows it, for example `labs/01-fully-connected.md`.
  public let file: String
  /// The file's text.
  public let text: String
  /// The heading of the lab.
  public let title: String
  /// The language in which it is written.
  public let language: Language
  /// The lab's own name, for example `fully-connected`; unique in a course.
  public let id: String
  /// The data set that its experiments use unless the learner names another.
  public let dataset: String
  /// Whether the lab is about a set of the learner's own, so that a run on any other counts as well.
  public let takesAnySet: Bool
  /// The labs to do first, by id.
  public let after: [String]
  /// What its networks may cost, where the author set a limit.
  public let budget: Budget?
  /// Prose and cells in the order of the file.
  public let blocks: [Block]
  /// What the digests of the lab's own data set begin with, each of the sets for which its numbers hold; none where any set will do.
  public internal(set) var digests: [String] = []
  /// The numbers in its prose that are those of its data set.
  public internal(set) var facts: [Fact] = []
  /// What the whole lab is worth in a grade; nil where each check and question is worth what it says, or one.
  public internal(set) var points: Double?
  /// Whether a cell that did not pass as a whole is worth those of its checks that passed.
  public internal(set) var givesPartialCredit = true
  /// Where its id stands in the file.
  let idPlace: Place
  /// Where each of ``after`` stands in the file.
  let afterPlaces: [Place]
  /// Where the learner's cells stand in the text.
  let slots: [Cell: CellSlot]
  /// The checks that it could ask for: what is made of it is read with the same.
  let forms: CheckForms

  /// What a lab's networks may cost.
  public struct Budget: Sendable, Equatable {
    /// The most learnable numbers.
    public let parameters: Int?
    /// The most minutes of training.
    public let minutes: Double?
  }

  /// A number in a lab's prose that is one of its data set: `facts: {label_mean: 46.3}`.
  public struct Fact: Sendable, Equatable {
    /// Which number of the set it is.
    public let name: String
    /// The number as it stands in the prose.
    public let written: String
    /// Its line in the front matter.
    public let line: Int
  }

  /// A cell that the learner edits, by what it is and its name.
  public enum Cell: Hashable, Sendable {
    /// The exercise of that name.
    case exercise(String)
    /// The answer to the question of that name.
    case answer(String)

    /// The exercise's or the question's name.
    public var name: String {
      switch self {
      case .exercise(let name), .answer(let name): return name
      }
    }
  }

  /// A stretch of prose or one cell.
  public enum Block: Sendable {
    /// Prose between cells, and the line where it starts.
    case prose(Prose, line: Int)
    /// Swift that the learner completes.
    case exercise(Code)
    /// Swift that is compiled before the learner's and is not to be changed.
    case given(Code)
    /// A hint for an exercise or question; several for one id come one at a time.
    case hint(Hint)
    /// What must be true of an exercise or experiment.
    case checks(Checks)
    /// A network to train, and with what.
    case experiment(Experiment)
    /// Something to think about and answer.
    case question(Question)
    /// The learner's answer to a question.
    case answer(Answer)
  }

  /// A cell of Swift.
  public struct Code: Sendable, Equatable {
    /// The exercise's name; for given code a number in order.
    public let id: String
    /// The code, without the fences.
    public let body: String
    /// The line of the code's first line in the file, from 1.
    public let line: Int

    /// The lines of the file that it takes, however they end.
    public var lines: ClosedRange<Int> {
      var last = line
      var before: UInt8 = 0
      for byte in body.utf8 {
        if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && before != UInt8(ascii: "\r")) { last += 1 }
        before = byte
      }
      return line...last
    }
  }

  /// A hint.
  public struct Hint: Sendable, Equatable {
    /// The exercise or question that it helps with.
    public let target: String
    /// What it says.
    public let prose: Prose
    /// The hint's text as it was written, for a terminal.
    public let text: String
    /// The line of its first line.
    public let line: Int
  }

  /// A training to run.
  public struct Experiment: Sendable, Equatable {
    /// The experiment's name.
    public let id: String
    /// The constant of the learner's that holds the network.
    public let network: String
    /// Where the numbers of the training come from.
    public let training: TrainingSource
    /// The constant of the learner's that holds what is done to images first; nil where nothing is.
    public var preprocessing: String?
    /// How the set is divided: `image` or `patient`.
    public let split: SplitRule
    /// The most steps in the quick profile; nil where it is the same as the full one.
    public let quickSteps: Int?
    /// What the page shows of it.
    public let show: [OutputKind]
    /// The line of the cell's fence.
    public let line: Int
  }

  /// Where the numbers of a training come from.
  public enum TrainingSource: Sendable, Equatable {
    /// From the learner's constant of this name.
    case constant(String)
    /// From the lab itself.
    case values(WrittenTraining)
  }

  /// What a page can show of an experiment.
  public enum OutputKind: String, Sendable, CaseIterable {
    /// Loss and accuracy over the steps.
    case curves
    /// Image, label and prediction side by side.
    case predictions
    /// The network's layers with their shapes.
    case graph
    /// Dice and accuracy of this experiment and of all before it.
    case table
  }
}
