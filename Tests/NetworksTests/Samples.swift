import Kernels
import Tensors

@testable import Networks

/// Images and labels in memory.
struct Samples: SampleSource {
  let shape: Shape
  let images: [[Float]]
  let labels: [[UInt8]]

  var count: Int { images.count }
  func name(_ index: Int) -> String { "image-\(index)" }
  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    _ = image.update(fromContentsOf: images[index])
    _ = labels.update(fromContentsOf: self.labels[index])
  }

  /// Images of noise, of which class 1 is where they are bright.
  static func bright(_ count: Int, height: Int, width: Int, seed: UInt64 = 3) -> Samples {
    var generator = SeededGenerator(seed: seed)
    let images = (0..<count).map { _ in (0..<height * width).map { _ in Float(generator.unit()) } }
    return Samples(
      shape: Shape([height, width, 1]), images: images, labels: images.map { $0.map { $0 > 0.6 ? 1 : 0 } })
  }
}

/// Samples that come in their own order, whichever are asked for.
final class Procession: SampleSource {
  let samples: Samples
  /// The images that were asked for, in order.
  private(set) var asked: [Int] = []
  private let count_: Int

  /// - Parameters:
  ///   - samples: the samples in the order in which they come.
  ///   - count: how many there seem to be.
  init(_ samples: Samples, count: Int) {
    self.samples = samples
    count_ = count
  }

  var count: Int { count_ }
  var shape: Shape { samples.shape }
  func name(_ index: Int) -> String { samples.name(index) }

  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    samples.load(asked.count % samples.count, epoch: epoch, image: image, labels: labels)
    asked.append(index)
  }
}

extension Trainer {
  /// What the network gives for images, seen as in an evaluation: `[H, W, C]` each, one after the other.
  func logits(of images: [[Float]]) -> [Float] {
    graph.settle(on: pool)
    for (position, image) in images.enumerated() {
      graph.images.load(at: position) { _ = $0.update(fromContentsOf: image) }
    }
    graph.forward(graph.pass(batch: images.count, isTraining: false, step: 0, rate: 0, on: pool))
    let map = graph.logits.numbers
    return (0..<images.count * map.height * map.width * map.channels).map { index in
      map.pointer[index / map.channels * map.stride + index % map.channels]
    }
  }
}
