import Labs
import Messages
import SegLab
import Testing
import Workbench

@testable import Checking

struct FunctionTrialTests {
  private func trial(_ check: String, seed: UInt64 = 1) throws -> FunctionTrial {
    let text = """
      ---
      title: t
      id: t
      dataset: d
      ---
      ```swift exercise=f
      x
      ```
      ```yaml check=f
      - function: \(check)
      ```
      """
    let lab = try #require(Lab.parse(text: text, file: "a.md").lab)
    return try #require(FunctionTrial.all(in: lab, seed: seed).first)
  }

  @Test(arguments: FunctionRule.Reference.allCases)
  func everyReferenceGivesSomethingForAllThatIsDrawnForIt(reference: FunctionRule.Reference) throws {
    let trial = try trial("{name: f, reference: \(reference.rawValue)}")
    #expect(trial.inputs.count == CaseGenerator.count && trial.expected.count == trial.inputs.count)
    #expect(trial.counterExample(to: trial.expected) == nil)
    let again = try self.trial("{name: f, reference: \(reference.rawValue)}")
    #expect(again.inputs == trial.inputs)
    #expect(try self.trial("{name: f, reference: \(reference.rawValue)}", seed: 2).inputs != trial.inputs)
    for value in trial.expected {
      if case .grid(_, _, let numbers) = value { #expect(numbers.allSatisfy { $0.isFinite }) }
    }
  }

  @Test func masksAreNowAndThenEmptyTheSameOrOfOtherShapes() throws {
    let trial = try trial("{name: f, reference: dice}")
    #expect(trial.expected.contains(.nothing) && trial.expected.contains(.number(1)))
    #expect(trial.expected.contains(.number(0)))
    let empty = trial.inputs.contains { values in
      values.allSatisfy { if case .grid(_, _, let numbers) = $0 { numbers.allSatisfy { $0 == 0 } } else { false } }
    }
    #expect(empty)
  }

  @Test func noPixelIsAsBrightAsALevelOrHalfAsBrightAsWhite() throws {
    for inputs in try trial("{name: f, reference: threshold}").inputs {
      guard case .grid(_, _, let pixels) = inputs[0], case .number(let level) = inputs[1] else {
        return #expect(Bool(false))
      }
      #expect(!pixels.contains { abs($0 - level) < 1e-9 })
    }
    for inputs in try trial("{name: f, reference: binarize}").inputs {
      guard case .grid(_, _, let pixels) = inputs[0] else { return #expect(Bool(false)) }
      #expect(!pixels.contains { (115...140).contains($0) })
    }
  }

  @Test func theSmallestCallThatIsWrongIsShown() throws {
    let trial = try trial(
      "{name: f, cases: [{given: [[1, 2, 3]], gives: 6}, {given: [[1]], gives: 1}, {given: [[2, 2]], gives: 4}]}")
    let wrong = trial.counterExample(to: [.number(7), .number(1), .number(.nan)])
    #expect(wrong?.inputs == [.list([2, 2])] && wrong?.expected == .number(4))
    let result = FunctionCheck(rule: trial.rule).result(
      of: trial, .outputs([.number(7), .number(1), .number(.nan)]), line: 3)
    #expect(result.verdict == .notYet && result.measured?.text ?? "" == "f 1" && result.expected?.text ?? "" == "f 3")
    let said = try #require(result.message?.text(in: .english))
    #expect(said.contains("divided by 0") && said.hasSuffix("  [2, 2]\nexpected:\n  4\nyour function:\n  nan"))
  }

  @Test func toleranceIsAShareOfLargeNumbers() throws {
    let trial = try trial("{name: f, cases: [{given: [1], gives: 1000}], tolerance: 0.001}")
    #expect(trial.isRight(0, .number(1000.9)) && !trial.isRight(0, .number(1001.1)))
  }

  @Test func anErrorIsAsGoodAsNothing() throws {
    let trial = try trial("{name: f, cases: [{given: [1], gives: nothing}]}")
    #expect(trial.isRight(0, .refusal("Wrong()")) && trial.isRight(0, .nothing) && !trial.isRight(0, .number(0)))
  }

  @Test(arguments: [
    (FunctionReply.missing, Verdict.notYet), (.unfit, .notYet), (.notTried, .blocked), (.stopped(call: 0), .notYet),
  ])
  func whatCannotBeTriedIsToldApart(reply: FunctionReply, verdict: Verdict) throws {
    let trial = try trial("{name: f, reference: dice}")
    let result = FunctionCheck(rule: trial.rule).result(of: trial, reply, line: 3)
    #expect(result.verdict == verdict)
    for language in Language.allCases { #expect(result.message?.text(in: language).contains("`f`") == true) }
  }

  @Test func gridsStandSideBySide() {
    let figure = ValueFigure.text(of: [
      .grid(height: 2, width: 2, [0, 1, 10, 0.5]), .grid(height: 1, width: 1, [1]), .number(2),
    ])
    #expect(figure == "       0      1     1     2\n      10 0.5000")
    #expect(ValueFigure.text(of: [.grid(height: 0, width: 3, [])]) == "  0 x 3")
    #expect(ValueFigure.text(of: [.grid(height: 1, width: 12, Array(repeating: 1, count: 12))]).hasSuffix("1 …"))
  }

  @Test("a function's check is read with its cases, and what it leaves out comes from its reference")
  func function() throws {
    let text = """
      ---
      title: t
      id: t
      dataset: d
      ---
      ```swift exercise=dice
      x
      ```
      ```yaml check=dice
      - function: {name: dice, reference: dice}
      - function:
          name: area
          cases:
            - {given: [[[0, 1], [1, 1]], 0.5], gives: 3}
            - {given: [[1, 2], nothing], gives: nothing}
          tolerance: 0.1
          signature: (Mask, Double) -> Double
      ```
      """
    let rules = try #require(Lab.parse(text: text, file: "a.md").lab).checks(of: "dice").compactMap(\.function)
    let (dice, area) = (try #require(rules.first), try #require(rules.last))
    #expect(dice.generator == .masks && dice.signature == "(Mask, Mask) -> Double?" && dice.tolerance == 1e-6)
    #expect(area.reference == nil && area.generator == nil && area.tolerance == 0.1)
    #expect(area.cases[0].given == [.grid(height: 2, width: 2, [0, 1, 1, 1]), .number(0.5)])
    #expect(area.cases[1].given == [.list([1, 2]), .nothing] && area.cases[1].gives == .nothing)
  }
}
