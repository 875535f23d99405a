internal import CHost

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The processor that this runs on.
public struct CPUInfo: Sendable, Equatable {
  /// The name that it gives itself; empty where it gives none.
  public let name: String
  /// What it can do.
  public let features: Set<CPUFeature>
  /// How many threads can run at once.
  public let cores: Int
  /// Bytes of memory in the machine.
  public let memory: Int

  /// This machine's.
  public static let current: CPUInfo = {
    var name = [CChar](repeating: 0, count: 64)
    seglab_cpu_name(&name, name.count)
    let bits = seglab_cpu_features()
    let known: [(seglab_cpu_feature, CPUFeature)] = [
      (SEGLAB_CPU_AVX, .avx), (SEGLAB_CPU_AVX2, .avx2), (SEGLAB_CPU_FMA, .fma), (SEGLAB_CPU_AVX512F, .avx512),
      (SEGLAB_CPU_AVX512BF16, .avx512BFloat16), (SEGLAB_CPU_NEON, .neon),
    ]
    return CPUInfo(
      name: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self),
      features: Set(known.filter { bits & $0.0.rawValue != 0 }.map(\.1)),
      cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      memory: max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE))))
  }()
}
