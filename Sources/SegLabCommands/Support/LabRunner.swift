internal import Checking
internal import Digests
internal import Experiments
internal import Foundation
internal import Kernels
internal import Labs
internal import Phrases
internal import Workbench

/// Runs labs in a course folder with what this machine has: its compiler, its sandbox, its data sets and its runs.
struct LabRunner: Sendable {
  /// Where data sets, runs and compiled programs are.
  let folder: CourseFolder
  /// The data set to use in place of a lab's own.
  var dataset: String?
  /// Whether experiments stop after the steps of their quick profile.
  var isQuick = false
  /// What random numbers start from.
  var seed: UInt64 = 1
  /// How many threads train.
  var threads = CPUInfo.current.cores
  /// The experiments to train, by name; nil for all of a lab.
  var experiments: Set<String>?

  /// What judges labs here.
  ///
  /// - Throws: `WorkbenchError` where the environment does not let cells be compiled at all.
  func judge() async throws(WorkbenchError) -> LabJudge {
    let key = SealKey.ofUser().key
    let workbench = Workbench(
      toolchain: try Toolchain.find(), sandbox: await Sandbox.find(), cacheFolder: folder.cache.path, key: key)
    let laboratory = Laboratory(
      sets: folder.sets, runs: folder.runStore(key: key), threads: threads, engine: SegLabCommand.version,
      freeMemory: MachineMemory.available)
    return LabJudge(
      workbench: workbench, laboratory: laboratory,
      options: LabJudge.Options(dataset: dataset, isQuick: isQuick, seed: seed, experiments: experiments))
  }
}
