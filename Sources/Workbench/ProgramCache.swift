internal import Digests
internal import Files
internal import Foundation
internal import Messages
internal import Synchronization

/// Compiled programs in a private folder, so that an unchanged lab is not compiled again.
///
/// An entry is a note in JSON, and the program where there is one; the program is written first, so that a note speaks the truth. The folder
/// may come from somebody else with a program in it that no compiler made of any lab: a note counts only with a seal over itself and
/// over the bytes of its program. What runs is never the file in the cache but a copy, made of the very bytes that were held against the
/// seal, in a folder that nobody else can look into.
final class ProgramCache: Sendable {
  /// How many entries are kept.
  private let most: Int
  /// A longer note is none of ours: 8 MiB.
  private static let mostNoteBytes = 1 << 23
  /// A longer program is none of ours: 256 MiB.
  private static let mostProgramBytes = 1 << 28

  private let path: String
  private let key: SealKey
  private let kept: OwnFolder?
  private let running: PrivateFolder
  private let state: Mutex<State>

  /// What came of looking for the C modules that the compiler has read: an archive of them, or none.
  enum Modules { case archive(String), absent }

  private struct State {
    var trouble: FileFault?
    var count = 0
    /// What came of looking for the C modules; nil where nobody has looked.
    var modules: Modules?
    /// Where programs run from when the cache's disk has no room for one.
    var spare: PrivateFolder?
  }

  /// What stands in an entry's file.
  private struct Entry: Codable {
    let note: Note
    let seal: String
  }

  private struct Note: Codable {
    var version = 2
    let messages: [CompilerMessage]
    /// SHA-256 of the program, and how many bytes it has; nil where there is none.
    let digest: String?
    let bytes: Int?
  }

  /// - Parameters:
  ///   - folder: where programs are kept from one time to the next; where it cannot be written, they are not.
  ///   - most: how many are kept.
  ///   - key: seals what is kept, and tells what was kept here.
  /// - Throws: `WorkbenchError.cacheUnusable` where there is no folder to run a program from either.
  init(folder: String, most: Int = Workbench.usualPrograms, key: SealKey) throws(WorkbenchError) {
    (path, self.most, self.key) = (folder, most, key)
    do throws(FileFault) {
      let kept = try OwnFolder(folder, for: .making(mode: 0o700))
      running = try PrivateFolder(in: kept)
      self.kept = kept
      state = Mutex(State())
    } catch {
      kept = try? OwnFolder(folder)
      // What is in the way of the folder itself is named; a private one in it has a name that tells nobody anything.
      let isAbove = folder.hasPrefix(error.path)
      state = Mutex(State(trouble: FileFault(path: isAbove ? error.path : folder, cause: error.cause)))
      do throws(FileFault) { running = try PrivateFolder.temporary() } catch {
        throw .cacheUnusable(path: error.path, reason: error.reason)
      }
    }
  }

  /// What to say of programs that could not be kept; nil where all could.
  var remark: StorePhrase? {
    state.withLock(\.trouble).map { .programNotKept(path: $0.path, reason: $0.reason) }
  }

  /// What was kept under `key`; nil where nothing was that was made here and is whole.
  ///
  /// - Throws: `WorkbenchError.cacheUnusable` where there is no room to run it.
  func find(_ key: String) throws(WorkbenchError) -> Compilation? {
    guard let kept, let text = try? kept.read(Self.noteName(key), limit: Self.mostNoteBytes),
      let entry = try? JSONDecoder().decode(Entry.self, from: Data(text)), entry.note.version == 2,
      let seal = SHA256.Digest(hexadecimal: entry.seal), self.seal(entry.note, key).equals(Array(seal))
    else { return nil }
    guard let bytes = entry.note.bytes, let digest = entry.note.digest else { return .mistakes(entry.note.messages) }
    guard bytes <= Self.mostProgramBytes, let program = try? kept.read(Self.programName(key), limit: bytes),
      SHA256.hash(data: program).hexadecimal == digest
    else { return nil }
    return try runnable(program, messages: entry.note.messages, key)
  }

  /// Keeps a program.
  ///
  /// - Throws: `WorkbenchError.cacheUnusable` where there is no room to run it.
  func keep(_ program: [UInt8], messages: [CompilerMessage], under key: String) throws(WorkbenchError) -> Compilation {
    attempt { kept throws(FileFault) in
      try kept.write(program, as: Self.programName(key), mode: 0o700)
      let digest = SHA256.hash(data: program).hexadecimal
      try keep(Note(messages: messages, digest: digest, bytes: program.count), key, in: kept)
    }
    return try runnable(program, messages: messages, key)
  }

