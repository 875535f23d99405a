import Checking
import Labs
import Testing

@Suite struct CalibrationTests {
  private static let text = """
    ---
    title: A lab
    id: a-lab
    dataset: cardiac
    ---
    ```yaml experiment=first
    network: net
    ```
    ```yaml check=first
    - dice: ">= 0.5"
    - {accuracy: ">= 0.9"}
    - loss: falls
    ```

    """

  private func lab(_ text: String) throws -> Lab { try #require(Lab.parse(text: text, file: "a.md").lab) }

  @Test("what was measured is written beside its bar, and read again")
  func roundTrip() throws {
    let calibration = Lab.Calibration(of: [0.6, 0.62, 0.64])
    let (text, left) = try lab(Self.text).calibrated([10: calibration, 11: calibration])
    #expect(left == [11])
    #expect(
      text
        == Self.text.replacing(
          "- dice: \">= 0.5\"\n", with: "- dice: \">= 0.5\"\n  calibrated: {mean: 0.62, deviation: 0.02, seeds: 3}\n"))
    let again = try lab(text)
    guard case .checks(let checks)? = again.blocks.last else { return #expect(Bool(false)) }
    let bound = try #require(checks.list[0].rule.threshold)
    #expect(abs((checks.list[0].calibration?.margin(to: bound) ?? 0) - 6) < 1e-9)
    #expect(checks.list[1].calibration == nil)
    // Measured anew: the old line goes, wherever it stood in the item.
    let turned = text.replacing("\n  calibrated", with: "\n  quick: \">= 0.1\"\n  calibrated")
    #expect(
      try lab(turned).calibrated([10: calibration]).text
        == text.replacing("seeds: 3}\n", with: "seeds: 3}\n  quick: \">= 0.1\"\n"))
    let newer = again.calibrated([10: Lab.Calibration(of: [0.7, 0.7])]).text
    #expect(
      newer == text.replacing("mean: 0.62, deviation: 0.02, seeds: 3", with: "mean: 0.7, deviation: 0.0, seeds: 2"))
  }

  @Test("a bar on the wrong side has a margin below zero; without any deviation the side decides")
  func margins() throws {
    guard case .checks(let checks)? = try lab(Self.text).blocks.last else { return #expect(Bool(false)) }
    let bound = try #require(checks.list[0].rule.threshold)
    #expect(Lab.Calibration(of: [0.4, 0.44]).margin(to: bound) < 0)
    #expect(Lab.Calibration(of: [0.6, 0.6]).margin(to: bound) == .infinity)
    #expect(Lab.Calibration(of: [0.4, 0.4]).margin(to: bound) == -.infinity)
    #expect(Lab.Calibration(of: [0.5]).margin(to: bound) == 0)
    #expect(Lab.Calibration(of: [.nan, 1]).margin(to: bound) == -.infinity)
  }
}
