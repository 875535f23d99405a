import Checking
import Courses
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
@Suite struct MistakeTests {
  static let catalogues = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Mistakes")

  @Test func sayWhatWasExpectedAndFoundAndWhereAndWhatToTryFirst() async throws {
    let kitchen = try MistakeKitchen()
    let said = try await kitchen.say(Mistake.all)
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
}

extension Mistake {
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

  /// What is said of each, two at a time.
  func say(_ mistakes: [Mistake]) async throws -> [[Language: String]] {
    try await withThrowingTaskGroup(of: [(Int, [Language: String])].self) { group in
      for _ in 0..<2 {
        group.addTask {
          var said: [(Int, [Language: String])] = []
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

  private func say(_ mistake: Mistake, number: Int) async throws -> [Language: String] {
    let folder = CourseFolder(root: root.appending(path: "\(number)"))
    for place in [folder.labs, folder.originals] {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }
    try Data(mistake.text.utf8).write(to: folder.labs.appending(path: "01-lab.md"))
    try Data(mistake.lab.text.utf8).write(to: folder.originals.appending(path: "01-lab.md"))
    try FileManager.default.createSymbolicLink(at: folder.data, withDestinationURL: shared.appending(path: "data"))
    // As many programs as one folder keeps.
    let cache = Self.cache.appending(path: "\(number / 40)")
    try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: folder.cache, withDestinationURL: cache)
    let transcript = Mutex<[Language: [String]]>([:])
    let consoles = Language.allCases.map { language in
      Console(language: language) { line in transcript.withLock { $0[language, default: []].append(line) } }
    }
    do {
      for console in consoles.dropLast() { _ = try console.lab("1", in: folder) }
      let lab = try consoles[consoles.count - 1].lab("1", in: folder)
      let runner = LabRunner(
        folder: folder, engine: SegLabCommand.version, threads: 1, options: LabJudge.Options(caseSeed: 1),
        process: JudgeProcess(program: CourseFixture.program.path))
      let report = try await runner.report(on: lab)
      for console in consoles {
        let terminal = TerminalReport(lab: lab, console: console)
        terminal.show(report)
        terminal.finish(report)
      }
    } catch let failure as Failure {
      for console in consoles { console.mention(failure.phrase) }
    }
    let home = folder.root.path + "/"
    return transcript.withLock { $0 }.mapValues { lines in
      let text = lines.joined(separator: "\n").replacing(home, with: "").trimmingCharacters(in: .newlines)
      // How long a program without an end runs depends on what else the machine does.
      let timeless = text.replacing(/[0-9]+( s\b|초)/) { "#\($0.output.1)" }
      return mistake.lab == .trained ? Self.lasting(timeless) : timeless
    }
  }

  /// `text` without what differs from run to run and from processor to processor.
  private static func lasting(_ text: String) -> String {
    text.replacing(/[0-9a-f]{12,64}/, with: "#").replacing(/[0-9]+\.[0-9]( s|초)/) { "#\($0.output.1)" }
      .replacing(/-?[0-9]+\.[0-9]{3,}/, with: "#")
      // What a training measured, which is not about the mistake.
      .replacing(/(?m)^run: [^\n]*\n(?:[^\n]+\n)*?[^\n]*sha256 #\n+/, with: "")
  }
}
