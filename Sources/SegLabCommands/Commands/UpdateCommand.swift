internal import ArgumentParser
internal import Files
internal import Foundation
internal import Labs
internal import Messages

/// `seglab update`: brings a course folder to the labs of this SegLab: prose new, the learner's cells kept, nothing lost.
struct UpdateCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("update", loop: .update) }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = common.console
    let folder = try CourseFolder.current
    let shipped = try Installation.find().labs
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.labs.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(.badFile, CommandPhrase.noLabs(folder: folder.root.path))
    }
    let lock = try CourseLock(folder)
    defer { withExtendedLifetime(lock) {} }
    var isSound = true
    var changed = 0
    var labs = 0
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: shipped.path).filter { $0.hasSuffix(".md") }.sorted()
      try FileManager.default.createDirectory(at: folder.labs, withIntermediateDirectories: true)
    } catch {
      throw Failure(.badFile, CommandPhrase.notWritten(path: folder.root.path, reason: reason(of: error)))
    }
    for name in names {
      let text = try self.text(shipped.appendingPathComponent(name))
      let isLab = !Translation.isTranslation(name) && name.lowercased() != "readme.md"
      if isLab { labs += 1 }
      let own = folder.labs.appendingPathComponent(name)
      let before = folder.original(name)
      if own.isLink {
        console.mention(StorePhrase.labIsLink(path: own.path))
        isSound = false
        continue
      }
      guard own.isTaken else {
        try write(text, to: own, original: name, in: folder, text)
        if isLab {
          console.say(LoopPhrase.added(lab: name))
          changed += 1
        }
        continue
      }
      let mine: String
      do { mine = try self.text(own) } catch let failure as Failure {
        // The other labs can be brought up to date all the same.
        console.mention(failure.phrase)
        isSound = false
        continue
      }
      if text == before || text == mine { continue }
      if isLab {
        let done = try update(own, to: text, from: before, mine: mine, in: folder, console)
        changed += done ? 1 : 0
        isSound = isSound && done
      } else {
        if mine != before { _ = try folder.backUp(own) }
        try write(text, to: own, original: name, in: folder, text)
      }
    }
    if changed == 0, isSound { console.say(LoopPhrase.upToDate(labs: labs)) }
    if !isSound { throw ExitStatus.badFile.code }
  }

  /// Brings one lab up to date; false where the learner's cells cannot be found in it.
  private func update(
    _ own: URL, to text: String, from before: String?, mine: String, in folder: CourseFolder, _ console: Console
  ) throws -> Bool {
    let name = own.lastPathComponent
    guard let newer = Lab.parse(text: text, file: name).lab, let lab = Lab.parse(text: mine, file: name).lab else {
      console.mention(LoopPhrase.notUpdated(lab: name))
      return false
    }
    let update: LabUpdate
    do {
      update = try LabUpdate(to: newer, from: before.flatMap { Lab.parse(text: $0, file: name).lab }, with: lab)
    } catch {
      console.mention(error.phrase)
      return false
    }
    let backup = try folder.backUp(own)
    try write(update.text, to: own, original: name, in: folder, text)
    console.say(LoopPhrase.updated(lab: name, cells: update.kept.count))
    for cell in update.conflicts { console.say(LoopPhrase.conflict(lab: name, cell: cell.name)) }
    for cell in update.gone { console.say(LoopPhrase.cellGone(lab: name, cell: cell.name, backup: backup.path)) }
    return true
  }

  private func text(_ file: URL) throws -> String {
    do throws(LabFileError) {
      return try Lab.text(of: file.path)
    } catch {
      throw Failure(.badFile, error.phrase)
    }
  }

  private func write(
    _ text: String, to own: URL, original name: String, in folder: CourseFolder, _ shipped: String
  ) throws {
    do {
      // The learner's file first: should the second fail, the next update finds the same difference again.
      try AtomicFile.write(text, to: own.path)
      try folder.keepOriginal(shipped, of: name)
    } catch {
      throw Failure(error)
    }
  }
}
