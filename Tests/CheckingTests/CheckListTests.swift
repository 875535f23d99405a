import Diagnostics
import Labs
import Messages
import Testing

@testable import Checking

/// The one list of checks: each key has a form, and each form is read as it says.
@Suite struct CheckListTests {
  @Test func `every key that has a meaning is that of one check`() {
    #expect(CheckForms.all.list.map(\.key.rawValue).sorted() == CheckKey.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: CheckForms.all.list.map(\.key))
  func `every check is read from its own example, where it is said to belong`(key: CheckKey) throws {
    let form = try #require(CheckForms.all.list.first { $0.key == key })
    let (lab, said) = Lab.parse(text: Self.text(form.example, of: form.isMeasured ? "run" : "net"), file: "a.md")
    #expect(said.map { $0.summary.text(in: .english) } == [])
    let check = try #require(lab?.checkLists.first?.list.first)
    if case .run = check.kind { #expect(form.isMeasured) } else { #expect(!form.isMeasured) }
    #expect(check.asksTheSame(as: check))
    #expect(check.isJudged == (key != .otherWays) && check.planned.isEmpty == (key == .otherWays))
    let (elsewhere, mistakes) = Lab.parse(
      text: Self.text(form.example, of: form.isMeasured ? "net" : "run"), file: "a.md")
    #expect(elsewhere == nil && mistakes.count == 1 && mistakes.first?.line == 14)
  }

  @Test(arguments: [
    ("dice: \">= 0.5\"", "dice: \">= 0.6\""), ("dice: \">= 0.5\"", "dice: \"<= 0.5\""),
    ("dice: \">= 0.5\"", "accuracy: \">= 0.5\""), ("iou: \">= 0.5\"", "recall: \">= 0.5\""),
    ("dice: \">= 0.5\"\n  quick: \">= 0.1\"", "dice: \">= 0.5\"\n  quick: \">= 0.2\""),
    ("dice: \">= 0.5\"\n  quick: \">= 0.1\"", "dice: \">= 0.5\""), ("loss: falls", "beats: background"),
  ])
  func `checks of a training that ask for something else are told apart`(one: String, other: String) throws {
    try expectDifferent(one, other, of: "run")
  }

  @Test(arguments: [
    ("shape: {a: [1, 2]}", "shape: {a: [2, 1]}"), ("shape: {a: [1]}", "shape: {b: [1]}"),
    ("parameters: 5", "parameters: 6"), ("training: {epochs: 5}", "training: {epochs: 6}"),
    ("layers: {a: {rate: 5}}", "preprocessing: {a: {rate: 5}}"), ("other_ways: [a]", "other_ways: [b]"),
    ("function: {name: f, reference: dice}", "function: {name: g, reference: dice}"),
    ("matches: solution", "parameters: 5"),
  ])
  func `checks of a cell that ask for something else are told apart`(one: String, other: String) throws {
    try expectDifferent(one, other, of: "net")
  }

  private func expectDifferent(_ one: String, _ other: String, of target: String) throws {
    let checks = try [one, other].map { line in
      try #require(Lab.parse(text: Self.text(line, of: target), file: "a.md").lab?.checkLists.first?.list.first)
    }
    #expect(!checks[0].asksTheSame(as: checks[1]) && !checks[1].asksTheSame(as: checks[0]))
    for (line, check) in zip([one, other], checks) {
      let again = Lab.parse(text: Self.text(line, of: target), file: "b.md").lab
      #expect(again?.checkLists.first?.list.first.map { check.asksTheSame(as: $0) } == true)
    }
  }

  private static func text(_ check: String, of target: String) -> String {
    """
    ---
    title: t
    id: t
    dataset: cardiac
    ---
    ```swift exercise=net
    let net = Network("net") { Input(shape: [.FIXME]) }
    ```
    ```yaml experiment=run
    network: net
    quick: {steps: 2}
    ```
    ```yaml check=\(target)
    - \(check)
    ```

    """
  }
}
