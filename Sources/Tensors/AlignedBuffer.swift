#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Floats in memory that starts on a 64-byte line (2 MiB where it is large), zero at first, freed with its last owner.
///
/// Not guarded against two threads writing the same element: kernels split the index range instead.
public final class AlignedBuffer: @unchecked Sendable {
  /// The first element.
  public let pointer: UnsafeMutablePointer<Float>
  /// How many elements there are.
  public let count: Int

  /// - Parameter count: how many elements; memory from the system arrives as zeros and is only taken when touched.
  public init(count: Int) {
    precondition(count >= 0, "a buffer cannot hold \(count) elements")
    let bytes = max(64, (count * MemoryLayout<Float>.stride + 63) & ~63)
    let large = bytes >= 4 << 20
    guard let raw = aligned_alloc(large ? 2 << 20 : 64, large ? (bytes + (2 << 20) - 1) & ~((2 << 20) - 1) : bytes) else {
      preconditionFailure("the system has no \(bytes) bytes of memory left")
    }
    if large { _ = madvise(raw, bytes, Int32(MADV_HUGEPAGE)) }
    memset(raw, 0, bytes)
    pointer = raw.bindMemory(to: Float.self, capacity: max(count, 1))
    self.count = count
  }

  deinit { free(pointer) }

  /// All elements, for reading and writing.
  public var elements: UnsafeMutableBufferPointer<Float> { UnsafeMutableBufferPointer(start: pointer, count: count) }
}
