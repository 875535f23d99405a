internal import Files
public import Foundation
internal import Labs
public import Messages

extension CourseFolder {
  /// What an update does, as it does it.
  public enum UpdateStep: Sendable {
    /// A lab that the course did not have.
    case added(lab: String)
    /// A lab was brought up to date; so many of the learner's cells stand in it.
    case updated(lab: String, cells: Int)
    /// A cell that both the learner and the author changed; the learner's stands.
    case conflict(lab: String, cell: String)
    /// A cell for which the new lab has no place; where what was in it is kept.
    case cellGone(lab: String, cell: String, backup: URL)
    /// A file was left as it is, and why.
    case left(any Phrase)
  }

  /// Brings the folder to the labs of an installation: prose new, the learner's cells kept, nothing lost.
  ///
  /// - Parameters:
  ///   - shipped: the folder of the labs as they are shipped now.
  ///   - tell: told of each step.
  /// - Returns: how many labs are shipped, how many of them changed here, and whether every file could be brought up to date.
  /// - Throws: `CourseProblem` where there are no labs, or a file cannot be read or written.
  public func update(
    to shipped: URL, tell: (UpdateStep) -> Void
  ) throws(CourseProblem) -> (labs: Int, changed: Int, isSound: Bool) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: labs.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noLabs(folder: root.path)
    }
    let lock = try CourseLock(self)
    defer { withExtendedLifetime(lock) {} }
    var result = (labs: 0, changed: 0, isSound: true)
    for name in try names(of: shipped) {
      let text = try Self.text(shipped.appendingPathComponent(name))
      let isLab = !Translation.isTranslation(name) && name.lowercased() != "readme.md"
      if isLab { result.labs += 1 }
      let own = labs.appendingPathComponent(name)
      let before = original(name)
      if own.isLink {
        tell(.left(StorePhrase.labIsLink(path: own.path)))
        result.isSound = false
        continue
      }
      guard own.isTaken else {
        try write(text, to: own, shipped: text)
        if isLab {
          tell(.added(lab: name))
          result.changed += 1
        }
        continue
      }
      let mine: String
      do { mine = try Self.text(own) } catch {
        // The other labs can be brought up to date all the same.
        tell(.left(error.phrase))
        result.isSound = false
        continue
      }
      if text == before { continue }
      if text == mine {
        // A last update that came to no end, or a learner who brought the file: what is shipped is as it stands.
        try keep(text, of: name)
        continue
      }
      if isLab {
        let done = try update(own, to: text, from: before, mine: mine, tell)
        result.changed += done ? 1 : 0
        result.isSound = result.isSound && done
      } else {
        if mine != before { _ = try backUp(own) }
        try write(text, to: own, shipped: text)
      }
    }
    return result
  }

  /// Copies the labs of an installation that the folder does not have yet.
  ///
  /// - Parameter shipped: the folder of the labs as they are shipped.
  /// - Returns: how many labs were added, and how many were there.
  /// - Throws: `CourseProblem` where something stands in the way.
  public func fill(from shipped: URL) throws(CourseProblem) -> (added: Int, kept: Int) {
    try check()
    var (added, kept) = (0, 0)
    do {
      for name in try names(of: shipped) {
        let text = try Data(contentsOf: shipped.appendingPathComponent(name))
        let lab = labs.appendingPathComponent(name)
        // A translation belongs to its lab and is none of its own.
        let isLab = !Translation.isTranslation(name)
        // A link is the learner's own, wherever it leads, or leads no longer.
        if lab.isTaken {
          if isLab { kept += 1 }
          continue
        }
        try keepOriginal(String(decoding: text, as: UTF8.self), of: name)
        try AtomicFile.write(text, to: lab.path)
        if isLab { added += 1 }
      }
    } catch let problem as CourseProblem {
      throw problem
    } catch {
      throw .folderNotMade(path: root.path, reason: reason(of: error))
    }
    return (added, kept)
  }

  /// The names of the labs in `shipped`, for which there is a folder here.
  private func names(of shipped: URL) throws(CourseProblem) -> [String] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: shipped.path)
      try FileManager.default.createDirectory(at: labs, withIntermediateDirectories: true)
      return names.filter { $0.hasSuffix(".md") }.sorted()
    } catch {
      throw .folderNotMade(path: root.path, reason: reason(of: error))
    }
  }

  /// Brings one lab up to date; false where the learner's cells cannot be found in it.
  private func update(
    _ own: URL, to text: String, from before: String?, mine: String, _ tell: (UpdateStep) -> Void
  ) throws(CourseProblem) -> Bool {
    let name = own.lastPathComponent
    guard let newer = Lab.parse(text: text, file: name).lab, let lab = Lab.parse(text: mine, file: name).lab else {
      tell(.left(LoopPhrase.notUpdated(lab: name)))
      return false
    }
    let update: LabUpdate
    do {
      update = try LabUpdate(to: newer, from: before.flatMap { Lab.parse(text: $0, file: name).lab }, with: lab)
    } catch {
      tell(.left(error.phrase))
      return false
    }
    let backup = try backUp(own)
    try write(update.text, to: own, shipped: text)
    tell(.updated(lab: name, cells: update.kept.count))
    for cell in update.conflicts { tell(.conflict(lab: name, cell: cell.name)) }
    for cell in update.gone { tell(.cellGone(lab: name, cell: cell.name, backup: backup)) }
    return true
  }

  private static func text(_ file: URL) throws(CourseProblem) -> String {
    do { return try Lab.text(of: file.path) } catch { throw .labFile(error) }
  }

  private func keep(_ original: String, of name: String) throws(CourseProblem) {
    do throws(FileFault) { try keepOriginal(original, of: name) } catch { throw .file(error) }
  }

  private func write(_ text: String, to own: URL, shipped: String) throws(CourseProblem) {
    // The learner's file first: should the second fail, the next update finds the old original.
    do throws(FileFault) { try AtomicFile.write(text, to: own.path) } catch { throw .file(error) }
    try keep(shipped, of: own.lastPathComponent)
  }
}

