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
    case .pinned(let kernel): return "OPENBLAS_CORETYPE이 \(kernel)(으)로 정해져 있어요. 그대로 따르고, 모든 실행의 다이제스트에 넣어요."
    case .slowKernel(let pinned, let kernel, let unused):
      let features = Particle.object.after(unused.joined(separator: ", "))
      return "OPENBLAS_CORETYPE=\(pinned) 때문에 OpenBLAS가 이 프로세서의 \(features) 쓰지 않는 "
        + "\(kernel) 커널을 써요. 학습이 느려져요. `unset OPENBLAS_CORETYPE`을 실행하면 알맞은 커널을 스스로 골라요."
    case .compiler(let path): return "Swift 컴파일러: \(path)"
    case .module(let path): return "학습자용 모듈: \(path)"
    case .noToolchain(let reason): return "실습을 컴파일할 수 없어요: \(reason)"
    case .sandboxWorks(let path, let version): return "샌드박스: bubblewrap \(version) 동작함 (\(path))"
    case .sandboxFails(let reason):
      return "샌드박스: 동작하지 않아요. \(reason) 자신의 실습은 시간과 메모리 제한만으로 실행되고, 다른 사람의 실습은 거부돼요."
    case .home(let path): return "실습과 테마: \(path)"
    case .healthy: return "모두 괜찮아요."
    case .attention(let count): return "살펴볼 것이 \(count)가지 있어요."
    }
  }
}
