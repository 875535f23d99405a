public import Checking
public import Labs
public import Messages

/// What a lab is worth in a grade, thing by thing: its checks, its questions, and the cells that have no check of their own.
public struct GradingScheme: Codable, Sendable, Hashable {
  /// One thing that is worth points.
  public struct Item: Codable, Sendable, Hashable {
    /// The cell, by name.
    public let cell: String
    /// What kind of cell it is.
    public let kind: CellReport.Kind
    /// Which of the lab's checks of the cell it is, from 0; nil for the cell as a whole.
    public let check: Int?
    /// The word for the check; nil for the cell as a whole.
    public let name: CheckName?
    /// What it is worth.
    public let points: Double
    /// Whether learners' copies of the lab do not have it.
    public let isHidden: Bool
    /// What learners are told of it where it is hidden; nil for nothing.
    public let notice: String?
    /// Whether a person gives the points: a question answered in words.
    public let isManual: Bool

    /// What a person calls it: the cell, and its check.
    func title(in language: Language) -> String { name.map { "\(cell): \($0.text(in: language))" } ?? cell }

    /// Its name in the grade book: `network.2`, or the cell's alone.
    public var key: String { check.map { "\(cell).\($0 + 1)" } ?? cell }
  }

  /// The lab, by id.
  public let lab: String
  /// The things in the order of the lab.
  public let items: [Item]
  /// Whether a cell that did not pass as a whole is worth what of it passed.
  public let givesPartialCredit: Bool

  /// What all of it is worth.
  public var total: Double { items.reduce(0) { $0 + $1.points } }

  /// - Parameter lab: the lab that submissions are judged by.
  /// - Throws: `GradingProblem.points` where the points of its parts are more than those of the whole.
  public init(of lab: Lab) throws(GradingProblem) {
    var drafts: [(item: Item, written: Double?)] = []
    func add(
      _ cell: String, _ kind: CellReport.Kind, check: Int? = nil, name: CheckName? = nil, _ points: Double?,
      hidden: Lab.Hidden? = nil, isManual: Bool = false
    ) {
      let notice: String? = if case .told(let words)? = hidden { words } else { nil }
      let item = Item(
        cell: cell, kind: kind, check: check, name: name, points: points ?? 0, isHidden: hidden != nil, notice: notice,
        isManual: isManual)
      drafts.append((item, points))
    }
    func add(cell: String, _ kind: CellReport.Kind) {
      let checks = lab.checks(of: cell).enumerated().filter { $0.element.isJudged }
      if checks.isEmpty { add(cell, kind, nil) }
      for (number, check) in checks {
        add(cell, kind, check: number, name: check.name, check.points, hidden: check.hidden)
      }
    }
    for block in lab.blocks {
      switch block {
      case .exercise(let code): add(cell: code.id, .exercise)
      case .experiment(let experiment): add(cell: experiment.id, .experiment)
      case .question(let question):
        let isManual = if case .text = question.form { true } else { false }
        // Nobody reads what is worth nothing.
        if !isManual || (question.points ?? 0) > 0 { add(question.id, .question, question.points, isManual: isManual) }
      case .prose, .given, .hint, .checks, .answer: break
      }
    }
    let written = drafts.reduce(0) { $0 + ($1.written ?? 0) }
    let open = drafts.count { $0.written == nil }
    if let total = lab.points, total < written - 1e-9 || (open == 0 && abs(total - written) > 1e-9) {
      throw .points(lab: lab.file, total: total, parts: written)
    }
    let share = open == 0 ? 0 : lab.points.map { ($0 - written) / Double(open) } ?? 1
    self.lab = lab.id
    givesPartialCredit = lab.givesPartialCredit
    items = drafts.map { item, written in
      guard written == nil else { return item }
      return Item(
        cell: item.cell, kind: item.kind, check: item.check, name: item.name, points: share, isHidden: item.isHidden,
        notice: item.notice, isManual: item.isManual)
    }
  }
}
