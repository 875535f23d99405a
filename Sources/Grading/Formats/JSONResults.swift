internal import Checking
internal import Foundation
internal import Messages

/// Gradescope's `results.json`.
struct GradescopeResult {
  let bytes: [UInt8]

  private struct Document: Encodable {
    let score: Double
    let execution_time: Double
    let output: String
    let output_format = "text"
    let test_output_format = "text"
    let test_name_format = "text"
    let visibility = "visible"
    let stdout_visibility = "hidden"
    let tests: [Test]
  }

  private struct Test: Encodable {
    let name: String
    let number: String
    let score: Double
    let max_score: Double
    let status: String
    let output: String
    let visibility: String
  }

  init(_ result: GradedResult) {
    let tests = result.tests.enumerated().map { number, test in
      Test(
        name: ResultJSON.plain(test.name, most: 200), number: String(number + 1),
        score: ResultJSON.points(test.points ?? 0), max_score: ResultJSON.points(test.of),
        status: test.passed ? "passed" : "failed", output: ResultJSON.plain(test.message),
        visibility: test.isHidden ? "hidden" : "visible")
    }
    let words = (result.failure.map { [$0] } ?? []) + result.remarks
    bytes = ResultJSON.bytes(
      Document(
        score: ResultJSON.points(result.points), execution_time: ResultJSON.points(result.seconds),
        output: ResultJSON.plain(words.joined(separator: "\n")), tests: tests))
  }
}

/// PrairieLearn's `results.json`: where judging failed, the work is not gradable, which costs no attempt.
struct PrairieLearnResult {
  let bytes: [UInt8]
  private static let mostMessage = 2000

  private struct Document: Encodable {
    let gradable: Bool
    let score: Double
    let message: String
    let format_errors: [String]?
    let tests: [Test]
  }

  private struct Test: Encodable {
    let name: String
    let description: String
    let points: Double
    let max_points: Double
    let message: String
  }

  init(_ result: GradedResult) {
    let tests = result.shown(in: result.language).map { test in
      Test(
        name: ResultJSON.plain(test.name, most: 200), description: test.cell,
        points: ResultJSON.points(test.points ?? 0),
        max_points: ResultJSON.points(test.of), message: ResultJSON.plain(test.message, most: Self.mostMessage))
    }
    let score = result.total > 0 ? max(0, min(1, result.points / result.total)) : 0
    bytes = ResultJSON.bytes(
      Document(
        gradable: result.failure == nil, score: result.failure == nil ? score : 0,
        message: ResultJSON.plain(result.remarks.joined(separator: "\n"), most: Self.mostMessage),
        format_errors: result.failure.map { [ResultJSON.plain($0, most: Self.mostMessage)] },
        tests: result.failure == nil ? tests : []))
  }
}

/// Exercism's `results.json`, version 3.
struct ExercismResult {
  let bytes: [UInt8]

  private struct Document: Encodable {
    let version = 3
    let status: String
    let message: String?
    let tests: [Test]
  }

  private struct Test: Encodable {
    let name: String
    let status: String
    let message: String?
    let test_code: String
    let task_id: Int
  }

  init(_ result: GradedResult) {
    var tasks: [String] = []
    let tests = result.shown(in: result.language).map { test in
      if !tasks.contains(test.cell) { tasks.append(test.cell) }
      let status = test.passed ? "pass" : test.verdict == .error ? "error" : "fail"
      return Test(
        name: ResultJSON.plain(test.name, most: 200), status: status,
        message: test.passed ? nil : ResultJSON.plain(test.message),
        test_code: ResultJSON.plain(test.name, most: 200), task_id: (tasks.firstIndex(of: test.cell) ?? 0) + 1)
    }
    let isError = result.failure != nil
    bytes = ResultJSON.bytes(
      Document(
        status: isError ? "error" : result.passed ? "pass" : "fail",
        message: result.failure.map { ResultJSON.plain($0) },
        tests: isError ? [] : tests))
  }
}

/// Classroom 50's `result.json`: points are whole numbers there.
struct ClassroomResult {
  let bytes: [UInt8]

  private struct Document: Encodable {
    let schema = "classroom50/result/v1"
    let classroom: String
    let assignment: String
    let submission: String
    let commit: String
    let release: String
    let review: String
    let owner: String
    let assignment_type: String
    let datetime: String
    let graded_at: String
    let score: Int
    let max_score: Int
    let tests: [Test]

    enum CodingKeys: String, CodingKey {
      case schema, classroom, assignment, submission, commit, release, review, owner, assignment_type, datetime,
        graded_at,
        score, tests
      case max_score = "max-score"
    }
  }

  private struct Test: Encodable {
    let name: String
    let passed: Bool
    let score: Int
    let max_score: Int
    let message: String

    enum CodingKeys: String, CodingKey {
      case name = "test-name"
      case passed, score, message
      case max_score = "max-score"
    }
  }

  /// A lab may give any number of points, and no program counts that far.
  private static func whole(_ points: Double, _ rule: FloatingPointRoundingRule) -> Int {
    Int(max(-1e12, min(1e12, points)).rounded(rule))
  }

  init(_ result: GradedResult, _ environment: [String: String]) {
    // Where points are no whole numbers, hundredths of them are.
    let isWhole = result.tests.allSatisfy { $0.of.rounded() == $0.of }
    let scale = isWhole ? 1.0 : 100.0
    let tests = result.shown(in: result.language).map { test in
      Test(
        name: ResultJSON.plain(test.name, most: 200), passed: test.passed,
        score: Self.whole((test.points ?? 0) * scale, .down),
        max_score: Self.whole(test.of * scale, .toNearestOrAwayFromZero),
        message: ResultJSON.plain(test.message))
    }
    func value(_ names: String...) -> String { names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "" }
    let now = Date().formatted(.iso8601)
    bytes = ResultJSON.bytes(
      Document(
        classroom: value("CLASSROOM"), assignment: value("ASSIGNMENT"), submission: value("SUBMISSION_TAG"),
        commit: value("COMMIT_URL"), release: value("RELEASE_URL"), review: value("REVIEW_URL"),
        owner: value("OWNER", "USERNAME"), assignment_type: value("ASSIGNMENT_TYPE"),
        datetime: value("COMMIT_DATETIME").isEmpty ? now : value("COMMIT_DATETIME"), graded_at: now,
        score: tests.reduce(0) { $0 + $1.score }, max_score: tests.reduce(0) { $0 + $1.max_score }, tests: tests))
  }
}
