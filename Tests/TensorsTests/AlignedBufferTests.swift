import Foundation
import Tensors
import Testing

@Suite struct AlignedBufferTests {
  @Test(arguments: [0, 1, 15, 16, 17, 100_003, 1 << 20, 1_100_003])
  func startsOnACacheLineAndHoldsZeros(count: Int) {
    let buffer = AlignedBuffer(count: count)
    #expect(UInt(bitPattern: buffer.pointer) % 64 == 0)
    #expect(buffer.elements.count == count)
    #expect(buffer.elements.allSatisfy { $0 == 0 })
    for index in buffer.elements.indices { buffer.elements[index] = Float(index) }
    #expect(buffer.elements.last.map { $0 == Float(count - 1) } ?? (count == 0))
  }

  @Test func startsOnAHugePageWhereItIsLarge() {
    #expect(UInt(bitPattern: AlignedBuffer(count: 1 << 20).pointer) % (2 << 20) == 0)
  }

  @Test(.enabled(if: AlignedBufferTests.residentPages() != nil)) func freesItsMemoryWithItsLastOwner() throws {
    let before = try #require(Self.residentPages())
    for _ in 0..<50 {
      let buffer = AlignedBuffer(count: 1 << 25)
      for index in stride(from: 0, to: buffer.count, by: 1 << 10) { buffer.elements[index] = 1 }
    }
    // Fifty times 128 MiB would be 1.6 million pages of 4 KiB.
    #expect(try #require(Self.residentPages()) - before < 400_000)
  }

  /// How many pages of memory this process has in use; nil where the system does not tell.
  static func residentPages() -> Int? {
    let numbers = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    return numbers.flatMap { $0.count > 1 ? Int($0[1]) : nil }
  }
}
