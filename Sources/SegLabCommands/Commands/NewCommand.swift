internal import ArgumentParser
internal import Files
internal import Foundation
internal import Labs
internal import Messages

/// `seglab new`: what an author begins with.
struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: LoopHelpPhrase.new.text(in: .ofEnvironment), subcommands: [NewLabCommand.self])
  }
}

/// `seglab new lab NAME`: a small lab with its solution, to be changed into another.
struct NewLabCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("lab", loop: .newLab) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(loop: .labName)) var name: String

  func run() throws {
    guard name.wholeMatch(of: /[a-z][a-z0-9-]{0,50}/) != nil else {
      throw Failure(.usage, LoopPhrase.badLabName(name))
    }
    let root = try CourseFolder.current.root
    let labs = root.appendingPathComponent("labs", isDirectory: true)
    let solutions = root.appendingPathComponent("solutions", isDirectory: true)
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: labs.path)) ?? []
    let numbers = existing.compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
    let number = min(99, (numbers.max() ?? 0) + 1)
    let file = "\(number < 10 ? "0" : "")\(number)-\(name).md"
    if let taken = existing.first(where: { $0 == file || $0.dropFirst(3) == "\(name).md" }) {
      throw Failure(.usage, LoopPhrase.labExists(path: labs.appendingPathComponent(taken).path))
    }
    let template = LabTemplate(name: name)
    do {
      for folder in [labs, solutions] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try AtomicFile.write(template.lab, to: labs.appendingPathComponent(file).path)
      try AtomicFile.write(template.solution, to: solutions.appendingPathComponent(file).path)
    } catch {
      throw Failure(.internalFault, CommandPhrase.notWritten(path: root.path, reason: reason(of: error)))
    }
    common.console.say(LoopPhrase.labMade(lab: "labs/\(file)", solution: "solutions/\(file)"))
  }
}
