import Datasets
import Foundation
import Synchronization
import Testing

@Suite struct PrefetcherTests {
  private func prefetcher(_ batches: [[Int]], depth: Int = 2) -> Prefetcher {
    let next = Mutex(0)
    let shared = SharedCounter(next: next)
    return Prefetcher(
      batchSize: 2, sampleCount: 3, depth: depth,
      batches: {
        let number = shared.next()
        return number < batches.count ? Prefetcher.Batch(epoch: number, samples: batches[number]) : nil
      },
      load: { epoch, sample, image, labels in
        for index in image.indices { image[index] = Float(sample * 10 + (epoch ?? 0)) + Float(index) / 10 }
        for index in labels.indices { labels[index] = UInt8(sample) }
      })
  }

  @Test func `batches come whole and in order, also where the last is smaller`() {
    let source = prefetcher([[1, 2], [3, 4], [5, 6], [7]])
    var seen: [[Int]] = []
    for round in 0..<4 {
      source.next { batch, images, labels in
        seen.append(batch.samples)
        #expect(batch.epoch == round && images.count == batch.samples.count * 3 && labels.count == images.count)
        #expect(images[0] == Float(batch.samples[0] * 10 + round) && Int(labels[0]) == batch.samples[0])
      }
    }
    #expect(seen == [[1, 2], [3, 4], [5, 6], [7]])
    #expect(source.next { _, _, _ in 1 } == nil && source.next { _, _, _ in 1 } == nil)
    #expect(source.secondsWaited >= 0)
  }

  @Test func `a batch in use is not written over, however far ahead the thread is`() {
    let source = prefetcher((0..<40).map { [$0, $0 + 1] }, depth: 3)
    for _ in 0..<40 {
      source.next { batch, images, _ in
        let first = Array(images)
        usleep(500)
        #expect(Array(images) == first && first[0] == Float(batch.samples[0] * 10 + (batch.epoch ?? 0)))
      }
    }
  }

  @Test func `a source that is given up half-way leaves no thread behind`() {
    weak var kept: SharedCounter?
    do {
      let counter = SharedCounter(next: Mutex(0))
      kept = counter
      let source = Prefetcher(
        batchSize: 1, sampleCount: 1, batches: { Prefetcher.Batch(epoch: nil, samples: [counter.next()]) },
        load: { _, _, _, _ in })
      _ = source.next { _, _, _ in 1 }
    }
    for _ in 0..<500 where kept != nil { usleep(10_000) }
    #expect(kept == nil)
  }
}

/// Counts from any thread.
final class SharedCounter: Sendable {
  private let number: Mutex<Int>

  init(next: consuming Mutex<Int>) { number = next }

  func next() -> Int {
    number.withLock { number in
      defer { number += 1 }
      return number
    }
  }
}
