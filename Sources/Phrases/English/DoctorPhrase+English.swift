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
    case .sandboxWorks(let path, let version):
      return
        "sandbox: bubblewrap \(version) works (\(path)). A cell finds no files but the system's libraries, cannot write, "
        + "start or see processes, or use the network, and has limits on time, memory and output. Not kept from it: the "
        + "time, your user number, the processor."
    case .sandboxIsLandlock(let version, let isEnough, let reason):
      return
        "sandbox: the kernel's Landlock, version \(version), because bubblewrap is not at work: \(reason). A cell cannot "
        + "open files but the system's libraries, cannot write, start or signal processes, or use the network, and has "
        + "limits on time, memory and output. Not kept from it: whether a file of some name exists, its size, owner and "
        + "times; your user number, the time, the processor. "
        + (isEnough
          ? "That is enough for `--sandbox required`."
          : "With `--sandbox required` SegLab refuses to run cells here: that takes version 3 (Linux 6.2) or bubblewrap.")
    case .sandboxFails(let reason):
      return
        "sandbox: none: \(reason). A cell cannot write files, start or signal processes, or use the network, and has "
        + "limits on time, memory and output. Not kept from it: every file that you can read. With `--sandbox required` "
        + "SegLab refuses to run cells here."
    case .installBubblewrap:
      return "To install bubblewrap: `sudo apt-get install bubblewrap` (Debian, Ubuntu), `sudo dnf install bubblewrap` "
        + "(Fedora), `sudo pacman -S bubblewrap` (Arch)."
    case .allowByAppArmor(let path):
      return """
        To let bubblewrap alone make namespaces, which AppArmor forbids here, run this:
        sudo tee /etc/apparmor.d/seglab-bwrap >/dev/null <<'END'
        abi <abi/4.0>,
        include <tunables/global>
        profile seglab-bwrap \(path) flags=(unconfined) {
          userns,
        }
        END
        sudo apparmor_parser -r /etc/apparmor.d/seglab-bwrap
        Or, for every program and until the next start: `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0`.
        """
    case .allowNamespaces(let setting):
      let value = setting.hasPrefix("user.") ? "10000" : "1"
      return "To let bubblewrap work, until the next start: `sudo sysctl \(setting)=\(value)`; for good: write "
        + "`\(setting)=\(value)` into the file /etc/sysctl.d/90-seglab.conf too."
    case .course(let path): return "course: \(path)"
    case .courseClosed(let course, let folder, let reason, let isReadOnly):
      return "course: \(folder) cannot be written to (\(reason)), so that neither runs nor progress can be kept. "
        + (isReadOnly
          ? "Copy the course to where it can: `cp -r '\(course)' ~`."
          : "To make the course yours: `sudo chown -R \"$USER\" '\(course)' && chmod -R u+rwX '\(course)'`.")
    case .home(let path): return "labs and theme: \(path)"
    case .healthy: return "All is well."
    case .attention(let count): return count == 1 ? "One thing wants attention." : "\(count) things want attention."
    }
  }
}
