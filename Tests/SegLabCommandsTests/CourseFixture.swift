import Foundation
import Testing

/// A course folder of its own, and the built program in it, as a learner has them.
final class CourseFixture {
  let folder: URL
  /// Where the program looks for what came with it; where it looks by itself if nil.
  var home: URL?
  /// Whether programs find no room for a single byte.
  var isDiskFull = false
  /// Whether programs run as a user who may write nowhere here.
  var isNobody = false

  /// What programs find in their environment besides this process's own.
  var variables: [String: String] = [:]

  /// How setpriv is told of that user.
  static let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]

  /// The program beside the test bundle.
  static let program: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let folder =
      bundle?.deletingLastPathComponent() ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appendingPathComponent("seglab")
  }()

  /// The package's own folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where the programs that tests start keep the user's state, not in the tester's own home.
  private static let state: URL = {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "seglab-state-\(ProcessInfo.processInfo.processIdentifier)")
    // It is this user's own from the first: a program run as nobody could come first, and make it one that no other may use.
    try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    setenv("XDG_STATE_HOME", place.path, 1)
    atexit { try? FileManager.default.removeItem(at: CourseFixture.state) }
    return place
  }()

  init() throws {
    _ = Self.state
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("seglab-course-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a command did.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs `seglab` with `arguments` in the folder, in English.
  func seglab(_ arguments: String..., language: String = "en") throws -> Result {
    try run(arguments, language: language)
  }

  /// Runs `seglab` with `arguments` in the folder.
  func run(_ arguments: [String], language: String) throws -> Result {
    let (process, files) = try process(arguments, language: language, named: "")
    if isDiskFull {
      // What it says has to go where the limit is not.
      let pipe = Pipe()
      (process.standardOutput, process.standardError) = (pipe, pipe)
      try process.run()
      let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return Result(status: process.terminationStatus, output: said, errors: "")
    }
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return Result(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// `seglab` with `arguments`, not yet started, its output and errors going to files.
  func process(
    _ arguments: [String], language: String, named name: String
  ) throws -> (process: Process, files: [URL]) {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    if isDiskFull {
      // A limit on the size of files, with the signal ignored that would end the program, refuses as a full disk does.
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", Self.program.path] + arguments
    } else if isNobody {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
      process.arguments = Self.nobody + [Self.program.path] + arguments
    }
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["SEGLAB_LANG"] = language
    if let home { environment["SEGLAB_HOME"] = home.path }
    environment.merge(variables) { $1 }
    process.environment = environment
    let files = ["out", "err"].map { folder.appendingPathComponent(".\(name)\($0)") }
    let handles = try files.map { file in
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = FileHandle.nullDevice
    return (process, files)
  }

  /// A command that goes on until it is ended.
  final class Running {
    fileprivate let process: Process
    fileprivate let files: [URL]

    fileprivate init(process: Process, files: [URL]) {
      self.process = process
      self.files = files
    }

    /// Whether `words` are said within half a minute.
    func waits(for words: String) -> Bool {
      for _ in 0..<300 where process.isRunning {
        if said.contains(words) { return true }
        Thread.sleep(forTimeInterval: 0.1)
      }
      return false
    }

    /// Everything that was said so far.
    var said: String { files.map { (try? String(contentsOf: $0, encoding: .utf8)) ?? "" }.joined() }

    /// Ends it.
    func end() {
      process.terminate()
      process.waitUntilExit()
    }
  }

  /// Starts `seglab` with `arguments` in the folder, in English.
  func start(_ arguments: [String]) throws -> Running {
    let (process, files) = try process(arguments, language: "en", named: "watched")
    try process.run()
    return Running(process: process, files: files)
  }

  /// The text of a file in the folder.
  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// Writes a file in the folder.
  func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}

extension Trait where Self == ConditionTrait {
  /// A test of minutes, which has a command of its own.
  static var takesLong: Self {
    .enabled(if: ProcessInfo.processInfo.environment["SEGLAB_LONG"] != nil, "takes minutes: make test-long")
  }
}
