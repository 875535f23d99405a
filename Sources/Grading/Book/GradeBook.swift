internal import Files
public import Foundation
internal import GRDB
internal import Messages

/// The grade book of a class: an SQLite file with all that led to each grade. One program writes at a time; any may read.
public final class GradeBook: Sendable {
  /// The name of its file.
  public static let fileName = "grades.sqlite"
  private static let lockName = "grades.lock"

  /// The folder that it lies in.
  public let folder: URL
  let pool: DatabasePool
  private let lock: FileLock?

  /// Opens a book, or makes one.
  ///
  /// - Parameters:
  ///   - folder: the folder that it lies in.
  ///   - makes: whether it is made where there is none.
  ///   - writes: whether anything will be written: only one program may do so at a time.
  /// - Throws: `GradingProblem` where there is none, where it is damaged, newer than this program, or written by another one.
  public init(in folder: URL, makes: Bool, writes: Bool) throws(GradingProblem) {
    self.folder = folder
    let path = folder.appendingPathComponent(Self.fileName).path
    if !FileManager.default.fileExists(atPath: path) {
      guard makes else { throw .noBook(path: path) }
      do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
        throw .notWritten(path: folder.path, reason: error.localizedDescription)
      }
    }
    if writes {
      do {
        guard let held = try OwnFolder(folder.path, for: .writing).lock(Self.lockName) else {
          throw GradingProblem.bookLocked(path: path)
        }
        lock = held
      } catch let problem as GradingProblem {
        throw problem
      } catch {
        throw .notWritten(path: path, reason: (error as? FileFault)?.reason ?? "\(error)")
      }
    } else {
      lock = nil
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // Nothing is a grade before it is on the disk.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    let pool: DatabasePool
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
      let found = try pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(3)") }
      guard found == ["ok"] else {
        throw GradingProblem.damagedBook(path: path, reason: found.joined(separator: "; "))
      }
      if try pool.read(GradeBookSchema.migrator.hasBeenSuperseded) { throw GradingProblem.newerBook(path: path) }
      if writes || makes { try GradeBookSchema.migrator.migrate(pool) }
    } catch {
      throw Self.problem(error, path)
    }
    self.pool = pool
  }

  /// Copies the book, whole and as it is now, to another file.
  ///
  /// - Throws: `GradingProblem` where there is a file already, or the disk refuses.
  public func backUp(to path: String) throws(GradingProblem) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .notWritten(path: path, reason: String(cString: strerror(EEXIST)))
    }
    try doing {
      // One file, without a log beside it.
      try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }
  }

  var path: String { folder.appendingPathComponent(Self.fileName).path }

  /// What `body` does to the book; what the database says against it, as a problem of the book.
  func doing<Value>(_ body: () throws -> Value) throws(GradingProblem) -> Value {
    do { return try body() } catch { throw Self.problem(error, path) }
  }

  private static func problem(_ error: any Error, _ path: String) -> GradingProblem {
    if let problem = error as? GradingProblem { return problem }
    guard let error = error as? DatabaseError else { return .book(path: path, reason: "\(error)") }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damagedBook(path: path, reason: error.message ?? "\(error)")
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .bookLocked(path: path)
    default: return .book(path: path, reason: error.message ?? "\(error)")
    }
  }
}
