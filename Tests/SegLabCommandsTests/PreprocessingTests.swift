import Foundation
import Testing

/// A lab whose learner prepares the images, on generated knees with grey masks of several sizes.
@Suite(.serialized) struct PreprocessingTests {
  static let lab = """
    ---
    title: Knees
    id: knees
    dataset: knee
    ---
    Prose.

    ```swift exercise=preprocessing
    let preprocessing = Preprocessing {
      Resize(width: 32, height: 32, fit: .pad)
      Threshold()
      Normalize(.perImage)
      RandomFlip()
    }
    ```
    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [32, 32, 1])
      Conv2D("conv", filter: [3, 3, 1, 4], activation: .relu)
      Conv2D("score", filter: [1, 1, 4, 2], activation: .identity)
    }
    let training = Training(learningRate: 0.05, epochs: 2)
    ```
    ```yaml experiment=bones
    network: net
    training: training
    preprocessing: preprocessing
    show: [predictions]
    ```
    ```yaml check=bones
    - loss: falls
    ```
    """

  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(Self.lab, to: "labs/01-knees.md")
    let made = try course.seglab("data", "make", "knee", "--count", "10")
    #expect(made.status == 0, "\(made.errors)")
    return course
  }

  private func report(_ course: CourseFixture) throws -> CommandTests.Report {
    let result = try course.seglab("run", "1", "--json")
    return try JSONDecoder().decode(CommandTests.Report.self, from: Data(result.output.utf8))
  }

  @Test func aLearnersPreprocessingIsCheckedAndTrainedWithAndIsPartOfTheRun() throws {
    let course = try course()
    let first = try report(course)
    #expect(first.verdict == "passed", "\(first)")
    #expect(first.cells[0].checks.map(\.name) == ["holes", "compiles", "preparation"])
    let page = try course.seglab("run", "1")
    #expect(page.status == 0, "\(page.output)\(page.errors)")
    let steps = "Resize(width: 32, height: 32, fit: .pad), Threshold(0.5), Normalize(.perImage), RandomFlip()"
    #expect(page.output.contains("Prepared: \(steps).\n"))
    #expect(first.experiments[0].preparation.joined(separator: ", ") == steps)
    let commented = Self.lab.replacing("  RandomFlip()", with: "  // Left and right.\n  RandomFlip()")
    try course.write(commented, to: "labs/01-knees.md")
    #expect(try report(course).experiments.map(\.reused) == [true])
    try course.write(Self.lab.replacing("  RandomFlip()\n", with: ""), to: "labs/01-knees.md")
    #expect(try report(course).experiments.map(\.reused) == [false])
  }

  @Test func whatIsWrongWithAPreprocessingIsToldWhereItStands() throws {
    let course = try course()
    // Grey masks, and two classes.
    try course.write(Self.lab.replacing("  Threshold()\n", with: ""), to: "labs/01-knees.md")
    for (language, words) in [("en", "write `Threshold()` into the preprocessing"), ("ko", "`Threshold()`를 써 보세요")] {
      let result = try course.seglab("run", "1", language: language)
      #expect(result.status == 1 && (result.output + result.errors).contains(words), "\(result.output)")
    }
    let grey = try report(course)
    #expect(grey.cells.map(\.verdict) == ["passed", "passed", "not-yet"])
    // Another size than the network takes, told before anything trains.
    try course.write(Self.lab.replacing("width: 32", with: "width: 40"), to: "labs/01-knees.md")
    let wide = try report(course)
    #expect(wide.cells.map(\.verdict) == ["passed", "not-yet", "blocked"])
    // A number that cannot be, on its own line.
    try course.write(Self.lab.replacing("Threshold()", with: "Threshold(2)"), to: "labs/01-knees.md")
    let check = try #require(try report(course).cells[0].checks.last)
    #expect(check.name == "preparation" && check.verdict == "not-yet" && check.line == 11)
    // A constant that nobody makes.
    try course.write(
      Self.lab.replacing("preprocessing: preprocessing", with: "preprocessing: other"), to: "labs/01-knees.md")
    let missing = try course.seglab("run", "1")
    #expect(missing.status == 1 && missing.output.contains("let other = Preprocessing"), "\(missing.output)")
  }
}
