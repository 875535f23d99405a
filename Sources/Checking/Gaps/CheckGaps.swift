internal import Foundation
public import Labs
internal import Messages
internal import SegLab
public import Workbench

/// What the checks of a lab let pass: changes to its solution after which every exercise still passes.
public struct CheckGaps: Codable, Sendable {
  /// One such change.
  public struct Gap: Codable, Sendable, Hashable {
    /// The exercise.
    public let cell: String
    /// The constant or function.
    public let constant: String
    /// The layer or step; empty for a training, a sweep or a function.
    public let part: String
    /// The setting; empty where a whole part was left out, or a function was changed.
    public let setting: String
    /// What the solution says.
    public let original: String
    /// What passes as well.
    public let changed: String
  }

  /// How many changes were tried.
  public var tried = 0
  /// How many were left untried because time was over.
  public var untried = 0
  /// What passes, but for what the lab leaves to the learner.
  public var gaps: [Gap] = []

  /// So many seconds are spent on settings, and so many on functions.
  static let mostSeconds = 40.0
}

extension LabJudge {
  /// What the checks of a lab let pass of its solution, changed a little here and there; nothing trains.
  ///
  /// - Parameters:
  ///   - solved: the lab with its solution in it.
  ///   - withFunctions: whether functions are broken too: each such change is compiled anew.
  /// - Returns: what passes.
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  public func gaps(in solved: Lab, withFunctions: Bool) async throws(WorkbenchError) -> CheckGaps {
    var found = CheckGaps()
    let trials = FunctionTrial.all(in: solved, seed: options.caseSeed ?? 1)
    let outcome = try await workbench.answer(for: solved, calls: trials.map(\.call))
    guard let answer = outcome.answer else { return found }
    let start = ContinuousClock.now
    for code in solved.exercises {
      let constants = Description.all(in: answer).filter { outcome.homes[$0.constant]?.cell == code.id }
      guard !constants.isEmpty, passes(code, outcome, trials, solution: outcome, in: solved) else { continue }
      for description in constants {
        for mutation in Mutation.all(of: description.constant, in: answer) {
          guard (ContinuousClock.now - start) / .seconds(1) < CheckGaps.mostSeconds else {
            found.untried += 1
            continue
          }
          let changed = mutation.description(of: description.constant)
          guard let item = DescriptionDifference(changed, description).items.first else { continue }
          found.tried += 1
          if MadeConstants.isFree(item.setting, of: item.part, in: description.constant, solved.otherWays(of: code.id))
          {
            continue
          }
          var other = answer
          mutation.put(into: &other, as: description.constant)
          guard passes(code, outcome.replacing(other), trials, solution: outcome, in: solved) else { continue }
          found.gaps.append(
            CheckGaps.Gap(
              cell: code.id, constant: description.constant,
              part: item.part == description.constant ? "" : item.part, setting: item.setting,
              original: item.second ?? "", changed: item.first ?? ""))
        }
      }
    }
    if withFunctions { try await addFunctions(of: solved, to: &found) }
    return found
  }

  /// Whether an exercise passes, and no training that uses it is at fault.
  private func passes(
    _ code: Lab.Code, _ outcome: Outcome, _ trials: [FunctionTrial], solution: Outcome, in lab: Lab
  ) -> Bool {
    guard let cell = outcome.cell(code.id) else { return false }
    var judged = judged(outcome, lab)
    judged.solution = solution
    let judge = ExerciseJudge(
      code: code, cell: cell, judged: judged, preprocessing: preprocessing(of: code.id, judged), trials: trials)
    return judge.results().allSatisfy { $0.verdict == .passed } && judged.experiments.allSatisfy { $0.fault == nil }
  }

  /// Breaks each function that the lab tries in classic ways, and looks which of them still give what they should.
  private func addFunctions(of solved: Lab, to found: inout CheckGaps) async throws(WorkbenchError) {
    let start = ContinuousClock.now
    for code in solved.exercises {
      let rules = solved.checks(of: code.id).compactMap { $0.function?.name }
      guard let name = rules.first, !solved.otherWays(of: code.id).contains(name) else { continue }
      for (original, changed, body) in BrokenFunction.all(of: code.body) {
        guard (ContinuousClock.now - start) / .seconds(1) < CheckGaps.mostSeconds else {
          found.untried += 1
          continue
        }
        guard let text = try? solved.replacingExercise(code.id, with: body),
          let lab = Lab.parse(text: text, file: solved.file).lab
        else { continue }
        let trials = FunctionTrial.all(in: lab, seed: options.caseSeed ?? 1)
        let outcome = try await workbench.answer(for: lab, calls: trials.map(\.call))
        guard outcome.cell(code.id)?.errors.isEmpty ?? false else { continue }
        found.tried += 1
        guard passes(code, outcome, trials, solution: outcome, in: lab) else { continue }
        found.gaps.append(
          CheckGaps.Gap(
            cell: code.id, constant: name, part: "", setting: "",
            original: original.trimmingCharacters(in: .whitespaces),
            changed: changed.trimmingCharacters(in: .whitespaces)))
      }
    }
  }
}

/// The classic ways to break a function: a bound that is strict, `=` for `+=`, a factor or a root that is missing.
enum BrokenFunction {
  /// What stands there, and what a learner might write instead.
  private static let slips: [(String, String)] = [
    (">= ", "> "), ("> ", ">= "), ("<= ", "< "), (" += ", " = "), (" * ", " + "), ("2 * ", ""), (" - ", " + "),
    (" / ", " * "),
    (".squareRoot()", ""), ("== 0 { return 1 }", "== 0 { return 0 }"), ("{ return nil }", "{ return 0 }"),
    ("] = 1", "] = 255"),
  ]

  /// The most changes that are tried of one function.
  private static let most = 16

  /// Each line of a function's code that a slip changes: the line, the line changed, the code with it.
  static func all(of code: String) -> [(original: String, changed: String, code: String)] {
    let lines = code.components(separatedBy: "\n")
    var found: [(String, String, String)] = []
    for (number, line) in lines.enumerated() where !line.hasPrefix("func ") && !line.contains("for ") {
      for (old, new) in slips where line.contains(old) {
        var changed = lines
        changed[number] = line.replacingOccurrences(of: old, with: new)
        found.append((line, changed[number], changed.joined(separator: "\n")))
      }
    }
    return Array(found.prefix(most))
  }
}
