internal import ArgumentParser
internal import Courses
internal import Files
internal import Foundation
internal import Labs
internal import Messages
internal import Notebook
internal import Pages
internal import SegLabCommands
internal import Sessions
internal import Workbench

/// Opens a course in a browser, and answers it until Ctrl-C.
struct OpenCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seglab notebook", abstract: words(.notebook), discussion: words(.discussion))
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(stringLiteral: words(.lab))) var lab: String?
  @Option(help: ArgumentHelp(stringLiteral: words(.port))) var port: UInt16?
  @Flag(help: ArgumentHelp(stringLiteral: words(.noOpen))) var noOpen = false
  @Flag(help: ArgumentHelp(stringLiteral: words(.readOnly))) var readOnly = false
  @Flag(help: ArgumentHelp(stringLiteral: words(.list))) var list = false
  @OptionGroup var machine: MachineOptions

  private static func words(_ phrase: NotebookHelpPhrase) -> String { phrase.text(in: .ofEnvironment) }

  func run() async throws {
    let console = common.console
    let instances: Instances
    do { instances = try Instances() } catch { throw Failure(.file(error)) }
    guard !list else { return show(instances.all, on: console) }
    let folder = try console.courseFolder()
    let place = try self.place(in: folder, console)
    let held: FileLock?
    do throws(FileFault) { held = try instances.hold(folder) } catch { throw Failure(.file(error)) }
    guard held != nil else { return try join(folder, instances, at: place, console) }
    defer { withExtendedLifetime(held) {} }
    try await open(folder, instances, at: place, console)
  }

  /// Where a lab is, as an address of the notebook; the list of labs where none was asked for.
  private func place(in folder: CourseFolder, _ console: Console) throws -> String {
    guard let lab else { return "/" }
    return "/labs/" + Course.name(of: try console.asked(folder.lab(lab)).value.file)
  }

  /// Answers browsers until the process ends.
  private func open(_ folder: CourseFolder, _ instances: Instances, at place: String, _ console: Console) async throws {
    let theme = try Installation.theme()
    let site = try console.asked(Installation.find()).site.path
    let token: AccessToken
    do throws(SecretFile.Fault) { token = try instances.token(of: folder) } catch { throw Self.failure(error) }
    // The port that browsers know from before comes first: their pages go on where they were.
    let known = port == nil ? instances.last(of: folder)?.port : nil
    let server = try Self.server(at: port.map(Int.init), known: known)
    var runner = machine.runner(in: folder, language: common.language)
    runner = runner.judging(with: Self.judge)
    let notebook = CourseNotebook(
      runner: runner, theme: theme, site: site, token: token, isReadOnly: readOnly, version: SegLabCommand.version)
    do throws(FileFault) {
      try instances.note(
        Instances.Instance(
          folder: folder.root.path, port: server.port, process: Int(ProcessInfo.processInfo.processIdentifier)),
        of: folder)
    } catch {
      throw Failure(.file(error))
    }
    let link = Self.link(port: server.port, ticket: token.ticket(), to: place)
    let opens = !noOpen
    try await notebook.run(on: server) {
      console.say(NotebookPhrase.open(folder: folder.root.path, link: link))
      console.mention(NotebookPhrase.ends)
      if opens { _ = Browser.open(link) }
    }
  }

  /// Another browser for a notebook that is open already.
  private func join(_ folder: CourseFolder, _ instances: Instances, at place: String, _ console: Console) throws {
    guard let open = instances.last(of: folder) else { throw Failure(.locked(folder: folder.root.path)) }
    let ticket: String
    do throws(FileFault) { ticket = try instances.leaveTicket(for: folder) } catch { throw Failure(.file(error)) }
    let link = Self.link(port: open.port, ticket: ticket, to: place)
    console.say(NotebookPhrase.isOpen(folder: folder.root.path, link: link))
    if !noOpen { _ = Browser.open(link) }
  }

  private func show(_ open: [Instances.Instance], on console: Console) {
    if open.isEmpty { console.say(NotebookPhrase.none) }
    for one in open {
      console.say(NotebookPhrase.line(address: one.address, folder: one.folder, process: one.process))
    }
  }

  private static func link(port: Int, ticket: String, to place: String) -> String {
    "http://127.0.0.1:\(port)/open?token=\(ticket)" + (place == "/" ? "" : "&to=\(place)")
  }

  /// The server at a port; at the first that is free where none is asked for, at `known` where that one is.
  static func server(at port: Int?, known: Int?) throws -> LoopbackServer {
    if let known, let server = try? LoopbackServer(port: known) { return server }
    do { return try LoopbackServer(port: port) } catch {
      switch error {
      case .taken(let port): throw Failure(.badFile, NotebookPhrase.portTaken(port: port))
      case .noneFree(let from, let count): throw Failure(.badFile, NotebookPhrase.noPort(from: from, count: count))
      case .refused(let port, let reason):
        throw Failure(.badFile, NotebookPhrase.portRefused(port: port, reason: reason))
      }
    }
  }

  private static func failure(_ fault: SecretFile.Fault) -> Failure {
    switch fault {
    case .unsafe(let path): Failure(.badFile, NotebookPhrase.tokenUnsafe(path: path))
    case .refused(let fault): Failure(.file(fault))
    }
  }

  /// Labs are judged by the program beside this one.
  private static var judge: JudgeProcess { JudgeProcess(program: Toolchain.beside("seglab")) }
}
