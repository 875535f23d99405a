internal import Files
internal import Foundation

/// A small lab that holds one cell of each kind, and passes when it is verified.
struct LabTemplate {
  /// The lab's id, of small letters, digits and hyphens.
  let name: String

  private var title: String {
    name.replacing("-", with: " ").prefix(1).uppercased() + name.replacing("-", with: " ").dropFirst()
  }

  /// The lab's text.
  var lab: String {
    """
    ---
    title: \(title)
    id: \(name)
    dataset: cardiac
    budget: {parameters: 1_000_000, minutes: 5}
    ---

    # \(title)

    Say here what the lab is about. One idea a section, and a prediction before each run.

    ```yaml question=numbers
    ask: A picture has 256 rows of 256 pixels. How many pixels is that?
    number: 65536
    tolerance: 0
    why: 256 · 256 = 65,536.
    ```

    ```text answer=numbers
    ?
    ```

    Fill in each `.FIXME`.

    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [256, 256, 1])
      Conv2D("score", filter: [.FIXME, .FIXME, 1, 2], activation: .identity)
    }
    ```

    ```text hint=network
    A filter has a height and a width, the channels that come in, and the channels that go out. Three by three is a good size.
    ```

    ```yaml check=network
    - shape: {score: [256, 256, 2]}
    - parameters: 20
    - matches: solution
    - other_ways: [initializer]
    ```

    ```yaml experiment=training
    network: net
    training: {learning_rate: 0.1, epochs: 1}
    quick: {steps: 20}
    show: [curves, predictions, graph]
    ```

    ```yaml check=training
    - loss: falls
    ```

    """
  }

  /// The solution's text.
  var solution: String {
    """
    # \(title): the solution

    Say here why.

    ```text answer=numbers
    65536
    ```

    Nine weights for each of the two channels, and a bias for each, are 20 parameters.

    ```swift exercise=network
    let net = Network("net") {
      Input(shape: [256, 256, 1])
      Conv2D("score", filter: [3, 3, 1, 2], activation: .identity)
    }
    ```

    """
  }
}

extension CourseFolder {
  /// Makes a small lab with its solution, to be changed into another.
  ///
  /// - Parameter name: the lab's id.
  /// - Returns: the name of both files.
  /// - Throws: `CourseProblem` where that is no name, or one that is taken, or the files cannot be written.
  public func makeLab(named name: String) throws(CourseProblem) -> String {
    guard name.wholeMatch(of: /[a-z][a-z0-9-]{0,50}/) != nil else { throw .badLabName(name) }
    let solutions = root.appendingPathComponent("solutions", isDirectory: true)
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: labs.path)) ?? []
    let numbers = existing.compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
    let number = min(99, (numbers.max() ?? 0) + 1)
    let file = "\(number < 10 ? "0" : "")\(number)-\(name).md"
    if let taken = existing.first(where: { $0 == file || $0.dropFirst(3) == "\(name).md" }) {
      throw .labExists(path: labs.appendingPathComponent(taken).path)
    }
    let template = LabTemplate(name: name)
    do {
      for folder in [labs, solutions] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try AtomicFile.write(template.lab, to: labs.appendingPathComponent(file).path)
      try AtomicFile.write(template.solution, to: solutions.appendingPathComponent(file).path)
    } catch {
      throw .notWritten(path: root.path, reason: reason(of: error))
    }
    return file
  }
}
