/// What `seglab doctor` says of this computer.
public enum DoctorPhrase: Phrase {
  /// SegLab's own version.
  case version(String)
  /// The processor, its cores and features.
  case processor(name: String, cores: Int, features: [String])
  /// Memory in all and free, in bytes.
  case memory(total: Int, free: Int)
  /// The matrix library: version, kernel, threads.
  case mathLibrary(version: String, kernel: String, threads: Int, configuration: String)
  /// The environment pins the library's kernel.
  case pinned(String)
  /// The kernel in use does without what the processor has.
  case slowKernel(pinned: String, kernel: String, unused: [String])
  /// The library chose a kernel that does without what the processor has.
  case generalKernel(kernel: String, unused: [String])
  /// The Swift compiler that takes learners' cells.
  case compiler(path: String)
  /// The module that learners write against.
  case module(path: String)
  /// The compiler or the module is missing.
  case noToolchain(reason: String)
  /// Bubblewrap works.
  case sandboxWorks(path: String, version: String)
  /// Bubblewrap does not, for this reason, but a room of SegLab's own does; whether that is good enough where a sandbox is required.
  case sandboxIsOwn(isEnough: Bool, reason: String)
  /// Bubblewrap does not, for this reason, but Landlock does; whether that is good enough where a sandbox is required.
  case sandboxIsLandlock(version: Int, isEnough: Bool, reason: String)
  /// Neither works, for this reason.
  case sandboxFails(reason: String)
  /// How to install bubblewrap.
  case installBubblewrap
  /// How to let the bubblewrap at `path` do what AppArmor forbids it.
  case allowByAppArmor(path: String)
  /// How to change the setting of the system that forbids bubblewrap its work.
  case allowNamespaces(setting: String)
  /// The course folder can be written to.
  case course(path: String)
  /// A folder of the course cannot be written to, for the system's reason; whether nothing on its disk can.
  case courseClosed(course: String, folder: String, reason: String, isReadOnly: Bool)
  /// Where the labs and the theme are.
  case home(path: String)
  /// All is well.
  case healthy
  /// So many things want attention.
  case attention(count: Int)

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .korean: korean
    }
  }
}

extension DoctorPhrase {
  /// The commands that let the bubblewrap at `path` make namespaces.
  private static func profile(of path: String) -> String {
    """
    sudo tee /etc/apparmor.d/seglab-bwrap >/dev/null <<'END'
    abi <abi/4.0>,
    include <tunables/global>
    profile seglab-bwrap \(path) flags=(unconfined) {
      userns,
    }
    END
    sudo apparmor_parser -r /etc/apparmor.d/seglab-bwrap
    """
  }
}

// MARK: English

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
    case .generalKernel(let kernel, let unused):
      return
        "OpenBLAS does not know this processor: its kernel \(kernel) does without \(unused.joined(separator: ", ")), and training "
        + "is slower. `export OPENBLAS_CORETYPE=Haswell` makes it use AVX2; what was trained before is then trained anew."
    case .compiler(let path): return "Swift compiler: \(path)"
    case .module(let path): return "learner's module: \(path)"
    case .noToolchain(let reason): return "Labs cannot be compiled: \(reason)"
    case .sandboxWorks(let path, let version):
      return
        "sandbox: bubblewrap \(version) works (\(path)). A cell finds no files but the system's libraries, cannot write, "
        + "start or see processes, or use the network, and has limits on time, memory and output. Not kept from it: the "
        + "time, your user number, the processor."
    case .sandboxIsOwn(let isEnough, let reason):
      return
        "sandbox: SegLab's own, made with the kernel's namespaces, because bubblewrap is not at work: \(reason). A cell finds no "
        + "files but the system's libraries, cannot write, start or see processes, or use the network, and has limits on time, "
        + "memory and output. Not kept from it: the time, your user number, the processor. "
        + (isEnough
          ? "That is enough for `--sandbox required`."
          : "With `--sandbox required` SegLab refuses to run cells here: it has no filter of system calls for this processor.")
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
        \(Self.profile(of: path))
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

// MARK: Korean

