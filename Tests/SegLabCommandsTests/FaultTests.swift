import Foundation
import Testing

/// Every command in a course folder with which something is wrong: a clear line, the right exit code, nothing lost.
@Suite struct FaultTests {
  /// What can be wrong with a course folder.
  enum Fault: String, CaseIterable {
    case noCourse, labsIsAFile, labIsAFolder, labIsBinary, labIsHuge, labHasNoFrontMatter, idTwice, stateIsAFile,
      diskIsFull
    case storeIsCut
  }

  /// A command, its exit code, and a word of what it says.
  typealias Attempt = (arguments: [String], status: Int32, words: String)

  private static let lab = "labs/01-functions.md"

  /// What each command does about each fault.
  static let attempts: [Fault: [Attempt]] = [
    .noCourse: [
      (["list"], 65, "seglab init"), (["run", "1"], 65, "seglab init"), (["hint", "1"], 65, "seglab init"),
      (["answer", "1", "why", "a"], 65, "seglab init"), (["solution", "1", "dice"], 65, "seglab init"),
      (["diff", "1"], 65, "seglab init"), (["summary", "1"], 65, "seglab init"), (["check-all"], 65, "seglab init"),
      (["reset", "1"], 65, "seglab init"), (["update"], 65, "seglab init"), (["watch"], 65, "seglab init"),
      (["calibrate", "1"], 65, "seglab init"), (["verify"], 65, "labs"), (["data", "list"], 0, "No data sets"),
      (["data", "show", "x"], 65, "no data set"), (["data", "import", "nowhere", "--as", "x"], 65, "nowhere"),
    ],
    .labsIsAFile: [
      (["list"], 65, "seglab init"), (["update"], 65, "seglab init"), (["watch"], 65, "seglab init"),
      (["new", "lab", "a"], 65, "could not be written"), (["init"], 65, "could not be written"),
    ],
    .labIsAFolder: [
      (["list"], 65, "is not a file"), (["run", "1"], 65, "is not a file"), (["summary", "1"], 65, "is not a file"),
      (["hint", "1"], 65, "is not a file"), (["answer", "1", "why", "a"], 65, "is not a file"),
      (["reset", "1", "dice"], 65, "seglab reset 01-functions"), (["update"], 65, "is not a file"),
      (["check-all"], 65, "is not a file"), (["verify", "--look"], 65, "is not a file"),
      (["reset", "1"], 0, "backups"),
      (["run", "1"], 1, "Holes left"),
    ],
    .labIsBinary: [
      (["list"], 65, "not UTF-8"), (["run", "1"], 65, "not UTF-8"),
      (["run", "1", "--json"], 65, "\"verdict\" : \"error\""),
      (["update"], 65, "not UTF-8"), (["diff", "1"], 65, "not UTF-8"), (["reset", "1", "dice"], 65, "not UTF-8"),
      (["reset", "1"], 0, "backups"), (["run", "1"], 1, "Holes left"),
    ],
    .labIsHuge: [
      (["list"], 65, "bytes"), (["run", "1"], 65, "4,194,304 bytes"), (["reset", "1"], 0, "backups"),
      (["run", "1"], 1, "Holes left"),
    ],
    .labHasNoFrontMatter: [
      (["list"], 65, "front matter"), (["run", "1"], 65, "as it was shipped it could"),
      (["hint", "1"], 65, "front matter"),
      (["check-all"], 65, "front matter"), (["reset", "1"], 0, "backups"), (["run", "1"], 1, "Holes left"),
    ],
    .idTwice: [
      (["list"], 65, "belongs to labs/01-functions.md already"), (["run", "functions"], 65, "may be"),
      (["run", "2"], 1, "Holes left"), (["verify", "--look"], 65, "already"),
    ],
    .stateIsAFile: [
      (["list"], 65, ".seglab.old"), (["run", "1"], 65, ".seglab.old"), (["hint", "1"], 65, ".seglab.old"),
      (["watch"], 65, ".seglab.old"), (["data", "make", "cardiac", "--count", "1"], 65, ".seglab.old"),
      (["init"], 65, ".seglab.old"),
    ],
    .diskIsFull: [
      (["list"], 0, "Functions"), (["run", "1"], 70, "cannot be"), (["hint", "1"], 65, "could not be written"),
      (["answer", "1", "why", "a"], 65, "could not be written"), (["reset", "1"], 65, "could not be written"),
      (["summary", "1"], 70, "cannot be"), (["check-all"], 70, "cannot be"),
      (["data", "make", "cardiac", "--count", "1"], 65, "cannot be written"),
      (["solution", "1", "dice", "--insist"], 65, "could not be written"),
      (["new", "lab", "a"], 65, "could not be written"),
    ],
    .storeIsCut: [
      (["list"], 0, "Functions"), (["run", "1"], 1, "Holes left"), (["hint", "1"], 0, "Hint 1 of 1"),
      (["diff", "1"], 1, "passed"),
      (["data", "list"], 65, "damaged"), (["data", "show", "hearts"], 65, "damaged"),
    ],
  ]

