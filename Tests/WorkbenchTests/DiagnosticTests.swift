import Diagnostics
import Labs
import Messages
import SegLab
import Testing

@testable import Workbench

/// Whole messages as a terminal shows them.
@Suite(.enabled(if: Bench.hasCompiler, "needs swiftc"), .serialized) struct DiagnosticTests {
  private func rendered(_ text: String, in language: Language = .english) async throws -> (String, Outcome) {
    let lab = try Bench.lab(text)
    let outcome = try await Bench.answer(text)
    let renderer = DiagnosticRenderer(language: language, color: false)
    return (renderer.text(of: outcome.allDiagnostics, in: SourceText(lab.text)), outcome)
  }

  @Test func everyHoleIsListedWithItsPlaceAndTheRestIsAnswered() async throws {
    let (text, outcome) = try await rendered(
      """
      ```swift exercise=network
      let fc = Network("fc") {
        Input(shape: [.FIXME, 4, 1])  // .FIXME in a comment
        for i in 0..<2 { Dense("심장 \\(i + .FIXME)", weights: [16, 4], bias: .FIXME) }
      }
      ```
      ```swift exercise=training
      let training = Training(epochs: 3)
      ```
      ```yaml experiment=first
      network: fc
      training: training
      ```
      """)
    #expect(
      text == """
        labs/01-test.md:9:18: hole: a hole to fill in
            9 |   Input(shape: [.FIXME, 4, 1])  // .FIXME in a comment
              |                  ^
        help: put a value of your own in the place of .FIXME

        labs/01-test.md:10:41: hole: a hole to fill in
           10 |   for i in 0..<2 { Dense("심장 \\(i + .FIXME)", weights: [16, 4], bias: .FIXME) }
              |                                       ^
        help: put a value of your own in the place of .FIXME

        labs/01-test.md:10:75: hole: a hole to fill in
           10 |   for i in 0..<2 { Dense("심장 \\(i + .FIXME)", weights: [16, 4], bias: .FIXME) }
              |                                                                         ^
        help: put a value of your own in the place of .FIXME
        """)
    #expect(outcome.cell("network")?.state == .holes)
    #expect(outcome.cell("training")?.state == .ready)
    #expect(outcome.answer?.trainings["training"]?.epochs == 3)
    #expect(outcome.answer?.networks["fc"]?.layers.count == 3)
  }

  @Test func aMistakeIsShownWithItsHelpAndTheHolesBesideIt() async throws {
    let (text, outcome) = try await rendered(
      """
      ```swift exercise=network
      let fc = Network("fc") {
        Input(shape: [4, 4, 1])
        Dens("hidden", weights: [.FIXME, 3])
      }
      ```
      ```swift exercise=size
      let layers = fc.layers.count
      ```
      ```swift exercise=training
      let training = Training(learningRate: .FIXME)
      ```
      ```yaml experiment=first
      network: fc
      training: training
      ```
      """)
    #expect(
      text == """
        labs/01-test.md:10:3: error: nothing is called `Dens` here
           10 |   Dens("hidden", weights: [.FIXME, 3])
              |   ^
        help: write `Dense("hidden", weights: [.FIXME, 3])`

        labs/01-test.md:10:29: hole: a hole to fill in
           10 |   Dens("hidden", weights: [.FIXME, 3])
              |                             ^
        help: put a value of your own in the place of .FIXME

        labs/01-test.md:17:40: hole: a hole to fill in
           17 | let training = Training(learningRate: .FIXME)
              |                                        ^
        help: put a value of your own in the place of .FIXME
        """)
    #expect(outcome.cells.map(\.state) == [.broken, .blocked(by: "network"), .holes])
    #expect(outcome.answer?.trainings.keys.sorted() == ["training"])
  }

  @Test func whatIsNotClosedIsShownInItsOwnCellAndTheOthersStand() async throws {
    let (text, outcome) = try await rendered(
      """
      ```swift exercise=open
      func f() -> Int {
        3
      ```
      ```swift exercise=comment
      let a = 1 /* to be
      ```
      ```swift exercise=condition
      #if false
      ```
      ```swift exercise=text
      let words = "abc
      ```
      ```swift exercise=network
      let fc = Network("fc") { Flatten() }
      ```
      """)
    #expect(
      text == """
        labs/01-test.md:9:4: error: a `}` is missing here
            9 |   3
              |    ^
        help: write
          3
          }

        labs/01-test.md:12:19: error: a comment is not closed
           12 | let a = 1 /* to be
              |                   ^
        help: end the comment with */

        labs/01-test.md:12:11: note: comment started here
           12 | let a = 1 /* to be
              |           ^

        labs/01-test.md:15:10: error: expected #else or #endif at end of conditional compilation block
           15 | #if false
              |          ^
        help: end what #if begins with a line that says #endif

        labs/01-test.md:18:13: error: a text is not closed: a `"` is missing
           18 | let words = "abc
              |             ^
        help: write `let words = "abc"`
        """)
    #expect(outcome.cells.map(\.state) == [.broken, .broken, .broken, .broken, .ready])
    #expect(outcome.answer?.networks["fc"] != nil)
  }

  @Test func whatACellMustNotHoldIsToldInKorean() async throws {
    let (text, _) = try await rendered(
      """
      ```swift exercise=a
      import Foundation
      ```
      ```swift exercise=b
      #sourceLocation(file: "x", line: 1)
      ```
      ```swift exercise=c
      let SegLab = 3
      ```
      """, in: .korean)
    #expect(
      text == """
        labs/01-test.md:8:8: 오류: 셀에서는 SegLab만 import할 수 있는데, 여기서는 Foundation을 import하고 있어요
            8 | import Foundation
              |        ^
        도움말: 이 줄을 지워 보세요. 실습에 필요한 것은 SegLab과 Swift 기본 라이브러리에 모두 있어요

        labs/01-test.md:11:1: 오류: #sourceLocation은 셀에 쓸 수 없어요. 메시지가 엉뚱한 줄을 가리키게 돼요
           11 | #sourceLocation(file: "x", line: 1)
              | ^
        도움말: 이 부분을 지워 보세요

        labs/01-test.md:14:5: 오류: `SegLab`이라는 이름은 SegLab이 직접 쓰고 있어요
           14 | let SegLab = 3
              |     ^
        도움말: 다른 이름을 골라 보세요
        """)
  }

  @Test func aCrashIsShownAtTheLineThatTheRuntimeNamesOrAtItsCell() async throws {
    let (text, outcome) = try await rendered(
      """
      ```swift exercise=first
      print("before")
      let number: Int? = Int("four")
      let sure = number!
      ```
      ```swift exercise=second
      let list = [1, 2, 3]
      print(list[list.count])
      ```
      ```swift exercise=third
      print(sure)
      ```
      """)
    #expect(
      text == """
        labs/01-test.md:10: error: the program stopped here: a value that is missing (nil) was used with `!`
           10 | let sure = number!

        labs/01-test.md:13: error: the program stopped here: a place outside of a list was asked for
           13 | let list = [1, 2, 3]
        """)
    #expect(outcome.cell("third")?.state == .blocked(by: "first"))
    #expect(outcome.failure == nil)
  }

  @Test func aPixelOutsideIsToldOnTheLineThatAsksForIt() async throws {
    let (text, _) = try await rendered(
      """
      ```swift exercise=count
      let mask = Mask(height: 2, width: 2)
      let first = mask[0, 0]
      print(mask[2, first])
      ```
      """)
    #expect(
      text.hasPrefix("labs/01-test.md:10: error: the program stopped here: row 2, column 0 is outside of 2 x 2 pixels"))
  }

  @Test func aCrashBecauseOfAHoleIsTheHolesMessageAlone() async throws {
    let (text, outcome) = try await rendered(
      """
      ```swift exercise=count
      let count: Int = .FIXME
      ```
      ```swift exercise=loop
      for i in 0..<count { print(i) }
      ```
      ```swift exercise=network
      let fc = Network("fc") { Flatten() }
      ```
      """)
    #expect(
      text == """
        labs/01-test.md:8:19: hole: a hole to fill in
            8 | let count: Int = .FIXME
              |                   ^
        help: put a value of your own in the place of .FIXME
        """)
    #expect(outcome.cells.map(\.state) == [.holes, .blocked(by: "count"), .ready])
    #expect(outcome.answer?.networks["fc"] != nil)
  }

  @Test func aNameMadeTwiceIsTheSecondCellsMistake() async throws {
    let (text, outcome) = try await rendered(
      """
      ```swift exercise=first
      let fc = 1
      ```
      ```swift exercise=second
      let fc = 2
      ```
      ```swift exercise=third
      print(fc)
      ```
      """)
    #expect(
      text == """
        labs/01-test.md:11:5: error: `fc` is made a second time
           11 | let fc = 2
              |     ^
        help: `fc` is there already: remove one of the two, or give this one another name

        labs/01-test.md:8:5: note: 'fc' previously declared here
            8 | let fc = 1
              |     ^
        """)
    #expect(outcome.cells.map(\.state) == [.ready, .broken, .ready])
    #expect(outcome.printed == "1\n")
  }
}
