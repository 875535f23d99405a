import Foundation
import Kernels
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
  @Test(arguments: [1, 2, 4], [0, 1, 3, 1000]) func everyItemIsDoneOnce(threads: Int, items: Int) {
    let pool = WorkerPool(threads: threads)
    let done = Mutex<[Int]>([])
    for _ in 0..<20 {
      done.withLock { $0 = [] }
      pool.forEach(items) { item in done.withLock { $0.append(item) } }
      #expect(done.withLock { $0.sorted() } == Array(0..<items))
    }
  }

  @Test(arguments: [1, 2, 4]) func tinyNumbersCountAsZeroWhileItemsRunAndNotAfter(threads: Int) {
    let pool = WorkerPool(threads: threads)
    var tiny = [Float](repeating: Float.leastNormalMagnitude, count: 64)
    tiny.withUnsafeMutableBufferPointer { numbers in
      pool.forEach(64) { numbers[$0] /= 2 }
    }
    #expect(tiny.allSatisfy { $0 == 0 })
    let half = Float.leastNormalMagnitude / Float(threads + 1)
    #expect(half.isSubnormal)
  }

  /// More threads than processors, so that some join late, some not at all, and some sleep in between.
  @Test func manySmallPiecesLoseNothing() {
    let pool = WorkerPool(threads: 8)
    let done = Atomic<Int>(0)
    for piece in 0..<5000 {
      pool.forEach(3) { _ in done.wrappingAdd(1, ordering: .relaxed) }
      #expect(done.load(ordering: .relaxed) == (piece + 1) * 3)
    }
  }

  /// Each pool does its work, and takes its threads along when it goes.
  @Test func poolsComeAndGo() {
    let before = Self.threads()
    let done = Atomic<Int>(0)
    for _ in 0..<200 {
      let pool = WorkerPool(threads: 3)
      pool.forEach(2) { _ in done.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(done.load(ordering: .relaxed) == 400)
    // Other tests run beside this one with a few pools of their own; 200 pools that stay would leave 400 threads.
    #expect(before > 0)
    #expect(Self.threads() < before + 200)
  }

  /// How many threads this process has.
  private static func threads() -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 0
  }
}
