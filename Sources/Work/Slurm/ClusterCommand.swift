internal import Files
internal import Foundation

/// A program of a cluster's, started and asked.
struct ClusterCommand: Sendable {
  let name: String
  private let path: String

  /// The most that it may say: 64 MiB, a line for each of half a million jobs.
  private static let mostBytes = 64 << 20
  /// The seconds after which it is given up: it has waited for its controller several times by then.
  private static let patience = 300.0

  /// - Parameters:
  ///   - name: what it is called.
  ///   - environment: has the path on which it is looked for.
  /// - Throws: `WorkProblem.noProgram` where it is not on the path.
  init(_ name: String, environment: [String: String]) throws(WorkProblem) {
    guard let path = ProgramPath.find(name, in: environment) else { throw .noProgram(name: name) }
    (self.name, self.path) = (name, path)
  }

  /// Starts it and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: its arguments.
  ///   - input: what it reads.
  /// - Returns: what it says, errors among it.
  /// - Throws: `WorkProblem.scheduler` where it cannot be started or says no.
  func run(_ arguments: [String], input: String = "") throws(WorkProblem) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let said = Pipe()
    (process.standardOutput, process.standardError) = (said, said)
    // From a file: into a pipe whose reader has said no and ended, writing is a signal that ends this program.
    let folder: PrivateFolder
    let given: FileHandle?
    do throws(FileFault) {
      folder = try PrivateFolder.temporary()
      given = FileHandle(forReadingAtPath: try folder.write(Array(input.utf8), as: "input", mode: 0o600))
    } catch {
      throw WorkProblem(error)
    }
    defer { withExtendedLifetime(folder) {} }
    process.standardInput = given ?? .nullDevice
    do { try process.run() } catch { throw .scheduler(program: name, words: error.localizedDescription) }
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + Self.patience)
    timer.setEventHandler { process.terminate() }
    timer.resume()
    defer { timer.cancel() }
    let bytes = (try? said.fileHandleForReading.read(upToCount: Self.mostBytes)) ?? Data()
    process.waitUntilExit()
    let words = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw .scheduler(program: name, words: words)
    }
    return words
  }
}
