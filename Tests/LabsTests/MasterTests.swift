import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import Testing

struct MasterTests {
  static let head = """
    ---
    title: A lab
    id: a-lab
    dataset: cardiac
    ---

    """

  private func master(_ body: String) -> (master: LabMaster?, diagnostics: [Diagnostic]) {
    LabMaster.parse(text: Self.head + body, file: "master.md")
  }

  @Test func markersBecomeHolesAndTheSolution() throws {
    let text = """
      ```swift exercise=network
      let net = Network("net") {
        Conv2D("conv2", filter: [5, 5, 1, 2], stride: 2) // SOLUTION 5, 5, stride: 2
        // BEGIN SOLUTION
        ReLU("secret")
        // INSTEAD
        .FIXME
        // END SOLUTION
      }
      let rate = 0.25 // SOLUTION
      ```

      ```yaml question=q
      ask: How many?
      number: 5
      tolerance: 0
      why: so
      ```

      ```text answer=q
      5
      ```
      """
    let made = try #require(master(text).master)
    #expect(
      made.learners.exercises[0].body == """
        let net = Network("net") {
          Conv2D("conv2", filter: [.FIXME, .FIXME, 1, 2], stride: .FIXME)
          .FIXME
        }
        let rate = .FIXME
        """)
    #expect(made.learners.answers[0].text == "?")
    let solution = try #require(Solution.parse(text: made.solution, file: "s.md").solution)
    #expect(
      solution.exercises[0].body == """
        let net = Network("net") {
          Conv2D("conv2", filter: [5, 5, 1, 2], stride: 2)
          ReLU("secret")
        }
        let rate = 0.25
        """)
    #expect(solution.answers[0].text == "5")
    #expect(!made.learners.text.contains("secret"))
    #expect(!made.learners.text.contains("SOLUTION"))
  }

  @Test func whatIsHiddenIsLeftOut() throws {
    let text = """
      ```swift exercise=f
      func f(_ a: Mask, _ b: Mask) -> Double? { 1 } // SOLUTION 1
      ```

      ```yaml check=f
      - function:
          name: f
          signature: (Double) -> Double
          cases:
            - {given: [1], gives: 2}
            - {given: [3], gives: 4, hidden: true}
      - matches: solution
        hidden: Anything else?
        points: 3
      ```

      ```yaml check=f
      - hidden: true
        parameters: 5
      ```
      """
    let made = try #require(master(text).master)
    #expect(made.hiddenCount == 3)
    #expect(made.learners.checks(of: "f").count == 1)
    #expect(made.grading.checks(of: "f").count == 3)
    #expect(made.grading.checks(of: "f")[1].hidden == .told("Anything else?"))
    #expect(made.grading.checks(of: "f")[1].points == 3)
    for word in ["hidden", "Anything", "[3]", "parameters"] { #expect(!made.learners.text.contains(word), "\(word)") }
    #expect(made.learners.checkLists.count == 1, "a cell with nothing left goes as a whole")
  }

  @Test(arguments: [
    ("// BEGIN SOLUTION\nlet a = 1\n// BEGIN SOLUTION\nlet b = 1\n// END SOLUTION", 9, MasterPhrase.nested(first: 7)),
    ("let c = 1\n// END SOLUTION", 8, .endWithoutBegin),
    ("// begin  solution\nlet a = 1", 7, .notClosed),
    ("let a = 5 // SOLUTION 7", 7, .wordMissing("7")),
    ("callAll() // SOLUTION", 7, .nothingToReplace),
    ("// INSTEAD\nlet a = 1", 7, .misplaced),
    ("// BEGIN SOLUTION\nlet a = 1\n// END SOLUTION", 6, .nothingLeft("e")),
  ])
  func mistakesAreNamedWithTheirLine(body: String, line: Int, phrase: MasterPhrase) {
    let (made, diagnostics) = master("```swift exercise=e\n\(body)\n```\n")
    #expect(made == nil)
    #expect(diagnostics.contains { $0.line == line && $0.summary as? MasterPhrase == phrase }, "\(diagnostics)")
  }

  @Test func hiddenInARowWithOthersIsRefused() {
    let (made, diagnostics) = master(
      "```swift exercise=e\nlet a = 1 // SOLUTION\n```\n\n```yaml check=e\n[{parameters: 5, hidden: true}, {parameters: 6}]\n```\n"
    )
    #expect(made == nil)
    #expect(diagnostics.contains { $0.summary as? MasterPhrase == .hiddenInRow })
  }

  /// A master made of a shipped lab and its solution gives both back: what is shipped is what `release` would make.
  @Test(arguments: ["01-fully-connected", "02-fcn", "03-dice-and-parameters", "04-knee-unet", "05-your-own"])
  func shippedLabsComeFromTheirMasters(name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let lab = try #require(try Lab.read(root.appendingPathComponent("labs/\(name).md").path).lab)
    let solution = try #require(try Solution.read(root.appendingPathComponent("solutions/\(name).md").path).solution)
    var bodies: [Lab.Cell: String] = [:]
    for code in solution.exercises {
      let own = try #require(lab.exercises.first { $0.id == code.id })
      bodies[.exercise(code.id)] = "// BEGIN SOLUTION\n\(code.body)\n// INSTEAD\n\(own.body)\n// END SOLUTION"
    }
    for answer in solution.answers { bodies[.answer(answer.question)] = answer.text }
    let (made, diagnostics) = LabMaster.parse(text: try lab.replacing(bodies), file: "\(name).md")
    let master = try #require(made, "\(diagnostics)")
    #expect(master.learners.text == lab.text)
    #expect(master.grading.text == lab.text)
    let again = try #require(Solution.parse(text: master.solution, file: "s.md").solution)
    #expect(again.exercises.map(\.body) == solution.exercises.map(\.body))
    #expect(again.answers.map(\.text) == solution.answers.map(\.text))
  }
}

