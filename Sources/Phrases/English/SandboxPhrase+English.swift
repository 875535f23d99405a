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
    case .namespacesForbidden(let words, let setting):
      return "bubblewrap does not work here: the setting \(setting) of this system forbids it (\(words)); "
        + "`seglab doctor` says how to allow it"
    case .noLandlock: return "this kernel has no Landlock (Linux has it from 5.13 on)"
    case .landlockFails(let words): return "Landlock does not work here (\(words))"
    case .neither(let bubblewrap, let landlock): return "\(bubblewrap.english), and \(landlock.english)"
    case .sandboxRequired(let reason):
      return "programs run here only in a good sandbox, and there is none: \(reason.english)"
    case .landlockOnly(let reason):
      return "your program runs in the kernel's sandbox Landlock: \(reason.english). It cannot read your files, write, "
        + "start programs, use the network or touch other programs; unlike in bubblewrap it can find out whether "
        + "a file of some name exists, and how large it is"
    case .limitsOnly(let reason):
      return "your program runs without a sandbox: \(reason.english). It cannot write files, start programs, use the "
        + "network or touch other programs, and has limits on time, memory and output; but it can read every file that "
        + "you can read, so run only cells that you trust"
    case .cacheUnusable(let path, let reason):
      return "the folder of compiled programs cannot be used: \(path): \(reason)"
    case .cannotStart(let path, let reason): return "\(path) cannot be started: \(reason)"
    case .cancelled: return "called off"
    }
  }
}
