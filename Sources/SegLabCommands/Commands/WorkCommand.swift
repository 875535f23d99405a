internal import ArgumentParser
internal import Digests
internal import Foundation
internal import Messages
package import Sessions
package import Work
internal import Workbench

/// `seglab work STORE`: does what was handed in to a shared folder.
struct WorkCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("work", shared: .work, rules: .workRules)
  }

  @Argument(help: ArgumentHelp(shared: .store)) var store: String
  @Option(parsing: .unconditional, help: ArgumentHelp(shared: .item)) var item: Int?
  @Option(parsing: .unconditional, help: ArgumentHelp(shared: .count)) var count: Int?
  @Option(parsing: .unconditional, help: ArgumentHelp(shared: .jobs)) var jobs = 1
  @Option(parsing: .unconditional, help: ArgumentHelp(shared: .threads)) var threads = MachineShare.cores
  @Flag(help: ArgumentHelp(shared: .drain)) var drain = false
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for (name, value, most) in [("--jobs", jobs, 256), ("--threads", threads, 256), ("--count", count ?? 1, 1_000_000)]
    where !(1...most).contains(value) {
      throw ValidationError(
        CommandPhrase.badNumber(option: name, found: "\(value)", expected: "1 … \(most)").text(in: .ofEnvironment))
    }
    if let item, !(0...100_000_000).contains(item) {
      throw ValidationError(
        CommandPhrase.badNumber(option: "--item", found: "\(item)", expected: "0 … 100000000").text(in: .ofEnvironment))
    }
    if item != nil, drain { throw ValidationError(WorkPhrase.itemAndDrain.text(in: .ofEnvironment)) }
    if item == nil, count != nil { throw ValidationError(WorkPhrase.countWithoutItem.text(in: .ofEnvironment)) }
  }

  func run() async throws {
    let console = common.console
    let store = try console.workStore(at: self.store)
    let choice: ItemWorker.Choice = item.map { .numbers($0..<$0 + (count ?? 1)) } ?? .all(stays: drain)
    let outcome = try await SharedWork(store: store, jobs: jobs, threads: threads, console: console).run(choice)
    guard !outcome.isUnfinished else { throw ExitStatus.unfinished.code }
  }
}

/// A worker whose words go to a console, and which signals stop.
package struct SharedWork {
  let store: WorkStore
  let jobs: Int
  let threads: Int
  let console: Console

  /// - Parameters:
  ///   - store: the store.
  ///   - jobs: how many items are done at once.
  ///   - threads: how many threads train, all items together.
  ///   - console: where to speak.
  package init(store: WorkStore, jobs: Int, threads: Int, console: Console) {
    (self.store, self.jobs, self.threads, self.console) = (store, jobs, threads, console)
  }

  /// Works until nothing is left, or a signal comes.
  ///
  /// - Throws: `Failure` where the store or this machine is not fit for it.
  package func run(_ choice: ItemWorker.Choice) async throws -> ItemWorker.Outcome {
    try await requireSandbox(console, or: .unavailable)
    let worker: ItemWorker
    do throws(WorkProblem) {
      worker = try ItemWorker(
        store, process: JudgeProcess(sandbox: SandboxMemory()), choice: choice, jobs: jobs, threads: threads,
        event: { show($0) })
    } catch {
      throw Failure(error)
    }
    let signals = HeardSignals([SIGTERM, SIGUSR2, SIGINT]) {
      console.mention(WorkPhrase.stopping)
      worker.stop()
    }
    defer { withExtendedLifetime(signals) {} }
    do throws(ItemWorker.Problem) {
      let outcome = try await worker.run()
      switch choice {
      case .all: console.mention(WorkPhrase.worked(done: outcome.done, open: (try? store.openNumbers().count) ?? 0))
      // What is open of the whole store a part of an array does not go through a hundred thousand items for.
      case .numbers: console.mention(WorkPhrase.workedPart(done: outcome.done))
      }
      return outcome
    } catch {
      switch error {
      case .store(let problem): throw Failure(problem)
      case .machine(let message): throw Failure(.unavailable, message.phrase)
      }
    }
  }

  private func show(_ event: ItemWorker.Event) {
    switch event {
    case .began(let number, let kind, let taken):
      console.mention(WorkPhrase.begun(number: number, kind: kind, taken: taken))
    case .published(let number, _, failed: true): console.mention(WorkPhrase.failed(number: number))
    case .published(let number, let seconds, _): console.mention(WorkPhrase.finished(number: number, seconds: seconds))
    case .lost(let number): console.mention(WorkPhrase.lost(number: number))
    case .known(let number): console.mention(WorkPhrase.known(number: number))
    case .givenBack(let number): console.mention(WorkPhrase.givenBack(number: number))
    case .unreadable(let number, let path): console.mention(WorkPhrase.unreadable(number: number, path: path))
    case .held(let number, let lease):
      console.mention(
        WorkPhrase.held(number: number, host: lease.holder.host, process: Int(lease.holder.process)))
    }
  }
}
