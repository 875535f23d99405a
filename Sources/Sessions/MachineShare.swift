internal import Foundation

/// What of the machine is this process's: a job on a cluster and a container have some of its cores and memory, and whoever takes more is
/// slowed down, or ended without a word.
///
/// Asked are the processors that the process may run on, its control groups of either version and all above them, and what Slurm says in a
/// job's environment; the smallest holds.
public struct MachineShare: Sendable, Equatable {
  /// How many threads run at once.
  public let cores: Int
  /// How many bytes of memory are left; 0 where nothing tells.
  public let memory: Int

  /// This process's, now.
  public static var current: MachineShare {
    MachineShare(root: "", environment: ProcessInfo.processInfo.environment)
  }

  /// How many threads run at once, as it was when the process first asked: the argument parser wants each option's default many times.
  public static let cores = current.cores
}

extension MachineShare {
  /// - Parameters:
  ///   - root: what stands before the paths of the system's files.
  ///   - environment: the process's environment.
  init(root: String, environment: [String: String]) {
    let files = SystemFiles(root: root)
    let groups = ControlGroup.all(files)
    let allowed = files.value("Cpus_allowed_list", in: "/proc/self/status").flatMap(Self.count)
    func slurm(_ name: String) -> Int? { environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
    let perTask = slurm("SLURM_CPUS_PER_TASK")
    let found = [allowed, perTask].compactMap(\.self) + groups.compactMap(\.cores)
    cores = max(1, found.min() ?? ProcessInfo.processInfo.activeProcessorCount)
    // MiB, as all of Slurm's; a node's is 0 where a job has all of it.
    let perCore = slurm("SLURM_MEM_PER_CPU").map { ($0, perTask ?? slurm("SLURM_CPUS_ON_NODE") ?? 1) }
    let job = [slurm("SLURM_MEM_PER_NODE").map { ($0, 1) }, perCore].compactMap(\.self)
      .map { Self.product($0.0, $0.1, 1 << 20) }
    let free = files.value("MemAvailable", in: "/proc/meminfo").flatMap(Self.kibibytes)
    memory = ([free].compactMap(\.self) + job + groups.compactMap(\.memory)).min() ?? 0
  }

  /// How many numbers a list like `0-3,8` has; nil where it is none.
  private static func count(_ list: Substring) -> Int? {
    var count = 0
    for part in list.split(separator: ",") {
      let ends = part.split(separator: "-").map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first >= 0,
        last >= first,
        last < 1 << 20
      else { return nil }
      count += last - first + 1
    }
    return count > 0 ? count : nil
  }

  private static func kibibytes(_ text: Substring) -> Int? {
    text.split(separator: " ").first.flatMap { Int($0) }.map { product($0, 1024) }
  }

  /// A product that stays below what an `Int` holds.
  private static func product(_ factors: Int...) -> Int {
    factors.reduce(1) { product, factor in
      let (value, isTooLarge) = product.multipliedReportingOverflow(by: factor)
      return isTooLarge ? .max : value
    }
  }
}

/// The system's small text files.
private struct SystemFiles {
  let root: String

  func text(_ path: String) -> String? { try? String(contentsOfFile: root + path, encoding: .utf8) }

  func number(_ path: String) -> Int? {
    text(path).flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// What stands behind `name:` on a line of its own.
  func value(_ name: String, in path: String) -> Substring? {
    for line in text(path)?.split(separator: "\n") ?? [] where line.hasPrefix(name + ":") {
      let value = line.dropFirst(name.count + 1)
      return value[(value.firstIndex { $0 != " " && $0 != "\t" } ?? value.endIndex)...]
    }
    return nil
  }
}

/// A group of processes that the kernel holds to a share of the machine.
private struct ControlGroup {
  /// How many processors' time it has, rounded up; nil where it has all.
  let cores: Int?
  /// How many bytes it has left; nil where it has all of the machine's.
  let memory: Int?

  private static let folder = "/sys/fs/cgroup"
  /// Whoever has no limit is told of one beyond every machine.
  private static let noLimit = 1 << 60
  private static let deepest = 64

  /// The groups that this process is in, and all above them: each holds.
  static func all(_ files: SystemFiles) -> [ControlGroup] {
    var groups: [ControlGroup] = []
    for line in files.text("/proc/self/cgroup")?.split(separator: "\n").prefix(deepest) ?? [] {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let kinds = parts[1].split(separator: ",")
      // What is outside of this container's own view cannot be looked at: then its root is what holds.
      let names = parts[2].split(separator: "/").filter { $0 != ".." }.prefix(deepest)
      for depth in 0...names.count {
        let path = names.prefix(depth).map { "/" + $0 }.joined()
        if parts[1].isEmpty {
          for above in ["", "/unified"] { groups.append(second(folder + above + path, files)) }
        }
        if kinds.contains("memory") { groups.append(firstMemory("\(folder)/memory\(path)", files)) }
        if kinds.contains("cpu") {
          // Two names for one folder, of which most systems have both.
          for name in ["cpu", "cpu,cpuacct"] { groups.append(firstCores("\(folder)/\(name)\(path)", files)) }
        }
      }
    }
    return groups
  }

  private static func second(_ path: String, _ files: SystemFiles) -> ControlGroup {
    let quota = files.text(path + "/cpu.max")?.split(whereSeparator: \.isWhitespace).map { Int($0) } ?? []
    return ControlGroup(
      cores: quota.count == 2 ? cores(quota[0], of: quota[1]) : nil,
      memory: left(
        of: files.number(path + "/memory.max"), used: files.number(path + "/memory.current"),
        files.text(path + "/memory.stat"), "inactive_file"))
  }

  private static func firstMemory(_ path: String, _ files: SystemFiles) -> ControlGroup {
    ControlGroup(
      cores: nil,
      memory: left(
        of: files.number(path + "/memory.limit_in_bytes"), used: files.number(path + "/memory.usage_in_bytes"),
        files.text(path + "/memory.stat"), "total_inactive_file"))
  }

  private static func firstCores(_ path: String, _ files: SystemFiles) -> ControlGroup {
    ControlGroup(
      cores: cores(files.number(path + "/cpu.cfs_quota_us"), of: files.number(path + "/cpu.cfs_period_us")), memory: nil
    )
  }

  private static func cores(_ quota: Int?, of period: Int?) -> Int? {
    guard let quota, let period, quota > 0, period > 0, quota < noLimit else { return nil }
    return max(1, quota / period + (quota % period > 0 ? 1 : 0))
  }

  /// What is left of a limit: what was read from files and is needed no more the kernel gives up first.
  private static func left(of limit: Int?, used: Int?, _ statistics: String?, _ name: String) -> Int? {
    guard let limit, limit > 0, limit < noLimit else { return nil }
    let line = statistics?.split(separator: "\n").first { $0.hasPrefix(name + " ") }
    let spare = line.flatMap { Int($0.dropFirst(name.count + 1)) } ?? 0
    let held = max(0, min(limit, used ?? 0) - max(0, min(limit, spare)))
    // Above 0, which says that nothing is known.
    return max(1, limit - held)
  }
}
