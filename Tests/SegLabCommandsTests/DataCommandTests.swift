import Foundation
import Testing

@Suite struct DataCommandTests {
  private struct SetReport: Decodable {
    let schema: String
    let digest: String
    let notes: [String]
  }

  private func report(_ result: CourseFixture.Result) throws -> SetReport {
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(SetReport.self, from: Data(result.output.utf8))
  }

  private func course() throws -> CourseFixture {
    let course = try CourseFixture()
    try TinySet.write(to: course.folder.appendingPathComponent("tiny"))
    return course
  }

  @Test(arguments: ["png", "tfrecord"]) func `what is exported can be imported again, and is the same set`(
    format: String
  ) throws {
    let course = try course()
    let first = try report(course.seglab("data", "import", "tiny", "--as", "tiny", "--json"))
    #expect(try course.seglab("data", "export", "tiny", "--format", format, "--out", "out").status == 0)
    let second = try report(course.seglab("data", "import", "out", "--as", "again", "--json"))
    #expect(first.schema == "seglab/set/v1" && first.digest == second.digest)
    // The folder now holds files, and they are left alone.
    #expect(try course.seglab("data", "export", "tiny", "--format", format, "--out", "out").status == 2)
  }

  @Test func `sizes and the meaning of labels can be asked for`() throws {
    let course = try course()
    let result = try course.seglab(
      "data", "import", "tiny", "--as", "small", "--resize", "16x8", "--label", "threshold=100", "--json")
    #expect(try report(result).notes[0].contains("at least 100"))
    #expect(try course.seglab("data", "show", "small").output.contains("16 x 8"))
    for wrong in [["--resize", "16"], ["--label", "mauve"], ["--format", "zip"], ["--contour", "all"]] {
      #expect(try course.run(["data", "import", "tiny", "--as", "x"] + wrong, language: "en").status == 2, "\(wrong)")
    }
  }

  @Test func `knees are made, and shown on a page`() throws {
    let course = try CourseFixture()
    #expect(try course.seglab("data", "show", "knee").errors.contains("Make it with `seglab data make knee`."))
    try course.write("", to: "labs/none")
    #expect(try course.seglab("data", "make", "knee", "--count", "4").status == 0)
    let shown = try course.seglab("data", "show", "knee")
    #expect(shown.status == 0 && shown.output.contains("grey, 0 to 255") && shown.output.contains("Threshold()"))
    #expect(try course.text("knee-data.html").contains("data:image/png;base64,"))
    let data = Data(try course.seglab("data", "show", "knee", "--json").output.utf8)
    let numbers = try #require(
      (JSONSerialization.jsonObject(with: data) as? [String: Any])?["statistics"] as? [String: Double])
    let (mean, deviation) = (try #require(numbers["binary_mean"]), try #require(numbers["binary_deviation"]))
    #expect(numbers["images"] == 4 && mean > 0.05 && abs(deviation * deviation - mean * (1 - mean)) < 1e-6)
    #expect(abs((numbers["binary_background_accuracy"] ?? 0) - (1 - mean)) < 1e-9)
    #expect(try course.seglab("data", "make", "knee", "--slices", "3").status == 2)
    #expect(try course.seglab("data", "make", "cardiac", "--count", "3", "--patients", "2").status == 2)
  }
}
