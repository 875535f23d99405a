internal import ArgumentParser
internal import Digests
internal import Files
internal import Foundation
internal import Labs
internal import Messages
internal import Sessions

/// `seglab init [DIR]`: makes a course folder, or adds labs that one does not have yet.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("init", .`init`) }

  @OptionGroup var common: CommonOptions
  @Argument(help: ArgumentHelp(.courseFolder)) var folder = "."
  @Flag(help: ArgumentHelp(.quiet)) var quiet = false

  func run() throws {
    if !folder.hasPrefix("/") { _ = try CourseFolder.workingFolder }
    let course = CourseFolder(root: URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL)
    let shipped = try Installation.find().labs
    let manager = FileManager.default
    try course.check()
    var added = 0
    var kept = 0
    do {
      let names = try manager.contentsOfDirectory(atPath: shipped.path).filter { $0.hasSuffix(".md") }.sorted()
      try manager.createDirectory(at: course.labs, withIntermediateDirectories: true)
      for name in names {
        let text = try Data(contentsOf: shipped.appendingPathComponent(name))
        let lab = course.labs.appendingPathComponent(name)
        // A translation belongs to its lab and is none of its own.
        let isLab = !Translation.isTranslation(name)
        // A link is the learner's own, wherever it leads, or leads no longer.
        if lab.isTaken {
          if isLab { kept += 1 }
          continue
        }
        try course.keepOriginal(String(decoding: text, as: UTF8.self), of: name)
        try AtomicFile.write(text, to: lab.path)
        if isLab { added += 1 }
      }
    } catch {
      throw Failure(.badFile, CommandPhrase.notWritten(path: course.root.path, reason: reason(of: error)))
    }
    // Made now, so that a judge finds it.
    if let remark = SealKey.ofUser().remark { common.console.mention(remark) }
    guard !quiet else { return }
    common.console.say(CommandPhrase.initialised(folder: folder, added: added, kept: kept))
    common.console.say(CommandPhrase.firstSteps(folder: isHere(course) ? "" : folder))
  }

  /// Whether the course folder is the one that the learner is in.
  private func isHere(_ course: CourseFolder) -> Bool {
    URL(fileURLWithPath: FileManager.default.currentDirectoryPath).resolvingSymlinksInPath().path
      == course.root.resolvingSymlinksInPath().path
  }
}
