import Checking
import Testing

@testable import Labs

/// What of a lab's text decides what is found out about cells, and what only judges it.
struct MeasuredTextTests {
  private static let text = """
    ---
    title: A lab
    id: a-lab
    dataset: none
    points: 20
    ---

    # A lab

    ```swift given
    let given = 1
    ```

    ```swift exercise=network
    let net = .FIXME
    ```

    ```text hint=network
    Count.
    ```

    ```yaml check=network
    - {parameters: 20, points: 2}
    ```

    ```yaml experiment=e
    network: net
    training: {epochs: 1}
    ```

    ```yaml check=e
    - dice: ">= 0.5"
      points: 3
    ```

    ```yaml question=q
    ask: "?"
    number: 5
    tolerance: 0
    why: so
    points: 2
    ```

    ```text answer=q
    ?
    ```
    """

  private func measured(_ old: String, _ new: String) throws -> String {
    #expect(Self.text.contains(old))
    return try #require(Lab.parse(text: Self.text.replacing(old, with: new), file: "lab.md").lab).measuredText
  }

  @Test(arguments: [
    (">= 0.5", ">= 0.55"), (">= 0.5\"", "<= 0.5\""), ("- dice", "- iou"), ("points: 3", "hidden: true"),
    (", points: 2}", "}"), (", points: 2}", ", points: 7}"), ("points: 20", "points: 30"), ("# A lab", "# The lab"),
    ("Count.", "Count on."), ("why: so\npoints: 2", "why: so\npoints: 4"),
  ]) func `thresholds, points and words are left out`(_ old: String, _ new: String) throws {
    #expect(try measured(old, new) == measured("Count.", "Count."))
  }

  @Test(arguments: [
    ("parameters: 20", "parameters: 21"), ("let given = 1", "let given = 2"), ("epochs: 1", "epochs: 2"),
    ("number: 5", "number: 6"), ("dataset: none", "dataset: cardiac"), ("# A lab", "# A lab\n"),
    ("let net = .FIXME", "let net = 1 + .FIXME"), ("why: so", "why: thus"), ("network: net", "network: mine"),
    ("{parameters: 20, points: 2}", "{parameters: 20, hidden: true}"),
  ]) func `all else is told`(_ old: String, _ new: String) throws {
    #expect(try measured(old, new) != measured("Count.", "Count."))
  }
}
