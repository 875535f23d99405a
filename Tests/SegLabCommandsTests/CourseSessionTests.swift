import Courses
import Foundation
import Testing

@testable import Sessions

/// One learner's work as a stream of events, with a judge that is a line of shell.
@Suite(.serialized) struct CourseSessionTests {
  /// The names of the events after a lab was looked at, saved once more when `isReady` of them have come, and looked at again.
  private func events(judge script: String, savedAfter isReady: @Sendable (String) -> Bool) async throws -> [String] {
    let course = try CourseFixture()
    try course.write(CourseCommandTests.lab, to: "labs/01-functions.md")
    let process = JudgeProcess(
      program: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"], silentSeconds: 60)
    let runner = LabRunner(folder: CourseFolder(root: course.folder), engine: "test", threads: 1, process: process)
    let session = CourseSession(runner: runner)
    await session.look()
    var names: [String] = []
    for await event in session.events {
      let name = String(String(describing: event).prefix { $0 != "(" })
      names.append(name)
      if isReady(name), names.count(where: isReady) == 1 {
        try course.write(CourseCommandTests.lab + "\nMore.\n", to: "labs/01-functions.md")
        await session.look()
      }
      if names.count(where: { $0 == "began" }) == 2 { break }
    }
    await session.end()
    return names
  }

  @Test(.timeLimit(.minutes(5))) func `what had ended is not called off by the next save`() async throws {
    let names = try await events(judge: "exit 0") { $0 == "checked" }
    #expect(!names.contains("calledOff") && names.contains("checked"), "\(names)")
  }

  @Test(.timeLimit(.minutes(5))) func `what is going on is called off by the next save`() async throws {
    let names = try await events(judge: "sleep 50") { $0 == "began" }
    #expect(names.contains("calledOff") && !names.contains("checked"), "\(names)")
  }
}
