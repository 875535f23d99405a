public import Checking
public import Courses
public import Experiments
public import Labs

extension CourseSession {
  /// Something that happened, to be shown.
  public enum Event: Sendable {
    /// A lab is checked from now on.
    case began
    /// Something happens while a network trains.
    case training(LaboratoryEvent)
    /// What was running was called off, because the lab was saved again.
    case calledOff
    /// What a lab has come to.
    case checked(Checked)
    /// The lab in focus cannot be used as it stands, and why.
    case unusable(CourseProblem)
    /// Every lab of the course has passed.
    case coursePassed
    /// Something beside what was asked for.
    case note(CourseNote)
    /// Something that was asked for cannot be done.
    case problem(CourseProblem)
    /// Nothing can be judged here.
    case refused(JudgeRejection)
    /// What was asked for has to wait: nothing is known of the lab yet.
    case stillWorking
    /// A hint for a cell; nothing where it has none.
    case hint(HintBook.Told?, cell: String)
    /// How the course stands.
    case list(CourseList)
    /// The solution of a cell.
    case solution(String, cell: String)
    /// There is no exercise to set back.
    case nothingToReset
    /// Whether an exercise is to be set back; the answer is awaited.
    case asksForReset(cell: String)
    /// An exercise was left as it is after all.
    case kept
    /// Something was set back; where what stood there is kept.
    case reset(what: String, backup: String)
  }

  /// What a lab has come to, and what is next.
  public struct Checked: Sendable {
    /// The lab.
    public let lab: Lab
    /// What was found out about it.
    public let report: LabReport
    /// What is next in it: the cell that was saved, where it is not right yet; nil where everything passed.
    public let next: NextStep?
    /// The questions that were answered right since the lab was last checked.
    public let right: [CellReport]
    /// The lab that comes next where everything passed; nil where none is left.
    public let nextLab: NextLab?

    /// - Parameters: the parts, as documented on each property.
    public init(lab: Lab, report: LabReport, next: NextStep?, right: [CellReport] = [], nextLab: NextLab? = nil) {
      self.lab = lab
      self.report = report
      self.next = next
      self.right = right
      self.nextLab = nextLab
    }
  }

  /// A lab that is not done.
  public struct NextLab: Sendable {
    /// Its title, in the reader's language.
    public let title: String
    /// Its file.
    public let file: String

    /// - Parameters: the parts, as documented on each property.
    public init(title: String, file: String) { (self.title, self.file) = (title, file) }
  }
}
