import Foundation
import Testing

@testable import Sessions

/// What of a machine is a process's, from the files and names that a system has.
struct MachineShareTests {
  private static let gibibyte = 1 << 30

  /// The share where the system has these files.
  private func share(_ files: [String: String], _ environment: [String: String] = [:]) throws -> MachineShare {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("share-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    var files = files
    files["/proc/meminfo"] = files["/proc/meminfo"] ?? "MemTotal: 67108864 kB\nMemAvailable:   33554432 kB\n"
    files["/proc/self/status"] = files["/proc/self/status"] ?? "Name:\tx\nCpus_allowed_list:\t0-15\n"
    for (path, text) in files {
      let place = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    return MachineShare(root: root.path, environment: environment)
  }

  @Test func `a machine without limits is one's own`() throws {
    #expect(try share([:]) == MachineShare(cores: 16, memory: 32 * Self.gibibyte))
    #expect(try share(["/proc/self/status": "Cpus_allowed_list:\t0-3,8,10-11\n"]).cores == 7)
    let none = ["/proc/meminfo": "", "/proc/self/status": ""]
    #expect(try share(none).memory == 0 && share(none).cores >= 1)
    #expect(MachineShare.current.memory > 0 && MachineShare.current.cores > 0)
  }

  @Test func `a control group of the second version holds, and those above it`() throws {
    let files = [
      "/proc/self/cgroup": "0::/slurm/job_7/step\n", "/sys/fs/cgroup/slurm/job_7/step/memory.max": "max\n",
      "/sys/fs/cgroup/slurm/job_7/memory.max": "\(4 * Self.gibibyte)\n",
      "/sys/fs/cgroup/slurm/job_7/memory.current": "\(3 * Self.gibibyte)\n",
      "/sys/fs/cgroup/slurm/job_7/memory.stat": "anon 5\ninactive_file \(Self.gibibyte)\n",
      "/sys/fs/cgroup/slurm/job_7/step/cpu.max": "max 100000\n", "/sys/fs/cgroup/slurm/cpu.max": "250000 100000\n",
    ]
    // Of three that are used one was read from files, and is given up first.
    #expect(try share(files) == MachineShare(cores: 3, memory: 2 * Self.gibibyte))
  }

  @Test func `a control group of the first version holds, also where its path is another container's`() throws {
    let files = [
      "/proc/self/cgroup": "4:memory:/docker/abc\n3:cpuacct,cpu:/docker/abc\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "\(Self.gibibyte)\n",
      "/sys/fs/cgroup/memory/memory.usage_in_bytes": "\(Self.gibibyte / 2)\n",
      "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us": "100000\n",
      "/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us": "100000\n",
    ]
    #expect(try share(files) == MachineShare(cores: 1, memory: Self.gibibyte / 2))
    let unlimited = [
      "/proc/self/cgroup": "4:memory:/\n3:cpu:/\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
      "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
    ]
    #expect(try share(unlimited) == share([:]))
  }

  @Test func `a job of Slurm's has what Slurm gave it`() throws {
    #expect(try share([:], ["SLURM_MEM_PER_NODE": "2048"]).memory == 2 * Self.gibibyte)
    #expect(try share([:], ["SLURM_MEM_PER_NODE": "0"]).memory == 32 * Self.gibibyte)
    let perCore = ["SLURM_MEM_PER_CPU": "1024", "SLURM_CPUS_PER_TASK": "3"]
    #expect(try share([:], perCore) == MachineShare(cores: 3, memory: 3 * Self.gibibyte))
    #expect(try share([:], ["SLURM_MEM_PER_CPU": "1024", "SLURM_CPUS_ON_NODE": "2"]).memory == 2 * Self.gibibyte)
    #expect(try share([:], ["SLURM_MEM_PER_CPU": "1024"]).memory == Self.gibibyte)
  }

  @Test(arguments: [
    "", "max", "-5", "x", "99999999999999999999", "0", "9223372036854775807", "1 2 3", "0 0", "-1 0", "\u{0}",
  ])
  func `whatever a system says, there is a share`(text: String) throws {
    let files = [
      "/proc/self/cgroup": "0::/a/../..//b\n4:memory:\(text)\n\(text)\n::\n", "/sys/fs/cgroup/memory.max": text,
      "/sys/fs/cgroup/a/memory.max": "5\n", "/sys/fs/cgroup/a/memory.current": text, "/sys/fs/cgroup/cpu.max": text,
      "/sys/fs/cgroup/a/memory.stat": "inactive_file \(text)\n", "/proc/self/status": "Cpus_allowed_list:\t\(text)\n",
    ]
    let environment = ["SLURM_MEM_PER_NODE": text, "SLURM_CPUS_PER_TASK": text, "SLURM_MEM_PER_CPU": text]
    let found = try share(files, environment)
    #expect(found.cores >= 1 && found.memory >= 1)
  }
}
