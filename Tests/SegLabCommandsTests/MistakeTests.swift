import Checking
import Courses
import Diagnostics
import Foundation
import Labs
import Messages
import Sessions
import Synchronization
import Testing
import Workbench

@testable import SegLabCommands

/// Everything that `seglab run` says of each typical mistake, against one catalogue a language in `Tests/Mistakes/`.
///
/// With `SEGLAB_UPDATE_GOLDENS` in the environment the catalogues are written anew; read them before you keep them.
@Suite(.takesLong) struct MistakeTests {
  static let catalogues = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Mistakes")

  /// What is said of each, found out once.
  private static let said = Task { try await MistakeKitchen().say(Mistake.all.map(\.order)) }

  @Test func sayWhatWasExpectedAndFoundAndWhereAndWhatToTryFirst() async throws {
    let said = try await Self.said.value.map(\.words)
    for language in Language.allCases {
      let file = Self.catalogues.appending(path: "\(language).txt")
      let texts = zip(Mistake.all, said).enumerated().map { number, pair in
        "# \(number + 1). \(pair.0.title)\n\n\(pair.0.shown)\n\n\(pair.1[language] ?? "")\n"
      }
      if ProcessInfo.processInfo.environment["SEGLAB_UPDATE_GOLDENS"] != nil {
        try FileManager.default.createDirectory(at: Self.catalogues, withIntermediateDirectories: true)
        try texts.joined(separator: "\n\n").write(to: file, atomically: true, encoding: .utf8)
      }
      let expected = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n\n")
      #expect(expected.count == texts.count)
      for (text, known) in zip(texts, expected) {
        #expect(text.trimmingCharacters(in: .newlines) == known.trimmingCharacters(in: .newlines))
      }
    }
  }

  /// Shipped labs have other checks, other cells beside and much prose: what is said first of a cell's text stays the same.
  @Test func sayTheSameFirstInTheShippedLabs() async throws {
    let small = try await Self.said.value
    let all = try zip(Mistake.all, small).compactMap { mistake, said in
      try mistake.shipped().map { (mistake, said, $0) }
    }
    #expect(all.count >= 90)
    let shipped = try await MistakeKitchen().say(
      all.map { MistakeKitchen.Order(file: $2.file, text: $2.text, original: $2.original, isTrained: false) })
    for ((mistake, said, _), there) in zip(all, shipped) {
      // What only a check sees depends on the lab's checks.
      guard let first = said.first else { continue }
      // And only a lab with a solution knows which images it is about.
      if there.first == "network.otherImages" { continue }
      #expect(there.first == first, "\(mistake.title)")
    }
  }
}

extension Mistake {
  /// What is run to see what is said of it.
  fileprivate var order: MistakeKitchen.Order {
    MistakeKitchen.Order(file: "01-lab.md", text: text, original: lab.text, isTrained: lab == .trained)
  }

  /// What the learner wrote, as a quotation.
  fileprivate var shown: String {
    wrong.isEmpty
      ? "(\(right.split(separator: "\n")[0].trimmingCharacters(in: .whitespaces)) … is missing)"
      : wrong.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
  }
}

