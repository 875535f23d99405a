import Foundation
import Testing

/// A run whose trainings others do.
@Suite(.serialized) struct SharedRunTests {
  /// A lab whose first experiment could train, with a hole behind it.
  private static let lab =
    CommandTests.smallLab + """

      ```swift exercise=second
      let other = Network("other") {
        Input(shape: [32, 32, 1])
        Conv2D("score", filter: .FIXME)
      }
      ```
      ```yaml experiment=later
      network: other
      training: {epochs: 3}
      ```
      """

  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(Self.lab, to: "labs/01-small.md")
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    #expect(try course.seglab("data", "import", "tiny", "--as", "tiny").status == 0)
    return course
  }

  @Test(arguments: [[], ["--train-all"]])
  func `holes are told as by any run, and nothing is handed in for them`(more: [String]) throws {
    let course = try course()
    let run = try course.run(["run", "1", "--on", "store", "--store", "work"] + more, language: "en")
    #expect(run.status == 75, "\(run)")
    let here = try course.run(["run", "1", "--profile", "quick"] + more, language: "en")
    let line = try #require(here.output.split(separator: "\n").first { $0.contains("hole") })
    #expect(line.hasPrefix("labs/01-small.md:") && run.output.contains(line), "\(run.output)")
    #expect(run.output.contains("second"))
    let jobs = try course.seglab("jobs", "work", "--json")
    #expect(jobs.output.components(separatedBy: "\"kind\" : \"train\"").count == 2, "\(jobs.output)")
  }

  @Test func `a store whose folder is a link is one, and what is in the way is named`() throws {
    let course = try course()
    try course.write("", to: "disk/.note")
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: course.folder.appendingPathComponent(name).path, withDestinationPath: target)
    }
    try link("work", to: "disk")
    #expect(try course.seglab("run", "1", "--on", "store", "--store", "work").status == 75)
    #expect(try course.seglab("jobs", "work").status == 0)
    #expect(try course.text("disk/store.json").contains("patience"))
    try link(".seglab/work", to: "../disk")
    let refused = try course.seglab("run", "1", "--on", "store")
    #expect(refused.status == 65 && refused.errors.contains("symbolic link"), "\(refused)")
    #expect(refused.errors.contains("--store FOLDER"))
  }
}
