/// The inputs for a learner's functions, as the engine writes them and the program reads them.
///
/// For each function a line with its name, how many times it is called and with how many values; then the values, a line each.
public enum FunctionInputs {
  /// The most lines that a program reads.
  private static let longest = 1 << 16

  /// The inputs on this program's standard input, by function.
  @MainActor static let all: [String: [[Value]]] = {
    var rest = longest
    func line() -> String? {
      rest -= 1
      return rest >= 0 ? readLine() : nil
    }
    var result: [String: [[Value]]] = [:]
    while let head = line()?.split(separator: " "), head.count == 3, let calls = Int(head[1]), let count = Int(head[2])
    {
      var all: [[Value]] = []
      for _ in 0..<calls {
        let values = (0..<count).compactMap { _ in line().flatMap { Value(text: $0) } }
        guard values.count == count else { return result }
        all.append(values)
      }
      result[String(head[0])] = all
    }
    return result
  }()

  /// What a program reads.
  ///
  /// - Parameter inputs: for each function the values of each call, the same number every time.
  /// - Returns: the lines.
  public static func text(of inputs: [(function: String, calls: [[Value]])]) -> String {
    var lines: [String] = []
    for (function, calls) in inputs {
      lines.append("\(function) \(calls.count) \(calls.first?.count ?? 0)")
      for value in calls.joined() { lines.append(value.text) }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
