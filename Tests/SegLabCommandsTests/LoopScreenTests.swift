import Checking
import Courses
import Diagnostics
import Foundation
import Labs
import Messages
import Networks
import Sessions
import Synchronization
import Testing

@testable import SegLabCommands

/// What the loop shows, whole, at three widths and in both languages, against `Goldens/`.
///
/// With `SEGLAB_UPDATE_GOLDENS` in the environment the files are written anew; read them before you keep them.
@Suite struct LoopScreenTests {
  private static let goldens = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

  private static let text = """
    ---
    title: A first network
    id: first
    dataset: cardiac
    ---
    # A first network

    ```yaml question=baseline
    ask: How good is nothing?
    number: 0.984
    tolerance: 0.001
    why: The program is right about every pixel that is not ventricle, which is 98.4 % of them. Keep this number in mind.
    ```
    ```text answer=baseline
    0.984
    ```
    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [256, 256, 1])
      Dense("a-layer-with-a-long-name", weights: [131072, 512], activation: .identity, initializer: .he)
    }
    ```
    ```yaml experiment=first-training-of-all
    network: net
    ```

    """

  private static let lab: Lab = {
    guard let lab = Lab.parse(text: text, file: "labs/01-first.md").lab else { preconditionFailure("no lab") }
    return lab
  }()

  private static func checked(isPassed: Bool) -> CourseSession.Checked {
    let why = CheckPhrase.justification(
      "The program is right about every pixel that is not ventricle, which is 98.4 % of them.")
    let right = CellReport("baseline", .question, checks: [CheckResult(.answer, .passed, message: why, line: 15)])
    let fault = Diagnostic(
      .error, file: "labs/01-first.md", line: 20, column: 39,
      LoopPhrase.next(cell: "network", stage: .shapes), help: CommandPhrase.noData)
    let network = CellReport(
      "network", .exercise,
      checks: [CheckResult(.shapesFit, isPassed ? .passed : .notYet, message: fault.summary, line: 20)])
    let training = CellReport(
      "first-training-of-all", .experiment, checks: [CheckResult(.lossFalls, isPassed ? .passed : .blocked, line: 23)])
    let run = ExperimentReport(
      id: "first-training-of-all", run: "0123456789abcdef", reused: false, seconds: 1, epochs: 1, steps: 30,
      metrics: Metrics(
        loss: 0.0612, accuracy: 0.9834, dice: 0.4321, meanDice: 0.4, baselineAccuracy: 0.9832, swappedDice: 0.1),
      weightsDigest: "fedcba9876543210", history: [], layers: [], dataset: "cardiac", trainingImages: 10,
      validationImages: 1, split: "image", overlays: [])
    let report = LabReport(
      lab: "first", cells: [right, network, training], experiments: isPassed ? [run] : [],
      diagnostics: isPassed ? [] : [fault], printed: "")
    return CourseSession.Checked(
      lab: lab, report: report, next: NextStep(in: report, of: lab), right: [right],
      nextLab: isPassed ? CourseSession.NextLab(title: "A fully convolutional network", file: "labs/02-fcn.md") : nil)
  }

  private func drawn(_ language: Language, columns: Int, isPassed: Bool) -> String {
    let text = Mutex("")
    let console = Console(language: language) { _ in }
    let display = LoopDisplay(
      console: console, isScreen: true, size: { TerminalSize(rows: 40, columns: columns) },
      output: { drawing in text.withLock { $0 = drawing } })
    display.show { LoopScreen(console: $0).show(Self.checked(isPassed: isPassed)) }
    let rows = text.withLock { $0 }.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "").split(
      separator: "\r\n", omittingEmptySubsequences: false)
    #expect(rows.count == 40)
    for row in rows { #expect(String(row).columns <= columns, "\(row)") }
    return rows.map { $0.trimmingCharacters(in: .whitespaces).isEmpty ? "" : String($0) }.joined(separator: "\n") + "\n"
  }

  @Test(arguments: Language.allCases, [50, 80, 200])
  func `the screen fits its terminal, broken at words`(language: Language, columns: Int) throws {
    let screens = [false, true].map { drawn(language, columns: columns, isPassed: $0) }.joined(separator: "\n")
    let file = Self.goldens.appending(path: "loop-\(language.rawValue)-\(columns).txt")
    if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(at: Self.goldens, withIntermediateDirectories: true)
      try screens.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try screens == String(contentsOf: file, encoding: .utf8))
  }

  @Test func `the newest that was said is seen, and the rest is scrolled to`() {
    let text = Mutex("")
    let display = LoopDisplay(
      console: Console(language: .english) { _ in }, isScreen: true, size: { TerminalSize(rows: 10, columns: 90) },
      output: { drawing in text.withLock { $0 = drawing } })
    func sees(_ words: String) -> Bool { text.withLock { $0 }.contains(words) }
    display.show { console in for number in 1...30 { console.say("line \(number).") } }
    #expect(sees("line 1.") && !sees("line 30.") && sees("1–8 / 30 ↓"))
    display.add { $0.say("a hint.") }
    #expect(sees("a hint.") && !sees("line 1."))
    display.scroll(.home)
    #expect(sees("line 1.") && !sees("a hint."))
    display.scroll(.pageDown)
    #expect(sees("line 6.") && !sees("line 5."))
    display.scroll(.end)
    display.scroll(.down)
    #expect(sees("a hint."))
    display.show { $0.say("another") }
    #expect(sees("another") && !sees("a hint."))
  }
}
