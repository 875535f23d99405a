internal import COpenBLAS

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The matrix library that this process runs with: OpenBLAS, as it describes itself.
public struct MathLibrary: Sendable, Equatable {
  /// The version, for example `0.3.21`; empty where the library does not tell.
  public let version: String
  /// All that the library tells of how it was built.
  public let configuration: String
  /// The family of kernels in use, for example `Zen`.
  public let kernel: String
  /// How many threads the library would use by itself. SegLab has it run one for each tile of its own.
  public let threads: Int
  /// What the user's environment asks for in `OPENBLAS_CORETYPE`; nil where it asks for nothing.
  public let pinnedKernel: String?
  /// The features of this processor that the kernel in use does without: `AVX-512`, `AVX2`; empty where nothing is lost.
  public let unusedFeatures: [CPUFeature]

  /// Whether the library chose by itself a kernel without AVX2 on a processor that has it, and could be told another one: it is older than the
  /// processor.
  public var hasGeneralKernel: Bool {
    pinnedKernel == nil && unusedFeatures.contains(.avx2) && configuration.contains("DYNAMIC_ARCH")
  }

  /// The library as it is now.
  public static var current: MathLibrary {
    let configuration = openblas_get_config().map { String(cString: $0) } ?? ""
    let words = configuration.split(separator: " ")
    let kernel = openblas_get_corename().map { String(cString: $0) } ?? ""
    let pinned = getenv("OPENBLAS_CORETYPE").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    return MathLibrary(
      version: words.count > 1 && words[0] == "OpenBLAS" ? String(words[1]) : "",
      configuration: configuration, kernel: kernel, threads: detectedThreads, pinnedKernel: pinned,
      unusedFeatures: Self.unused(by: kernel, on: CPUInfo.current.features))
  }

  /// The library, version and kernel in one line, with what the environment pins: what decides the bits of its results.
  public var identity: String {
    "openblas \(version) \(kernel)" + (pinnedKernel.map { " pinned \($0)" } ?? "")
  }

  /// Makes the library use one thread a product, since the threads are ours.
  static func useOneThread() {
    _ = detectedThreads
    openblas_set_num_threads(1)
  }

  private static let detectedThreads = Int(openblas_get_num_threads())

  /// The features of a processor that a family of kernels does not use.
  static func unused(by kernel: String, on features: Set<CPUFeature>) -> [CPUFeature] {
    let avx512 = ["skylakex", "cooperlake", "sapphirerapids"]
    let avx2 = ["haswell", "zen"] + avx512
    let name = kernel.lowercased()
    var unused: [CPUFeature] = []
    if features.contains(.avx512), !avx512.contains(name) { unused.append(.avx512) }
    if features.contains(.avx2), !avx2.contains(name) { unused.append(.avx2) }
    return unused
  }
}
