internal import Checking
internal import Files
public import Foundation
public import Labs
public import Messages
internal import Workbench

extension CourseFolder {
  /// What an update does, as it does it.
  public enum UpdateStep: Sendable {
    /// A lab that the course did not have.
    case added(lab: String)
    /// A lab was brought up to date; so many of the learner's cells stand in it.
    case updated(lab: String, cells: Int)
    /// A lab and the translation beside it became one file; so many of the learner's cells stand in it.
    case oneFile(lab: String, cells: Int)
    /// A cell that both the learner and the author changed; the learner's stands.
    case conflict(lab: String, cell: String)
    /// A cell for which the new lab has no place; where what was in it is kept.
    case cellGone(lab: String, cell: String, backup: URL)
    /// A file was left as it is, and why.
    case left(any Phrase)
  }

  /// Brings the folder to the labs of an installation: prose new, the learner's cells kept, nothing lost.
  ///
  /// A course has one file a lab. Where an older SegLab laid a translation beside a lab, the two become one file.
  /// - Parameters:
  ///   - shipped: the folder of the labs as they are shipped now.
  ///   - asked: the language that the labs are to be in; nil to leave each in its own.
  ///   - preferred: the language of new labs, and of those that have a translation in it beside them.
  ///   - tell: told of each step.
  /// - Returns: how many labs are shipped, how many of them changed here, and whether every file could be brought up to date.
  /// - Throws: `CourseProblem` where there are no labs, or a file cannot be read or written.
  public func update(
    to shipped: URL, in asked: Language? = nil, preferring preferred: Language = .english, tell: (UpdateStep) -> Void
  ) throws(CourseProblem) -> (labs: Int, changed: Int, isSound: Bool) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: labs.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noLabs(folder: root.path)
    }
    let lock = try CourseLock(self)
    defer { withExtendedLifetime(lock) {} }
    let source = ShippedLabs(folder: shipped)
    let usual = asked ?? language ?? preferred
    var result = (labs: 0, changed: 0, isSound: true)
    for name in try source.names() {
      let isLab = ShippedLabs.isLab(name)
      if isLab { result.labs += 1 }
      let own = labs.appendingPathComponent(name)
      if own.isLink {
        tell(.left(StorePhrase.labIsLink(path: own.path)))
        result.isSound = false
        continue
      }
      guard own.isTaken else {
        let text = try source.text(of: name, in: usual)
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
      let beside = isLab ? laidTranslations(of: own) : []
      let isBeside = beside.contains { Translation.language(of: $0.path) == preferred }
      let wanted =
        asked ?? (isBeside ? preferred : Lab.parse(text: mine, file: name).lab?.language ?? usual)
      let text = try source.text(of: name, in: wanted)
      if beside.isEmpty {
        if text == original(name) { continue }
        if text == mine {
          // A last update that came to no end, or a learner who brought the file: what is shipped is as it stands.
          try keep(text, of: name)
          continue
        }
      }
      if isLab {
        let done = try update(own, to: text, mine: mine, beside, tell)
        result.changed += done ? 1 : 0
        result.isSound = result.isSound && done
      } else {
        if mine != original(name) { _ = try backUp(own) }
        try write(text, to: own, shipped: text)
      }
    }
    return result
  }

  /// Lays the labs of an installation that the folder does not have yet: one file a lab, in one language.
  ///
  /// - Parameters:
  ///   - shipped: the folder of the labs as they are shipped.
  ///   - wanted: the language of the labs where the folder has none yet; else they come in that of those that are there.
  /// - Returns: how many labs were added, and how many were there.
  /// - Throws: `CourseProblem` where something stands in the way.
  public func fill(
    from shipped: URL, in wanted: Language = .english
  ) throws(CourseProblem) -> (added: Int, kept: Int) {
    try check()
    let source = ShippedLabs(folder: shipped)
    let usual = language ?? wanted
    var (added, kept) = (0, 0)
    let names = try source.names()
    do { try FileManager.default.createDirectory(at: labs, withIntermediateDirectories: true) } catch {
      throw .folderNotMade(path: root.path, reason: reason(of: error))
    }
    for name in names {
      let lab = labs.appendingPathComponent(name)
      // A link is the learner's own, wherever it leads, or leads no longer.
      if lab.isTaken {
        kept += 1
        continue
      }
      let text = try source.text(of: name, in: usual)
      do throws(FileFault) {
        try keepOriginal(text, of: name)
        try AtomicFile.write(text, to: lab.path)
      } catch {
        throw .folderNotMade(path: root.path, reason: reason(of: error))
      }
      added += 1
    }
    return (added, kept)
  }

  /// Brings one lab up to date; false where the learner's cells cannot be found in it.
  private func update(
    _ own: URL, to text: String, mine: String, _ beside: [URL], _ tell: (UpdateStep) -> Void
  ) throws(CourseProblem) -> Bool {
    let name = own.lastPathComponent
    guard let newer = Lab.parse(text: text, file: name).lab, let lab = Self.ownLab(mine, file: name) else {
      tell(.left(LoopPhrase.notUpdated(lab: name)))
      return false
    }
    let before = original(name).flatMap { Self.ownLab($0, file: name) }
    let filled = beside.reduce(into: [:]) {
      $0.merge((try? Translation.read($1.path).translation)?.filledCells ?? [:]) { $1 }
    }
    let update: LabUpdate
    do { update = try LabUpdate(to: newer, from: before, with: lab, beside: filled) } catch {
      tell(.left(error.phrase))
      return false
    }
    let backup = try backUp(own)
    try write(update.text, to: own, shipped: text)
    for file in beside { try remove(file) }
    if beside.isEmpty {
      tell(.updated(lab: name, cells: update.kept.count))
    } else {
      tell(.oneFile(lab: name, cells: update.kept.count))
    }
    for cell in update.conflicts { tell(.conflict(lab: name, cell: cell.name)) }
    for cell in update.gone { tell(.cellGone(lab: name, cell: cell.name, backup: backup)) }
    return true
  }

  /// The translations that an older SegLab laid beside a lab.
  private func laidTranslations(of lab: URL) -> [URL] {
    Language.allCases.map { URL(fileURLWithPath: Translation.path(of: lab.path, in: $0)) }
      .filter { $0.isTaken && !$0.isLink && laidTranslation(of: $0.path) }
  }

  /// Takes a translation away whose words stand in its lab now; what was written into it is kept.
  private func remove(_ translation: URL) throws(CourseProblem) {
    let name = translation.lastPathComponent
    let isTouched =
      original(name).map { Array($0.utf8) } != (try? FileBytes.read(translation.path, limit: Self.mostLabBytes))
    if isTouched { _ = try backUp(translation) }
    do {
      if translation.isTaken { try FileManager.default.removeItem(at: translation) }
    } catch {
      throw .notWritten(path: translation.path, reason: reason(of: error))
    }
    // Without its copy the file is nothing that SegLab laid, should somebody put one there again.
    try? FileManager.default.removeItem(at: originals.appendingPathComponent(name))
  }

  /// A lab that may be of an earlier version; nil where it has mistakes.
  private static func ownLab(_ text: String, file: String) -> Lab? {
    Lab.parse(text: OldKeys.replaced(in: text), file: file).lab
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
  ///   - beside: what the learner wrote into cells of a translation beside it, where the lab's own cells were left as they were.
  /// - Throws: `LabEditError` where a cell of the learner's would end its fence.
  init(
    to newer: Lab, from shipped: Lab?, with own: Lab, beside: [Lab.Cell: String] = [:]
  ) throws(LabEditError) {
    let now = newer.bodies
    // A convolution had a ReLU where nothing else stood. Where the author writes it out now and did not before, the learner meant it too.
    let hadReLU = newer.convolutionsNameReLU && !(shipped ?? own).convolutionsNameReLU
    let before = (shipped?.bodies ?? [:]).modernized(convolutionsHadReLU: hadReLU)
    let beside = beside.modernized(convolutionsHadReLU: hadReLU)
    let mine = own.bodies.modernized(convolutionsHadReLU: hadReLU).merging(beside) { mine, other in mine }
      .map { cell, body in
        (key: cell, value: body == before[cell] ? beside[cell] ?? body : body)
      }
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
  public var bodies: [Cell: String] {
    var bodies: [Cell: String] = [:]
    for code in exercises { bodies[.exercise(code.id)] = code.body }
    for answer in answers { bodies[.answer(answer.question)] = answer.text }
    return bodies
  }

  /// The names of the cells in which something else stands than before.
  public func changed(from before: [Cell: String]) -> Set<String> {
    Set(bodies.filter { before[$0.key] != $0.value }.map(\.key.name))
  }
}

extension Lab {
  /// Whether a convolution in the lab's code, its own or the learner's, says that it ends with a ReLU.
  fileprivate var convolutionsNameReLU: Bool {
    code.contains { OldSpellings.convolutionsNameReLU(in: $0.body) }
  }
}

extension [Lab.Cell: String] {
  /// The same cells in the spelling of today.
  ///
  /// - Parameter convolutionsHadReLU: whether they were written when a convolution had a ReLU without being told.
  /// - Returns: as many cells.
  fileprivate func modernized(convolutionsHadReLU: Bool) -> [Lab.Cell: String] {
    var result = self
    for (cell, body) in self {
      guard case .exercise = cell else { continue }
      result[cell] = OldSpellings.replaced(in: body, convolutionsHadReLU: convolutionsHadReLU)
    }
    return result
  }
}
