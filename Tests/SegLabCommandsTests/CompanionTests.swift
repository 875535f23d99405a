import Foundation
import Testing

/// Commands that another program does, where that one was not built.
struct CompanionTests {
  @Test(arguments: [
    ["notebook"], ["site", "serve"], ["grade", "class"], ["grades"], ["export", "runs"], ["import", "weights"],
    ["run", "1", "--logdir", "logs"],
  ])
  func `a program that was not built is named, with the line that builds it`(_ arguments: [String]) throws {
    let course = try CourseFixture()
    let alone = course.folder.appendingPathComponent("seglab")
    // By another program: while this one writes a file, what other tests start would hold it open, and it could not be run.
    let copy = try Process.run(URL(fileURLWithPath: "/bin/cp"), arguments: [CourseFixture.program.path, alone.path])
    copy.waitUntilExit()
    try #require(copy.terminationStatus == 0)
    let process = Process()
    let errors = Pipe()
    (process.executableURL, process.arguments) = (alone, arguments)
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, errors)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SEGLAB_HOME": CourseFixture.root.path, "SEGLAB_LANG": "en"]
    ) { $1 }
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    let command = (["seglab"] + arguments.filter { $0 != "class" }).joined(separator: " ")
    #expect(said.hasPrefix("`\(command)` is the work of a program of its own, seglab-"), "\(said)")
    #expect(said.contains("swift build -c "), "\(said)")
  }

  @Test func `what is listed under a companion's name is one of its commands`() throws {
    let course = try CourseFixture()
    for group in ["export", "import"] {
      let list = try course.run([group, "--help"], language: "en").output
      let names = list.components(separatedBy: "SUBCOMMANDS:\n").last?.split(separator: "\n")
        .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
      for name in try #require(names) {
        let help = try course.run([group, name, "--help"], language: "en")
        #expect(help.status == 0 && help.output.contains("USAGE: seglab \(group) \(name)"), "\(help)")
        #expect(try course.run(["help", group, name], language: "en").output == help.output)
      }
    }
  }
}
