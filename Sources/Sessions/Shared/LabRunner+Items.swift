public import Checking
internal import Experiments
public import Labs
internal import Synchronization
public import Work

/// What a report on a lab would train.
public struct LackingTrainings: Sendable {
  /// The trainings that are to be done, each an item, in the order of the lab.
  public let items: [WorkItem]
  /// What is to be said of the lab already, part by part, as a report says it: verdicts on cells that are not right, and the messages on
  /// them. Nothing is trained for these; empty where all is right.
  public let told: [LabReport]
}

extension LabRunner {
  /// The trainings that a report on a lab would do and the store of runs does not have, each as an item: whoever does it leaves the run where
  /// a report finds it.
  ///
  /// What came to nothing is no item any more: the report tries it here, and says why.
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - store: the store that they are for.
  /// - Returns: the items that are to be done, and what is not right.
  /// - Throws: `JudgeRejection` where cells cannot be compiled here; `WorkProblem` where the store refuses.
  public func lacking(for lab: Lab, in store: WorkStore) async throws -> LackingTrainings {
    var looking = self
    // Nothing is trained, and everything that is missing is told.
    looking.options.onlyRuns = []
    let found = Mutex<(experiment: String, missing: [MissingRun], parts: [LabReport])>(("", [], []))
    _ = try await looking.report(on: lab) { event in
      switch event {
      case .began(let name, _, _): found.withLock { $0.experiment = name }
      case .missing(let run): found.withLock { $0.missing.append(MissingRun(experiment: $0.experiment, run: run)) }
      default: break
      }
    } soFar: { part in
      found.withLock { $0.parts.append(part) }
    }
    let (missing, parts) = found.withLock { ($0.missing, $0.parts) }
    let waiting = Set(missing.map(\.experiment))
    let told = parts.filter { part in
      part.cells.contains { !$0.verdict.isRight && $0.verdict != .blocked && !waiting.contains($0.id) }
    }
    guard !missing.isEmpty else { return LackingTrainings(items: [], told: told) }
    let common = try store.keepCommon(JudgeOrder.common(of: request(.report, lab)))
    let items = missing.compactMap { one -> WorkItem? in
      let item = JudgeOrder.item(
        id: [one.run], .train, common: common, text: nil, experiments: [one.experiment], runs: [one.run])
      switch store.result(of: item.id) {
      case .bytes(_, failed: true): return nil
      case .bytes:
        // It was trained, and the store of runs made room since.
        store.forgetResult(of: item.id)
      case .missing, .damaged, .refused: break
      }
      return item
    }
    return LackingTrainings(items: items, told: told)
  }
}
