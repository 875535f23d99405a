internal import ArgumentParser
internal import Foundation
internal import Labs
internal import Messages

/// `seglab` alone: follows the learner's saves, and shows the next thing to do.
struct WatchCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("watch", loop: .watch) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: RunOptions
  @Flag(help: ArgumentHelp(loop: .poll)) var poll = false

  func run() async throws {
    let console = common.console
    let folder = try CourseFolder.current
    _ = try folder.course()
    let lock = try CourseLock(folder)
    defer { withExtendedLifetime(lock) {} }
    let keys = KeyTerminal.take()
    defer { KeyTerminal.restore() }
    let watcher = FolderWatcher(folder: folder.labs.path, polls: poll, keys: keys)
    let session = LoopSession(
      runner: options.runner(in: folder, language: common.language), console: console, hasKeys: keys != nil)
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
