import Checking
import Diagnostics
import Foundation
import Labs
import Messages
import Testing

@Suite struct CourseTests {
  private static func lab(_ id: String, after: String = "") -> String {
    "---\ntitle: \(id)\nid: \(id)\ndataset: cardiac\n\(after)---\n\nWords.\n"
  }

  /// A folder with these files, gone afterwards.
  private static func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try body(folder.path)
  }

  private static let files = [
    "02-fcn.md": lab("fcn", after: "after: [fully-connected]\n"), "01-fully-connected.md": lab("fully-connected"),
    "10-unet.md": "no lab at all", "README.md": "# The labs", "01-fully-connected.ko.md": "# 완전 연결",
    "notes.txt": "notes", ".hidden.md": "",
  ]

  @Test("labs come in the order of their files; those with mistakes are there too")
  func order() throws {
    try Self.withFolder(Self.files) { folder in
      let course = try Course.read(folder + "/")
      #expect(course.entries.map(\.name) == ["01-fully-connected", "02-fcn", "10-unet"])
      #expect(course.entries.map(\.path) == ["01-fully-connected", "02-fcn", "10-unet"].map { "\(folder)/\($0).md" })
      #expect(course.entries.map { $0.lab?.id } == ["fully-connected", "fcn", nil])
      #expect(course.entries.map(\.diagnostics.count) == [0, 0, 1])
      #expect(course.diagnostics.isEmpty)
    }
  }

  @Test(
    "a lab is found by number, id, name or path",
    arguments: [
      "1", "01", "001", "fully-connected", "01-fully-connected", "01-fully-connected.md",
      "FOLDER/01-fully-connected.md", "01-fully-connected.ko.md", "FOLDER/01-fully-connected.ko.md",
    ])
  func found(_ asked: String) throws {
    try Self.withFolder(Self.files) { folder in
      let course = try Course.read(folder)
      #expect(try course.find(asked.replacing("FOLDER", with: folder)).name == "01-fully-connected")
      #expect(try course.find("unet").name == "10-unet")
    }
  }

  @Test("a lab that is not there is asked for with the nearest name")
  func notFound() throws {
    try Self.withFolder(Self.files) { folder in
      let course = try Course.read(folder)
      #expect(throws: CourseError.noSuchLab(asked: "fully-conected", nearest: ["01-fully-connected"])) {
        try course.find("fully-conected")
      }
      #expect(throws: CourseError.noSuchLab(asked: "full", nearest: ["01-fully-connected"])) { try course.find("full") }
      let error = #expect(throws: CourseError.self) { try course.find("7") }
      #expect(
        error?.phrase.text(in: .english)
          == "No lab is called `7`; did you mean `01-fully-connected`, `02-fcn` or `10-unet`?")
      #expect(throws: CourseError.file(.missing(path: "labs/nothing.md"))) { try course.find("labs/nothing.md") }
    }
  }

  @Test("a path may lead outside the course")
  func outside() throws {
    try Self.withFolder(["mine.md": Self.lab("mine")]) { other in
      try Self.withFolder(Self.files) { folder in
        let entry = try Course.read(folder).find(other + "/mine.md")
        #expect(entry.lab?.id == "mine")
      }
    }
  }

  @Test("a number that two labs have is asked about")
  func ambiguous() throws {
    try Self.withFolder(["01-a.md": Self.lab("a"), "1-b.md": Self.lab("b")]) { folder in
      #expect(throws: CourseError.ambiguousLab(asked: "1", matches: ["01-a", "1-b"])) {
        try Course.read(folder).find("1")
      }
    }
  }

  @Test("mistakes between labs are named with file, line and column")
  func between() throws {
    let files = [
      "1.md": Self.lab("a", after: "after: [fcn]\n"), "2.md": Self.lab("fcn", after: "after: [c]\n"),
      "3.md": Self.lab("c", after: "after: [a, fnc, nothing]\n"), "4.md": Self.lab("a"),
      "5.md": Self.lab("d", after: "after: [d]\n"),
    ]
    try Self.withFolder(files) { folder in
      let said = try Course.read(folder).diagnostics.map { diagnostic in
        let help = diagnostic.help?.text(in: .english) ?? ""
        let text =
          "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column): \(diagnostic.summary.text(in: .english)); \(help)"
        return text.replacing(folder, with: "labs")
      }
      #expect(
        said == [
          "labs/3.md:5:12: no lab of the course has the id `fnc`; did you mean `fcn`?",
          "labs/3.md:5:17: no lab of the course has the id `nothing`; name a lab of the course by its `id`, or leave it out",
          "labs/4.md:3:5: the id `a` belongs to labs/1.md already; give one of the two another name",
          "labs/1.md:5:9: these labs come after one another in a circle: c, fcn, a; take one of them out of another's `after`",
        ])
    }
  }

  @Test("a folder without labs is no course")
  func none() throws {
    #expect(throws: CourseError.noFolder(path: "/nowhere")) { try Course.read("/nowhere") }
    try Self.withFolder(["README.md": "# Nothing"]) { folder in
      #expect(throws: CourseError.noLabs(path: folder)) { try Course.read(folder) }
      #expect(throws: CourseError.noFolder(path: folder + "/README.md")) { try Course.read(folder + "/README.md") }
    }
  }

  @Test("a file that cannot be a lab says why")
  func unreadable() throws {
    try Self.withFolder(["a.md": ""]) { folder in
      let path = folder + "/a.md"
      #expect(throws: LabFileError.missing(path: folder + "/b.md")) { try Lab.read(folder + "/b.md") }
      #expect(throws: LabFileError.missing(path: path + "/b.md")) { try Lab.read(path + "/b.md") }
      #expect(throws: LabFileError.notAFile(path: folder)) { try Lab.read(folder) }
      #expect(throws: LabFileError.notAFile(path: "/dev/null")) { try Lab.read("/dev/null") }
      #expect(mkfifo(folder + "/pipe.md", 0o600) == 0)
      #expect(throws: LabFileError.notAFile(path: folder + "/pipe.md")) { try Lab.read(folder + "/pipe.md") }
      try Data(Self.lab("a").utf8 + [0x61, 0xC3, 0x28]).write(to: URL(filePath: path))
      let error = #expect(throws: LabFileError.self) { try Lab.read(path) }
      #expect(error == .notUTF8(path: path, offset: 49, line: 8))
      #expect(
        error?.phrase.text(in: .english)
          == "\(path) is not UTF-8: byte 49, on line 8, does not belong to it; save the file as UTF-8")
      try Data(count: 50_000_000).write(to: URL(filePath: path))
      #expect(throws: LabFileError.tooLarge(path: path)) { try Lab.read(path) }
      let entry = try Course.read(folder).entries[0]
      #expect(entry.lab == nil)
      #expect(entry.diagnostics.count == 1)
    }
  }
}
