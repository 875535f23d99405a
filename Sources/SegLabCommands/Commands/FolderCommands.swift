internal import ArgumentParser
internal import Courses
internal import Digests
internal import Foundation
internal import Messages
internal import Sessions

/// `seglab init [DIR]`: makes a course folder, or adds labs that one does not have yet.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("init", .`init`) }

  @Argument(help: ArgumentHelp(.courseFolder)) var folder = "."
  @Flag(help: ArgumentHelp(.quiet)) var quiet = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    if !folder.hasPrefix("/") { _ = try console.asked(CourseFolder.workingFolder) }
    let course = CourseFolder(root: URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL)
    // A course within a course is nobody's wish: what is there already is where the work is.
    let above = course.root.deletingLastPathComponent()
    if !FileManager.default.fileExists(atPath: course.labs.path), let outer = CourseFolder.found(around: above),
      FileManager.default.fileExists(atPath: outer.originals.path)
    {
      throw Failure(.usage, CommandPhrase.insideCourse(folder: folder, course: outer.root.path))
    }
    let (added, kept) = try console.asked(course.fill(from: Installation.find().labs, in: common.language))
    // Made now, so that a judge finds it.
    if let remark = SealKey.ofUser().remark { console.mention(remark) }
    guard !quiet else { return }
    console.say(
      CommandPhrase.initialised(folder: isHere(course) ? course.root.path : folder, added: added, kept: kept))
    if let line = ShellPath.line() {
      console.say(CommandPhrase.pasteLine)
      console.say(verbatim: "  " + line)
    }
    console.say(CommandPhrase.firstSteps(folder: isHere(course) ? "" : folder))
  }

  /// Whether the course folder is the one that the learner is in.
  private func isHere(_ course: CourseFolder) -> Bool {
    URL(fileURLWithPath: FileManager.default.currentDirectoryPath).resolvingSymlinksInPath().path
      == course.root.resolvingSymlinksInPath().path
  }
}

/// `seglab list`: the labs, what is done, what waits for another, what is next.
struct ListCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("list", .list) }

  @Flag(help: ArgumentHelp(.json)) var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let list = try console.asked(CourseList(of: folder, in: console.language))
    if json {
      console.show(list.notes)
      console.say(json: ["labs": list.lines])
    } else {
      console.show(list)
    }
    if !list.isSound { throw ExitStatus.badFile.code }
  }
}

/// `seglab update`: brings a course folder to the labs of this SegLab: prose new, the learner's cells kept, nothing lost.
struct UpdateCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("update", loop: .update) }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let folder = try console.folder()
    let shipped = try console.asked(Installation.find().labs)
    let (labs, changed, isSound) = try console.asked(
      folder.update(to: shipped, in: common.asked, preferring: common.language) { show($0, on: console) })
    if changed == 0, isSound { console.say(LoopPhrase.upToDate(labs: labs)) }
    if !isSound { throw ExitStatus.badFile.code }
  }

  private func show(_ step: CourseFolder.UpdateStep, on console: Console) {
    switch step {
    case .added(let lab): console.say(LoopPhrase.added(lab: lab))
    case .updated(let lab, let cells): console.say(LoopPhrase.updated(lab: lab, cells: cells))
    case .oneFile(let lab, let cells): console.say(LoopPhrase.oneFile(lab: lab, cells: cells))
    case .conflict(let lab, let cell): console.say(LoopPhrase.conflict(lab: lab, cell: cell))
    case .cellGone(let lab, let cell, let backup):
      console.say(LoopPhrase.cellGone(lab: lab, cell: cell, backup: backup.path))
    case .left(let reason): console.mention(reason)
    }
  }
}
