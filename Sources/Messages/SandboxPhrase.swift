/// What is said of the place where learners' programs are compiled and run.
public enum SandboxPhrase: Phrase {
  /// There is no Swift compiler.
  case noCompiler
  /// The compiler lacks a part.
  case compilerUnusable(path: String, missing: String)
  /// The learner's module is in none of these folders.
  case noModule(searched: [String])
  /// A file of the learner's module cannot be read.
  case moduleUnreadable(path: String)
  /// The compiler does not take the learner's module; its words.
  case moduleRefused(words: String)
  /// The linker does not find in SegLab's own library, or in Swift's, what belongs there; its words.
  case libraryUnfit(words: String)
  /// There is no bubblewrap.
  case noBubblewrap
  /// Bubblewrap does not work here; its words.
  case bubblewrapFails(words: String)
  /// Bubblewrap may not make what it needs: a setting of the system forbids it; bubblewrap's words.
  case namespacesForbidden(words: String, setting: String)
  /// The kernel has no Landlock.
  case noLandlock
  /// Landlock does not keep a program in here; the words of what was tried.
  case landlockFails(words: String)
  /// There is neither, each for its reason.
  indirect case neither(bubblewrap: SandboxPhrase, landlock: SandboxPhrase)
  /// Nothing runs without a good sandbox, and there is none for this reason.
  indirect case sandboxRequired(reason: SandboxPhrase)
  /// It runs in namespaces of SegLab's own, because there is no bubblewrap for this reason.
  indirect case namespacesOnly(reason: SandboxPhrase)
  /// It runs in Landlock, because there is no bubblewrap for this reason.
  indirect case landlockOnly(reason: SandboxPhrase)
  /// It runs without a sandbox, for this reason.
  indirect case limitsOnly(reason: SandboxPhrase)
  /// The folder of compiled programs cannot be used.
  case cacheUnusable(path: String, reason: String)
  /// A program could not be started.
  case cannotStart(path: String, reason: String)
  /// The work was called off.
  case cancelled

  /// The words in `language`.
  public func text(in language: Language) -> String {
    switch language {
    case .english: return english
    case .korean: return korean
    }
  }
}

// MARK: English

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
    case .libraryUnfit(let words):
      return "the cells compile, and SegLab's own library does not fit them together (\(words)): that is this "
        + "installation, not the cells. Build SegLab again with `swift build`, or install it again"
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
    case .namespacesOnly(let reason):
      return
        "your program runs in a sandbox that SegLab makes itself with the kernel's namespaces, as closed as bubblewrap: "
        + reason.english
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

// MARK: Korean

extension SandboxPhrase {
  var korean: String {
    switch self {
    case .noCompiler:
      return "PATH에 `swiftc`가 없어요. https://swift.org/install 에서 Swift를 설치하거나, SEGLAB_SWIFTC에 컴파일러의 경로를 적어 주세요"
    case .compilerUnusable(let path, let missing):
      return
        "\(missing)\(.subject, after: missing) 없어서 컴파일러 \(path)\(.object, after: path) 쓸 수 없어요. SEGLAB_SWIFTC에 온전한 툴체인의 swiftc 경로를 적어 주세요"
    case .noModule(let searched):
      return "SegLab 모듈(SegLab.swiftmodule, libSegLab.a)이 없어요. 찾아본 곳: \(searched.joined(separator: ", ")). "
        + "`swift build`를 실행하거나, SEGLAB_LIBRARY에 폴더를 적어 주세요"
    case .moduleUnreadable(let path): return "\(path) 파일을 읽을 수 없어요. `swift build`를 다시 실행해 보세요"
    case .moduleRefused(let words):
      return "컴파일러가 SegLab 모듈을 받아들이지 않아요(\(words)). 지금 쓰는 컴파일러로 SegLab을 다시 빌드해 보세요"
    case .libraryUnfit(let words):
      return "셀은 컴파일되는데 SegLab의 라이브러리가 맞지 않아요(\(words)). 셀이 아니라 설치에 문제가 있어요. "
        + "`swift build`로 SegLab을 다시 빌드하거나 다시 설치해 보세요"
    case .noBubblewrap: return "bubblewrap이 설치되어 있지 않아요 (Debian: apt-get install bubblewrap)"
    case .bubblewrapFails(let words): return "여기서는 bubblewrap이 동작하지 않아요(\(words))"
    case .namespacesForbidden(let words, let setting):
      return "여기서는 bubblewrap이 동작하지 않아요. 시스템 설정 \(setting)에서 막고 있어요(\(words)). "
        + "허용하는 방법은 `seglab doctor`가 알려 줘요"
    case .noLandlock: return "이 커널에는 Landlock이 없어요(Linux 5.13부터 있어요)"
    case .landlockFails(let words): return "여기서는 Landlock이 동작하지 않아요(\(words))"
    case .neither(let bubblewrap, let landlock): return "\(bubblewrap.korean). \(landlock.korean)"
    case .sandboxRequired(let reason):
      return "여기서는 프로그램을 믿을 만한 샌드박스 안에서만 실행하는데, 그런 샌드박스가 없어요: \(reason.korean)"
    case .namespacesOnly(let reason):
      return "SegLab이 커널의 네임스페이스로 직접 만든, bubblewrap만큼 닫힌 샌드박스 안에서 프로그램을 실행해요: \(reason.korean)"
    case .landlockOnly(let reason):
      return "커널의 샌드박스인 Landlock 안에서 프로그램을 실행해요: \(reason.korean). 프로그램은 내 파일을 읽거나, 무언가를 쓰거나, "
        + "다른 프로그램을 시작하거나 건드리거나, 네트워크를 쓸 수 없어요. 다만 bubblewrap과 달리, 어떤 이름의 파일이 있는지와 그 크기는 알아낼 수 있어요"
    case .limitsOnly(let reason):
      return "샌드박스 없이 프로그램을 실행해요: \(reason.korean). 프로그램은 파일을 쓰거나, 다른 프로그램을 시작하거나 건드리거나, "
        + "네트워크를 쓸 수 없고, 시간과 메모리와 출력에도 제한이 있어요. 하지만 내가 읽을 수 있는 파일은 모두 읽을 수 있으니, 믿을 수 있는 셀만 실행하세요"
    case .cacheUnusable(let path, let reason): return "컴파일한 프로그램을 두는 폴더를 쓸 수 없어요: \(path): \(reason)"
    case .cannotStart(let path, let reason): return "\(path)\(.object, after: path) 실행할 수 없어요: \(reason)"
    case .cancelled: return "작업을 취소했어요"
    }
  }
}
