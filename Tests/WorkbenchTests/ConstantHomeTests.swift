import Labs
import SegLab
import Testing

@testable import Workbench

/// Which cell a constant is at home in, by the text.
struct ConstantHomeTests {
  private func homes(_ text: String, _ names: String...) throws -> [String: ConstantHome] {
    var answer = Answer()
    for name in names { answer.networks[name] = Network(name, line: .max) { Flatten(line: -3) } }
    return ConstantHome.all(of: answer, in: Cell.all(in: try Bench.lab(text)))
  }

  private func cell(_ id: String, _ code: String) -> String { "```swift exercise=\(id)\n\(code)\n```\n" }

  @Test(arguments: [
    "let net = 1", "var net = 1", "public let net: Network = { 1 }()", "let net: Int\nnet = 1", "\n\n  let `net` = 1",
    "let other = 3; let net = 1", "// let net = 2\nlet net = 1",
  ])
  func `a constant is at home where it is defined`(code: String) throws {
    let found = try homes(cell("before", "func f() { print(net) }\nlet net2 = 1") + cell("home", code), "net")
    #expect(found["net"]?.cell == "home" && found["net"]?.isExercise == true)
  }

  @Test(arguments: [
    "let (net, other) = (1, 2)", "let (_, net) = (1, 2)", "let ((a, net), b) = ((1, 2), 3)", "let a = 1, net = 2",
    "var (net) = 1", "let (first: a, second: net) = (first: 1, second: 2)",
  ])
  func `one of several that are defined at once is at home there too`(code: String) throws {
    let found = try homes(cell("before", "let x = 1") + cell("home", code) + cell("after", "print(net)"), "net")
    #expect(found["net"]?.cell == "home")
  }

  @Test func `what stands in text, in comments or inside of functions defines nothing`() throws {
    let found = try homes(
      cell(
        "text",
        "let a = \"let net = 1\" // let net = 2\n/* let net = 3 */\nfunc f() { let net = 4 }\nif true { let net = 5 }")
        + cell("home", "let net = 1"), "net")
    #expect(found["net"]?.cell == "home" && found["net"]?.line == 14)
  }

  @Test func `of two cells the first that defines it, and a name that no text has is nowhere at home`() throws {
    let found = try homes(
      cell("one", "let net = 1") + cell("two", "let net = 2") + "```swift given\nlet given = 1\n```\n", "net", "given",
      "none")
    #expect(found["net"]?.cell == "one" && found["given"]?.isExercise == false && found["none"] == nil)
    #expect(found["net"]?.lines == 8...8)
  }
}
