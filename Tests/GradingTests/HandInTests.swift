import Checking
import Foundation
import Labs
import Messages
import Testing

@testable import Grading

struct HandInTests {
  static func lab() throws -> Lab {
    let text = "---\ntitle: A lab\nid: a-lab\ndataset: cardiac\n---\n\n```swift exercise=one\nlet a = .FIXME\n```\n"
    return try #require(Lab.parse(text: text, file: "labs/07-a-lab.md").lab)
  }

  @Test func namesOfSystemsAreUnderstood() {
    let moodle = SubmissionName("김 철수_1234_assignsubmission_file_07-a-lab.md")
    #expect(moodle.student == Student(key: "1234", name: "김 철수"))
    #expect(moodle.original == "07-a-lab.md")
    let canvas = SubmissionName("kimcheolsu_LATE_77_9001_07-a-lab-2.md")
    #expect(canvas.student == Student(key: "77", name: "kimcheolsu"))
    #expect(canvas.isLate)
    #expect(canvas.order == "000002")
    let blackboard = SubmissionName("Lab 7_kim01_attempt_2026-11-28-10-22-33_07-a-lab.md")
    #expect(blackboard.student.key == "kim01")
    #expect(blackboard.order == "2026-11-28-10-22-33")
    #expect(SubmissionName("이영희.md").student == Student(key: "이영희", name: "이영희"))
  }

  @Test func whatALearnerCallsThemselvesTakesNobodysPlace() {
    // A folder ends with the system's words, a file with the learner's.
    let folder = SubmissionName("Eve x_101_assignsubmission_file_999_assignsubmission_file_", isFolder: true)
    #expect(folder.student.key == "999")
    let file = SubmissionName("Eve_999_assignsubmission_file_a_101_assignsubmission_file_b.md")
    #expect(file.student.key == "999")
    #expect(SubmissionName("kim\n\u{1b}[2J\u{202E}.md").student.key == "kim  [2J ")
    func keys(_ logins: String...) -> [String] {
      let names = logins.map { "Lab 6_\($0)_attempt_2026-11-20-10-00-00_06-lab.md" }
      let known = SubmissionName.logins(of: names)
      return names.map { SubmissionName($0, logins: known).student.key }
    }
    #expect(keys("j_kim", "s_kim", "lee") == ["j_kim", "s_kim", "lee"])
    // Who else handed in changes nobody's key, unless it would be the same.
    #expect(keys("j_kim", "j_lee") == ["kim", "lee"] && keys("j_kim", "j_lee", "s_park") == ["kim", "lee", "park"])
    #expect(keys("a_b_kim", "b_kim", "kim") == ["a_b_kim", "Lab 6_b_kim", "Lab 6_kim"])
    #expect(SubmissionName("a\u{200D}b.md").student.key == "a\u{200D}b")
  }

