package import ArgumentParser
internal import Courses
internal import Foundation
internal import Messages
internal import Workbench

/// A command that another program of SegLab's does, as git's do: `seglab grade …` becomes `seglab-class grade …`.
///
/// What only an instructor or a browser needs brings libraries of its own; as a program of its own it costs a learner's first
/// build nothing.
package protocol CompanionCommand: ParsableCommand {
  /// The file name of the program, which lies beside this one.
  static var program: String { get }
  /// What the program is called with before the user's own words.
  static var words: [String] { get }
  /// The user's own words, `--help` among them.
  var arguments: [String] { get }
}

extension CompanionCommand {
  /// Becomes the other program.
  ///
  /// - Throws: `Failure` where it was not built, with the line that builds it.
  package func run() throws {
    let command = ["seglab"] + (Self.words.isEmpty ? [Self.configuration.commandName ?? ""] : Self.words)
    // The words before the subcommand are spent; the language among them goes on in the environment.
    throw Companion(program: Self.program, command: command.joined(separator: " ")).become(with: Self.words + arguments)
  }
}

/// A command that is called the same in the other program.
protocol NamedCompanion: CompanionCommand {
  associatedtype Help: Wording
  /// The command's name, there as here.
  static var name: String { get }
  /// The words before it; none for a command of `seglab` itself.
  static var group: [String] { get }
  /// What it is for, in the list of commands.
  static var help: Help { get }
}

extension NamedCompanion {
  static var words: [String] { group + [name] }
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: name, abstract: help.text(in: .ofEnvironment), helpNames: [])
  }
}

/// Another program of SegLab's.
struct Companion {
  /// Its file name; it lies beside this program.
  let program: String
  /// The command that needs it, as a user types it.
  let command: String

  /// Becomes the program.
  ///
  /// - Parameter arguments: the words after its name.
  /// - Returns: why not, with the line that builds it where it was not built.
  func become(with arguments: [String]) -> Failure {
    let path = Toolchain.beside(program)
    var pointers = ([path] + arguments).map { strdup($0) }
    pointers.append(nil)
    execv(path, pointers)
    let fault = errno
    let reason = String(cString: strerror(fault))
    guard fault == ENOENT, let home = try? Installation.find().home.path else {
      return Failure(.internalFault, CommandPhrase.programNotStarted(path: path, reason: reason))
    }
    let form = path.hasSuffix("/release/" + program) ? "release" : "debug"
    return Failure(
      .badFile,
      CommandPhrase.programNotBuilt(
        command: command, program: program,
        build: "swift build -c \(form) --package-path \(ShellPath.quoted(home)) --product \(program)"))
  }
}
