extension SandboxPhrase {
  var korean: String {
    switch self {
    case .noCompiler:
      return "PATH에 `swiftc`가 없어요. https://swift.org/install 에서 Swift를 설치하거나, SEGLAB_SWIFTC에 컴파일러의 경로를 적어 주세요"
    case .compilerUnusable(let path, let missing):
      return "\(missing)(이)가 없어서 컴파일러 \(path)(을)를 쓸 수 없어요. SEGLAB_SWIFTC에 온전한 툴체인의 swiftc 경로를 적어 주세요"
    case .noModule(let searched):
      return "SegLab 모듈(SegLab.swiftmodule, libSegLab.a)이 없어요. 찾아본 곳: \(searched.joined(separator: ", ")). "
        + "`swift build`를 실행하거나, SEGLAB_LIBRARY에 폴더를 적어 주세요"
    case .moduleUnreadable(let path): return "\(path) 파일을 읽을 수 없어요. `swift build`를 다시 실행해 보세요"
    case .moduleRefused(let words):
      return "컴파일러가 SegLab 모듈을 받아들이지 않아요(\(words)). 지금 쓰는 컴파일러로 SegLab을 다시 빌드해 보세요"
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
    case .landlockOnly(let reason):
      return "커널의 샌드박스인 Landlock 안에서 프로그램을 실행해요: \(reason.korean). 프로그램은 내 파일을 읽거나, 무언가를 쓰거나, "
        + "다른 프로그램을 시작하거나 건드리거나, 네트워크를 쓸 수 없어요. 다만 bubblewrap과 달리, 어떤 이름의 파일이 있는지와 그 크기는 알아낼 수 있어요"
    case .limitsOnly(let reason):
      return "샌드박스 없이 프로그램을 실행해요: \(reason.korean). 프로그램은 파일을 쓰거나, 다른 프로그램을 시작하거나 건드리거나, "
        + "네트워크를 쓸 수 없고, 시간과 메모리와 출력에도 제한이 있어요. 하지만 내가 읽을 수 있는 파일은 모두 읽을 수 있으니, 믿을 수 있는 셀만 실행하세요"
    case .cacheUnusable(let path, let reason): return "컴파일한 프로그램을 두는 폴더를 쓸 수 없어요: \(path): \(reason)"
    case .cannotStart(let path, let reason): return "\(path)(을)를 실행할 수 없어요: \(reason)"
    case .cancelled: return "작업을 취소했어요"
    }
  }
}
