package import ArgumentParser
internal import Foundation
internal import Messages
internal import Sessions
package import Work
internal import Workbench

/// Where work is done.
package enum WorkPlace: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// By this command itself.
  case local
  /// By workers on this machine, through a store.
  case work
  /// On a cluster, through a store.
  case slurm
  /// By workers that the user starts, through a store.
  case store
}

/// What can be asked of a command that may hand its work to others.
package struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp(shared: .on)) package var on = WorkPlace.local
  @Option(help: ArgumentHelp(shared: .storeOption)) package var store: String?
  @Flag(help: ArgumentHelp(shared: .collect)) package var collect = false
  @Option(help: ArgumentHelp(shared: .patience)) var patience: Double?
  @Option(help: ArgumentHelp(shared: .pack)) var pack: Int?
  @Option(help: ArgumentHelp(shared: .account)) var account: String?
  @Option(help: ArgumentHelp(shared: .partition)) var partition: String?
  @Option(help: ArgumentHelp(shared: .time)) var time: String?
  @Option(help: ArgumentHelp(shared: .slurmOption)) var slurmOption: [String] = []
  @Option(help: ArgumentHelp(shared: .rounds)) var rounds: Int?
  /// Which round this is, where a job of the cluster's says this command again.
  @Option(help: .hidden) package var round = 0
  @Argument(parsing: .postTerminator, help: ArgumentHelp(shared: .slurmWords)) var slurmWords: [String] = []

  /// How often what is missing is submitted again, where nothing is said.
  private static let usualRounds = 20

  /// No option given.
  package init() {}

  package func validate() throws {
    if let patience, !(patience >= 1 && patience <= 86_400) { throw bad("--patience", patience, "1 … 86400") }
    if let pack, !(1...100_000).contains(pack) { throw bad("--pack", pack, "1 … 100000") }
    if let rounds, !(1...1000).contains(rounds) { throw bad("--rounds", rounds, "1 … 1000") }
    // What would change nothing is refused: whoever says it expects something of it.
    if on == .local, patience != nil { throw elsewhere("--patience", .store) }
    guard on != .slurm else { return }
    let others = [
      ("--pack", pack != nil), ("--account", account != nil), ("--partition", partition != nil),
      ("--time", time != nil), ("--slurm-option", !slurmOption.isEmpty), ("--rounds", rounds != nil),
      (slurmWords.first ?? "--", !slurmWords.isEmpty),
    ]
    if let option = others.first(where: \.1)?.0 { throw elsewhere(option, .slurm) }
  }

  private func elsewhere(_ option: String, _ place: WorkPlace) -> ValidationError {
    ValidationError(
      WorkPhrase.onlyOn(option: option, place: place.rawValue, found: on.rawValue).text(in: .ofEnvironment))
  }

  private func bad(_ option: String, _ found: some CustomStringConvertible, _ expected: String) -> ValidationError {
    ValidationError(
      CommandPhrase.badNumber(option: option, found: "\(found)", expected: expected).text(in: .ofEnvironment))
  }

  /// The store that work goes through; nil where it is done here and nothing was handed in before.
  ///
  /// - Parameters:
  ///   - usual: the folder where none is named.
  ///   - console: where to speak.
  /// - Returns: the store.
  /// - Throws: `Failure` where it cannot be used.
  package func workStore(usual: String, _ console: Console) throws -> WorkStore? {
    let path = store ?? usual
    guard on == .local || collect else {
      let store = try console.workStore(at: path, makes: patience.map { .init(patience: $0) } ?? .init())
      if let patience, store.timing.patience != patience {
        console.mention(WorkStorePhrase.otherPatience(path: store.path, seconds: store.timing.patience))
      }
      // Such items would wait for ever: nobody can do them, and handed in they are already.
      if let absent = JudgeOrder.absent(in: store), (try? store.openNumbers())?.isEmpty == false {
        throw Failure(.badFile, WorkStorePhrase.courseMoved(store: store.path, path: absent))
      }
      return store
    }
    guard store != nil || collect || FileManager.default.fileExists(atPath: path + "/store.json") else { return nil }
    return try console.workStore(at: path)
  }

  /// The scheduler, where work goes to a cluster: before anything is done, so that a missing one is known at once.
  ///
  /// - Throws: `Failure` that names what is missing.
  package func scheduler() throws -> Slurm? {
    guard on == .slurm, !collect else { return nil }
    do throws(WorkProblem) {
      let slurm = try Slurm()
      // Whether its controller answers; a job of the cluster's knows that it does.
      if round == 0 { _ = try slurm.living() }
      return slurm
    } catch {
      throw Failure(.unavailable, error.phrase)
    }
  }

  /// Hands what is open in a store to the cluster, with a step behind it that says this command again.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - slurm: the scheduler.
  ///   - dropped: the flags of this command that hold for its first time alone.
  ///   - console: where to speak.
  /// - Throws: `Failure` with the scheduler's words, or where this was the last round.
  package func submit(_ store: WorkStore, to slurm: Slurm, dropping dropped: Set<String> = [], _ console: Console)
    throws
  {
    do throws(WorkProblem) {
      let rounds = rounds ?? Self.usualRounds
      guard round < rounds else {
        let open = try store.openNumbers().count
        throw WorkProblem.outOfRounds(rounds: rounds, open: open, logs: store.logs)
      }
      if round == 0 {
        // What the cluster has already it is not given twice: the step behind that finds what is new.
        let living = try slurm.living()
        let parts = store.clusterJobs.reduce(0) { $0 + (living[$1] ?? 0) }
        guard parts == 0 else {
          return console.say(WorkPhrase.onCluster(parts: parts))
        }
      }
      let handOver = SlurmHandOver(
        worker: [Toolchain.beside("seglab"), "work"],
        collector: [Toolchain.runningProgram]
          + Self.again(CommandLine.arguments.dropFirst(), dropping: dropped, round + 1),
        folder: FileManager.default.currentDirectoryPath, options: slurmOptions, pack: pack,
        delay: max(0, round - Self.promptRounds) * Self.secondsLater)
      let (arrays, collector) = try handOver.submit(store, to: slurm)
      console.say(WorkPhrase.submitted(arrays: arrays, collector: collector ?? "", store: store.path))
    } catch {
      throw Failure(error)
    }
  }

  /// How open items of a store are done without a cluster, in words.
  package func tellHowToWork(on store: WorkStore, _ console: Console) {
    let count = (try? store.count()) ?? 0
    let program = ShellPath.quoted(Toolchain.beside("seglab"))
    console.say(WorkPhrase.howToWork(program: program, store: ShellPath.quoted(store.path), count: count))
  }

  /// So many rounds follow each other at once: looking, training and looking again, each up to three times. Each later one waits for so many
  /// seconds more, because it can only be about items that another is still on, or that fail each time.
  private static let (promptRounds, secondsLater) = (7, 120)

  private var slurmOptions: [String] {
    [("account", account), ("partition", partition), ("time", time)].compactMap { name, value in
      value.map { "--\(name)=\($0)" }
    } + slurmOption.map { $0.hasPrefix("-") ? $0 : "--\($0)" } + slurmWords
  }

  /// The words of a command for its next time.
  static func again(_ words: some Collection<String>, dropping dropped: Set<String>, _ round: Int) -> [String] {
    let own = words.prefix { $0 != "--" }
    var (kept, isValue): ([String], Bool) = ([], false)
    for word in own {
      if isValue {
        isValue = false
      } else if word == "--round" {
        isValue = true
      } else if !word.hasPrefix("--round="), !dropped.contains(word) {
        kept.append(word)
      }
    }
    // What stands behind `--` is the cluster's.
    return kept + ["--round", String(round)] + words.dropFirst(own.count)
  }
}
