internal import Files
internal import Foundation
internal import Labs
internal import Messages

/// Sets an exercise, or a whole lab, back to what was shipped; what the learner had is kept aside.
struct LabReset {
  let folder: CourseFolder
  let console: Console

  /// - Parameters:
  ///   - asked: the lab as it was asked for.
  ///   - exercise: the exercise; nil for the whole lab.
  /// - Throws: `Failure` where the lab as shipped is nowhere, or a file cannot be written.
  func reset(_ asked: String, exercise: String?) throws {
    let entry = try find(asked)
    let file = URL(fileURLWithPath: entry.path)
    guard !file.isLink else { throw Failure(.badFile, StorePhrase.labIsLink(path: entry.path)) }
    let original = try folder.shipped(file.lastPathComponent)
    let text: String
    if let exercise {
      text = try set(exercise, of: entry, backTo: original)
    } else {
      text = original
    }
    let backup = try folder.backUp(file)
    do { try AtomicFile.write(text, to: file.path) } catch {
      throw Failure(error)
    }
    let what = exercise.map { "\(entry.name) \($0)" } ?? entry.name
    console.say(CommandPhrase.resetDone(what: what, backup: backup.path))
  }

  /// The lab's file; a lab with mistakes too, because those may be what is to be undone.
  private func find(_ asked: String) throws -> Course.Entry {
    do { return try folder.course().find(asked) } catch let error as CourseError {
      throw Failure(.badFile, error.phrase)
    }
  }

  /// The learner's text with one exercise as it was shipped.
  private func set(_ exercise: String, of entry: Course.Entry, backTo original: String) throws -> String {
    let (shipped, _) = Lab.parse(text: original, file: entry.path)
    guard let shipped else { throw Failure(.badFile, CommandPhrase.noOriginal(lab: entry.name)) }
    guard let code = shipped.exercises.first(where: { $0.id == exercise }) else {
      throw Failure(.usage, CommandPhrase.noSuchCell(cell: exercise, known: shipped.exercises.map(\.id)))
    }
    guard let lab = entry.lab else {
      // The learner's file cannot be taken apart, so that one cell of it cannot be found either.
      return try folder.sound(entry, console: console).text
    }
    do { return try lab.replacingExercise(exercise, with: code.body) } catch { throw Failure(.badFile, error.phrase) }
  }
}

extension CourseFolder {
  /// The lab as it was shipped: from the course folder's own copy, else from the installation.
  func shipped(_ name: String) throws -> String {
    if let text = original(name) { return text }
    if let text = Installation.lab(name) { return text }
    throw Failure(.badFile, CommandPhrase.noOriginal(lab: name))
  }

  /// Keeps a file as it is now among the backups.
  ///
  /// What is too large for a lab, or no file at all, makes room as a whole: copying it could take for ever.
  func backUp(_ file: URL) throws -> URL {
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
      throw Failure(fault)
    } catch {
      throw Failure(.internalFault, CommandPhrase.notWritten(path: backup.path, reason: reason(of: error)))
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

extension Lab {
  /// The cells that the learner completes, in order.
  var exercises: [Code] {
    blocks.compactMap { block in
      if case .exercise(let code) = block { return code }
      return nil
    }
  }
}
