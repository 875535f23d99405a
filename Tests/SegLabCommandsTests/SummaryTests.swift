import Foundation
import Testing

/// `seglab summary`, as a learner uses it.
@Suite(.serialized) struct SummaryTests {
  /// A lab with a convolutional network that trains in a moment.
  static func lab(budget: String = "", filter: String = "[3, 3, 1, 8]", dataset: String = "tiny") -> String {
    """
    ---
    title: A small lab
    id: small
    dataset: \(dataset)
    \(budget)
    ---
    Prose.

    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [32, 32, 1])
      Conv2D("conv", filter: \(filter), activation: .relu)
      MaxPool2D("pool")
      ConvTranspose2D("up", filter: [2, 2, 8, 2], stride: 2)
    }
    ```
    ```yaml experiment=short
    network: net
    training: {learning_rate: 0.05, epochs: 2, batch_size: 2, optimizer: adam}
    ```
    """
  }

  private func course(_ lab: String, withSet: Bool = true) throws -> CourseFixture {
    let course = try CourseFixture()
    try course.write(lab, to: "labs/01-small.md")
    guard withSet else { return course }
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    let imported = try course.seglab("data", "import", "tiny", "--as", "tiny")
    #expect(imported.status == 0, "\(imported.errors)")
    return course
  }

  struct Summary: Decodable {
    struct Layer: Decodable {
      struct Ways: Decodable {
        let forward: String
        let refusals: [String]
      }
      let name: String
      let output: [Int]
      let parameters: Int
      let multiply_adds: Int
      let line: Int
      let ways: Ways?
    }
    struct Network: Decodable {
      let constant: String
      let batch_size: Int
      let parameters: Int
      let bytes: Int
      let layers: [Layer]
    }
    struct Training: Decodable {
      let experiment: String
      let steps: Int?
      let seconds_per_step: Double?
      let seconds: Double?
    }
    let schema: String
    let sound: Bool
    let networks: [Network]
    let trainings: [Training]
  }

  private func summary(_ result: CourseFixture.Result) throws -> Summary {
    try JSONDecoder().decode(Summary.self, from: Data(result.output.utf8))
  }

  @Test func showsEachLayerWithItsCostAndMeasuresTheTraining() throws {
    let course = try course(Self.lab())
    let result = try course.seglab("summary", "1", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let summary = try summary(result)
    #expect(summary.schema == "seglab/summary/v1" && summary.sound)
    let network = try #require(summary.networks.first)
    #expect(network.constant == "net" && network.batch_size == 2 && network.parameters == 80 + 66)
    #expect(network.layers.map(\.name) == ["input1", "conv", "pool", "up"])
    #expect(network.layers.map(\.output) == [[32, 32, 1], [32, 32, 8], [16, 16, 8], [32, 32, 2]])
    #expect(network.layers.map(\.multiply_adds) == [0, 73_728, 0, 16_384])
    #expect(network.layers.map(\.line) == [11, 12, 13, 14])
    #expect(network.layers.map { $0.ways != nil } == [false, true, false, true])
    #expect(network.layers[1].ways?.refusals.first == "not winograd: 1 channel, and 8 are the least")
    let training = try #require(summary.trainings.first)
    #expect(training.experiment == "short" && (training.steps ?? 0) > 0)
    #expect((training.seconds ?? 0) > 0 && (training.seconds_per_step ?? 0) > 0)
    #expect(!FileManager.default.fileExists(atPath: course.folder.appendingPathComponent(".seglab/runs").path))
  }

  @Test func aTableIsForPeople() throws {
    let course = try course(Self.lab())
    let english = try course.seglab("summary", "1").output.split(separator: "\n").map(String.init)
    #expect(english.contains("Network `net`"))
    let rows = english.filter { $0.hasPrefix("  ") && !$0.contains(":") }
    #expect(rows.first?.split(separator: " ").map(String.init).first == "layer")
    #expect(rows.contains { $0.hasPrefix("  conv    [32, 32, 8]          80         73,728") })
    #expect(english.contains { $0.hasPrefix("short: ") && $0.hasSuffix("on this machine.") })
    let korean = try course.seglab("summary", "1", language: "ko").output
    #expect(korean.contains("신경망 `net`") && korean.contains("이 컴퓨터에서 약"))
  }

  @Test func aSetThatIsNotHereIsReplacedByNoise() throws {
    let course = try course(Self.lab(dataset: "elsewhere"), withSet: false)
    let result = try course.seglab("summary", "1")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("measured on noise: the data set “elsewhere” is not here."))
  }

  @Test func whatIsOverTheBudgetIsSaidBeforeATraining() throws {
    let course = try course(Self.lab(budget: "budget: {parameters: 100, minutes: 0.000001}"))
    let result = try course.seglab("summary", "1")
    #expect(result.status == 1)
    #expect(result.output.contains("146 parameters are more than this lab's limit of 100."))
    #expect(result.output.contains("and the lab reckons with 0:01 at most."))
    try course.write(Self.lab(budget: "budget: {minutes: 0.000001}"), to: "labs/01-small.md")
    // Longer than four times the budget is not even begun, unless somebody means it.
    let refused = try course.seglab("run", "1")
    #expect(
      refused.status == 1 && refused.output.contains("or run with `--minutes` and a larger number if you mean it."))
    let run = try course.seglab("run", "1", "--minutes", "5")
    #expect(run.status == 0, "\(run.output)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first?.hasPrefix("short: about ") == true, "\(run.errors)")
    let again = try course.seglab("run", "1", "--minutes", "5")
    #expect(again.status == 0 && !again.errors.contains("reckons with"))
  }

  @Test func mistakesAndHolesAreShownInPlaceOfATable() throws {
    let course = try course(Self.lab(filter: "[3, 3, 2, 8]"))
    let wrong = try course.seglab("summary", "1")
    #expect(wrong.status == 1)
    #expect(
      wrong.output.contains("labs/01-small.md:12:")
        && wrong.output.contains("write `Conv2D(\"conv\", filter: [3, 3, 1, 8]"))
    try course.write(Self.lab(filter: "[3, 3, .FIXME, 8]"), to: "labs/01-small.md")
    let open = try course.seglab("summary", "1")
    #expect(open.status == 1 && open.output.contains("a hole to fill in"))
  }
}
