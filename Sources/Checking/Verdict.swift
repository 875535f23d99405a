/// What is said of a check, a cell or a lab.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// Everything asked for is true.
  case passed
  /// Something is not yet as asked.
  case notYet = "not-yet"
  /// There are holes left, or no answer yet.
  case notAttempted = "not-attempted"
  /// Something before it must pass first.
  case blocked
  /// It could not be judged: a time limit, a crash, a missing tool. Never the learner's fault in the wording.
  case error

  /// What a whole is when its parts are these: the part that most wants attention decides, nothing at all is passed.
  ///
  /// In order of weight: could not be judged, not yet, not attempted, blocked, passed.
  public init(of parts: some Sequence<Verdict>) {
    let weight: [Verdict] = [.passed, .blocked, .notAttempted, .notYet, .error]
    let heaviest = parts.compactMap { weight.firstIndex(of: $0) }.max()
    self = heaviest.map { weight[$0] } ?? .passed
  }
}