  private func course(with fault: Fault) throws -> CourseFixture {
    let course = try CourseFixture()
    guard fault != .noCourse else { return course }
    if fault == .labsIsAFile {
      try course.write("x", to: "labs")
      return course
    }
    let text = CourseCommandTests.lab
    try course.write(text, to: Self.lab)
    try course.write(CourseCommandTests.solution, to: "solutions/01-functions.md")
    let file = course.folder.appendingPathComponent(Self.lab)
    if fault != .stateIsAFile { try course.write(text, to: ".seglab/originals/01-functions.md") }
    course.home = course.folder.appendingPathComponent("home")
    try course.write("", to: "home/site/templates/none")
    try course.write(text.replacing("Prose.", with: "Better prose."), to: "home/labs/01-functions.md")
    switch fault {
    case .noCourse, .labsIsAFile: break
    case .labIsAFolder:
      try FileManager.default.removeItem(at: file)
      try course.write("mine", to: "\(Self.lab)/notes.txt")
    case .labIsBinary: try Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 * 7919 + 200) }).write(to: file)
    case .labIsHuge: try Data(repeating: 120, count: 50_000_000).write(to: file)
    case .labHasNoFrontMatter: try course.write("hello", to: Self.lab)
    case .idTwice: try course.write(text, to: "labs/02-copy.md")
    case .stateIsAFile: try course.write("x", to: ".seglab")
    case .diskIsFull: course.isDiskFull = true
    case .storeIsCut:
      #expect(try course.seglab("data", "make", "cardiac", "--count", "2", "--as", "hearts").status == 0)
      #expect(try course.seglab("run", "1").status == 1)
      try cut(course, in: ".seglab/progress", to: 30)
      try cut(course, in: ".seglab/cache", to: 20)
      try cut(course, in: ".seglab/data/hearts", to: 100)
      try course.write("", to: ".seglab/progress/functions.json.0123456789abcdef.part")
    }
    return course
  }

  /// Leaves of each file in a folder no more than so many bytes, as a program does that is killed on a machine that loses power.
  private func cut(_ course: CourseFixture, in folder: String, to count: Int) throws {
    let place = course.folder.appendingPathComponent(folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
      let file = place.appendingPathComponent(name)
      try Data(Data(contentsOf: file).prefix(count)).write(to: file)
    }
  }

  @Test(arguments: Fault.allCases) func `every command says what is wrong, and loses nothing`(fault: Fault) throws {
    let course = try course(with: fault)
    let file = course.folder.appendingPathComponent(Self.lab)
    let before = try? Data(contentsOf: file)
    for attempt in try #require(Self.attempts[fault]) {
      let result = try course.run(attempt.arguments, language: "en")
      let said = result.output + result.errors
      #expect(
        result.status == attempt.status && said.contains(attempt.words), "\(attempt.arguments): \(said.prefix(600))")
      #expect(!said.contains("did not expect this of itself") && !said.contains(".."), "\(attempt.arguments): \(said)")
      guard let before, (try? Data(contentsOf: file)) != before else { continue }
      let backups = course.folder.appendingPathComponent(".seglab/backups")
      let kept = try FileManager.default.contentsOfDirectory(atPath: backups.path).map {
        try Data(contentsOf: backups.appendingPathComponent($0))
      }
      #expect(kept.contains(before), "\(attempt.arguments)")
    }
    if fault == .labIsAFolder {
      let backups = course.folder.appendingPathComponent(".seglab/backups")
      let name = try #require(FileManager.default.contentsOfDirectory(atPath: backups.path).first)
      #expect(try course.text(".seglab/backups/\(name)/notes.txt") == "mine")
    }
  }

  /// Runs the program as somebody to whom the course belongs, but who may not write there.
  @Test(.enabled(if: FaultTests.canBeNobody, "needs to be root, and setpriv"))
  func `a folder that is not one's own is told of`()
    throws
  {
    let course = try course(with: .idTwice)
    course.isNobody = true
    let attempts: [Attempt] = [
      (["list"], 65, "Functions"), (["hint", "1"], 65, "belongs to another user"),
      (["reset", "1"], 65, "belongs to another user"), (["answer", "1", "why", "a"], 65, "Permission denied"),
      (["watch"], 65, "belongs to another user"),
    ]
    for attempt in attempts {
      let result = try course.run(attempt.arguments, language: "en")
      let said = result.output + result.errors
      #expect(result.status == attempt.status && said.contains(attempt.words), "\(attempt.arguments): \(said)")
    }
  }

  /// Whether tests can run a program as a user who may do nothing, and that user can reach it.
  static let canBeNobody: Bool = {
    guard geteuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
    process.arguments = CourseFixture.nobody + [CourseFixture.program.path, "--version"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
