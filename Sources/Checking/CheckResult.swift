internal import Labs
public import Messages

/// What one check found.
public struct CheckResult: Codable, Sendable, Hashable {
  /// What is looked at.
  public let name: CheckName
  /// The verdict.
  public let verdict: Verdict
  /// What was asked for; nil where that goes without saying.
  public let expected: CheckValue?
  /// What was measured; nil where nothing could be.
  public let measured: CheckValue?
  /// What it means and what to try first; nil where there is nothing to say.
  public let message: Message?
  /// The line in the lab that it speaks of.
  public let line: Int
  /// Which of the lab's checks of the cell it comes from, from 0; nil for what every cell is held against: holes, the compiler, budgets.
  public private(set) var check: Int?
  /// Whether learners' own copies of the lab do not have that check.
  public private(set) var isHidden: Bool?

  /// - Parameters: the parts, as documented on each property.
  public init(
    _ name: CheckName, _ verdict: Verdict, expected: CheckValue? = nil, measured: CheckValue? = nil,
    message: (any Phrase)? = nil, line: Int
  ) {
    self.name = name
    self.verdict = verdict
    self.expected = expected
    self.measured = measured
    self.message = message.map { Message($0) }
    self.line = line
  }

  /// This check with another verdict and message: what was asked for and measured stays.
  func saying(_ verdict: Verdict, _ message: Message) -> CheckResult {
    var result = CheckResult(
      name, verdict, expected: expected, measured: measured, message: message.phrase, line: line)
    (result.check, result.isHidden) = (check, isHidden)
    return result
  }

  /// This result as that of the lab's check of this number.
  func asked(by check: Lab.Check, _ number: Int) -> CheckResult {
    var result = self
    result.check = number
    result.isHidden = check.hidden == nil ? nil : true
    return result
  }
}

/// What is said of a check, a cell or a lab.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// Everything asked for is true.
  case passed
  /// True as far as the few steps of a quick profile can tell, which is no pass: only the whole training can be judged.
  case tried
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
  /// In order of weight: could not be judged, not yet, not attempted, blocked, tried, passed.
  public init(of parts: some Sequence<Verdict>) {
    let weight: [Verdict] = [.passed, .tried, .blocked, .notAttempted, .notYet, .error]
    let heaviest = parts.compactMap { weight.firstIndex(of: $0) }.max()
    self = heaviest.map { weight[$0] } ?? .passed
  }

  /// Whether nothing of it is to be mended: it passed, or a quick profile found nothing against it.
  public var isRight: Bool { self == .passed || self == .tried }
}

/// Makes checks in order: once one has not passed, those after it are blocked.
///
/// A blocked check still shows what was measured, where that is known; only its verdict waits.
struct CheckChain {
  private(set) var results: [CheckResult] = []
  private var obstacle: Message?

  /// - Parameter obstacle: what already stands in the way of every check, where something does.
  init(obstacle: (any Phrase)? = nil) { self.obstacle = obstacle.map { Message($0) } }

  /// Adds `check`, blocked where something before it has not passed.
  mutating func add(_ check: CheckResult) {
    if let obstacle {
      results.append(check.saying(.blocked, obstacle))
      return
    }
    results.append(check)
    // What learners do not know of keeps nothing else from being judged.
    if !check.verdict.isRight, check.isHidden != true { obstacle = Message(CheckPhrase.blockedByCheck(check.name)) }
  }
}