extension DoctorPhrase {
  var korean: String {
    switch self {
    case .version(let version): return "SegLab \(version)"
    case .processor(let name, let cores, let features):
      return "프로세서: \(name.isEmpty ? "알 수 없음" : name), 코어 \(cores)개, "
        + (features.isEmpty ? "알려진 벡터 기능 없음" : features.joined(separator: " "))
    case .memory(let total, let free): return "메모리: \(total.gibibytes) GiB, 여유 \(free.gibibytes) GiB"
    case .mathLibrary(let version, let kernel, let threads, let configuration):
      return "행렬 라이브러리: OpenBLAS \(version), 커널 \(kernel), 스레드 최대 \(threads)개 (\(configuration))"
    case .pinned(let kernel):
      return "OPENBLAS_CORETYPE이 \(kernel)\(.toward, after: kernel) 정해져 있어요. 그대로 따르고, 모든 실행의 다이제스트에 넣어요."
    case .slowKernel(let pinned, let kernel, let unused):
      let features = Josa.object.after(unused.joined(separator: ", "))
      return "OPENBLAS_CORETYPE=\(pinned) 때문에 OpenBLAS가 이 프로세서의 \(features) 쓰지 않는 "
        + "\(kernel) 커널을 써요. 학습이 느려져요. `unset OPENBLAS_CORETYPE`을 실행하면 알맞은 커널을 스스로 골라요."
    case .generalKernel(let kernel, let unused):
      return
        "OpenBLAS가 이 프로세서를 몰라서 \(Josa.object.after(unused.joined(separator: ", "))) 쓰지 않는 \(kernel) 커널을 써요. 학습이 느려져요. "
        + "`export OPENBLAS_CORETYPE=Haswell`을 실행하면 AVX2를 써요. 그러면 전에 학습한 것은 다시 학습해요."
    case .compiler(let path): return "Swift 컴파일러: \(path)"
    case .module(let path): return "학습자용 모듈: \(path)"
    case .noToolchain(let reason): return "실습을 컴파일할 수 없어요: \(reason)"
    case .sandboxWorks(let path, let version):
      return "샌드박스: bubblewrap \(version) 동작함 (\(path)). 셀은 시스템 라이브러리만 읽을 수 있어요. 파일을 쓰거나, "
        + "다른 프로세스를 보거나 시작하거나, 네트워크에 접속할 수 없어요. 시간과 메모리와 출력에도 제한이 있어요. 막지 않는 것: 시각, 사용자 번호, 프로세서."
    case .sandboxIsOwn(let isEnough, let reason):
      return "샌드박스: bubblewrap을 쓸 수 없어서, SegLab이 커널의 네임스페이스로 직접 만든 샌드박스를 써요: \(reason). 셀은 시스템 "
        + "라이브러리만 읽을 수 있어요. 파일을 쓰거나, 다른 프로세스를 보거나 시작하거나, 네트워크에 접속할 수 없어요. 시간과 메모리와 출력에도 "
        + "제한이 있어요. 막지 않는 것: 시각, 사용자 번호, 프로세서. "
        + (isEnough
          ? "`--sandbox required`에는 이것으로 충분해요."
          : "`--sandbox required`를 쓰면 여기서는 셀을 실행하지 않아요. 이 프로세서에 맞는 시스템 호출 필터가 없어요.")
    case .sandboxIsLandlock(let version, let isEnough, let reason):
      return
        "샌드박스: bubblewrap을 쓸 수 없어서 커널의 Landlock(버전 \(version))\(.object, after: version) 써요: \(reason). 셀은 시스템 라이브러리만 "
        + "열 수 있어요. 파일을 쓰거나, 다른 프로세스를 시작하거나 신호를 보내거나, 네트워크에 접속할 수 없어요. 시간과 메모리와 출력에도 "
        + "제한이 있어요. 막지 않는 것: 어떤 이름의 파일이 있는지와 그 크기, 소유자, 시각. 그리고 사용자 번호, 현재 시각, 프로세서. "
        + (isEnough
          ? "`--sandbox required`에는 이것으로 충분해요."
          : "`--sandbox required`를 쓰면 여기서는 셀을 실행하지 않아요. 버전 3(Linux 6.2)이나 bubblewrap이 필요해요.")
    case .sandboxFails(let reason):
      return "샌드박스: 없음. \(reason). 셀은 파일을 쓰거나, 다른 프로세스를 시작하거나 신호를 보내거나, 네트워크에 접속할 수 없고, 시간과 메모리와 출력에도 "
        + "제한이 있어요. 막지 않는 것: 내가 읽을 수 있는 모든 파일. `--sandbox required`를 쓰면 여기서는 셀을 실행하지 않아요."
    case .installBubblewrap:
      return "bubblewrap 설치: `sudo apt-get install bubblewrap`(Debian, Ubuntu), `sudo dnf install bubblewrap`(Fedora), "
        + "`sudo pacman -S bubblewrap`(Arch)."
    case .allowByAppArmor(let path):
      return """
        여기서는 AppArmor가 네임스페이스를 막고 있어요. bubblewrap에만 허용하려면 이렇게 실행하세요:
        \(Self.profile(of: path))
        다시 시작할 때까지 모든 프로그램에 허용하려면: `sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0`.
        """
    case .allowNamespaces(let setting):
      let value = setting.hasPrefix("user.") ? "10000" : "1"
      return "다시 시작할 때까지 bubblewrap을 허용하려면: `sudo sysctl \(setting)=\(value)`. 계속 허용하려면 "
        + "`\(setting)=\(value)`\(.object, after: value) /etc/sysctl.d/90-seglab.conf 파일에도 적어 두세요."
    case .course(let path): return "과정 폴더: \(path)"
    case .courseClosed(let course, let folder, let reason, let isReadOnly):
      return "과정 폴더: \(folder)에 쓸 수 없어서(\(reason)) 실행 결과와 진행 상황을 저장하지 못해요. "
        + (isReadOnly
          ? "쓸 수 있는 곳으로 복사하세요: `cp -r '\(course)' ~`."
          : "폴더를 내 것으로 바꾸려면: `sudo chown -R \"$USER\" '\(course)' && chmod -R u+rwX '\(course)'`.")
    case .home(let path): return "실습과 테마: \(path)"
    case .healthy: return "모두 괜찮아요."
    case .attention(let count): return "살펴볼 것이 \(count)가지 있어요."
    }
  }
}
