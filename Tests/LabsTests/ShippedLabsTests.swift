import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import Testing

/// The labs and solutions that come with SegLab.
@Suite struct ShippedLabsTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "labs").path)) ?? []
    return files.filter { $0.hasSuffix(".md") && $0.split(separator: ".").count == 2 && $0 != "README.md" }.sorted()
  }()

  @Test("the course has no mistakes")
  func course() throws {
    let course = try Course.read(Self.root.appending(path: "labs").path)
    #expect(course.diagnostics.isEmpty)
    #expect(course.entries.map { $0.name + ".md" } == Self.names)
    for entry in course.entries {
      #expect(entry.diagnostics.map { "\($0.line): \($0.summary.text(in: .english))" } == [])
      #expect(entry.lab != nil)
    }
  }

  @Test("each lab has holes and hints for every exercise, and an open place for every answer", arguments: names)
  func asShipped(_ name: String) throws {
    let lab = try #require(try Lab.read(Self.root.appending(path: "labs/\(name)").path, as: "labs/\(name)").lab)
    var hints: [String: Int] = [:]
    for case .hint(let hint) in lab.blocks { hints[hint.target, default: 0] += 1 }
    for case .exercise(let code) in lab.blocks {
      #expect(code.body.contains(".FIXME"), "\(code.id)")
      #expect(hints[code.id, default: 0] >= 2, "\(code.id)")
    }
    for case .answer(let answer) in lab.blocks { #expect(["", "?"].contains(answer.text), "\(answer.question)") }
  }

  @Test("each lab has a solution that leaves no hole and no question open", arguments: names)
  func solution(_ name: String) throws {
    let lab = try #require(try Lab.read(Self.root.appending(path: "labs/\(name)").path, as: "labs/\(name)").lab)
    let path = Self.root.appending(path: "solutions/\(name)").path
    let (solution, mistakes) = try Solution.read(path, as: "solutions/\(name)")
    #expect(mistakes.map { "\($0.line): \($0.summary.text(in: .english))" } == [])
    let (completed, problems) = lab.completed(with: try #require(solution))
    #expect(problems.map { $0.summary.text(in: .english) } == [])
    let done = try #require(completed)
    #expect(done.blocks.count == lab.blocks.count)
    for case .exercise(let code) in done.blocks { #expect(!code.body.contains("FIXME"), "\(code.id)") }
    var answers: [String: String] = [:]
    for case .answer(let answer) in done.blocks { answers[answer.question] = answer.text }
    for case .question(let question) in done.blocks {
      let answer = answers[question.id] ?? ""
      switch question.form {
      case .choice(let choices): #expect(choices.first { $0.key == answer }?.isRight == true, "\(question.id)")
      case .number(let value, let tolerance, _):
        #expect(Double(answer).map { abs($0 - value) <= tolerance } == true, "\(question.id)")
      case .text: #expect(!answer.isEmpty, "\(question.id)")
      }
    }
  }
}
