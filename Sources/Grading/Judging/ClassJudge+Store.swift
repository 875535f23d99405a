internal import Checking
internal import Digests
internal import Experiments
internal import Foundation
internal import Labs
internal import Sessions
internal import Work

/// The same judging by workers that share a store: what is there of it is taken, and what is missing comes out as items.
extension ClassJudge {
  /// Takes what a store has of `works`, and says what it lacks.
  ///
  /// Each text is looked at; every training that somebody's work asks for is one item, the most wanted first; then the texts that waited for
  /// them are looked at again. That goes on as far as the store knows the answers, for each text by itself, so that one item that takes long
  /// keeps nobody else waiting. What an item is called depends on the text, the trainings and the round alone: whoever asks again finds the
  /// same items, and nothing is handed in twice.
  ///
  /// - Parameters:
  ///   - works: the texts, each once.
  ///   - known: the trainings that came to nothing before.
  ///   - store: the store.
  ///   - keeper: takes what was found out.
  /// - Returns: the items that are still to be done; their texts are read as they are handed in.
  /// - Throws: what the keeper throws; `WorkProblem` where the store refuses.
  func collect(
    _ works: [Work], known: [String: KnownFailure], from store: WorkStore, _ keeper: Keeper
  ) throws -> [WorkItem] {
    var (failures, carriers): ([String: KnownFailure], Set<String>) = (known, [])
    var (lacking, looks): ([WorkItem], [WorkItem]) = ([], [])
    var (current, named): ([Work], Set<MissingRun>) = (works, [])
    for round in 0...Self.mostRounds where !current.isEmpty {
      let common = try store.keepCommon(commonBytes(failures))
      var waiting: [Waiting] = []
      for work in current {
        let parts = [String(round), work.key]
        guard let found = Self.found(JudgeOrder.id(parts, .check), in: store), let assessment = found.assessment else {
          looks.append(JudgeOrder.item(id: parts, .check, common: common, text: work.text))
          continue
        }
        if assessment.missing.isEmpty {
          try keeper.assessment(work, assessment, found.seconds)
        } else {
          // Many wait for the same training: its name is in memory once.
          let missing = assessment.missing.map { named.insert($0).memberAfterInsert }
          waiting.append(Waiting(work: work, missing: missing))
        }
      }
      if round == Self.mostRounds {
        lacking += try wholes(waiting.map(\.work), common, from: store, keeper)
        break
      }
      let jobs = Self.jobs(
        for: waiting.compactMap { looked in
          let open = looked.missing.filter { failures[$0.run] == nil }
          return open.isEmpty ? nil : Waiting(work: looked.work, missing: open)
        }, after: carriers)
      carriers.formUnion(jobs.map(\.work.key))
      var open: Set<String> = []
      for job in jobs {
        let parts = [String(round)] + job.runs.sorted() + conditions
        let item = JudgeOrder.item(
          id: parts, .train, common: common, text: job.work.text, experiments: [job.experiment], runs: job.runs)
        guard let found = Self.found(item.id, in: store) else {
          lacking.append(item)
          open.formUnion(job.runs)
          continue
        }
        for (run, failure) in found.failures where failures[run] == nil {
          failures[run] = failure
          try keeper.failure(run, failure)
        }
      }
      current = waiting.filter { open.isDisjoint(with: $0.missing.map(\.run)) }.map(\.work)
    }
    // What others wait for comes first.
    return lacking + looks
  }

  /// As a judge of its own does it at last: whose training died each time before it began gets a whole judgement, and the word of it.
  private func wholes(
    _ works: [Work], _ common: String, from store: WorkStore, _ keeper: Keeper
  ) throws -> [WorkItem] {
    try works.compactMap { work in
      let item = JudgeOrder.item(id: [work.key], .whole, common: common, text: work.text)
      guard let found = Self.found(item.id, in: store), let assessment = found.assessment else { return item }
      try keeper.assessment(work, assessment, found.seconds)
      return nil
    }
  }

  /// What came of an item; a result that another version wrote, and that cannot be read, is none.
  private static func found(_ id: String, in store: WorkStore) -> JudgedOrder? {
    let stored = store.result(of: id)
    if let found = JudgedOrder(stored) { return found }
    if case .bytes = stored { store.forgetResult(of: id) }
    return nil
  }

  /// Forgets what could not be judged, so that it is handed in again.
  ///
  /// - Throws: `WorkProblem` where the store's lists are damaged.
  func forgetFailures(in store: WorkStore) throws {
    try store.forgetFailures()
  }

  private func commonBytes(_ failures: [String: KnownFailure]) -> [UInt8] {
    JudgeOrder.common(of: request("", trains: false, threads: 1, failures, experiments: nil))
  }
}
