internal import Foundation

/// Hands a store's open items to Slurm: job arrays that work on them, and a step behind them that looks what came of it.
public struct SlurmHandOver: Sendable {
  /// The program that does items: `seglab work STORE --item N --count K`.
  public let worker: [String]
  /// What collects: a command line that begins with a program; nil where nobody does.
  public let collector: [String]?
  /// The folder that commands run in.
  public let folder: String
  /// What `sbatch` is told besides, as it is: `--account=…`, `--partition=…`.
  public let options: [String]
  /// How many items a part of an array does; nil for what fits.
  public let pack: Int?
  /// The seconds before which nothing begins: what others are still on is not asked for in a circle.
  public let delay: Int

  /// - Parameters: the parts, as documented on each property.
  public init(
    worker: [String], collector: [String]?, folder: String, options: [String], pack: Int? = nil, delay: Int = 0
  ) {
    (self.worker, self.collector, self.folder) = (worker, collector, folder)
    (self.options, self.pack, self.delay) = (options, pack, delay)
  }

  /// The seconds before its end at which a part is told, so that it writes a checkpoint.
  private static let warning = 60

  /// Submits what is open in a store.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - slurm: the scheduler.
  /// - Returns: the numbers of the arrays, and that of the step behind them.
  /// - Throws: `WorkProblem`; what was submitted until then is noted in the store.
  public func submit(
    _ store: WorkStore, to slurm: Slurm
  ) throws(WorkProblem) -> (arrays: [String], collector: String?) {
    let open = try store.openNumbers()
    let plan = ArrayPlan(open, arraySize: slurm.arraySize, pack: pack ?? ArrayPlan.usualPack(for: open.count))
    var arrays: [String] = []
    for job in plan.jobs {
      let number = try slurm.submit(
        arguments(for: job, of: store), script: script(for: job, pack: plan.pack, of: store))
      arrays.append(number)
      try store.note(clusterJob: number)
    }
    guard let collector, !arrays.isEmpty else { return (arrays, nil) }
    let common = ["--job-name=seglab-collect", "--output=\(Self.pattern(store.logs + "/collect.log"))"]
    let number = try slurm.submit(
      common + shared + ["--dependency=afterany:" + arrays.joined(separator: ":")] + options,
      script: "#!/bin/sh\nexec " + Self.line(collector) + "\n")
    try store.note(clusterJob: number)
    return (arrays, number)
  }

  private var shared: [String] { ["--open-mode=append", "--chdir=\(folder)"] }

  private func arguments(for job: ArrayPlan.Job, of store: WorkStore) -> [String] {
    // What a user says comes last, and holds.
    [
      "--job-name=seglab-work", "--array=\(job.list)", "--signal=B:USR2@\(Self.warning)", "--requeue",
      "--output=\(Self.pattern(store.logs + "/from-\(job.base)."))%a.log",
    ] + (delay > 0 ? ["--begin=now+\(delay)"] : []) + shared + options
  }

  private func script(for job: ArrayPlan.Job, pack: Int, of store: WorkStore) -> String {
    // The worker takes the shell's place, so that the signal before the end reaches it.
    """
    #!/bin/sh
    exec \(Self.line(worker + [store.path])) --item "$((\(job.base) + SLURM_ARRAY_TASK_ID * \(pack)))" --count \(pack)

    """
  }

  /// A path in which Slurm finds no placeholders.
  private static func pattern(_ path: String) -> String { path.replacing("%", with: "%%") }

  /// Words as a shell reads them.
  static func line(_ words: [String]) -> String {
    words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
  }
}
