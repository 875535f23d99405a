import Checking
import Diagnostics
import Labs
import Messages
import Testing

@Suite struct EditingTests {
  private static let solved = "let fc = Network(\"fc\") {\n  Input(shape: [256, 256, 1])\n}"

  @Test("replacing a cell leaves every other byte as it is", arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func replacing(_ ending: String, _ mark: String) throws {
    let text = mark + LabTests.text.replacing("\n", with: ending)
    let lab = try #require(Lab.parse(text: text, file: "a.md").lab)
    let old = "    let fc = Network(\"fc\") {\n  Input(shape: [.FIXME, side, 1])\n}".dropFirst(4)
    let expected = text.replacing(old.replacing("\n", with: ending), with: Self.solved.replacing("\n", with: ending))
    #expect(text != expected)
    for body in [Self.solved, Self.solved + "\n", Self.solved.replacing("\n", with: "\r\n")] {
      #expect(try lab.replacingExercise("network", with: body) == expected)
    }
    #expect(try lab.replacingAnswer("share", with: " 0.98") == text)
    #expect(try lab.replacingAnswer("share", with: "0.5") == text.replacing("\(ending) 0.98", with: "\(ending)0.5"))
    #expect(
      try lab.replacing([.exercise("network"): Self.solved, .answer("why"): "b"])
        == expected.replacing("\(ending)?\(ending)", with: "\(ending)b\(ending)"))
  }

  @Test("a cell can be emptied and filled again")
  func emptied() throws {
    let lab = try #require(Lab.parse(text: LabTests.text, file: "a.md").lab)
    let empty = try lab.replacingAnswer("why", with: "")
    #expect(empty == LabTests.text.replacing("\n?\n", with: "\n"))
    let again = try #require(Lab.parse(text: empty, file: "a.md").lab)
    #expect(try again.replacingAnswer("why", with: "?") == LabTests.text)
  }

  @Test("a cell that is not there is named with those that are")
  func unknown() throws {
    let lab = try #require(Lab.parse(text: LabTests.text, file: "a.md").lab)
    let error = #expect(throws: LabEditError.self) { try lab.replacingExercise("share", with: "") }
    #expect(error == .noSuchCell(.exercise("share"), file: "a.md", known: ["network"]))
    #expect(
      error?.phrase.text(in: .english) == "a.md has nothing called `share` to fill in; it has `network`")
    #expect(throws: LabEditError.noSuchCell(.answer("x"), file: "a.md", known: ["why", "share"])) {
      try lab.replacingAnswer("x", with: "")
    }
  }

  @Test("code that would end its cell is refused")
  func fences() throws {
    let lab = try #require(Lab.parse(text: LabTests.text, file: "a.md").lab)
    #expect(throws: LabEditError.wouldCloseFence(.exercise("network"), line: 2)) {
      try lab.replacingExercise("network", with: "/*\n```\n*/")
    }
    #expect(try lab.replacingExercise("network", with: "/*\n~~~\n``\n*/").contains("/*\n~~~\n``\n*/\n```\n"))
  }

  private static let notes = """
    # How it goes

    Notes with $x_1$.

    ```swift exercise=network
    \(solved)
    ```

    More notes.

    ```text answer=why
    b
    ```
    """

  @Test("a solution puts its cells into the lab")
  func solution() throws {
    let lab = try #require(Lab.parse(text: LabTests.text, file: "labs/a.md").lab)
    let (solution, diagnostics) = Solution.parse(text: Self.notes, file: "solutions/a.md")
    #expect(diagnostics.isEmpty)
    let read = try #require(solution)
    #expect(
      read.blocks.map(LabTests.summary) == [
        "prose 1: h1[How it goes] p[Notes with math(x_1).]",
        "exercise 6: network \(Self.solved)", "prose 11: p[More notes.]", "answer 14: why b",
      ])
    let (completed, problems) = lab.completed(with: read)
    #expect(problems.isEmpty)
    #expect(completed?.file == "labs/a.md")
    #expect(
      completed?.text
        == LabTests.text.replacing("[.FIXME, side, 1]", with: "[256, 256, 1]").replacing(
          "\n?\n", with: "\nb\n"))
  }

  @Test("a solution that does not fit its lab says where")
  func misfit() throws {
    let lab = try #require(Lab.parse(text: LabTests.text, file: "labs/a.md").lab)
    let text = Self.notes.replacing("exercise=network", with: "exercise=netwrok").replacing("=why", with: "=when")
    let solution = try #require(Solution.parse(text: text, file: "solutions/a.md").solution)
    let (completed, problems) = lab.completed(with: solution)
    #expect(completed == nil)
    #expect(
      problems.map { "\($0.file):\($0.line): \($0.summary.text(in: .english)); \($0.help?.text(in: .english) ?? "")" }
        == [
          "solutions/a.md:0: the exercise `network` of labs/a.md is missing; "
            + "add a cell that begins with ```swift exercise=network and holds the completed code",
          "solutions/a.md:5: this `exercise` is for `netwrok`, and nothing here has that name; did you mean `network`?",
          "solutions/a.md:13: this `answer` is for `when`, and nothing here has that name; it can be `why` or `share`",
        ])
  }

  @Test("a solution whose code would end the lab's cell says where")
  func solutionFence() throws {
    let lab = try #require(Lab.parse(text: LabTests.text, file: "labs/a.md").lab)
    let text = "````swift exercise=network\n/*\n```\n*/\n````\n"
    let solution = try #require(Solution.parse(text: text, file: "solutions/a.md").solution)
    let (completed, problems) = lab.completed(with: solution)
    #expect(completed == nil)
    #expect(problems.map(\.line) == [3])
    #expect(
      problems.map { $0.summary.text(in: .english) } == [
        "a line of `network` begins with a fence, which would end the cell in the lab"
      ])
  }
}
