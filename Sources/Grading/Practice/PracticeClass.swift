internal import Foundation
public import Labs

/// A class that does not exist: submissions of a lab to try grading with, and to time it. The same seed gives the same bytes.
///
/// Every learner answers some questions right; networks differ in what the lab leaves open (how much a `Dropout` switches off) where they
/// are right, and in one number where they are wrong. Some learners copy, rename layers' constants, leave comments, or hand in late.
public struct PracticeClass {
  /// One submission.
  public struct Submission {
    /// The file's name, as Moodle writes it.
    public let name: String
    /// Its text.
    public let text: String
  }

  private let lab: Lab
  private let solution: Solution

  /// - Parameters:
  ///   - lab: the lab.
  ///   - solution: its solution.
  public init(of lab: Lab, solution: Solution) { (self.lab, self.solution) = (lab, solution) }

  private static let families = ["김", "이", "박", "최", "Smith", "García", "Müller", "정", "Nguyễn", "O'Neill"]
  private static let given = ["철수", "영희", "Anna", "민준", "Jin", "서연", "José", "Łukasz", "하늘", "Bo"]

  /// The submissions of a class.
  ///
  /// - Parameters:
  ///   - count: how many learners.
  ///   - distinct: how many networks that differ; half of them are wrong.
  ///   - seed: what chance starts from.
  /// - Returns: the submissions in order.
  /// - Throws: `LabEditError` where the solution does not fit the lab.
  public func submissions(count: Int, distinct: Int, seed: UInt64) throws(LabEditError) -> [Submission] {
    var chance = Chance(state: seed)
    let kinds = max(1, distinct)
    var list: [Submission] = []
    for number in 0..<count {
      let kind = number % kinds
      var bodies: [Lab.Cell: String] = [:]
      for code in solution.exercises {
        var body = Self.varied(code.body, kind: kind / 2, isRight: kind % 2 == 0)
        // The same network in other words.
        if chance.next(3) == 0 { body = "// learner \(number)\n" + body }
        bodies[.exercise(code.id)] = body
      }
      for answer in solution.answers where chance.next(5) > 0 { bodies[.answer(answer.question)] = answer.text }
      let name = Self.families[number % 10] + " " + Self.given[(number / 10 + number * 3) % 10]
      let file = URL(fileURLWithPath: lab.file).lastPathComponent
      list.append(
        Submission(
          name: "\(name)_\(1000 + number)_assignsubmission_file_\(file)", text: try lab.replacing(bodies)))
    }
    return list
  }

  /// A cell that does the same but for what its author leaves open, or one in which a number is another.
  private static func varied(_ body: String, kind: Int, isRight: Bool) -> String {
    if isRight {
      guard kind > 0 else { return body }
      let part = Double(kind) / 100
      return body.replacing(/(Dropout\("[^"]*", )(keep|rate): [\d.]+/) { match in
        "\(match.1)\(match.2): \(match.2 == "keep" ? 1 - part : part)"
      }
    }
    let numbers = body.ranges(of: /\b\d+\b/)
    guard !numbers.isEmpty else { return body }
    let range = numbers[kind % numbers.count]
    let value = (Int(body[range]) ?? 0) + 1 + kind / numbers.count
    return body.replacingCharacters(in: range, with: String(value))
  }

  /// Numbers that only look like chance.
  private struct Chance {
    var state: UInt64

    mutating func next(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
  }
}
