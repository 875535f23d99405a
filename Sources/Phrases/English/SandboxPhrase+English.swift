extension SandboxPhrase {
  var english: String {
    switch self {
    case .noCompiler:
      return "there is no `swiftc` on the PATH: install Swift from https://swift.org/install, "
        + "or name the compiler in SEGLAB_SWIFTC"
    case .compilerUnusable(let path, let missing):
      return "the compiler \(path) cannot be used because \(missing) is missing: "
        + "name a whole toolchain's swiftc in SEGLAB_SWIFTC"
    case .noModule(let searched):
      return "the module SegLab (SegLab.swiftmodule and libSegLab.a) is not in \(searched.joined(separator: " or ")): "
        + "run `swift build`, or name its folder in SEGLAB_LIBRARY"
    case .moduleUnreadable(let path): return "\(path) cannot be read: run `swift build` again"
    case .moduleRefused(let words):
      return "the compiler does not take the module SegLab (\(words)): "
        + "build SegLab again with the compiler that is used now"
    case .noBubblewrap: return "bubblewrap is not installed (on Debian: apt-get install bubblewrap)"
    case .bubblewrapFails(let words): return "bubblewrap does not work here (\(words))"
    case .sandboxRequired(let reason):
      return "other people's programs run only in a sandbox, and there is none: \(reason.english)"
    case .limitsOnly(let reason):
      return "your program runs with limits on time, memory and output, but without a sandbox: \(reason.english)"
    case .cacheUnusable(let path, let reason):
      return "the folder of compiled programs cannot be used: \(path): \(reason)"
    case .cannotStart(let path, let reason): return "\(path) cannot be started: \(reason)"
    case .cancelled: return "called off"
    }
  }
}
