internal import Checking
public import Labs
internal import Messages

/// A lab's hints, told one at a time and counted.
public struct HintBook: Sendable {
  /// A hint as it is told.
  public struct Told: Sendable {
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
    progress = ProgressStore(folder: folder.progress)
  }

  /// The cell that wants a hint: the one that was asked for, else the first that has hints and has not passed.
  ///
  /// - Throws: `CourseProblem.noSuchCell`.
  public func cell(_ asked: String?) throws(CourseProblem) -> String {
    let targets = lab.hintTargets
    let helped = Set(lab.hints.map(\.target))
    let known = progress.entry(for: lab.id)
    let wanted = asked ?? targets.first { known?.cells[$0] != .passed && helped.contains($0) } ?? targets.first
    guard let wanted, targets.contains(wanted) else { throw .noSuchCell(cell: wanted ?? "", known: targets) }
    return wanted
  }

  /// The next hint for a cell; the last one again where there are no more, nil where there is none at all.
  ///
  /// - Throws: `CourseProblem` where it cannot be counted.
  public func next(for cell: String) throws(CourseProblem) -> Noted<Told?> {
    let list = lab.hints.filter { $0.target == cell }
    guard !list.isEmpty else { return Noted(nil) }
    let remark = progress.mend(lab.id)
    let shown: Int
    do { shown = try progress.countHint(lab: lab.id, cell: cell, of: list.count) } catch { throw CourseProblem(error) }
    let index = min(shown, list.count - 1)
    return Noted(
      Told(
        cell: cell, text: list[index].text, number: index + 1, count: list.count, isAgain: shown >= list.count),
      remark.map { [.line($0)] } ?? [])
  }
}
