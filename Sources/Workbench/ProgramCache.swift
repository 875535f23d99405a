internal import Files
internal import Foundation

/// Compiled programs in a private folder, so that an unchanged lab is not compiled again.
///
/// An entry is a note in JSON, and the program where there is one; the program is written first, so that a note speaks the truth.
struct ProgramCache {
  /// The folder.
  let folder: String
  /// How many entries are kept.
  private static let most = 64

  private struct Note: Codable {
    var version = 1
    let messages: [CompilerMessage]
    let bytes: Int?
  }

  /// - Throws: `WorkbenchError.cacheUnusable` where the folder cannot be made.
  init(folder: String) throws(WorkbenchError) {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cacheUnusable(path: folder, reason: error.localizedDescription)
    }
  }

  /// What was kept under `key`; nil where nothing was, or it is damaged.
  func find(_ key: String) -> Compilation? {
    guard let data = FileManager.default.contents(atPath: notePath(key)),
      let note = try? JSONDecoder().decode(Note.self, from: data), note.version == 1
    else { return nil }
    guard let bytes = note.bytes else { return .mistakes(note.messages) }
    let facts = try? FileManager.default.attributesOfItem(atPath: programPath(key))
    guard facts?[.size] as? Int == bytes else { return nil }
    return .program(path: programPath(key), messages: note.messages)
  }

  /// Keeps a program.
  ///
  /// - Throws: `WorkbenchError.cacheUnusable` where it cannot be written.
  func keep(_ program: [UInt8], messages: [CompilerMessage], under key: String) throws(WorkbenchError) -> Compilation {
    try write { () throws(AtomicFile.Fault) in try AtomicFile.write(program, to: programPath(key), mode: 0o700) }
    try keep(Note(messages: messages, bytes: program.count), under: key)
    return .program(path: programPath(key), messages: messages)
  }

  /// Keeps the compiler's refusal.
  ///
  /// - Throws: `WorkbenchError.cacheUnusable` where it cannot be written.
  func keep(_ mistakes: [CompilerMessage], under key: String) throws(WorkbenchError) -> Compilation {
    try keep(Note(messages: mistakes, bytes: nil), under: key)
    return .mistakes(mistakes)
  }

  private func keep(_ note: Note, under key: String) throws(WorkbenchError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Strings and integers: nothing that JSON could not hold.
    guard let data = try? encoder.encode(note) else { preconditionFailure("a note on \(key) that JSON cannot hold") }
    try write { () throws(AtomicFile.Fault) in try AtomicFile.write(data, to: notePath(key)) }
    prune()
  }

  private func write(_ body: () throws(AtomicFile.Fault) -> Void) throws(WorkbenchError) {
    do { try body() } catch { throw .cacheUnusable(path: error.path, reason: error.reason) }
  }

  /// Removes the oldest entries beyond the number that is kept.
  private func prune() {
    let files = URL(fileURLWithPath: folder)
    let notes = (try? FileManager.default.contentsOfDirectory(at: files, includingPropertiesForKeys: nil)) ?? []
    let aged = notes.filter { $0.pathExtension == "json" }.map { note in
      let facts = try? FileManager.default.attributesOfItem(atPath: note.path)
      return (note: note, changed: facts?[.modificationDate] as? Date ?? .distantPast)
    }
    for entry in aged.sorted(by: { $0.changed > $1.changed }).dropFirst(Self.most) {
      remove(entry.note.path)
      remove(entry.note.deletingPathExtension().path + ".program")
    }
  }

  /// A new folder for the compiler's own files.
  ///
  /// - Throws: `WorkbenchError.cacheUnusable` where it cannot be made.
  func makeScratch() throws(WorkbenchError) -> String {
    let path = "\(folder)/scratch-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cacheUnusable(path: path, reason: error.localizedDescription)
    }
    return path
  }

  /// Removes a file or folder of the cache, where it is there.
  func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  private func notePath(_ key: String) -> String { "\(folder)/\(key).json" }
  private func programPath(_ key: String) -> String { "\(folder)/\(key).program" }
}
