internal import Files
internal import Foundation
public import Messages

/// One file of all that a class handed in.
struct SubmissionFile {
  /// The folders on the way and its name, composed as NFC.
  let path: [String]
  /// When it was handed in, as far as anybody knows.
  let time: Date?
  /// When it was changed by its own account, which tells several of one hand-in apart.
  var changed: Date?
  /// Its bytes; at most so many.
  let read: (_ limit: Int) throws(SubmissionPhrase) -> [UInt8]

  /// Its path as a person reads it.
  var name: String { path.joined(separator: "/") }
}

/// Everything that a class handed in: a folder or a zip file, as learners or a learning system made it.
struct SubmissionFiles {
  /// The files.
  private(set) var files: [SubmissionFile] = []
  /// What was passed over.
  private(set) var remarks: [SubmissionPhrase] = []

  /// No class hands in more files; the rest is left out, and that is said.
  static let mostFiles = 1_000_000
  /// The most bytes of a class's zip file.
  static let mostZipBytes = 2 << 30
  private static let deepest = 16
  /// Folders in which nobody works.
  private static let passedOver: Set<String> = ["__MACOSX", "node_modules"]

  /// - Parameter path: the folder or file.
  /// - Throws: `GradingProblem` where there is nothing, or it cannot be read.
  init(_ path: String) throws(GradingProblem) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .noSubmissions(path: path) }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: try walk(path, [])
    case S_IFREG where path.lowercased().hasSuffix(".zip"):
      // That of a class is too large to be in memory.
      let file: OpenFile
      do throws(FileBytes.Fault) {
        file = try OpenFile(URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        guard file.length <= Self.mostZipBytes else {
          throw .tooLarge(path: path, bytes: file.length, limit: Self.mostZipBytes)
        }
      } catch {
        throw .unreadable(path: path, reason: error.systemReason ?? "")
      }
      do throws(SubmissionPhrase.ZipTrouble) {
        try unpack(.file(file), as: (path as NSString).lastPathComponent, into: [])
      } catch {
        throw .other(Message(SubmissionPhrase.zip(file: path, error)))
      }
    case S_IFREG: files.append(Self.file(path, [(path as NSString).lastPathComponent], facts))
    default: throw .noSubmissions(path: path)
    }
  }

  /// The files of a zip that one learner handed in.
  ///
  /// - Throws: `SubmissionPhrase` where nothing of it can be read.
  init(zip bytes: [UInt8], of file: SubmissionFile) throws(SubmissionPhrase) {
    do throws(SubmissionPhrase.ZipTrouble) {
      // What a learner's own program wrote into it says nothing of when it was handed in.
      try unpack(.memory(bytes), as: file.name, into: file.path, handedIn: .some(file.time))
    } catch {
      throw .zip(file: file.name, error)
    }
  }

  /// Whether another file is taken; says once that none is.
  private mutating func hasRoom() -> Bool {
    guard files.count >= Self.mostFiles else { return true }
    if remarks.last != .tooManyFiles(limit: Self.mostFiles) { remarks.append(.tooManyFiles(limit: Self.mostFiles)) }
    return false
  }

  private static func file(_ path: String, _ parts: [String], _ facts: stat) -> SubmissionFile {
    let time = Date(timeIntervalSince1970: Double(facts.st_mtim.tv_sec) + Double(facts.st_mtim.tv_nsec) / 1e9)
    return SubmissionFile(path: parts, time: time) { limit throws(SubmissionPhrase) in
      do throws(FileBytes.Fault) { return try FileBytes.read(path, limit: limit, followsLinks: false) } catch {
        if case .tooLarge(_, let bytes, let limit) = error { throw .tooLarge(bytes: bytes, limit: limit) }
        throw .notAFile(file: parts.joined(separator: "/"))
      }
    }
  }

  /// Goes through a folder; no link is followed.
  private mutating func walk(_ folder: String, _ parts: [String]) throws(GradingProblem) {
    guard parts.count < Self.deepest else { return }
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      if parts.isEmpty { throw .unreadable(path: folder, reason: error.localizedDescription) }
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") && !Self.passedOver.contains(name) {
      guard hasRoom() else { return }
      let path = folder + "/" + name
      let inner = parts + [name.precomposedStringWithCanonicalMapping]
      var facts = stat()
      guard lstat(path, &facts) == 0 else { continue }
      switch facts.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, inner)
      case S_IFREG: files.append(Self.file(path, inner, facts))
      default: remarks.append(.notAFile(file: inner.joined(separator: "/")))
      }
    }
  }

  /// Takes the files of a zip.
  ///
  /// - Parameters:
  ///   - source: the zip's bytes.
  ///   - name: what it is called.
  ///   - parts: the path that its files are below.
  ///   - handedIn: when all of it was handed in; nil where each file says so itself.
  /// - Throws: what is wrong with it.
  private mutating func unpack(
    _ source: ZipSource, as name: String, into parts: [String], handedIn: Date?? = nil
  ) throws(SubmissionPhrase.ZipTrouble) {
    let archive = try ZipArchive(source)
    remarks += archive.troubles.map { .zip(file: name, $0) }
    for entry in archive.entries {
      guard hasRoom() else { return }
      let hidden = entry.path.contains { $0.hasPrefix(".") || Self.passedOver.contains($0) }
      guard !hidden else { continue }
      files.append(
        SubmissionFile(path: parts + entry.path, time: handedIn ?? entry.time, changed: entry.time) {
          limit throws(SubmissionPhrase) in
          do throws(SubmissionPhrase.ZipTrouble) { return try archive.read(entry, limit: limit) } catch {
            if case .tooLarge = error { throw .tooLarge(bytes: entry.size, limit: limit) }
            throw .zip(file: name, error)
          }
        })
    }
  }
}

extension SubmissionPhrase: Error {}
extension SubmissionPhrase.ZipTrouble: Error {}
extension SheetTrouble: Error {}
