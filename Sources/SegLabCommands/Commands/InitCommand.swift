internal import ArgumentParser
internal import Files
internal import Foundation
internal import Labs
internal import Phrases

/// `seglab init [DIR]`: makes a course folder, or adds labs that one does not have yet.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("init", .`init`) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.courseFolder)) var folder = "."
  @Flag(help: ArgumentHelp(.quiet)) var quiet = false

  func run() throws {
    let course = CourseFolder(root: URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL)
    let shipped = try Installation.find().labs
    let manager = FileManager.default
    var added = 0
    var kept = 0
    do {
      let names = try manager.contentsOfDirectory(atPath: shipped.path).filter { $0.hasSuffix(".md") }.sorted()
      for place in [course.labs, course.originals] {
        try manager.createDirectory(at: place, withIntermediateDirectories: true)
      }
      for name in names {
        let text = try Data(contentsOf: shipped.appendingPathComponent(name))
        let lab = course.labs.appendingPathComponent(name)
        // A translation belongs to its lab and is none of its own.
        let isLab = !Translation.isTranslation(name)
        if manager.fileExists(atPath: lab.path) {
          if isLab { kept += 1 }
          continue
        }
        try AtomicFile.write(text, to: course.originals.appendingPathComponent(name).path)
        try AtomicFile.write(text, to: lab.path)
        if isLab { added += 1 }
      }
    } catch {
      throw Failure(.badFile, CommandPhrase.notWritten(path: course.root.path, reason: reason(of: error)))
    }
    guard !quiet else { return }
    common.console.say(CommandPhrase.initialised(folder: folder, added: added, kept: kept))
    common.console.say(CommandPhrase.firstSteps(folder: folder))
  }
}
