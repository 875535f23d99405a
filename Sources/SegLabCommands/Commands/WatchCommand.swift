internal import ArgumentParser
internal import Foundation
internal import Kernels
internal import Labs
internal import Phrases
internal import Workbench

/// `seglab` alone: follows the learner's saves, and shows the next thing to do.
struct WatchCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("watch", loop: .watch) }

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(.dataOption)) var data: String?
  @Option(help: ArgumentHelp(.profile)) var profile = RunCommand.Profile.full
  @Option(help: ArgumentHelp(.seed)) var seed: UInt64 = 1
  @Option(help: ArgumentHelp(.threads)) var threads = CPUInfo.current.cores
  @Flag(help: ArgumentHelp(loop: .poll)) var poll = false

  func validate() throws { try common.validate(threads: threads) }

  func run() async throws {
    let console = common.console
    let folder = try CourseFolder.current
    _ = try folder.course()
    let lock = try CourseLock(folder)
    defer { withExtendedLifetime(lock) {} }
    let keys = KeyTerminal.take()
    defer { KeyTerminal.restore() }
    let watcher = FolderWatcher(folder: folder.labs.path, polls: poll, keys: keys)
    let session: LoopSession
    do {
      session = try await LoopSession(
        runner: LabRunner(folder: folder, dataset: data, isQuick: profile == .quick, seed: seed, threads: threads),
        console: console, hasKeys: keys != nil)
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
    console.mention(LoopPhrase.watching(folder: folder.labsPath))
    watcher.start()
    await session.look()
    for await event in watcher.events {
      switch event {
      case .changed: await session.look()
      case .key(let key): guard await session.press(key) else { return }
      case .noMoreKeys: return
      }
    }
  }
}