/// A newer lab with the learner's cells in it.
struct LabUpdate {
  /// The new text.
  let text: String
  /// The learner's cells that were put into it.
  let kept: [Lab.Cell]
  /// Those of them that the author changed too.
  let conflicts: [Lab.Cell]
  /// The learner's cells for which the newer lab has no place.
  let gone: [Lab.Cell]

  /// - Parameters:
  ///   - newer: the lab as it is shipped now.
  ///   - shipped: the lab as it was shipped when the learner began; nil where that is not known.
  ///   - own: the lab as it stands in the learner's file.
  /// - Throws: `LabEditError` where a cell of the learner's would end its fence.
  init(to newer: Lab, from shipped: Lab?, with own: Lab) throws(LabEditError) {
    let (before, now, mine) = (shipped?.bodies ?? [:], newer.bodies, own.bodies)
    var bodies: [Lab.Cell: String] = [:]
    var conflicts: [Lab.Cell] = []
    var gone: [Lab.Cell] = []
    for (cell, body) in mine.sorted(by: { $0.key.name < $1.key.name }) {
      // What the learner has not touched follows the author.
      if body == before[cell] { continue }
      guard let offered = now[cell] else {
        gone.append(cell)
        continue
      }
      if offered == body { continue }
      bodies[cell] = body
      if let old = before[cell], old != offered { conflicts.append(cell) }
    }
    text = try newer.replacing(bodies)
    kept = bodies.keys.sorted { $0.name < $1.name }
    self.conflicts = conflicts
    self.gone = gone
  }
}

extension Lab {
  /// What stands in each cell that a learner edits.
  fileprivate var bodies: [Cell: String] {
    var bodies: [Cell: String] = [:]
    for block in blocks {
      switch block {
      case .exercise(let code): bodies[.exercise(code.id)] = code.body
      case .answer(let answer): bodies[.answer(answer.question)] = answer.text
      default: break
      }
    }
    return bodies
  }
}
