internal import Checking
internal import Foundation

/// The grades of a lab as a table for any program that reads CSV: a row for each learner, a column for each thing.
///
/// A name that a program would take for a formula has an apostrophe before it.
public struct GradesCSV {
  /// The whole file's text.
  public let text: String

  /// - Parameters:
  ///   - lab: the lab.
  ///   - entries: the learners.
  public init(_ lab: BookLab, _ entries: [BookEntry]) {
    let items = lab.scheme.items
    var text = TableText.row(
      ["id", "name", "login", "lab", "points", "of", "state", "late_days", "late_percent"] + items.map(\.key))
    for entry in entries {
      let grade = entry.grade
      let scores = Dictionary((grade?.score.items ?? []).map { ($0.key, $0) }) { first, _ in first }
      let facts = [
        TableText.defused(entry.student.key), TableText.defused(entry.student.name), TableText.defused(entry.login),
        lab.id, grade?.points.map(GradeNumber.text) ?? "", GradeNumber.text(grade?.total ?? lab.scheme.total),
        entry.state.rawValue, grade?.late.map { String($0.days) } ?? "",
        grade?.late.map { GradeNumber.text($0.percent) } ?? "",
      ]
      text += TableText.row(facts + items.map { scores[$0.key]?.points.map(GradeNumber.text) ?? "" })
    }
    self.text = text
  }
}

/// Points as files write them: at most two digits behind the point, and no more than are needed.
enum GradeNumber {
  static func text(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard hundredths.isFinite, hundredths.magnitude < 1e15 else { return "0" }
    let whole = Int(hundredths)
    let (units, rest) = (whole / 100, abs(whole % 100))
    let sign = whole < 0 && units == 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(units)" }
    return "\(sign)\(units)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}

extension BookEntry {
  /// How somebody stands with a lab.
  public enum State: String, Codable, Sendable {
    /// There is a grade.
    case graded
    /// Nothing was handed in that is the lab.
    case missing
    /// The lab need not be done.
    case excused
    /// A person has yet to mark something.
    case unmarked
    /// Something could not be judged.
    case unjudged
  }

  /// How the learner stands.
  public var state: State {
    if grade?.excused != nil { return .excused }
    if file == nil { return .missing }
    if grade?.isUnjudged == true { return .unjudged }
    return grade?.score.unmarked.isEmpty ?? true ? .graded : .unmarked
  }

  /// What would change if the grade that is put forward were official.
  public var changes: [GradeChange] {
    guard let proposed, let grade else { return [] }
    return proposed.grade.changes(since: grade)
  }
}
