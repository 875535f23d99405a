internal import ArgumentParser
internal import Courses
internal import Files
internal import Foundation
internal import Grading
internal import Messages
internal import SegLabCommands
internal import Workbench

/// `seglab export …`: what other graders need to grade a lab.
struct AutograderCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("export", class: .export, subcommands: [GradescopeCommand.self])
  }
}

/// `seglab export gradescope LAB --out FILE`: the zip file of which Gradescope makes an autograder.
struct GradescopeCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("gradescope", class: .gradescope) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(class: .gradedLab)) var lab: String
  @Option(help: ArgumentHelp(class: .autograderOut)) var out: String
  @Option(help: ArgumentHelp(class: .package)) var package: String?
  @Option(help: ArgumentHelp(class: .profile)) var profile = GradingOptions.Profile.full
  @Option(help: ArgumentHelp(class: .data)) var data: String?
  @Option(help: ArgumentHelp(class: .minutes)) var minutes: Double?

  func run() throws {
    let console = common.console
    let course = try console.folder()
    let lab = try console.lab(self.lab, in: course)
    let archive = AutograderArchive(
      lab, graded: try gradedLab(lab, in: course, console), in: course, dataset: data)
    let options =
      ["--profile", profile.rawValue] + (data.map { ["--data", $0] } ?? [])
      + (minutes.map { ["--minutes", "\($0)"] } ?? [])
    do {
      let settings = AutograderArchive.Settings(
        swift: try Self.swiftVersion(), language: console.language, options: options)
      let bytes = try archive.bytes(try program(), settings)
      do { try AtomicFile.write(bytes, to: out) } catch {
        throw GradingProblem.notWritten(path: out, reason: error.reason)
      }
      console.say(GradingPhrase.autograder(path: out, bytes: bytes.count))
    } catch let problem as GradingProblem {
      throw Failure(problem)
    } catch let error as WorkbenchError {
      throw Failure(.internalFault, error.phrase)
    }
  }

  private func program() throws -> AutograderArchive.Program {
    if let package { return .package(path: package) }
    let home = try Installation.find().home.path
    guard FileManager.default.fileExists(atPath: home + "/Package.swift") else {
      throw Failure(.badFile, GradingPhrase.noProgram(home: home))
    }
    return .source(home: home)
  }

  /// The version of the compiler that is here, like `6.2.1`: what was tried here works there.
  private static func swiftVersion() throws -> String {
    let toolchain = try Toolchain.find()
    guard let version = toolchain.version else {
      throw Failure(.internalFault, GradingPhrase.noSwiftVersion(path: toolchain.frontend))
    }
    return version
  }
}
