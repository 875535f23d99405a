extension DoctorPhrase {
  var english: String {
    switch self {
    case .version(let version): return "SegLab \(version)"
    case .processor(let name, let cores, let features):
      return "processor: \(name.isEmpty ? "unknown" : name), \(cores) \(cores == 1 ? "core" : "cores"), "
        + (features.isEmpty ? "no vector features that SegLab knows" : features.joined(separator: " "))
    case .memory(let total, let free): return "memory: \(total.gibibytes) GiB, \(free.gibibytes) free"
    case .mathLibrary(let version, let kernel, let threads, let configuration):
      return "matrix library: OpenBLAS \(version), kernel \(kernel), up to \(threads) threads (\(configuration))"
    case .pinned(let kernel): return "OPENBLAS_CORETYPE is set to \(kernel): respected, and part of every run's digest."
    case .slowKernel(let pinned, let kernel, let unused):
      return "OPENBLAS_CORETYPE=\(pinned) makes OpenBLAS use the kernel \(kernel), which does without this processor's "
        + "\(unused.joined(separator: ", ")). Training will be slower; `unset OPENBLAS_CORETYPE` lets it choose by itself."
    case .compiler(let path): return "Swift compiler: \(path)"
    case .module(let path): return "learner's module: \(path)"
    case .noToolchain(let reason): return "Labs cannot be compiled: \(reason)"
    case .sandboxWorks(let path, let version): return "sandbox: bubblewrap \(version) works (\(path))"
    case .sandboxFails(let reason):
      return "sandbox: not at work. \(reason) Your own labs run with limits on time and memory alone; "
        + "other people's are refused."
    case .home(let path): return "labs and theme: \(path)"
    case .healthy: return "All is well."
    case .attention(let count): return count == 1 ? "One thing wants attention." : "\(count) things want attention."
    }
  }
}
