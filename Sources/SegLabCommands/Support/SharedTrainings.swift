internal import Checking
internal import Courses
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions
internal import Work

/// Lets others do the trainings of a lab, so that a run finds them done.
struct SharedTrainings {
  let shared: SharedOptions
  /// What would train, each by itself: with one seed, say.
  let runners: [LabRunner]
  let folder: CourseFolder
  let console: Console
  /// Shows what is not right in the lab, where a run does not come to it because others train first.
  let tell: ([LabReport]) -> Void

  /// The folder that work is handed in to where none is named.
  private var usualStore: String { folder.state.appendingPathComponent("work").path }

  /// Hands in what a lab's run would train.
  ///
  /// - Parameter lab: the lab as it stands in the learner's file.
  /// - Returns: whether everything is there, so that the run can follow; else others are on it.
  /// - Throws: `Failure` where the store, the cluster or this machine refuses; the exit code where something waits for others.
  func areThere(for lab: Lab) async throws -> Bool {
    guard shared.on != .local || shared.collect else {
      if shared.store != nil { throw Failure(.usage, WorkPhrase.storeAlone) }
      return true
    }
    let slurm = try shared.scheduler()
    guard let store = try shared.workStore(usual: usualStore, console) else { return true }
    var isTold = false
    while true {
      let (items, told, new) = try await handIn(lab, store)
      guard !items.isEmpty else { return true }
      if !isTold, !told.isEmpty { tell(told) }
      isTold = true
      if shared.collect {
        let absent = items.count { !store.hasItem($0.id) }
        console.mention(WorkPhrase.awaited(open: items.count, absent: absent, store: store.path))
        throw ExitStatus.unfinished.code
      }
      console.mention(WorkPhrase.handedIn(new: new, open: items.count, store: store.path))
      if let slurm {
        try shared.submit(store, to: slurm, console)
        return false
      }
      guard shared.on == .work else {
        if shared.on == .store { shared.tellHowToWork(on: store, console) }
        throw ExitStatus.unfinished.code
      }
      let threads = runners.map(\.threads).max() ?? 1
      let jobs = min(items.count, MachineMemory.judges(most: threads))
      let work = SharedWork(store: store, jobs: jobs, threads: threads, console: console)
      guard try await !work.run(.all(stays: true)).isUnfinished else { throw ExitStatus.unfinished.code }
    }
  }

  private func handIn(
    _ lab: Lab, _ store: WorkStore
  ) async throws -> (items: [WorkItem], told: [LabReport], new: Int) {
    do {
      var (items, told): ([WorkItem], [LabReport]) = ([], [])
      for runner in runners {
        let lacking = try await runner.lacking(for: lab, in: store)
        items += lacking.items
        if told.isEmpty { told = lacking.told }
      }
      return (items, told, shared.collect ? 0 : try store.enter(items))
    } catch let problem as WorkProblem {
      throw Failure(problem)
    } catch let rejection as JudgeRejection {
      throw Failure(.internalFault, rejection.phrase)
    }
  }
}
