internal import CHost
internal import Tensors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

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

/// How fast this machine reads and rewrites large arrays: the floor under every layer that is all weights.
public struct MemoryBandwidth: Sendable, Equatable {
  /// Bytes read per second.
  public let read: Double
  /// Bytes per second where an array is changed in place, both directions counted.
  public let update: Double

  /// Measures with an array of 256 MiB, about half a second, and takes the best of several passes.
  ///
  /// - Parameter pool: the threads to use.
  /// - Returns: the best of both.
  public static func measured(on pool: WorkerPool) -> MemoryBandwidth {
    let count = 1 << 26
    let tile = 1 << 19
    let array = AlignedBuffer(count: count)
    let sums = PartialSums(tiles: count / tile)
    let bytes = Double(count * MemoryLayout<Float>.stride)
    func best(_ body: (Range<Int>) -> Void) -> Double {
      pool.shortest(of: 10, items: count / tile) { body($0 * tile..<($0 + 1) * tile) }
    }
    let updating = best { range in
      var work = Grow(target: array.pointer)
      work.run(over: range)
    }
    let reading = best { range in
      var work = Sum(source: array.pointer)
      work.run(over: range)
      sums[range.lowerBound / tile] = SIMD8(repeating: work.sum.total)
    }
    return MemoryBandwidth(read: bytes / reading, update: 2 * bytes / updating)
  }

  private struct Sum: VectorizedColumns {
    let source: UnsafePointer<Float>
    var sum = Lanes.zero

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) { sum += access.load(source + column) }
  }

  private struct Grow: VectorizedColumns {
    let target: UnsafeMutablePointer<Float>

    @inline(__always)
    mutating func work(at column: Int, _ access: some LaneAccess) {
      access.store(access.load(target + column) + Lanes(repeating: 1), to: target + column)
    }
  }
}