  /// Keeps the compiler's refusal.
  func keep(_ mistakes: [CompilerMessage], under key: String) -> Compilation {
    attempt { kept throws(FileFault) in
      try keep(Note(messages: mistakes, digest: nil, bytes: nil), key, in: kept)
    }
    return .mistakes(mistakes)
  }

  /// What came of looking for C modules before; nil where nobody has looked.
  var modules: Modules? {
    get { state.withLock(\.modules) }
    set { state.withLock { $0.modules = newValue } }
  }

  /// A new folder for the compiler's own files.
  ///
  /// - Throws: `WorkbenchError.cacheUnusable` where it cannot be made.
  func makeScratch() throws(WorkbenchError) -> String {
    do throws(FileFault) { return try running.makeFolder("scratch-\(nextNumber())") } catch {
      throw .cacheUnusable(path: error.path, reason: error.reason)
    }
  }

  /// Removes what ``makeScratch()`` made.
  func remove(_ scratch: String) { running.remove(URL(fileURLWithPath: scratch).lastPathComponent) }

  /// A file that is `program`, to be run.
  private func runnable(
    _ program: [UInt8], messages: [CompilerMessage], _ key: String
  ) throws(WorkbenchError) -> Compilation {
    let name = "\(key)-\(nextNumber())"
    do throws(FileFault) {
      return .program(path: try running.write(program, as: name, mode: 0o700), messages: messages)
    } catch {
      do throws(FileFault) {
        let spare = try self.spare()
        return .program(path: try spare.write(program, as: name, mode: 0o700), messages: messages)
      } catch {
        throw .cacheUnusable(path: error.path, reason: error.reason)
      }
    }
  }

  private func spare() throws(FileFault) -> PrivateFolder {
    if let spare = state.withLock(\.spare) { return spare }
    let made = try PrivateFolder.temporary()
    state.withLock { $0.spare = made }
    return made
  }

  private func nextNumber() -> Int {
    state.withLock { state in
      state.count += 1
      return state.count
    }
  }

  /// Does something in the cache's folder; that it could not be done is remembered, and no reason not to go on.
  private func attempt(_ body: (OwnFolder) throws(FileFault) -> Void) {
    // Where there is no such folder to write in, that was remembered when it was looked for.
    guard let kept, state.withLock({ $0.trouble == nil }) else { return }
    do { try body(kept) } catch { state.withLock { $0.trouble = error } }
  }

  private func keep(_ note: Note, _ key: String, in kept: OwnFolder) throws(FileFault) {
    let entry = Entry(note: note, seal: seal(note, key).hexadecimal)
    try kept.write(Self.text(of: entry), as: Self.noteName(key))
    // Going through thousands for each that is kept would take longer than compiling: where so many are kept, one key in so many does.
    let share = UInt64(max(1, most / Workbench.usualPrograms))
    if UInt64(key.prefix(8), radix: 16).map({ $0 % share == 0 }) ?? true { prune(kept) }
  }

  /// A seal over a note, what it is a note on, and with its digest the program.
  private func seal(_ note: Note, _ key: String) -> SHA256.Digest {
    self.key.seal("program", Array(key.utf8), Self.text(of: note))
  }

  private static func text(of value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Strings and integers: nothing that JSON could not hold.
    guard let data = try? encoder.encode(value) else { preconditionFailure("a note that JSON cannot hold") }
    return [UInt8](data)
  }

  private static func noteName(_ key: String) -> String { key + ".json" }
  private static func programName(_ key: String) -> String { key + ".program" }
}

extension ProgramCache {
  /// How many hexadecimal digits a key has.
  static let keyLength = 32

  /// The key that an entry's file belongs to; nil where SegLab gives no file this name.
  private static func key(of name: String) -> String? {
    for ending in [".json", ".program"] where name.hasSuffix(ending) {
      let stem = String(name.dropLast(ending.count))
      if PartName.isDigest(stem, count: keyLength) { return stem }
    }
    return nil
  }

  /// Removes the oldest entries beyond `most`, and what killed processes left.
  private func prune(_ kept: OwnFolder) {
    var changed: [String: Double] = [:]
    for name in kept.names {
      if let key = Self.key(of: name), let facts = kept.facts(of: name) {
        changed[key] = max(changed[key] ?? 0, facts.changed)
      } else if let target = PartName.target(of: name), Self.key(of: target) != nil {
        kept.removeUnlessHeld(name)
      }
    }
    for (key, _) in changed.sorted(by: { $0.value > $1.value }).dropFirst(most) {
      kept.removeUnlessHeld(Self.noteName(key))
      kept.removeUnlessHeld(Self.programName(key))
    }
  }
}
