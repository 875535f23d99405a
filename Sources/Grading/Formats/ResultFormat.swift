public import Checking
internal import Foundation
public import Messages

/// How a result is written for another grader.
public enum ResultFormat: String, CaseIterable, Sendable {
  /// Gradescope's `results.json`.
  case gradescope
  /// PrairieLearn's `results.json` of an external grader.
  case prairielearn
  /// Exercism's `results.json`, version 3.
  case exercism
  /// Classroom 50's `result.json`, `classroom50/result/v1`.
  case classroom50
  /// JUnit's XML, as most servers of continuous integration read it.
  case junit
  /// Markdown for the summary of a run of GitHub Actions; annotations come beside it.
  case github

  /// The result as this format has it.
  ///
  /// - Parameters:
  ///   - result: what was found out.
  ///   - environment: the process's environment, in which some of them say what is graded.
  /// - Returns: the bytes of the file.
  public func file(_ result: GradedResult, environment: [String: String] = [:]) -> [UInt8] {
    switch self {
    case .gradescope: GradescopeResult(result).bytes
    case .prairielearn: PrairieLearnResult(result).bytes
    case .exercism: ExercismResult(result).bytes
    case .classroom50: ClassroomResult(result, environment).bytes
    case .junit: JUnitResult(result).bytes
    case .github: Array(ActionsResult(result).summary.utf8)
    }
  }
}

/// One learner's work as other graders are told of it.
public struct GradedResult: Sendable {
  /// One thing that is worth points.
  public struct Test: Sendable {
    /// The cell, by name.
    public let cell: String
    /// What it is called.
    public let name: String
    /// What it is worth here; nil where a person has yet to say.
    public let points: Double?
    /// What it could be worth.
    public let of: Double
    /// The verdict.
    public let verdict: Verdict
    /// What it means and what to try first; empty where there is nothing to say.
    public let message: String
    /// Whether learners are not to see it.
    public let isHidden: Bool

    /// Whether nothing of it is to be mended.
    public var passed: Bool { verdict.isRight }
  }

  /// The lab, by id.
  public let lab: String
  /// The lab's title.
  public let title: String
  /// The things in the order of the lab.
  public let tests: [Test]
  /// What is to be said of the file as a whole.
  public let remarks: [String]
  /// Why nothing could be judged; nil where it was.
  public let failure: String?
  /// How long it took.
  public let seconds: Double
  /// The file that was handed in.
  public let file: String
  /// The line of each cell in that file.
  public let lines: [String: Int]

  /// What all of it is worth.
  public var points: Double { tests.reduce(0) { $0 + ($1.points ?? 0) } }
  /// What it could be worth.
  public var total: Double { tests.reduce(0) { $0 + $1.of } }
  /// Whether everything passed.
  public var passed: Bool { failure == nil && tests.allSatisfy(\.passed) }

  /// The things that learners see; what they must not see is one more, without a word, where there is any.
  ///
  /// - Parameter language: the language of the word for it.
  /// - Returns: the things in order.
  func shown(in language: Language) -> [Test] {
    let hidden = tests.filter(\.isHidden)
    guard !hidden.isEmpty else { return tests }
    let points = hidden.reduce(0) { $0 + ($1.points ?? 0) }
    return tests.filter { !$0.isHidden } + [
      Test(
        cell: "", name: GradeLabel.hidden.text(in: language), points: points, of: hidden.reduce(0) { $0 + $1.of },
        verdict: Verdict(of: hidden.map(\.verdict)), message: "", isHidden: true)
    ]
  }

  /// The language of all words.
  let language: Language

  /// - Parameters:
  ///   - report: what was found out.
  ///   - scheme: what the lab is worth, thing by thing.
  ///   - title: the lab's title.
  ///   - remarks: what is to be said of the file.
  ///   - file: the file that was handed in, with its text.
  ///   - seconds: how long it took.
  ///   - language: the language of all words.
  public init(
    _ report: LabReport, by scheme: GradingScheme, title: String, remarks: [Message],
    file: (path: String, text: String),
    seconds: Double, language: Language
  ) {
    let score = Score(of: report, by: scheme)
    let cells = Dictionary(report.cells.map { ($0.id, $0) }) { first, _ in first }
    tests = zip(scheme.items, score.items).map { item, score in
      let own = (cells[item.cell]?.checks ?? []).filter { item.check == nil || $0.check == item.check }
      let check = own.first { !$0.verdict.isRight && $0.message != nil } ?? own.first { $0.message != nil }
      // What keeps a check waiting says more than that it waits; of what is hidden nothing is said.
      let waits =
        check?.verdict == .blocked
        ? cells[item.cell]?.checks.first { $0.verdict != .blocked && !$0.verdict.isRight && $0.isHidden != true } : nil
      let name = item.title(in: language)
      return Test(
        cell: item.cell, name: item.notice.map { "\(item.cell): \($0)" } ?? name, points: score.points, of: score.of,
        verdict: score.verdict,
        message: item.isHidden ? "" : (waits ?? check)?.message?.text(in: language) ?? "",
        isHidden: item.isHidden && item.notice == nil)
    }
    (lab, self.title, failure, self.seconds, self.language) = (scheme.lab, title, nil, seconds, language)
    self.remarks = remarks.map { $0.text(in: language) }
    self.file = file.path
    lines = Self.lines(of: file.text)
  }

  /// A result of nothing: judging itself failed.
  public init(
    failure: Message, lab: String, title: String, by scheme: GradingScheme?, file: String, language: Language
  ) {
    let words = failure.text(in: language)
    let whole = Test(cell: "", name: title, points: 0, of: 0, verdict: .error, message: words, isHidden: false)
    tests =
      scheme == nil
      ? [whole]
      : (scheme?.items ?? []).map {
        Test(
          cell: $0.cell, name: $0.key, points: 0, of: $0.points, verdict: .error, message: "",
          isHidden: $0.isHidden && $0.notice == nil)
      }
    (self.lab, self.title, self.file, self.language) = (lab, title, file, language)
    (self.failure, remarks, seconds, lines) = (words, [], 0, [:])
  }

  /// The line of each cell's fence.
  private static func lines(of text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("```") || line.hasPrefix("~~~"),
        let match = line.firstMatch(of: /(?:exercise|answer)=([\w-]+)/)
      else { continue }
      lines[String(match.1)] = lines[String(match.1)] ?? number + 1
    }
    return lines
  }
}

/// JSON as these formats have it.
enum ResultJSON {
  static func bytes(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and finite numbers alone.
    return [UInt8]((try? encoder.encode(value)) ?? Data("{}".utf8))
  }

  /// Points with two digits at most.
  static func points(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// `text` without what moves a cursor or is no text, cut to so many characters.
  static func plain(_ text: String, most: Int = 20_000) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      scalar == "\n" || scalar == "\t"
        || (scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
    }
    let clean = String(String.UnicodeScalarView(kept))
    return clean.count > most ? String(clean.prefix(most)) + "…" : clean
  }
}
