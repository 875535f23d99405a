import Foundation
import Testing

@testable import Work

struct SlurmTests {
  @Test func `items are spread over arrays below the limit`() {
    #expect(ArrayPlan(Array(0..<5), arraySize: 1001, pack: 1).jobs.map(\.list) == ["0-4"])
    #expect(ArrayPlan([0, 2, 3, 9], arraySize: 1001, pack: 1).jobs.map(\.list) == ["0,2-3,9"])
    let two = ArrayPlan([0, 1000, 1001, 2500], arraySize: 1001, pack: 1).jobs
    #expect(two.map(\.base) == [0, 1001, 2002] && two.map(\.list) == ["0,1000", "0", "498"])
    let packed = ArrayPlan(Array(0..<100), arraySize: 4, pack: 10).jobs
    #expect(packed.map(\.base) == [0, 40, 80] && packed.map(\.list) == ["0-3", "0-3", "0-1"])
    // Every open item is in a part, and in one.
    for pack in [1, 3, 7] {
      let open = (0..<500).filter { $0 % 11 != 0 }
      let plan = ArrayPlan(open, arraySize: 13, pack: pack)
      let covered = plan.jobs.flatMap { job in
        job.parts.flatMap { part in (0..<pack).map { job.base + part * pack + $0 } }
      }
      #expect(Set(covered).count == covered.count && Set(open).isSubset(of: covered))
      #expect(plan.jobs.allSatisfy { $0.parts.allSatisfy { $0 < 13 } })
    }
    #expect(ArrayPlan.usualPack(for: 5) == 1 && ArrayPlan.usualPack(for: 100_000) == 50)
  }

  @Test func `the limit of arrays is read from the configuration`() {
    #expect(Slurm.arraySize(in: "MaxArraySize            = 5000\nX = 1") == 5000)
    #expect(Slurm.arraySize(in: "nothing") == 1001 && Slurm.arraySize(in: "MaxArraySize = 0") == 1001)
  }

  @Test func `without Slurm the missing program is named`() {
    #expect(throws: WorkProblem.noProgram(name: "sbatch")) { try Slurm(environment: ["PATH": "/nowhere"]) }
  }

  @Test func `words reach the shell as they are`() {
    #expect(SlurmHandOver.line(["a b", "it's", "$(x)"]) == "'a b' 'it'\\''s' '$(x)'")
  }

  /// Programs that answer as Slurm's do, and note what they were asked.
  private func programs(in folder: URL, sbatch: String) throws -> [String: String] {
    let scripts = [
      "sbatch": sbatch, "scontrol": "echo 'MaxArraySize = 3'", "squeue": "echo 7; echo 7; echo 12",
      "scancel": "echo \"$@\" >> '\(folder.path)/cancelled'",
    ]
    for (name, text) in scripts {
      let place = folder.appendingPathComponent(name)
      try Data("#!/bin/sh\n\(text)\n".utf8).write(to: place)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
    }
    return ["PATH": folder.path + ":/usr/bin:/bin"]
  }

  @Test func `open items are submitted with a step behind them`() throws {
    let test = try TestStore()
    try test.store.enter((0..<5).map(TestStore.item))
    _ = try test.lease(1)?.publish([1])
    let folder = test.folder
    let log = folder.appendingPathComponent("asked").path
    let environment = try programs(
      in: folder,
      sbatch:
        "echo \"$@\" >> '\(log)'; cat >> '\(log)'; echo 'sbatch: a warning' >&2; echo \"$(wc -l < '\(log)');main\"")
    let slurm = try Slurm(environment: environment)
    #expect(slurm.arraySize == 3)
    let handOver = SlurmHandOver(
      worker: ["/p/seglab", "work"], collector: ["/p/seglab-class", "grade"], folder: "/c",
      options: ["--partition=main"])
    let (arrays, collector) = try handOver.submit(test.store, to: slurm)
    let asked = try String(contentsOfFile: log, encoding: .utf8)
    #expect(arrays.count == 2 && collector != nil)
    #expect(asked.contains("--array=0,2 --signal=B:USR2@60 --requeue"))
    #expect(asked.contains("--array=0-1 ") && asked.contains("$((3 + SLURM_ARRAY_TASK_ID * 1))"))
    #expect(asked.contains("--dependency=afterany:" + arrays.joined(separator: ":")))
    #expect(asked.contains("--partition=main"))
    #expect(Set(test.store.clusterJobs) == Set(arrays + [try #require(collector)]))
    // A name in the folder is no job of the store's: cancelled would be what has nothing to do with it.
    let notes = test.folder.appendingPathComponent("cluster")
    try Data().write(to: notes.appendingPathComponent("7"))
    let other = notes.appendingPathComponent(arrays[0])
    try FileManager.default.copyItem(at: other, to: notes.appendingPathComponent("12"))
    #expect(Set(test.store.clusterJobs) == Set(arrays + [try #require(collector)]))
    #expect(try slurm.living() == ["7": 2, "12": 1])
    try slurm.cancel(["7", "12"])
    #expect(try String(contentsOf: folder.appendingPathComponent("cancelled"), encoding: .utf8) == "7 12\n")
  }

  @Test func `what Slurm says against it is passed on`() throws {
    let test = try TestStore()
    try test.store.enter([TestStore.item(0)])
    let environment = try programs(in: test.folder, sbatch: "echo 'Invalid account' >&2; exit 1")
    let slurm = try Slurm(environment: environment)
    let handOver = SlurmHandOver(worker: ["w"], collector: nil, folder: "/", options: [])
    #expect(throws: WorkProblem.scheduler(program: "sbatch", words: "Invalid account")) {
      try handOver.submit(test.store, to: slurm)
    }
  }
}
