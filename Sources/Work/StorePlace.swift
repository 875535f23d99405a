internal import Files
internal import Foundation
internal import Messages

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Where a store lies, and what is in the way of it there.
enum StorePlace {
  /// The folder of a store, or one that may become a store.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - makes: whether it may become one.
  /// - Returns: the folder.
  /// - Throws: `WorkProblem`.
  static func open(_ path: String, makes: Bool) throws(WorkProblem) -> OwnFolder {
    if makes { try look(at: path) }
    do throws(FileFault) {
      let root = try OwnFolder(followed(path), for: makes ? .making(mode: 0o700) : .writing)
      guard root.isReachable else { throw FileFault(path: path, cause: .system(EACCES)) }
      if !makes || hasRoom(root) { return root }
    } catch {
      throw problem(error, at: path, makes: makes)
    }
    throw .store(.noRoom(path: path))
  }

  /// What is in the way of a store itself.
  private static func problem(_ fault: FileFault, at path: String, makes: Bool) -> WorkProblem {
    switch fault.cause {
    case .link:
      let leadsNowhere = !isOfCourse(path) && !FileManager.default.fileExists(atPath: path)
      return .store(leadsNowhere ? .linkToNothing(path: path) : .link(path: fault.path))
    case .notAFolder where makes: return .store(.notAFolder(path: fault.path))
    case .system(ENOTDIR) where makes: return .store(.notAFolder(path: noFolder(on: path)))
    case .notAFolder, .system(ENOTDIR), .system(ENOENT): return .store(.none(path: path))
    default: return makes ? WorkProblem(fault) : WorkProblem(reading: fault)
    }
  }

  /// Whether a store may be made at a path: in no other one, and in a course's own folder where work has its place.
  private static func look(at path: String) throws(WorkProblem) {
    let parts = path.split(separator: "/")
    if let own = parts.lastIndex(where: { $0 == OwnFolder.stateName }), parts.dropFirst(own + 1).first != "work" {
      throw .store(.inOwnFolder(path: path))
    }
    for count in parts.indices.dropFirst() {
      let above = "/" + parts[..<count].joined(separator: "/")
      if FileManager.default.fileExists(atPath: "\(above)/\(WorkStore.headName)") {
        throw .store(.inStore(path: path, store: above))
      }
    }
  }

  /// Where a path leads; the path itself where nothing is there, or a link might be somebody else's.
  private static func followed(_ path: String) -> String {
    guard !isOfCourse(path), let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func isOfCourse(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0 == OwnFolder.stateName }
  }

  /// Whether nothing of anybody's lies in a folder but what a store has. What is hidden does not count, nor what a file system has of its own:
  /// a store may be a mounted disk.
  private static func hasRoom(_ folder: OwnFolder) -> Bool {
    folder.facts(of: WorkStore.headName) != nil
      || folder.names.allSatisfy { $0.hasPrefix(".") || $0 == "lost+found" || WorkStore.Part(rawValue: $0) != nil }
  }

  // MARK: What is in the way

  /// The first folder on the way to `path` that this user may not go through; the last one where that is none.
  static func closed(on path: String) -> String {
    steps(to: path).first { !isFile($0) && access($0, X_OK) != 0 && errno == EACCES } ?? path
  }

  /// The first thing on the way to `path` that is no folder.
  static func noFolder(on path: String) -> String { steps(to: path).first(where: isFile) ?? path }

  /// The folders above `path` from the highest on, and `path` itself.
  private static func steps(to path: String) -> [String] {
    let ends = path.indices.dropFirst().filter { path[$0] == "/" } + [path.endIndex]
    return ends.map { String(path[..<$0]) }
  }

  private static func isFile(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT != S_IFDIR
  }
}
