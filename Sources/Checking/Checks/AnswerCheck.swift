internal import Labs
internal import Messages

/// A check that looks at everything which an exercise makes, as it is written.
protocol AnswerCheck: WrittenCheck {
  /// Whether it holds an answer against the lab's solution.
  var needsSolution: Bool { get }

  /// What it finds.
  ///
  /// - Parameter made: what the exercise makes.
  /// - Returns: a result for each thing that is asked, at least one.
  func results(about made: MadeConstants) -> [CheckResult]
}

extension AnswerCheck {
  var kind: CheckKind { .answer(self) }
  var wantedShapes: [(layer: String, dimensions: [Int])] { [] }
  var wantedFunction: (name: String, type: String)? { nil }
  var hiddenCases: Int { 0 }
}

/// What one exercise makes, setting by setting.
struct MadeConstants {
  /// The constants that it makes; of several networks those that it is judged by.
  let descriptions: [Description]
  /// What the lab's solution makes there; nil where that is not known.
  var solution: [Description]?
  /// The settings that the lab leaves to the learner.
  var free: [String] = []
  /// Where things of the answer stand in the lab.
  let places: AnswerPlaces
  /// The exercise's line.
  let line: Int

  /// The line of a part, for messages.
  func line(of part: Int, in constant: String) -> Int {
    let line = places.line(part, in: constant)
    return line > 0 ? line : self.line
  }

  /// Whether the lab leaves a setting to the learner: by its name, by its part's or constant's, or by both.
  func isFree(_ setting: String, of part: String, in constant: String) -> Bool {
    Self.isFree(setting, of: part, in: constant, free)
  }

  /// Whether `free` names a setting, all of its part, or all of its constant.
  static func isFree(_ setting: String, of part: String, in constant: String, _ free: [String]) -> Bool {
    [setting, part, constant, "\(part).\(setting)", "\(constant).\(setting)"].contains {
      !$0.isEmpty && free.contains($0)
    }
  }
}