/// A folder in which labs are run one beside the other, with one cache of programs and one set for all.
private final class MistakeKitchen: Sendable {
  private let root: URL
  private let shared: URL
  /// Compiled programs, beside the program that is tested: a second run of the tests need not compile them again.
  private static let cache = CourseFixture.program.deletingLastPathComponent().appending(path: "seglab-mistakes")
  /// The number of the mistake that is next.
  private let next = Atomic<Int>(0)

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "seglab-mistakes-\(UUID().uuidString)")
    shared = root.appending(path: "shared")
    try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: true)
    let course = try CourseFixture()
    try course.write("", to: "labs/none")
    let made = try course.seglab("data", "make", "knee", "--count", "10")
    #expect(made.status == 0, "\(made.errors)")
    try FileManager.default.moveItem(
      at: course.folder.appending(path: ".seglab/data"), to: shared.appending(path: "data"))
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// A lab to run.
  struct Order: Sendable {
    /// The lab's file.
    let file: String
    /// Whether it is one of the shipped labs, of which nothing is to be trained.
    var isShipped: Bool { file != "01-lab.md" }
    /// The lab as the learner left it.
    let text: String
    /// The lab as it is shipped.
    let original: String
    /// Whether something trains, so that what was measured is left out.
    let isTrained: Bool
  }

  /// What is said of a lab.
  struct Said: Sendable {
    /// All of it, a language each.
    let words: [Language: String]
    /// The id of the first message about a line; nil where there is none.
    let first: String?
  }

  /// What is said of each, two at a time.
  func say(_ mistakes: [Order]) async throws -> [Said] {
    try await withThrowingTaskGroup(of: [(Int, Said)].self) { group in
      for _ in 0..<2 {
        group.addTask {
          var said: [(Int, Said)] = []
          while case let number = self.next.add(1, ordering: .relaxed).oldValue, number < mistakes.count {
            said.append((number, try await self.say(mistakes[number], number: number)))
          }
          return said
        }
      }
      let all = try await group.reduce(into: []) { $0 += $1 }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func say(_ order: Order, number: Int) async throws -> Said {
    let folder = CourseFolder(root: root.appending(path: "\(number)"))
    for place in [folder.labs, folder.originals] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    try Data(order.text.utf8).write(to: folder.labs.appending(path: order.file))
    try Data(order.original.utf8).write(to: folder.originals.appending(path: order.file))
    try FileManager.default.createSymbolicLink(at: folder.data, withDestinationURL: shared.appending(path: "data"))
    // As many programs as one folder keeps.
    let cache = Self.cache.appending(path: "\(number / 40)")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: folder.cache, withDestinationURL: cache)
    let transcript = Mutex<[Language: [String]]>([:])
    let consoles = Language.allCases.map { language in
      Console(language: language) { line in transcript.withLock { $0[language, default: []].append(line) } }
    }
    let name = String(order.file.dropFirst().prefix(1))
    var first: String?
    do {
      for console in consoles.dropLast() { _ = try console.lab(name, in: folder) }
      let lab = try consoles[consoles.count - 1].lab(name, in: folder)
      let runner = LabRunner(
        folder: folder, engine: SegLabCommand.version, threads: 1,
        options: LabJudge.Options(dataset: order.isShipped ? "none" : nil, isQuick: order.isShipped, caseSeed: 1),
        process: JudgeProcess(program: CourseFixture.program.path))
      let report = try await runner.report(on: lab)
      first = report.diagnostics.first?.message.id
      for console in consoles {
        let terminal = TerminalReport(lab: lab, console: console)
        terminal.show(report)
        terminal.finish(report)
      }
    } catch let failure as Failure {
      first = Message(failure.phrase).id
      for console in consoles { console.mention(failure.phrase) }
    }
    let home = folder.root.path + "/"
    let words = transcript.withLock { $0 }.mapValues { lines in
      let text = lines.joined(separator: "\n").replacing(home, with: "").trimmingCharacters(in: .newlines)
      // How long a program without an end runs depends on what else the machine does.
      let timeless = text.replacing(/[0-9]+( s\b|초)/) { "#\($0.output.1)" }
      return order.isTrained ? Self.lasting(timeless) : timeless
    }
    return Said(words: words, first: first)
  }

  /// `text` without what differs from run to run and from processor to processor.
  private static func lasting(_ text: String) -> String {
    text.replacing(/[0-9a-f]{12,64}/, with: "#").replacing(/[0-9]+\.[0-9]( s|초)/) { "#\($0.output.1)" }
      .replacing(/-?[0-9]+\.[0-9]{3,}/, with: "#")
      // What a training measured, which is not about the mistake.
      .replacing(/(?m)^run: [^\n]*\n(?:[^\n]+\n)*?[^\n]*sha256 #\n+/, with: "")
  }
}
