import Foundation
import Labs
import Messages
import Testing

@testable import Checking
@testable import Grading

struct PointsTests {
  private func lab(_ head: String = "") throws -> Lab {
    let text = """
      ---
      title: A lab
      id: a-lab
      dataset: cardiac
      \(head)
      ---

      ```swift exercise=f
      .FIXME
      ```

      ```yaml check=f
      - function: {name: f, cases: [{given: [1], gives: 2}]}
        points: 4
      - matches: solution
        hidden: Is it yours?
      - other_ways: [seed]
      ```

      ```yaml experiment=e
      network: n
      ```

      ```yaml question=q
      ask: Why?
      open: true
      points: 2
      ```

      ```text answer=q
      ?
      ```
      """
    return try #require(Lab.parse(text: text, file: "lab.md").lab)
  }

  private func report(_ cells: [CellReport]) -> LabReport {
    LabReport(lab: "a-lab", cells: cells, experiments: [], diagnostics: [], printed: "")
  }

  @Test func whatAFaultKeptFromBeingMadeIsNotJudged() throws {
    let scheme = try GradingScheme(of: lab())
    let fault = CheckResult(.runs, .error, message: ProgramPhrase.endedEarly, line: 1)
    let grade = { (cells: [CellReport]) throws in
      Grade(score: Score(of: self.report(cells), by: scheme), late: nil, override: nil, excused: nil)
    }
    let broken = try grade([CellReport("f", .exercise, checks: [fault])])
    #expect(broken.isUnjudged)
    #expect(broken.score.items.prefix(2).map(\.verdict) == [.error, .error])
    #expect(try !grade([CellReport("f", .exercise, checks: [CheckResult(.runs, .notYet, line: 1)])]).isUnjudged)
    let nothing = LabReport(unjudged: try lab(), because: ProgramPhrase.endedEarly, holdsAnswers: false)
    #expect(Score(of: nothing, by: scheme).items.allSatisfy { $0.verdict == .error })
  }

  @Test func pointsAreEvenWhereNothingIsSaid() throws {
    let scheme = try GradingScheme(of: lab())
    #expect(scheme.items.map(\.key) == ["f.1", "f.2", "e", "q"])
    #expect(scheme.items.map(\.points) == [4, 1, 1, 2])
    #expect(scheme.items[1].notice == "Is it yours?")
    #expect(try GradingScheme(of: lab("points: 10")).items.map(\.points) == [4, 2, 2, 2])
    #expect(throws: GradingProblem.self) { try GradingScheme(of: lab("points: 5")) }
  }

  @Test func checksThatPassedAreWorthTheirPoints() throws {
    let scheme = try GradingScheme(of: lab())
    let check = try #require(lab().checks(of: "f").first)
    #expect(check.points == 4)
    var score = Score(
      of: report([
        CellReport(
          "f", .exercise,
          checks: [
            CheckResult(.compiles, .passed, line: 1),
            CheckResult(
              .function, .notYet, expected: .calls(function: "f", 4), measured: .calls(function: "f", 3), line: 1
            ).asked(by: check, 0),
            CheckResult(.matches, .blocked, line: 1).asked(by: check, 1),
          ]), CellReport("e", .experiment, checks: [CheckResult(.trains, .tried, line: 1)]),
        CellReport("q", .question, checks: [CheckResult(.answer, .passed, line: 1)]),
      ]), by: scheme)
    #expect(score.items.map(\.points) == [3, 0, 1, nil])
    #expect(score.unmarked == ["q"])
    #expect(score.earned == 4)
    score.items[3].points = 1.5
    #expect(score.earned == 5.5)
  }

  @Test func withoutPartialCreditACellIsWorthAllOrNothing() throws {
    let scheme = try GradingScheme(of: lab("partial_credit: false"))
    let check = try #require(lab().checks(of: "f").first)
    let score = Score(
      of: report([
        CellReport(
          "f", .exercise,
          checks: [
            CheckResult(.function, .passed, line: 1).asked(by: check, 0),
            CheckResult(.matches, .notYet, line: 1).asked(by: check, 1),
          ])
      ]), by: scheme)
    #expect(score.items.map(\.points) == [0, 0, 0, 0])
  }

  @Test(
    arguments: [
      (0.0, nil), (5.0, nil), (6.0, LatePenalty(days: 1, percent: 10)), (1440.0, LatePenalty(days: 1, percent: 10)),
      (1441.0, LatePenalty(days: 2, percent: 20)), (100_000.0, LatePenalty(days: 70, percent: 50)),
    ] as [(Double, LatePenalty?)])
  func beingLateCostsPerBegunDay(minutes: Double, penalty: LatePenalty?) {
    let due = Date(timeIntervalSince1970: 1_000_000)
    let policy = LatePolicy(due: due, graceMinutes: 5, percentPerDay: 10, mostPercent: 50)
    #expect(policy.penalty(at: due.addingTimeInterval(minutes * 60)) == penalty)
    #expect(policy.penalty(at: due.addingTimeInterval(minutes * 60), extensionDays: 100) == nil)
    #expect(policy.penalty(at: nil) == nil)
  }

  @Test func pointsAreWrittenShort() {
    #expect(
      [0, 1, 1.5, 1.25, 1.005, -0.5, 100].map(GradeNumber.text) == ["0", "1", "1.5", "1.25", "1", "-0.5", "100"])
  }
}