struct SubmittedCellsTests {
  private static let lab = """
    ---
    title: A lab
    id: a-lab
    dataset: cardiac
    ---

    ```swift exercise=one
    let a = .FIXME
    ```

    ```swift exercise=two
    let b = .FIXME
    ```

    ```yaml question=q
    ask: "?"
    number: 5
    tolerance: 0
    why: so
    ```

    ```text answer=q
    ?
    ```
    """

  private func merged(_ text: String) throws -> (lab: Lab, remarks: [SubmissionPhrase]) {
    let lab = try #require(Lab.parse(text: Self.lab, file: "lab.md").lab)
    return SubmittedCells(of: text, in: lab).merged(into: lab)
  }

  @Test func onlyCellsAreTaken() throws {
    let own = Self.lab.replacing("let a = .FIXME", with: "let a = 1").replacing("number: 5", with: "number: 7")
      .replacing("?\n```", with: "7\n```").replacing("title: A lab", with: "title: Mine")
    let (lab, remarks) = try merged(own)
    #expect(lab.exercises[0].body == "let a = 1")
    #expect(lab.answers[0].text == "7")
    #expect(lab.title == "A lab")
    #expect(lab.questions[0].form == .number(value: 5, tolerance: 0, why: "so"))
    #expect(remarks.isEmpty)
  }

  @Test func aBrokenFileStillHasItsCells() throws {
    let (lab, remarks) = try merged(
      "no front matter\n\n```swift exercise=one\nlet a = 2\n```\n\n```swift exercise=gone\n```\n")
    #expect(lab.exercises[0].body == "let a = 2")
    #expect(lab.exercises[1].body == "let b = .FIXME")
    #expect(remarks.contains(.unknownCell("gone")))
    #expect(remarks.contains(.cellMissing("two")))
  }

  @Test func aCellThatIsLeftOpenEndsBeforeTheNext() throws {
    let (lab, remarks) = try merged("```swift exercise=one\nlet a = 3\n\n```swift exercise=two\nlet b = 4\n```\n")
    #expect(lab.exercises[0].body.trimmingCharacters(in: .whitespacesAndNewlines) == "let a = 3")
    #expect(remarks.contains(.cellCut("one")))
  }

  @Test func whatCannotStandInACellTakesNoOtherAlong() throws {
    let (lab, remarks) = try merged("```swift exercise=one\n\n```\n\n```swift exercise=two\nlet b = 4\n```\n")
    #expect(lab.exercises[0].body == "let a = .FIXME")
    #expect(lab.exercises[1].body == "let b = 4")
    #expect(remarks.contains(.cellUnusable("one")))
  }
}
