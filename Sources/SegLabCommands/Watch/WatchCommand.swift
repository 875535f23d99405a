internal import ArgumentParser
internal import Checking
internal import Courses
internal import Foundation
internal import Labs
internal import Messages
internal import Pages
internal import Sessions
internal import Synchronization

/// `seglab` alone: follows the learner's saves, and shows the next thing to do.
struct WatchCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("watch", loop: .watch) }

  @Option(help: ArgumentHelp(loop: .watchPage)) var page: String?
  @Flag(help: ArgumentHelp(loop: .open)) var open = false
  @Flag(help: ArgumentHelp(loop: .poll)) var poll = false
  @OptionGroup var options: RunOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console
    try OutputFile.check(page: page)
    let folder = try console.folder()
    _ = try console.asked(folder.course())
    let pages =
      page == nil && !open
      ? nil
      : LivePage(
        pages: LabPage(theme: try Installation.theme(), language: common.language), path: page,
        following: open ? folder : nil)
    let lock = try console.asked(CourseLock(folder))
    defer { withExtendedLifetime(lock) {} }
    let taken = KeyTerminal.take(screen: console.live && isatty(STDOUT_FILENO) == 1)
    defer { KeyTerminal.restore() }
    let watcher = FolderWatcher(folder: folder.labs.path, polls: poll, keys: taken?.keys, bell: taken?.bell)
    var runner = options.runner(in: folder, language: common.language)
    runner.options.withOverlays = pages != nil
    runner.options.stopsAtFirst = true
    let session = CourseSession(runner: runner)
    let display = LoopDisplay(console: console, isScreen: taken?.bell != nil)
    let terminal = LoopTerminal(session: session, display: display, hasKeys: taken != nil, pages: pages)
    let training = terminal.training
    let interruption = Interruption(console: console) {
      KeyTerminal.restore()
      return training.interruption.map { [$0] } ?? []
    }
    defer { withExtendedLifetime(interruption) {} }
    display.add { $0.mention(LoopPhrase.watching(folder: folder.labsPath)) }
    let showing = Task { await terminal.follow() }
    watcher.start()
    await session.look()
    loop: for await event in watcher.events {
      switch event {
      case .changed: await session.look()
      case .resized: display.redraw()
      case .key(let key): guard await terminal.press(key) else { break loop }
      case .noMoreKeys: break loop
      }
    }
    let stopped = training.interruption
    await session.end()
    await showing.value
    pages?.end()
    KeyTerminal.restore()
    if let stopped { console.mention(stopped) }
  }
}

/// The training that the loop shows, for whoever stops it.
fileprivate final class CurrentTraining: Sendable {
  let viewer = Mutex<TrainingViewer?>(nil)

  /// What to say of the training that is under way, if it is stopped now; nil while none is.
  var interruption: StandingPhrase? { viewer.withLock { $0?.interruption } }
}

/// The terminal of the loop: shows what happens in a session, and hands on what a key asks.
struct LoopTerminal {
  private let session: CourseSession
  private let display: LoopDisplay
  private let hasKeys: Bool
  private let pages: LivePage?
  fileprivate let training = CurrentTraining()

  /// - Parameters:
  ///   - session: the learner's work.
  ///   - display: where it is shown.
  ///   - hasKeys: whether keys can be pressed.
  ///   - pages: writes the page; nil where none is wanted.
  init(session: CourseSession, display: LoopDisplay, hasKeys: Bool, pages: LivePage?) {
    self.session = session
    self.display = display
    self.hasKeys = hasKeys
    self.pages = pages
  }

  /// Shows what happens until the session ends.
  func follow() async {
    var isOpened = false
    for await event in session.events {
      switch event {
      case .began:
        display.begin(LoopPhrase.stillWorking)
        let viewer = TrainingViewer(console: display.training, classic: false, classicOnErrors: false)
        training.viewer.withLock { $0 = viewer }
      case .training(let event): training.viewer.withLock { $0 }?.show(event)
      // The half-drawn bar of what was called off.
      case .calledOff:
        training.viewer.withLock { $0 = nil }
        display.endProgress()
      case .checked(let checked):
        training.viewer.withLock { $0 = nil }
        display.endProgress()
        display.show { console in
          if !display.isScreen { console.say("") }
          LoopScreen(console: console).show(checked)
        }
        showKeys()
        write(checked, &isOpened)
      case .unusable(let problem):
        display.show { console in
          console.show(problem.notes)
          console.mention(problem.phrase)
        }
        showKeys()
      case .note(let note): display.add(isNews: true) { $0.show([note]) }
      case .problem(let problem):
        display.add { console in
          console.show(problem.notes)
          console.mention(problem.phrase)
        }
      case .refused(let refusal): display.add(isNews: true) { $0.mention(refusal.phrase) }
      case .stillWorking: display.add { $0.say(LoopPhrase.stillWorking) }
      case .coursePassed: display.add { $0.say(LoopPhrase.coursePassed) }
      case .hint(let hint, let cell): display.add { $0.show(hint, for: cell) }
      case .list(let list): display.add { $0.show(list) }
      case .solution(let text, let cell): display.add { $0.show(solution: text, of: cell) }
      case .nothingToReset: display.add { $0.say(LoopPhrase.nothingToReset) }
      case .asksForReset(let cell): display.add { $0.say(LoopPhrase.reallyReset(cell: cell)) }
      case .kept: display.add { $0.say(LoopPhrase.kept) }
      case .reset(let what, let backup):
        display.add(isNews: true) { $0.say(CommandPhrase.resetDone(what: what, backup: backup)) }
      }
    }
  }

  /// The keys, where there are any and no screen that always shows them.
  private func showKeys() {
    guard hasKeys, !display.isScreen else { return }
    display.add { $0.mention($0.styled(LoopPhrase.keys.text(in: $0.language), .faint)) }
  }

  /// Writes the page, and opens it the first time.
  private func write(_ checked: CourseSession.Checked, _ isOpened: inout Bool) {
    guard let pages else { return }
    do { try pages.write(checked.lab, checked.report) } catch let error as PageError {
      return display.add { $0.mention(error.phrase) }
    } catch {
      return display.add { $0.mention(CommandPhrase.notWritten(path: pages.address ?? "", reason: "\(error)")) }
    }
    guard let address = pages.address, !isOpened else { return }
    isOpened = true
    let isShown = Browser.open(address)
    display.add(isNews: true) {
      $0.mention(isShown ? LoopPhrase.pageOpened(address: address) : .openPage(address: address))
    }
  }

  /// Does what a key asks.
  ///
  /// - Returns: false where the loop is to end.
  func press(_ key: Key) async -> Bool {
    if await session.asksForReset {
      await session.answerReset(key == .letter("y") || key == .letter("x"))
      return true
    }
    switch key {
    case .letter("q"), .endOfInput: return false
    case .letter("n"): await session.skip()
    case .letter("h"): await session.hint()
    case .letter("r"): await session.again()
    case .letter("l"): await session.list()
    case .letter("s"): await session.solution()
    case .letter("x"): await session.askForReset()
    case .enter: await session.show()
    case .up, .letter("k"): display.scroll(.up)
    case .down, .letter("j"): display.scroll(.down)
    case .pageUp, .letter("b"): display.scroll(.pageUp)
    case .pageDown, .letter(" "): display.scroll(.pageDown)
    case .home, .letter("g"): display.scroll(.home)
    case .end: display.scroll(.end)
    case .letter: showKeys()
    }
    return true
  }
}
