public import Labs
internal import Messages

extension LabReport {
  /// The report with its author's words on answers as `lab` has them.
  ///
  /// - Parameter lab: the lab that it is about, perhaps in another language than the report was made in.
  /// - Returns: the same verdicts; an answer that `lab` would judge otherwise keeps the words that it has.
  public func worded(by lab: Lab) -> LabReport {
    let questions = Dictionary(lab.questions.map { ($0.id, $0) }) { first, _ in first }
    var report = self
    report.cells = cells.map { cell in
      guard cell.kind == .question, let question = questions[cell.id] else { return cell }
      let checks = cell.checks.map { check -> CheckResult in
        guard case .justification? = check.message?.phrase as? CheckPhrase else { return check }
        let again = QuestionChecker.check(question, in: lab)
        guard again.verdict == check.verdict, let message = again.message,
          case .justification? = message.phrase as? CheckPhrase
        else { return check }
        return check.saying(check.verdict, message)
      }
      return CellReport(cell.id, cell.kind, checks: checks)
    }
    return report
  }
}
