public import SegLab

extension Lab {
  /// A training as a lab writes it: what the lab leaves out has its default.
  public struct WrittenTraining: Sendable, Equatable {
    /// The whole training, on no line yet.
    let settings: Training
    /// The settings that stand in the lab, by the names that a learner's code gives them: `learningRate 0.01`.
    public let words: [String]

    /// - Parameters:
    ///   - settings: the whole training.
    ///   - words: the settings that stand in the lab; none where every default is kept.
    init(_ settings: Training = Training(line: 0), words: [String] = []) {
      (self.settings, self.words) = (settings, words)
    }

    /// The training as the engine does it.
    ///
    /// - Parameter line: where it stands in the lab.
    /// - Returns: the lab's settings, and every other's default.
    public func training(line: Int) -> Training {
      var training = settings
      training.line = line
      return training
    }
  }
}

/// What stands in a lab for a setting, and the words for it, which leave out what the lab leaves out.
struct Written<Value> {
  let value: Value
  let words: String

  init(_ value: Value, _ words: String? = nil) { (self.value, self.words) = (value, words ?? "\(value)") }

  /// For a setting that may also be none.
  var orNone: Written<Value?> { Written<Value?>(value, words) }
}

extension String {
  /// `adam(beta1: 0.8)`: a word with the numbers that the lab gives it.
  static func call(_ name: String, _ numbers: [(label: String, number: Double?)]) -> String {
    let given = numbers.compactMap { item in item.number.map { item.label + "\($0)" } }
    return given.isEmpty ? name : "\(name)(\(given.joined(separator: ", ")))"
  }
}