  @Test func aZipOfALearnersOwnDoesNotSayWhenItWasHandedIn() throws {
    var zip = ZipWriter()
    for number in 1...3 { zip.add("07-a-lab-\(number).md", Array("\(try Self.lab().text)\n\(number)".utf8)) }
    let root = try folder([("lee.md", try Self.lab().text)])
    defer { try? FileManager.default.removeItem(at: root) }
    let place = root.appendingPathComponent("kim.zip")
    try Data(zip.bytes).write(to: place)
    let time = Date(timeIntervalSince1970: 1_764_547_140)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: place.path)
    let (list, _) = try HandInReader(for: try Self.lab()).handIns(in: root.path)
    let kim = try #require(list.first { $0.student.key == "kim" })
    #expect(kim.time == time)
    #expect(kim.remarks == [Message(SubmissionPhrase.newest(taken: kim.file, of: 3))])
  }

  @Test func ofVeryManyFilesSomeAreLookedAt() throws {
    var zip = ZipWriter()
    for number in 0..<2_100 { zip.add("\(number).md", Array("no lab".utf8)) }
    let root = try folder([("lee.md", try Self.lab().text)])
    defer { try? FileManager.default.removeItem(at: root) }
    try Data(zip.bytes).write(to: root.appendingPathComponent("kim.zip"))
    let (list, _) = try HandInReader(for: try Self.lab()).handIns(in: root.path)
    #expect(list.map(\.text).map { $0 != nil } == [false, true])
    #expect(list[0].remarks.map(\.id) == ["submission.tooMuch"])
  }

  @Test func filesOfLearnersMeetNobodyElses() {
    func name(_ key: String) -> String { FeedbackWriter.fileName(of: Student(key: key, name: key)) }
    let made = name("j_kim")
    #expect(made.hasPrefix("j-kim-") && name(made) != made)
    #expect(name("101") == "101")
    #expect(name(String(repeating: "\u{AC00}", count: 300)).utf8.count < 200)
  }

  @Test func noValueIsAFormulaHoweverItIsParted() {
    #expect(TableText.defused("=1+1") == "'=1+1")
    #expect(TableText.defused("x;=1+1;") == "x;'=1+1;")
    for start in ["\t", "\n", "\u{FEFF}", " ", "\u{2028}"] {
      #expect(TableText.defused(start + "=1").contains("'=1"), "\(start.debugDescription)")
    }
    #expect(
      TableText.defused("a\n=1+1") == "a\n'=1+1" && TableText.defused("a\t=1+1") == "a =1+1"
        && TableText.defused("Kim-Lee") == "Kim-Lee")
  }

  private func folder(_ files: [(String, String)]) throws -> URL {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("handins-\(UUID().uuidString)")
    for (number, file) in files.enumerated() {
      let place = root.appendingPathComponent(file.0)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.1.utf8).write(to: place)
      let time = Date(timeIntervalSince1970: 1_700_000_000 + Double(number))
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: place.path)
    }
    return root
  }

  @Test func filesFoldersAndZipsOfAClass() throws {
    let own = try Self.lab().text
    var zip = ZipWriter()
    zip.add("course/labs/07-a-lab.md", Array(own.replacing(".FIXME", with: "3").utf8))
    zip.add("course/labs/01-other.md", Array("---\nid: other\n---\n".utf8))
    let root = try folder([
      ("kim.md", own.replacing(".FIXME", with: "1")), ("lee/labs/07-a-lab.md", own.replacing(".FIXME", with: "2")),
      ("nobody/readme.md", "hello"), ("twice_5_assignsubmission_file_/old.md", own),
      ("twice_5_assignsubmission_file_/new.md", own.replacing(".FIXME", with: "5")),
    ])
    defer { try? FileManager.default.removeItem(at: root) }
    try Data(zip.bytes).write(to: root.appendingPathComponent("park.zip"))
    let (list, _) = try HandInReader(for: try Self.lab()).handIns(in: root.path)
    let found = Dictionary(uniqueKeysWithValues: list.map { ($0.student.key, $0) })
    #expect(found.keys.sorted() == ["5", "kim", "lee", "nobody", "park"])
    #expect(found["kim"]?.text?.contains("let a = 1") == true)
    #expect(found["lee"]?.text?.contains("let a = 2") == true)
    #expect(found["park"]?.text?.contains("let a = 3") == true)
    #expect(found["5"]?.text?.contains("let a = 5") == true)
    #expect(found["5"]?.remarks.first?.phrase is SubmissionPhrase)
    #expect(found["nobody"]?.text == nil)
    #expect(found["nobody"]?.remarks == [Message(SubmissionPhrase.noLab(lab: "A lab", found: ["nobody/readme.md"]))])
  }

  @Test func `a class in a zip is read as it is in a folder, from the disk, also by a link to it`() throws {
    let own = try Self.lab().text
    let names = (0..<300).map { "Learner \($0)_\(1000 + $0)_assignsubmission_file_/07-a-lab.md" }
    var zip = ZipWriter()
    for (number, name) in names.enumerated() { zip.add(name, Array(own.replacing(".FIXME", with: "\(number)").utf8)) }
    let root = try folder([("none.md", own)])
    defer { try? FileManager.default.removeItem(at: root) }
    let place = root.appendingPathComponent("class.zip")
    try Data(zip.bytes).write(to: place)
    let link = root.appendingPathComponent("link.zip")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "class.zip")
    for path in [place.path, link.path] {
      let (list, remarks) = try HandInReader(for: try Self.lab()).handIns(in: path)
      #expect(list.count == 300 && remarks.isEmpty)
      #expect(list[7].student.key == "1007" && list[7].text == own.replacing(".FIXME", with: "7"))
    }
    // Cut off while it is read, it is named, and nobody waits.
    let (list, _) = try HandInReader(for: try Self.lab()).handIns(in: place.path)
    #expect(truncate(place.path, 40) == 0)
    #expect(list[7].text == nil && list[7].remarks.map(\.id) == ["submission.zip"])
    #expect(throws: GradingProblem.self) { try HandInReader(for: try Self.lab()).handIns(in: place.path) }
  }

  @Test func noLinkIsFollowed() throws {
    let root = try folder([("kim.md", try Self.lab().text)])
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createSymbolicLink(
      atPath: root.appendingPathComponent("lee.md").path,
      withDestinationPath: root.appendingPathComponent("kim.md").path)
    let (list, remarks) = try HandInReader(for: try Self.lab()).handIns(in: root.path)
    #expect(list.map(\.student.key) == ["kim"])
    #expect(remarks == [.notAFile(file: "lee.md")])
  }

  @Test func timesAreReadAsPeopleWriteThem() throws {
    #expect(WrittenTime.date("2026-11-30T23:59+09:00")?.timeIntervalSince1970 == 1_796_050_740)
    #expect(WrittenTime.date("2026-11-30 14:59Z") == WrittenTime.date("2026-11-30T23:59+09:00"))
    for bad in ["", "tomorrow", "2026-13-01", "2026-11-31T10:00", "30.11.2026"] {
      #expect(WrittenTime.date(bad) == nil)
    }
  }
}
