public import Courses
internal import Digests
public import Files
public import Foundation

/// The notebooks that are open, each with a file of its own that only this user can read.
///
/// They lie in `$XDG_RUNTIME_DIR/seglab`, or in `$XDG_STATE_HOME/seglab/run`, `~/.local/state/seglab/run` where there is none.
public struct Instances: Sendable {
  /// One that is open.
  public struct Instance: Codable, Sendable, Equatable {
    /// The course folder.
    public let folder: String
    /// The port on loopback.
    public let port: Int
    /// The server's process.
    public let process: Int

    /// - Parameters: the parts, as documented on each property.
    public init(folder: String, port: Int, process: Int) {
      (self.folder, self.port, self.process) = (folder, port, process)
    }

    /// Where it is.
    public var address: String { "http://127.0.0.1:\(port)/" }
  }

  private static let mostBytes = 1 << 16
  private let place: OwnFolder

  /// - Parameter environment: the process's environment.
  /// - Throws: `FileFault` where the folder cannot be made.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(FileFault) {
    let path: String
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") {
      path = runtime + "/seglab"
    } else if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      path = state + "/seglab/run"
    } else {
      path = (environment["HOME"] ?? "/tmp") + "/.local/state/seglab/run"
    }
    place = try OwnFolder(path, for: .making(mode: 0o700))
  }

  /// All that are open, in the order of their folders.
  public var all: [Instance] {
    place.names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      guard let bytes = try? place.read(name, limit: Self.mostBytes),
        let instance = JSONText.value(Instance.self, of: bytes)
      else { return nil }
      let lock = name.dropLast(".json".count) + ".lock"
      // Whoever is open holds its lock.
      guard (try? place.lock(String(lock))) ?? nil == nil else { return nil }
      return instance
    }.sorted { $0.folder < $1.folder }
  }

  /// The secret of a course's notebook, which is made where there is none: a browser that was let in stays so when the server is started
  /// again.
  ///
  /// - Throws: `SecretFile.Fault`.
  public func token(of folder: CourseFolder) throws(SecretFile.Fault) -> AccessToken {
    let name = name(of: folder)
    let secret = try SecretFile.bytes(of: name + ".key", in: place, or: AccessToken.drawn())
    return AccessToken(secret) { [place] digest in
      let file = name + ".ticket"
      guard let left = try? place.read(file, limit: AccessToken.length), digest.equals(left) else { return false }
      // Only who takes it away has used it.
      return place.remove(file)
    }
  }

  /// Leaves a ticket for the notebook of a course that another process has open.
  ///
  /// - Returns: the word that opens it once.
  /// - Throws: `FileFault`.
  public func leaveTicket(for folder: CourseFolder) throws(FileFault) -> String {
    let (word, digest) = AccessToken.drawnTicket()
    try place.write(Array(digest), as: name(of: folder) + ".ticket", mode: 0o600)
    return word
  }

  /// Holds the place of a course's notebook; nil where another process does.
  ///
  /// - Throws: `FileFault`.
  public func hold(_ folder: CourseFolder) throws(FileFault) -> FileLock? {
    try place.lock(name(of: folder) + ".lock")
  }

  /// The notebook of a course that was open last, as it was noted; it may have ended.
  public func last(of folder: CourseFolder) -> Instance? {
    guard let bytes = try? place.read(name(of: folder) + ".json", limit: Self.mostBytes) else { return nil }
    return JSONText.value(Instance.self, of: bytes)
  }

  /// Notes where a notebook is.
  ///
  /// - Throws: `FileFault`.
  public func note(_ instance: Instance, of folder: CourseFolder) throws(FileFault) {
    try place.write(JSONText.bytes(of: instance), as: name(of: folder) + ".json", mode: 0o600)
  }

  private func name(of folder: CourseFolder) -> String {
    let path = folder.root.resolvingSymlinksInPath().path
    return String(SHA256.hash(data: path.utf8).hexadecimal.prefix(24))
  }
}
