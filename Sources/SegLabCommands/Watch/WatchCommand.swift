internal import ArgumentParser
internal import Courses
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions

/// `seglab` alone: follows the learner's saves, and shows the next thing to do.
struct WatchCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("watch", loop: .watch) }

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: RunOptions
  @Flag(help: ArgumentHelp(loop: .poll)) var poll = false

  func run() async throws {
    let console = common.console
    let folder = try console.folder()
    _ = try console.asked(folder.course())
    let lock = try console.asked(CourseLock(folder))
    defer { withExtendedLifetime(lock) {} }
    let keys = KeyTerminal.take()
    defer { KeyTerminal.restore() }
    let watcher = FolderWatcher(folder: folder.labs.path, polls: poll, keys: keys)
    let session = CourseSession(runner: options.runner(in: folder, language: common.language))
    let terminal = LoopTerminal(session: session, console: console, hasKeys: keys != nil)
    console.mention(LoopPhrase.watching(folder: folder.labsPath))
    let showing = Task { await terminal.follow() }
    watcher.start()
    await session.look()
    loop: for await event in watcher.events {
      switch event {
      case .changed: await session.look()
      case .key(let key): guard await terminal.press(key) else { break loop }
      case .noMoreKeys: break loop
      }
    }
    await session.end()
    await showing.value
  }
}

/// The terminal of the loop: shows what happens in a session, and hands on what a key asks.
struct LoopTerminal {
  private let session: CourseSession
  private let console: Console
  private let screen: LoopScreen

  /// - Parameters:
  ///   - session: the learner's work.
  ///   - console: where to speak.
  ///   - hasKeys: whether keys can be pressed.
  init(session: CourseSession, console: Console, hasKeys: Bool) {
    self.session = session
    self.console = console
    screen = LoopScreen(console: console, hasKeys: hasKeys)
  }

  /// Shows what happens until the session ends.
  func follow() async {
    var viewer = TrainingViewer(console: console, classic: false, classicOnErrors: false)
    for await event in session.events {
      switch event {
      case .began: viewer = TrainingViewer(console: console, classic: false, classicOnErrors: false)
      case .training(let event): viewer.show(event)
      // The half-drawn bar of what was called off.
      case .calledOff: if console.live { console.draw("") }
      case .checked(let lab, let report, let next): screen.show(report, of: lab, next: next)
      case .unusable: screen.showKeys()
      case .note(let note): console.show([note])
      case .problem(let problem):
        console.show(problem.notes)
        console.mention(problem.phrase)
      case .refused(let refusal): console.mention(refusal.phrase)
      case .stillWorking: console.say(LoopPhrase.stillWorking)
      case .hint(let hint, let cell): console.show(hint, for: cell)
      case .list(let list): console.show(list)
      case .solution(let text, let cell): console.show(solution: text, of: cell)
      case .nothingToReset: console.say(LoopPhrase.nothingToReset)
      case .asksForReset(let cell): console.say(LoopPhrase.reallyReset(cell: cell))
      case .kept: console.say(LoopPhrase.kept)
      case .reset(let what, let backup): console.say(CommandPhrase.resetDone(what: what, backup: backup))
      }
    }
  }

  /// Does what a key asks.
  ///
  /// - Returns: false where the loop is to end.
  func press(_ key: UInt8) async -> Bool {
    let letter = Character(Unicode.Scalar(key)).lowercased()
    if await session.asksForReset {
      await session.answerReset(letter == "y" || letter == "x")
      return true
    }
    switch letter {
    case "q", "\u{4}": return false
    case "n": await session.skip()
    case "h": await session.hint()
    case "r": await session.again()
    case "l": await session.list()
    case "s": await session.solution()
    case "x": await session.askForReset()
    case "\n", "\r": await session.show()
    default: screen.showKeys()
    }
    return true
  }
}
