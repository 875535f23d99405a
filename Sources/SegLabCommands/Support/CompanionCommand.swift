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
    let path = Toolchain.beside(Self.program)
    // The words before the subcommand are spent; the language among them goes on in the environment.
    var pointers = ([path] + Self.words + arguments).map { strdup($0) }
    pointers.append(nil)
    execv(path, pointers)
    let fault = errno
    let reason = String(cString: strerror(fault))
    guard fault == ENOENT, let home = try? Installation.find().home.path else {
      throw Failure(.internalFault, CommandPhrase.programNotStarted(path: path, reason: reason))
    }
    let command = ["seglab"] + (Self.words.isEmpty ? [Self.configuration.commandName ?? ""] : Self.words)
    let form = path.hasSuffix("/release/" + Self.program) ? "release" : "debug"
    throw Failure(
      .badFile,
      CommandPhrase.programNotBuilt(
        command: command.joined(separator: " "), program: Self.program,
        build: "swift build -c \(form) --package-path \(ShellPath.quoted(home)) --product \(Self.program)"))
  }
}
