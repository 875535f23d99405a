import Testing

@testable import Kernels

@Suite struct MathLibraryTests {
  @Test func describesItself() {
    let library = MathLibrary.current
    #expect(library.version.first?.isNumber == true)
    #expect(!library.kernel.isEmpty)
    #expect(library.configuration.hasPrefix("OpenBLAS"))
    #expect(library.identity.hasPrefix("openblas \(library.version) \(library.kernel)"))
    #expect(library.threads >= 1)
  }

  @Test func knowsWhichFeaturesAKernelLeavesUnused() {
    let features: Set<CPUFeature> = [.avx, .avx2, .fma, .avx512]
    #expect(MathLibrary.unused(by: "Haswell", on: features) == [.avx512])
    #expect(MathLibrary.unused(by: "Nehalem", on: features) == [.avx512, .avx2])
    #expect(MathLibrary.unused(by: "SkylakeX", on: features).isEmpty)
    #expect(MathLibrary.unused(by: "Zen", on: [.avx, .avx2, .fma]).isEmpty)
    #expect(MathLibrary.unused(by: "armv8", on: [.neon, .fma]).isEmpty)
  }

  @Test(arguments: [
    (nil as String?, [CPUFeature.avx2], "OpenBLAS 0.3.21 DYNAMIC_ARCH Prescott", true),
    ("Prescott", [.avx2], "DYNAMIC_ARCH", false),
    (nil, [.avx512], "DYNAMIC_ARCH", false), (nil, [.avx2], "OpenBLAS 0.3.21 Prescott", false),
  ])
  func `a kernel for every processor is told where another one can be chosen`(
    pinned: String?, unused: [CPUFeature], configuration: String, isTold: Bool
  ) {
    let library = MathLibrary(
      version: "0.3.21", configuration: configuration, kernel: "Prescott", threads: 2, pinnedKernel: pinned,
      unusedFeatures: unused)
    #expect(library.hasGeneralKernel == isTold)
  }

  @Test func theProcessorIsOneThatTheKernelsWereBuiltFor() {
    let info = CPUInfo.current
    #expect(info.features.contains(.fma))
    #expect(info.cores >= 1)
    #expect(info.memory > 1 << 28)
  }
}
