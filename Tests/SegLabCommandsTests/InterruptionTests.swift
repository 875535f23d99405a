import Foundation
import Testing

/// A training that is killed, and the same command once more.
@Suite(.serialized) struct InterruptionTests {
  /// A lab whose training takes a few seconds and is written to the disk all the time.
  static let lab = """
    ---
    title: A long lab
    id: long
    dataset: tiny
    ---
    Prose.

    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [32, 32, 1])
      Conv2D("conv", filter: [3, 3, 1, 8], stride: 4, activation: .identity)
      BatchNorm("norm", channels: 8, activation: .relu)
      Dropout("drop", rate: 0.2)
      ConvTranspose2D("up", filter: [4, 4, 8, 2], stride: 4)
    }
    let training = Training(
      learningRate: 0.01, epochs: 600, batchSize: 4, optimizer: .momentum(0.9), checkpointEvery: 2)
    ```
    ```yaml experiment=long
    network: net
    training: training
    ```
    """

  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(Self.lab, to: "labs/01-long.md")
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    let imported = try course.seglab("data", "import", "tiny", "--as", "tiny")
    #expect(imported.status == 0, "\(imported.errors)")
    return course
  }

  private func digest(_ course: CourseFixture) throws -> (digest: String, errors: String) {
    let result = try course.seglab("run", "1", "--json")
    let report = try JSONDecoder().decode(CommandTests.Report.self, from: Data(result.output.utf8))
    let experiment = try #require(report.experiments.first, "\(result.output)\(result.errors)")
    return (experiment.weights_digest, result.errors)
  }

  /// Starts `seglab` and waits until its training was first written to the disk, or it is over.
  private func begin(_ course: CourseFixture, _ arguments: [String], errors: Any = FileHandle.nullDevice) throws
    -> Process
  {
    let process = Process()
    process.executableURL = CourseFixture.program
    process.arguments = arguments
    process.currentDirectoryURL = course.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let runs = course.folder.appendingPathComponent(".seglab/runs").path
    let deadline = Date().addingTimeInterval(60)
    while process.isRunning, Date() < deadline {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? []
      if names.contains(where: { $0.hasSuffix(".checkpoint") }) { break }
      usleep(2_000)
    }
    return process
  }

  /// Starts a training and kills it some time after it was first written to the disk.
  ///
  /// - Returns: whether it was still going on.
  private func kill(_ course: CourseFixture, after seconds: Double) throws -> Bool {
    let process = try begin(course, ["run", "1", "--json"])
    usleep(UInt32(seconds * 1_000_000))
    let isRunning = process.isRunning
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return isRunning
  }

  @Test func whatWasFoundOutBeforeCtrlCCountsAndWhatWasNotWrittenIsNamed() throws {
    let course = try course()
    let errors = Pipe()
    let process = try begin(course, ["run", "1", "--page", "long.html", "--lang", "en"], errors: errors)
    Foundation.kill(process.processIdentifier, SIGINT)
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(said.contains("stopped after step") && said.contains("“long.html” was not written"), "\(said)")
    #expect(!FileManager.default.fileExists(atPath: course.folder.appendingPathComponent("long.html").path))
    let listed = try course.seglab("list").output
    #expect(listed.contains("1/2"), "\(listed)")
  }

  @Test func aKilledTrainingGoesOnByItselfAndEndsWithTheSameWeights() throws {
    let expected = try digest(course()).digest
    let interrupted = try course()
    var kills = 0
    for _ in 0..<3 where try kill(interrupted, after: Double.random(in: 0...0.15)) { kills += 1 }
    try #require(kills > 0)
    let (digest, errors) = try digest(interrupted)
    #expect(errors.contains("it goes on after step"), "\(errors)")
    #expect(digest == expected)
    let runs = interrupted.folder.appendingPathComponent(".seglab/runs").path
    let left = try FileManager.default.contentsOfDirectory(atPath: runs)
    #expect(left.count == 1 && !left[0].contains("."), "\(left)")
  }
}
