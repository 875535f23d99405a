internal import ArgumentParser
internal import Checking
internal import Courses
internal import Diagnostics
internal import Files
internal import Foundation
internal import Labs
internal import Messages
internal import SegLabCommands

/// `seglab release MASTER --out DIR`: from one master the lab that learners get, its solution, and the lab to grade by.
struct ReleaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("release", class: .release) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(class: .master)) var master: String
  @Option(help: ArgumentHelp(class: .releaseOut)) var out: String
  @Flag(help: ArgumentHelp(class: .force)) var force = false

  func run() throws {
    let console = common.console
    let text: String
    do { text = try Lab.text(of: master) } catch { throw Failure(.badFile, error.phrase) }
    let (made, diagnostics) = LabMaster.parse(text: text, file: master)
    console.show([.diagnostics(diagnostics, text: text)])
    guard let made else {
      let count = diagnostics.count { $0.severity == .error }
      throw Failure(.badFile, CommandPhrase.labHasMistakes(file: master, count: count))
    }
    let name = URL(fileURLWithPath: master).lastPathComponent
    let files = [
      ("labs", made.learners.text), ("solutions", made.solution), ("grading", made.grading.text),
    ].map { (path: "\(out)/\($0)/\(name)", text: $1) }
    let source = URL(fileURLWithPath: master).resolvingSymlinksInPath().path
    for file in files {
      let place = URL(fileURLWithPath: file.path).resolvingSymlinksInPath().path
      guard place != source else { throw Failure(.usage, MasterPhrase.overMaster(path: file.path)) }
      // What somebody changed there would be lost; what came of an older master is changed in it.
      guard !force, let old = try? String(contentsOfFile: file.path, encoding: .utf8), old != file.text else {
        continue
      }
      throw Failure(.badFile, MasterPhrase.wouldOverwrite(path: file.path))
    }
    for file in files {
      let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try AtomicFile.write(file.text, to: file.path)
      } catch {
        throw Failure(notWritten: file.path, error)
      }
    }
    console.say(
      MasterPhrase.released(
        lab: files[0].path, solution: files[1].path, grading: files[2].path, hidden: made.hiddenCount))
  }
}
