import Foundation
import Testing

/// Where the result goes, and where the command stands.
@Suite(.serialized) struct OutputTests {
  private func shell(_ script: String) throws -> (status: Int32, errors: String, course: CourseFixture) {
    let course = try CourseFixture()
    try course.write(CourseCommandTests.lab, to: "labs/01-functions.md")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, "sh", CourseFixture.program.path]
    process.currentDirectoryURL = course.folder
    process.environment = ProcessInfo.processInfo.environment.merging(["SEGLAB_LANG": "en"]) { $1 }
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said, course)
  }

  @Test(arguments: ["list", "list --json", "--help", "--version", "run 1 --json", "run 1", "data list"])
  func `a result that cannot be written is a failure`(words: String) throws {
    for place in ["> /dev/full", ">&-"] {
      let (status, errors, _) = try shell("\"$1\" \(words) \(place)")
      #expect(status == 70 && errors.contains("standard output"), "\(words) \(place): \(status) \(errors)")
    }
  }

  @Test func `a reader that went away is none`() throws {
    let (status, errors, _) = try shell("(trap '' PIPE; sleep 0.2; exec \"$1\" list) | true; echo done >&2")
    #expect(status == 0 && errors == "done\n", "\(errors)")
  }

  @Test func `what is said is never written into a file that is opened later`() throws {
    let (status, _, course) = try shell("\"$1\" hint 1 dice >&- 2>&-")
    #expect(status == 70)
    #expect(try !course.text(".seglab/progress/functions.json").contains("Hint"))
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["list", "run 1", "hint 1", "data list", "init", "reset 1"])
  func `a working directory that was deleted is told of`(words: String) throws {
    let (status, errors, _) = try shell("mkdir gone && cd gone && rmdir ../gone && \"$1\" \(words)")
    #expect(status == 65 && errors.contains("no longer there"), "\(errors)")
  }

  @Test func `a new course folder is gone into first, and not where one is in it already`() throws {
    let course = try CourseFixture()
    course.home = CourseFixture.root
    #expect(try course.seglab("init", "a course").output.contains("cd 'a course'"))
    let here = try course.seglab("init").output
    #expect(here.contains("Next: `seglab data make cardiac`") && !here.contains("`cd "), "\(here)")
  }
}
