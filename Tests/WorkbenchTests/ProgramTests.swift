import Foundation
import Labs
import Testing

@testable import Workbench

@Suite struct ProgramTests {
  private func program(_ text: String, constants: [String] = ["fc"]) throws -> Program {
    let cells = Cell.all(in: try Bench.lab(text))
    return Program(cells: cells.enumerated().map { ($0.offset, $0.element) }, constants: constants)
  }

  private static let two = """
    ```swift given
    let side = 4
    ```
    Prose.
    ```swift exercise=network
    let fc = Network("fc") {
      Input(shape: [side, side, 1])
    }
    ```

    """

  @Test func everyCellStandsUnderItsOwnLineOfTheLab() throws {
    let it = try program(Self.two)
    #expect(
      it.text == """
        #sourceLocation(file: "\(it.frameName)", line: 1)
        import SegLab
        #sourceLocation(file: "\(it.frameName)", line: 3)
        let __seglab0: () = SegLab.Channel.enter(0);
        #sourceLocation(file: "\(it.labName)", line: 8)
        let side = 4
        #sourceLocation(file: "\(it.frameName)", line: 4)
        let __seglab1: () = SegLab.Channel.enter(1);
        #sourceLocation(file: "\(it.labName)", line: 12)
        let fc = Network("fc") {
          Input(shape: [side, side, 1])
        }
        #sourceLocation(file: "\(it.frameName)", line: 1000000)
        var __seglabAnswer = SegLab.Answer()
        __seglabAnswer.add("fc", `fc`)
        SegLab.Channel.send(__seglabAnswer)

        """)
  }

  @Test func theNamesOfTheFilesDependOnTheCellsAndOnNothingElse() throws {
    let it = try program(Self.two)
    #expect(try program(Self.two, constants: []).labName == it.labName)
    #expect(try program(Self.two.replacingOccurrences(of: "4", with: "5")).labName != it.labName)
    #expect(it.labName.hasSuffix(".md"))
  }

  @Test(arguments: ["\r\n", "\r"]) func otherLineEndingsGiveTheSameProgram(_ ending: String) throws {
    let lines = Self.two.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(try program(lines.joined(separator: ending)).text == program(Self.two).text)
  }

  @Test(arguments: ["", "1a", "a b", "a`", "fc); evil(", "a.b", String(repeating: "a", count: 201)])
  func onlyNamesAreTakenForNames(_ name: String) {
    #expect(!Program.isName(name))
  }

  @Test(arguments: ["fc", "_x", "unet2", "심장", "class"]) func namesAreTaken(_ name: String) {
    #expect(Program.isName(name))
  }

  @Test func aMessageAboutTheFrameNamesItsConstant() throws {
    let cells = Cell.all(in: try Bench.lab(Self.two))
    let program = Program(cells: [(0, cells[0])], constants: ["a", "b"])
    let messages = CompilerMessage.all(
      in: """
        \(program.frameName):1000002:24: error: cannot find 'b' in scope
        \(program.frameName):1000003:1: error: x
        \(program.labName):1000001:1: error: y
        """, of: program)
    #expect(messages.map { program.constant(of: $0) } == ["b", nil, nil])
  }
}

@Suite struct CompilerMessageTests {
  private let program = Program(cells: [], constants: [])
  private func messages(_ text: String) -> [CompilerMessage] {
    let named = text.replacingOccurrences(of: "lab.md", with: program.labName)
    return CompilerMessage.all(
      in: named.replacingOccurrences(of: "seglab:", with: program.frameName + ":"), of: program)
  }

  @Test func messagesAreReadAndTheSourceBetweenThemIsNot() {
    let messages = messages(
      """
      lab.md:7:25: warning: 'FIXME' is deprecated: FIXME [#DeprecatedDeclaration]
        Dense("h: error: none", weights: [.FIXME, 512])
                              ^
      lab.md:9:3: error: cannot find 'Dnse' in scope
      a:b c.swift:1:2: note: it is: error: here
      lab.md:9:3: error: cannot find 'Dnse' in scope
      <unknown>:0: error: no such thing
      seglab:2:8: warning: odd
      lab.md:x:3: error: no number

      [#DeprecatedDeclaration]: <https://docs.swift.org/compiler/documentation/diagnostics/deprecated-declaration>
      """)
    #expect(messages.map(\.severity) == [.warning, .error, .note, .error, .error, .warning])
    #expect(messages.map(\.file) == [.lab, .lab, .elsewhere, .lab, .elsewhere, .frame])
    #expect(messages.map(\.line) == [7, 9, 1, 9, 0, 2])
    #expect(messages.map(\.column) == [25, 3, 2, 3, 0, 8])
    #expect(
      messages.map(\.text) == [
        "'FIXME' is deprecated: FIXME", "cannot find 'Dnse' in scope", "it is: error: here",
        "cannot find 'Dnse' in scope",
        "no such thing", "odd",
      ])
    #expect(messages.map(\.isHole) == [true, false, false, false, false, false])
  }

  @Test func controlCharactersInAMessageAreMadeVisible() {
    #expect(messages("lab.md:1:1: error: a\u{1B}[31mb").map(\.text) == ["a␛[31mb"])
  }

  @Test func aLongMessageIsCutOff() {
    #expect(messages("lab.md:1:1: error: " + String(repeating: "-", count: 9999)).map(\.text.count) == [301])
  }

  @Test func aFloodOfMessagesIsCutOff() {
    let flood = (1...5000).map { "lab.md:\($0):1: error: e\n" }.joined()
    #expect(messages(flood).count == 2000)
  }
}

@Suite struct TranscriptTests {
  private func transcript(_ text: String) -> Transcript { Transcript(Array(text.utf8), marker: "M") }
  private func text(_ bytes: (some Collection<UInt8>)?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  @Test func whatAProgramPrintsIsToldFromWhatItHandsOver() {
    let it = transcript("\nM enter 0\nhello\nworld\nM enter 3\nbye\n\nM answer\n{\"a\":1}\nafter")
    #expect(it.cell == 3)
    #expect(text(it.answer) == "{\"a\":1}")
    #expect(text(it.printed) == "hello\nworldbye\nafter")
  }

  @Test func withoutTheMarkerNothingIsAnAnswer() {
    let it = transcript("enter 0\nanswer\n{}\nX answer\n{}M answer\n{}")
    #expect(it.cell == nil)
    #expect(it.answer == nil)
  }

  @Test(arguments: [
    "", "\n", "\nM", "\nM ", "\nM answer", "\nM enter", "\nM enter x\n", "\nM enter 99999999999999999999\n",
  ])
  func aProgramThatStopsMidwayLeavesNoAnswer(_ printed: String) {
    let it = transcript(printed)
    #expect(it.cell == nil)
    #expect(it.answer?.isEmpty ?? true)
  }
}
