public import Foundation

/// The cluster's scheduler Slurm, asked through its own programs: it places work, and the store decides what is done.
///
/// What became of jobs it is never asked: accounting is often off, and a job that it calls dead may go on for a while.
public struct Slurm: Sendable {
  private let submitter: ClusterCommand
  private let controller: ClusterCommand
  private let queue: ClusterCommand
  private let canceller: ClusterCommand

  /// - Parameter environment: has the path on which Slurm's programs are looked for.
  /// - Throws: `WorkProblem.noProgram` for the first that is missing.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(WorkProblem) {
    submitter = try ClusterCommand("sbatch", environment: environment)
    controller = try ClusterCommand("scontrol", environment: environment)
    queue = try ClusterCommand("squeue", environment: environment)
    canceller = try ClusterCommand("scancel", environment: environment)
  }

  /// As Slurm has it where nothing is configured.
  private static let usualArraySize = 1001

  /// The numbers of an array's parts are below this.
  public var arraySize: Int {
    guard let words = try? controller.run(["show", "config"]) else { return Self.usualArraySize }
    return Self.arraySize(in: words)
  }

  static func arraySize(in configuration: String) -> Int {
    guard let found = configuration.firstMatch(of: /MaxArraySize\s*=\s*([0-9]{1,9})/), let size = Int(found.output.1),
      size > 1
    else { return usualArraySize }
    return size
  }

  /// Submits a job.
  ///
  /// - Parameters:
  ///   - arguments: the options of `sbatch`.
  ///   - script: the script.
  /// - Returns: the job's number.
  /// - Throws: `WorkProblem.scheduler` with Slurm's own words.
  public func submit(_ arguments: [String], script: String) throws(WorkProblem) -> String {
    let words = try submitter.run(["--parsable"] + arguments, input: script)
    // Warnings may stand before it, and the cluster's name behind.
    guard let line = words.split(separator: "\n").last, let found = line.firstMatch(of: /^([0-9]+)(?:;.*)?$/) else {
      throw .scheduler(program: submitter.name, words: words)
    }
    return String(found.output.1)
  }

  /// The jobs of this user that wait or run, each with how many of its parts do.
  ///
  /// - Throws: `WorkProblem.scheduler` with Slurm's own words.
  public func living() throws(WorkProblem) -> [String: Int] {
    let words = try queue.run(["--noheader", "--array", "--user=\(NSUserName())", "--format=%F"])
    return words.split(whereSeparator: \.isWhitespace).reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  /// Cancels jobs.
  ///
  /// - Throws: `WorkProblem.scheduler` with Slurm's own words.
  public func cancel(_ jobs: [String]) throws(WorkProblem) {
    guard !jobs.isEmpty else { return }
    _ = try canceller.run(jobs)
  }
}
