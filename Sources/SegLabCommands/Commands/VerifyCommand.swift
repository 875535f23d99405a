internal import ArgumentParser
internal import Checking
internal import Diagnostics
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions

/// `seglab verify [DIR]`: for authors, over any folder of labs with their solutions.
struct VerifyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("verify", loop: .verify) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(loop: .verifyFolder)) var folder = "."
  @Option(help: ArgumentHelp(.profile)) var profile = RunOptions.Profile.quick
  @OptionGroup var machine: MachineOptions
  @Flag(help: ArgumentHelp(loop: .onlyLook)) var look = false
  @Flag(help: ArgumentHelp(.json)) var json = false

  /// The form `seglab/verify/v1`.
  private struct Report: Encodable {
    struct Lab: Encodable {
      let lab: String
      let errors: Int
      let seconds: Double?
      let diagnostics: [ReportJSON.Message]
    }
    let schema = "seglab/verify/v1"
    let ok: Bool
    let labs: [Lab]
  }

  func run() async throws {
    let console = common.console
    let root = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
    let base = folder == "." ? "" : (folder.hasSuffix("/") ? folder : folder + "/")
    let course: Course
    do { course = try Course.read(base + "labs") } catch { throw Failure(.badFile, error.phrase) }
    // Whatever is trained here is trained anew and thrown away: what a store holds proves nothing about the labs as they are.
    let work = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-verify-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: work) }
    var runner = look ? nil : machine.runner(in: CourseFolder(root: work), language: common.language)
    runner?.options.isQuick = profile == .quick
    if let runner {
      try PracticeSets(course: course, own: CourseFolder(root: root).sets).provide(in: runner.folder, console: console)
    }
    let findings: [CourseVerifier.LabFindings]
    do throws(JudgeRefusal) {
      findings = try await CourseVerifier(course: course, solutions: base + "solutions", runner: runner).findings {
        console.mention(VerifyPhrase.looking(lab: $0))
      }
    } catch {
      throw Failure(.internalFault, error.phrase)
    }
    let errors = findings.reduce(0) { $0 + $1.errors }
    if json {
      let labs = findings.map { lab in
        Report.Lab(
          lab: lab.name, errors: lab.errors, seconds: lab.seconds,
          diagnostics: lab.diagnostics.map { ReportJSON.Message($0, in: common.language) })
      }
      console.say(json: Report(ok: errors == 0, labs: labs))
    } else {
      for lab in findings { show(lab, on: console) }
      console.say(VerifyPhrase.verified(labs: findings.count, errors: errors))
    }
    guard errors == 0 else { throw ExitStatus.badFile.code }
  }

  private func show(_ lab: CourseVerifier.LabFindings, on console: Console) {
    for diagnostic in lab.diagnostics {
      let source = lab.texts[diagnostic.file].map { SourceText($0) }
      console.say(console.renderer.text(of: diagnostic, in: source))
      console.say("")
    }
    console.say("\(console.mark(of: lab.errors == 0 ? .passed : .notYet))  \(console.styled(lab.title, .bold))")
  }
}
