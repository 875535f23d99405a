internal import Checking
internal import Experiments
public import Labs
internal import Synchronization
public import Work

extension LabRunner {
  /// The trainings that a report on a lab would do and the store of runs does not have, each as an item: whoever does it leaves the run where
  /// a report finds it.
  ///
  /// What came to nothing is no item any more: the report tries it here, and says why.
  /// - Parameters:
  ///   - lab: the lab as it stands in the learner's file.
  ///   - store: the store that they are for.
  /// - Returns: the items that are to be done, in the order of the lab.
  /// - Throws: `JudgeRejection` where cells cannot be compiled here; `WorkProblem` where the store refuses.
  public func items(for lab: Lab, in store: WorkStore) async throws -> [WorkItem] {
    var looking = self
    // Nothing is trained, and everything that is missing is told.
    looking.options.onlyRuns = []
    let found = Mutex<(experiment: String, missing: [MissingRun])>(("", []))
    _ = try await looking.report(on: lab) { event in
      switch event {
      case .began(let name, _, _): found.withLock { $0.experiment = name }
      case .missing(let run): found.withLock { $0.missing.append(MissingRun(experiment: $0.experiment, run: run)) }
      default: break
      }
    }
    let missing = found.withLock(\.missing)
    guard !missing.isEmpty else { return [] }
    let common = try store.keepCommon(JudgeOrder.common(of: request(.report, lab)))
    return missing.compactMap { one in
      let item = JudgeOrder.item(
        id: [one.run], .train, common: common, text: nil, experiments: [one.experiment], runs: [one.run],
        trainsOnlyRuns: true)
      switch store.result(of: item.id) {
      case .bytes(_, failed: true): return nil
      case .bytes:
        // It was trained, and the store of runs made room since.
        store.forgetResult(of: item.id)
      case .missing, .damaged: break
      }
      return item
    }
  }
}
