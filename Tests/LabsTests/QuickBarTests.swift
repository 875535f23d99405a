import Checking
import Diagnostics
import Labs
import Messages
import Testing

@Suite struct QuickBarTests {
  private func read(_ bars: String) -> (list: [Lab.Check], said: [String]) {
    let text = """
      ---
      title: t
      id: t
      dataset: cardiac
      ---

      ```swift exercise=net
      let net = Network("net") { Input(shape: [.FIXME]) }
      ```
      ```yaml check=net
      - parameters: 4
      ```
      ```yaml experiment=run
      network: net
      quick: {steps: 2}
      ```
      ```yaml check=run
      \(bars)
      ```

      """
    let (lab, diagnostics) = Lab.parse(text: text, file: "a.md")
    let checks = lab?.blocks.compactMap { block -> [Lab.Check]? in
      if case .checks(let checks) = block, checks.target == "run" { return checks.list }
      return nil
    }
    return (checks?.flatMap { $0 } ?? [], diagnostics.map { "\($0.line): \($0.summary.text(in: .english))" })
  }

  @Test("a bar may be another one where trainings are shorter")
  func twoBars() {
    let (list, said) = read("- dice: \">= 0.8\"\n  quick: \">= 0.1\"\n- accuracy: \">= 0.5\"")
    #expect(said == [])
    #expect(list.map(\.name) == [.dice, .accuracy] && list.map(\.inQuickProfile.name) == [.dice, .accuracy])
    #expect(list.map(\.rule.threshold) == [bar(0.8), bar(0.5)])
    #expect(list.map(\.inQuickProfile.rule.threshold) == [bar(0.1), bar(0.5)])
    #expect(list.map(\.inQuickProfile.line) == list.map(\.line))
  }

  @Test("a calibration tells of whole trainings, not of short ones")
  func calibration() {
    let (list, said) = read(
      "- dice: \">= 0.8\"\n  calibrated: {mean: 0.9, deviation: 0.01, seeds: 5}\n  quick: \">= 0.1\"")
    #expect(said == [])
    #expect(list.first?.calibration?.mean == 0.9 && list.first?.inQuickProfile.calibration == nil)
  }

  @Test(
    "a quick bar that is none, or stands beside none, is said with its line",
    arguments: [
      ("- loss: falls\n  quick: \">= 0.1\"", 19), ("- quick: \">= 0.1\"", 18), ("- dice: \">= 0.8\"\n  quick: 2", 19),
      ("- dice: \">= 0.8\"\n  quick: \">= 2\"", 19), ("- calibrated: {mean: 0.9, deviation: 0.01, seeds: 5}", 18),
    ])
  func mistaken(_ text: String, line: Int) {
    let (_, said) = read(text)
    #expect(said.count == 1 && said.first?.hasPrefix("\(line): ") == true, "\(said)")
  }

  private func bar(_ limit: Double) -> Lab.Bound { Lab.Bound(comparison: .atLeast, limit: limit) }
}
