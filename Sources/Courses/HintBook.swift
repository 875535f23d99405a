internal import Checking
public import Labs
internal import Messages

/// A lab's hints, told one at a time and counted.
public struct HintBook: Sendable {
  /// A hint as it is told.
  public struct Told: Sendable {
    /// The lab, by id.
    public let lab: String
    /// The cell that it helps with.
    public let cell: String
    /// The author's words.
    public let text: String
    /// Which of the cell's hints it is, from 1.
    public let number: Int
    /// How many hints the cell has.
    public let count: Int
    /// Whether it was told before, because there are no more.
    public let isAgain: Bool
  }

  private let lab: Lab
  private let progress: ProgressStore

  /// - Parameters:
  ///   - lab: the lab.
  ///   - folder: the course folder, where hints are counted.
  public init(of lab: Lab, in folder: CourseFolder) {
    self.lab = lab
    progress = ProgressStore(of: folder)
  }

  /// The cell that wants a hint: the one that was asked for, else the first that has not passed and has a hint that was not told yet.
  ///
  /// Where all were told it is the first that has not passed and has any.
  /// - Throws: `CourseProblem.noSuchCell` where the lab has no exercise, question or experiment of that name.
  public func cell(_ asked: String?) throws(CourseProblem) -> String {
    let targets = lab.hintTargets
    let entry = progress.entry(for: lab.id)
    let standing = LabStanding(of: lab, entry)
    let open = targets.filter { standing.cells[$0] != .passed && count(of: $0) > 0 }
    let untold = open.first { entry?.hints[$0] ?? 0 < count(of: $0) }
    let wanted = asked ?? untold ?? open.first ?? targets.first
    // An experiment has none, and is there.
    let known = targets + lab.experiments.map(\.id)
    guard let wanted, known.contains(wanted) else { throw .noSuchCell(cell: wanted ?? "", known: targets) }
    return wanted
  }

  /// A hint for a cell; nil where there is none at all.
  ///
  /// - Parameters:
  ///   - cell: the cell.
  ///   - number: which hint, from 1: one that was told before, or the next one. Nil for the next; where there are no more, the last.
  /// - Returns: the hint.
  /// - Throws: `CourseProblem` where it cannot be counted, or is not to be told yet.
  public func hint(for cell: String, number: Int? = nil) throws(CourseProblem) -> Noted<Told?> {
    let list = lab.hints.filter { $0.target == cell }
    guard !list.isEmpty else { return Noted(nil) }
    let remark = progress.mend(lab.id)
    let shown = min(progress.entry(for: lab.id)?.hints[cell] ?? 0, list.count)
    let wanted = number ?? min(shown + 1, list.count)
    guard (1...min(shown + 1, list.count)).contains(wanted) else {
      throw .noSuchHint(lab: lab.id, cell: cell, number: wanted, told: shown, count: list.count)
    }
    var remarks = [remark].compactMap(\.self)
    if wanted > shown {
      do throws(ProgressStore.Fault) {
        let others = try progress.keepHints(wanted, lab: lab.id, cell: cell)
        if !others.isEmpty { remarks = others }
      } catch {
        throw CourseProblem(error)
      }
    }
    return Noted(
      Told(
        lab: lab.id, cell: cell, text: list[wanted - 1].text, number: wanted, count: list.count,
        isAgain: number == nil && shown >= list.count), remarks.map { .line($0) })
  }

  private func count(of cell: String) -> Int { lab.hints.count { $0.target == cell } }
}
