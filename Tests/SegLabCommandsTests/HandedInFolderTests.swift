import Foundation
import Testing

/// A course folder that came from somebody else, with something in it that no honest hand put there: a clear line, no waiting, and what
/// is none of SegLab's stays as it is.
@Suite(.serialized) struct HandedInFolderTests {
  private static let lab = "labs/01-functions.md"

  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(CourseCommandTests.lab, to: Self.lab)
    try course.write(CourseCommandTests.lab, to: ".seglab/originals/01-functions.md")
    try course.write(CourseCommandTests.solution, to: "solutions/01-functions.md")
    try course.write("precious", to: "elsewhere/precious.txt")
    course.home = course.folder.appendingPathComponent("home")
    try course.write("", to: "home/site/templates/none")
    try course.write(CourseCommandTests.lab.replacing("Prose.", with: "Better."), to: "home/labs/01-functions.md")
    return course
  }

  private func link(_ course: CourseFixture, _ name: String, to target: String) throws {
    let place = course.folder.appendingPathComponent(name)
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: place.path, withDestinationPath: target)
  }

  private func isLink(_ course: CourseFixture, _ name: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: course.folder.appendingPathComponent(name).path)) != nil
  }

  @Test(arguments: ["", "/data", "/runs", "/progress", "/cache", "/originals", "/backups", "/lock"])
  func `a link in SegLab's own folder is named, and removing it is enough`(name: String) throws {
    let course = try course()
    let elsewhere = course.folder.appendingPathComponent("elsewhere").path
    try link(course, ".seglab" + name, to: name == "/lock" ? elsewhere + "/precious.txt" : elsewhere)
    for words in [
      ["run", "1"], ["list"], ["hint", "1"], ["reset", "1"], ["update"], ["check-all"], ["data", "list"],
    ] {
      let result = try course.run(words, language: "en")
      #expect(result.status == 65 && result.errors.contains("symbolic link"), "\(words): \(result.errors)")
      #expect(result.errors.contains(".seglab\(name)`"), "\(result.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere) == ["precious.txt"])
    #expect(try course.text("elsewhere/precious.txt") == "precious")
    try FileManager.default.removeItem(at: course.folder.appendingPathComponent(".seglab" + name))
    #expect(try course.seglab("hint", "1").status == 0)
  }

  @Test(.timeLimit(.minutes(5))) func `a pipe for a lock is not waited for`() throws {
    let course = try course()
    mkfifo(course.folder.appendingPathComponent(".seglab/lock").path, 0o600)
    let result = try course.seglab("check-all")
    #expect(result.status == 65 && result.errors.contains("lock.old"), "\(result.errors)")
  }

  @Test(arguments: [
    "{", "[]", #"{"schema":"other"}"#, #"{"schema":"seglab/progress/v1"}"#,
    #"{"cells":{"dice":"splendid"},"hints":{},"lab":"functions","schema":"seglab/progress/v1","verdict":"passed"}"#,
    #"{"cells":{},"hints":{"dice":1e300},"lab":"functions","schema":"seglab/progress/v1","verdict":"passed"}"#,
    #"{"cells":{},"hints":{"dice":"1"},"lab":"functions","schema":"seglab/progress/v1","verdict":"passed"}"#,
    #"{"cells":{},"hints":{},"lab":"functions","revealed":[3],"schema":"seglab/progress/v1","verdict":"passed"}"#,
    #"{"cells":{},"hints":{},"lab":"functions","runs":{},"schema":"seglab/progress/v1","verdict":"passed"}"#,
    #"{"cells":{},"hints":{},"lab":"another","schema":"seglab/progress/v1","verdict":"passed"}"#,
  ])
  func `progress that cannot be understood is put aside and told of`(text: String) throws {
    let course = try course()
    for words in [["list"], ["hint", "1", "dice"], ["solution", "1", "dice", "--insist"], ["run", "1"]] {
      try course.write(text, to: ".seglab/progress/functions.json")
      let result = try course.run(words, language: "en")
      #expect(result.status <= 1 && result.errors.contains("put aside"), "\(words): \(result)")
    }
    let folder = course.folder.appendingPathComponent(".seglab/progress")
    let aside = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".damaged-") }
    #expect(aside.count == 4)
    for name in aside { #expect(try course.text(".seglab/progress/" + name) == text) }
  }

  @Test(arguments: [-1, Int.max, Int.min, 7]) func `any count of hints is one that can be`(count: Int) throws {
    let course = try course()
    try course.write(
      #"{"cells":{},"hints":{"dice":\#(count)},"lab":"functions","schema":"seglab/progress/v1","verdict":"passed"}"#,
      to: ".seglab/progress/functions.json")
    let result = try course.seglab("hint", "1", "dice")
    #expect(result.status == 0 && result.output.contains("Hint 1 of 1"), "\(result)")
  }

  @Test func `progress of a newer SegLab is put aside and told of, whole`() throws {
    let course = try course()
    let text = #"{"schema":"seglab/progress/v2","lab":"functions","cells":[1,2]}"#
    for (words, status) in [
      (["list"], 0), (["hint", "1"], 0), (["solution", "1", "dice", "--insist"], 0), (["run", "1"], 1),
    ] {
      try course.write(text, to: ".seglab/progress/functions.json")
      let result = try course.run(words, language: "en")
      #expect(result.status == status && result.errors.contains("newer SegLab"), "\(words): \(result)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: course.folder.path + "/.seglab/progress")
    let aside = names.filter { $0.contains(".newer-") }
    #expect(aside.count == 4)
    for name in aside { #expect(try course.text(".seglab/progress/" + name) == text) }
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["link", "lost link", "pipe", "sparse"])
  func `what stands in the place of a lab is not waited for, not followed and not lost`(what: String) throws {
    let course = try course()
    let file = course.folder.appendingPathComponent(Self.lab)
    try FileManager.default.removeItem(at: file)
    switch what {
    case "link": try link(course, Self.lab, to: "../elsewhere/precious.txt")
    case "lost link": try link(course, Self.lab, to: "../elsewhere/new.txt")
    case "pipe": mkfifo(file.path, 0o600)
    default:
      try Data().write(to: file)
      truncate(file.path, 100 << 30)
    }
    for words in [["list"], ["run", "1"], ["answer", "1", "why", "a"], ["update"], ["init"]] {
      let result = try course.run(words, language: "en")
      #expect(result.status == (words == ["init"] ? 0 : 65), "\(words): \(result)")
    }
    let result = try course.seglab("reset", "1")
    #expect(result.status == (what.hasSuffix("link") ? 65 : 0), "\(result)")
    if what.hasSuffix("link") {
      #expect(isLink(course, Self.lab))
    } else {
      #expect(try course.text(Self.lab) == CourseCommandTests.lab)
      #expect(try FileManager.default.contentsOfDirectory(atPath: course.folder.path + "/.seglab/backups").count == 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: course.folder.path + "/elsewhere") == ["precious.txt"])
    #expect(try course.text("elsewhere/precious.txt") == "precious")
  }

  @Test func `an answer goes where a link leads, if that is a lab`() throws {
    let course = try course()
    try course.write(CourseCommandTests.lab, to: "elsewhere/mine.md")
    try link(course, Self.lab, to: "../elsewhere/mine.md")
    #expect(try course.seglab("answer", "1", "why", "a").status == 0)
    #expect(try isLink(course, Self.lab) && course.text("elsewhere/mine.md").contains("answer=why\na\n"))
  }

  @Test func `a folder that can only be read is judged`() throws {
    let course = try course()
    let state = course.folder.appendingPathComponent(".seglab")
    guard geteuid() == 0 else { return }
    // Another user's folder: this user writes nothing there.
    try #require(chown(state.path, 1234, 1234) == 0)
    let result = try course.seglab("run", "1", "--json")
    #expect(result.status == 1 && result.output.contains("\"verdict\""), "\(result)")
    #expect(result.errors.contains("belongs to another user"), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: state.path) == ["originals"])
    #expect(try course.seglab("check-all").status == 1)
    let made = try course.seglab("data", "make", "cardiac", "--count", "1")
    #expect(made.status == 65 && made.errors.contains("another user"), "\(made.errors)")
  }
}
