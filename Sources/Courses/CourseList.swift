public import Checking
internal import Labs
public import Messages

/// The labs of a course folder: what is done, what waits for another, what is next.
public struct CourseList: Sendable {
  /// One lab in the form `seglab/list/v1`.
  public struct Line: Encodable, Sendable {
    /// The lab's id.
    public let id: String
    /// Its file.
    public let file: String
    /// Its title, in the language that was asked for.
    public let title: String
    /// How far it has come; blocked where it waits for another.
    public let verdict: Verdict
    /// How many of its cells have passed.
    public let passed: Int
    /// How many there are in all.
    public let cells: Int
    /// Whether a part of it is done, and nothing in the rest was tried yet.
    public let begun: Bool
    /// The labs that come before it and have not passed, by id.
    public let waits_for: [String]
    /// Whether it is the first that wants doing.
    public let next: Bool
  }

  /// A line for each lab that can be read.
  public private(set) var lines: [Line] = []
  /// Whether every lab could be read.
  public private(set) var isSound: Bool
  /// What is to be said beside the lines.
  public private(set) var notes: [CourseNote] = []

  /// - Parameters:
  ///   - folder: the course folder.
  ///   - language: the language of the titles.
  /// - Throws: `CourseProblem` where there are no labs.
  public init(of folder: CourseFolder, in language: Language) throws(CourseProblem) {
    let course = try folder.course()
    let progress = ProgressStore(of: folder)
    isSound = course.diagnostics.isEmpty
    var passed: Set<String> = []
    for entry in course.entries {
      guard let lab = entry.lab else {
        isSound = false
        notes.append(.diagnostics(entry.diagnostics, text: entry.text))
        continue
      }
      if let remark = progress.mend(lab.id) { notes.append(.line(remark)) }
      let standing = LabStanding(of: lab, progress.entry(for: lab.id))
      let waits = lab.after.filter { !passed.contains($0) }
      let isUntouched = standing.verdict == .notAttempted && !standing.isBegun
      let verdict = isUntouched && !waits.isEmpty ? .blocked : standing.verdict
      if verdict == .passed { passed.insert(lab.id) }
      let translated = lab.translated(to: language)
      notes += translated.notes
      lines.append(
        Line(
          id: lab.id, file: entry.path, title: translated.value.title, verdict: verdict,
          passed: standing.passed, cells: standing.cells.count, begun: standing.isBegun, waits_for: waits,
          next: verdict != .passed && verdict != .blocked && !lines.contains { $0.next }))
    }
    notes.append(.diagnostics(course.diagnostics, text: nil))
  }
}
