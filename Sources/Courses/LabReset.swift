internal import Checking
internal import Files
public import Foundation
internal import Labs
internal import Messages

extension CourseFolder {
  /// Sets an exercise, or a whole lab, back to what was shipped; what the learner had is kept aside.
  ///
  /// - Parameters:
  ///   - asked: the lab as it was asked for.
  ///   - exercise: the exercise; nil for the whole lab.
  /// - Returns: what was set back, and where what stood there is kept.
  /// - Throws: `CourseProblem` where the lab as shipped is nowhere, or a file cannot be written.
  public func reset(_ asked: String, exercise: String?) throws(CourseProblem) -> (what: String, backup: URL) {
    // A lab with mistakes too, because those may be what is to be undone.
    let entry = try entry(asked)
    let file = URL(fileURLWithPath: entry.path)
    guard !file.isLink else { throw .labIsLink(path: entry.path) }
    let original = try shipped(file.lastPathComponent, in: entry.lab?.language ?? language ?? .english)
    let text: String
    if let exercise {
      text = try set(exercise, of: entry, backTo: original)
    } else {
      text = original
    }
    let backup = try backUp(file)
    do { try AtomicFile.write(text, to: file.path) } catch { throw .file(error) }
    return (exercise.map { "\(entry.name) \($0)" } ?? entry.name, backup)
  }

  /// Gives an exercise, or a whole lab, back what stood there before it was last set back; what stands there now is kept aside, so that
  /// another time brings it back.
  ///
  /// - Parameters:
  ///   - asked: the lab as it was asked for.
  ///   - exercise: the exercise; nil for the whole lab.
  /// - Returns: what was given back, and where what stood there is kept.
  /// - Throws: `CourseProblem` where nothing else is kept, or a file cannot be written.
  public func undoReset(_ asked: String, exercise: String?) throws(CourseProblem) -> (what: String, backup: URL) {
    let entry = try entry(asked)
    let file = URL(fileURLWithPath: entry.path)
    guard !file.isLink else { throw .labIsLink(path: entry.path) }
    let lab = try exercise.map { name throws(CourseProblem) in
      let lab = try sound(entry).value
      let known = lab.exercises.map(\.id)
      guard known.contains(name) else { throw .noSuchCell(cell: name, known: known) }
      return lab
    }
    for kept in try keptTexts(of: file) {
      let text: String
      if let exercise, let lab {
        guard let body = Lab.parse(text: kept, file: entry.path).lab?.bodies[.exercise(exercise)] else { continue }
        do { text = try lab.replacingExercise(exercise, with: body) } catch { throw .edit(error) }
      } else {
        text = kept
      }
      guard text != entry.text else { continue }
      let backup = try backUp(file)
      do { try AtomicFile.write(text, to: file.path) } catch { throw .file(error) }
      return (exercise.map { "\(entry.name) \($0)" } ?? entry.name, backup)
    }
    throw .nothingToUndo(lab: exercise.map { "\(entry.name) \($0)" } ?? entry.name)
  }

  /// What was kept of a lab before a command changed it, the newest first, as many as somebody may want back.
  private func keptTexts(of lab: URL) throws(CourseProblem) -> [String] {
    guard let place = try? OwnFolder(backups.path) else { return [] }
    let stem = lab.deletingPathExtension().lastPathComponent + ".2"
    return place.names.filter { $0.hasPrefix(stem) && $0.hasSuffix(".md") }.sorted().reversed().prefix(50).compactMap {
      (try? place.read($0, limit: Self.mostLabBytes)).flatMap { String(validating: $0, as: UTF8.self) }
    }
  }

  /// The learner's text with one exercise as it was shipped.
  private func set(
    _ exercise: String, of entry: Course.Entry, backTo original: String
  ) throws(CourseProblem) -> String {
    let (shipped, _) = Lab.parse(text: original, file: entry.path)
    guard let shipped else { throw .noOriginal(lab: entry.name) }
    guard let code = shipped.exercises.first(where: { $0.id == exercise }) else {
      throw .noSuchCell(cell: exercise, known: shipped.exercises.map(\.id))
    }
    guard let lab = entry.lab else {
      // The learner's file cannot be taken apart, so that one cell of it cannot be found either.
      return try sound(entry).value.text
    }
    do { return try lab.replacingExercise(exercise, with: code.body) } catch { throw .edit(error) }
  }
}

extension CourseFolder {
  /// The lab as it was shipped: from the course folder's own copy, else from the installation.
  ///
  /// - Throws: `CourseProblem.noOriginal`.
  func shipped(_ name: String, in language: Language) throws(CourseProblem) -> String {
    if let text = original(name) ?? Installation.lab(name, in: language) { return text }
    throw .noOriginal(lab: name)
  }

  /// Keeps a file as it is now among the backups.
  ///
  /// What is too large for a lab, or no file at all, makes room as a whole: copying it could take for ever.
  func backUp(_ file: URL) throws(CourseProblem) -> URL {
    let name = Self.stamped(file.lastPathComponent)
    let backup = backups.appendingPathComponent(name)
    do {
      let place = try OwnFolder(backups.path, for: .making(mode: 0o755))
      let bytes: [UInt8]
      do throws(FileBytes.Fault) {
        bytes = try FileBytes.read(file.path, limit: Self.mostLabBytes, followsLinks: false)
      } catch {
        if case .refused(_, let code) = error { throw FileFault(path: file.path, cause: .system(code)) }
        try FileManager.default.moveItem(at: file, to: backup)
        return backup
      }
      try place.write(bytes, as: name)
    } catch let fault as FileFault {
      throw .file(fault)
    } catch {
      throw .notWritten(path: backup.path, reason: reason(of: error))
    }
    return backup
  }

  /// A name that sorts by time: `01-fully-connected.2026-01-31-093000.md`.
  private static func stamped(_ name: String) -> String {
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    return "\(stem).\(stamp).md"
  }

  /// Now, as part of a name that sorts by time.
  static var stamp: String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd-HHmmss-SSS"
    return format.string(from: Date())
  }
}

extension URL {
  /// Whether a symbolic link stands here.
  var isLink: Bool { (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil }

  /// Whether anything stands here, were it a link that leads nowhere.
  var isTaken: Bool { (try? FileManager.default.attributesOfItem(atPath: path)) != nil }
}
