internal import ArgumentParser
internal import Foundation
internal import Messages
internal import Work

/// `seglab jobs STORE`: how work stands that was handed in to a shared folder.
struct JobsCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("jobs", shared: .jobsCommand) }

  @Argument(help: ArgumentHelp(shared: .store)) var store: String
  @Flag(help: ArgumentHelp(shared: .cancel)) var cancel = false
  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  /// What other programs read.
  private struct Summary: Encodable {
    struct Item: Encodable {
      let number: Int
      let id: String
      let kind: String
      let standing: String
      var host: String?
      var process: Int32?
      var since: Double?
      var epoch: Int?
    }
    let store: String
    let items: [Item]
    let damaged: [String]
    /// How many jobs the cluster has of the store's; nil where there is none that could be asked.
    let onCluster: Int?
    var cancelled: [String]?
  }

  func run() throws {
    let console = common.console
    let store = try console.workStore(at: self.store)
    do {
      let jobs = store.clusterJobs
      // Where no cluster was given anything, none is asked. Whether one is not here or does not answer: the store is the truth.
      let cluster = jobs.isEmpty ? nil : try? Slurm()
      let living = jobs.isEmpty ? [:] : cancel ? try cluster?.living() : try? cluster?.living()
      let own = living.map { living in jobs.filter { living[$0] != nil } }
      if cancel { try cancel(own, cluster, of: store, console) }
      if let own { store.forget(clusterJobs: jobs.filter { !own.contains($0) }) }
      let states = try store.states()
      let parts = living.map { living in jobs.reduce(0) { $0 + (living[$1] ?? 0) } }
      if json {
        let summary = Summary(
          store: store.path, items: states.map(Self.item), damaged: store.damaged, onCluster: cancel ? 0 : parts,
          cancelled: cancel ? own : nil)
        return console.say(json: summary)
      }
      show(states, of: store, console)
      guard !cancel, !jobs.isEmpty else { return }
      switch parts {
      case nil: console.mention(WorkPhrase.noCluster(store: store.path))
      case 0?: console.mention(WorkPhrase.offCluster)
      case let parts?: console.mention(WorkPhrase.onCluster(parts: parts))
      }
    } catch let problem as WorkProblem {
      throw Failure(problem)
    }
  }

  private func cancel(_ own: [String]?, _ cluster: Slurm?, of store: WorkStore, _ console: Console) throws {
    if let own, own.isEmpty { return console.mention(WorkPhrase.nothingToCancel) }
    guard let cluster, let own else { throw WorkProblem.noProgram(name: "scancel") }
    // The step that would submit the rest again goes first.
    try cluster.cancel(own.reversed())
    store.forget(clusterJobs: own)
    console.mention(WorkPhrase.cancelled(jobs: own))
  }

  private func show(_ states: [ItemState], of store: WorkStore, _ console: Console) {
    func count(_ isOne: (ItemState.Standing) -> Bool) -> Int { states.count { isOne($0.standing) } }
    let leased = count { if case .leased = $0 { true } else { false } }
    console.say(
      WorkPhrase.standing(
        count: states.count, done: count { $0 == .done }, failed: count { $0 == .failed }, leased: leased,
        waiting: count { $0 == .waiting }, unreadable: count { $0 == .unreadable }))
    for state in states {
      let kind = state.entry.label
      switch state.standing {
      case .leased(let lease):
        console.say(
          WorkPhrase.leased(
            number: state.number, kind: kind, host: lease.holder.host, process: Int(lease.holder.process),
            seconds: max(0, Date().timeIntervalSince1970 - lease.holder.since), taken: lease.epoch))
      case .failed: console.say(WorkPhrase.failedItem(number: state.number, kind: kind))
      case .unreadable: console.say(WorkPhrase.unreadableItem(number: state.number, kind: kind))
      case .waiting, .done: break
      }
    }
    for path in store.damaged { console.say(WorkPhrase.putAside(path: path)) }
  }

  private static func item(_ state: ItemState) -> Summary.Item {
    func item(_ standing: String) -> Summary.Item {
      Summary.Item(number: state.number, id: state.entry.id, kind: state.entry.label, standing: standing)
    }
    switch state.standing {
    case .waiting: return item("waiting")
    case .done: return item("done")
    case .failed: return item("failed")
    case .unreadable: return item("unreadable")
    case .leased(let lease):
      var item = item("leased")
      (item.host, item.process) = (lease.holder.host, lease.holder.process)
      (item.since, item.epoch) = (lease.holder.since, lease.epoch)
      return item
    }
  }
}
