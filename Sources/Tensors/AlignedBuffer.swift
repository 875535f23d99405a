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
  /// The memory map that holds the elements; nil where they came from `aligned_alloc`.
  private let map: UnsafeMutableRawBufferPointer?

  /// Buffers from here on live in a memory map of their own, on huge pages where the system has them.
  private static let large = 4 << 20
  private static let hugePage = 2 << 20

  /// - Parameter count: how many elements. The memory of a large buffer is only taken as it is touched.
  public init(count: Int) {
    precondition(count >= 0, "a buffer cannot hold \(count) elements")
    precondition(count < Int.max / 8, "no memory holds \(count) elements")
    let bytes = max(64, (count * MemoryLayout<Float>.stride + 63) & ~63)
    let start: UnsafeMutableRawPointer
    if bytes >= Self.large {
      // Room to move the start up to a huge page; what is never touched costs nothing.
      let length = bytes + Self.hugePage
      guard let raw = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), raw != MAP_FAILED
      else {
        preconditionFailure("the system has no \(bytes) bytes of memory left")
      }
      start = raw.alignedUp(toMultipleOf: Self.hugePage)
      _ = madvise(start, bytes, Int32(MADV_HUGEPAGE))
      map = UnsafeMutableRawBufferPointer(start: raw, count: length)
    } else {
      guard let raw = aligned_alloc(64, bytes) else {
        preconditionFailure("the system has no \(bytes) bytes of memory left")
      }
      memset(raw, 0, bytes)
      start = raw
      map = nil
    }
    pointer = start.bindMemory(to: Float.self, capacity: max(count, 1))
    self.count = count
  }

  deinit {
    if let map { munmap(map.baseAddress, map.count) } else { free(pointer) }
  }

  /// All elements, for reading and writing.
  public var elements: UnsafeMutableBufferPointer<Float> { UnsafeMutableBufferPointer(start: pointer, count: count) }
}
