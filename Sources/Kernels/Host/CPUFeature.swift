/// What a processor can do, as far as the kernels care.
public enum CPUFeature: String, Sendable, CaseIterable {
  /// 256-bit arithmetic.
  case avx = "AVX"
  /// 256-bit whole numbers.
  case avx2 = "AVX2"
  /// Products and sums in one rounding.
  case fma = "FMA"
  /// 512-bit arithmetic.
  case avx512 = "AVX-512"
  /// 512-bit products of 16-bit numbers.
  case avx512BFloat16 = "AVX-512 BF16"
  /// 128-bit arithmetic of 64-bit Arm.
  case neon = "NEON"
}
