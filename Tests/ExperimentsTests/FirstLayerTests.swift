import Datasets
import Foundation
import Networks
import SegLab
import Testing

@testable import Experiments

/// The first layer's filters and feature maps, held against what the engine computes.
struct FirstLayerTests {
  private static let (side, seed) = (32, UInt64(5))

  private func plan(_ first: [any Layer]) throws -> NetworkPlan {
    let network = Network("net") {
      Input(shape: [Self.side, Self.side, 1])
      for layer in first { layer }
    }
    return try #require(ShapeReport(of: network, file: "lab.md").plan)
  }

  private func samples() throws -> SplitSamples {
    let set = try CardiacPhantom(patients: 1, slices: 2, phases: 1, size: Self.side).make()
    return SplitSamples(try Preparer(nil, for: set, training: [0]), indices: [0, 1], seed: 1)
  }

  @Test(arguments: [([3, 3], 1), ([5, 3], 1), ([4, 4], 1), ([1, 1], 1)])
  func mapsAreThoseOfTheEngine(size: [Int], stride: Int) throws {
    let plan = try plan([Conv2D("first", filter: [size[0], size[1], 1, 2], stride: stride)])
    let samples = try samples()
    let trainer = Trainer(plan, training: Training(learningRate: 0.05, epochs: 1), seed: Self.seed, threads: 1)
    _ = try trainer.train(on: samples)
    let layer = try #require(FirstLayer(of: trainer, plan, on: samples.pixels(0).image))
    #expect(layer.name == "first" && layer.count == 2 && layer.isSound)
    #expect(layer.filters.width == size[1] && layer.filters.height == size[0] && layer.filters.pictures.count == 2)
    let logits = try trainer.logits(of: samples, 0)
    let largest = logits.map(\.magnitude).max() ?? 0
    for channel in 0..<2 {
      let pixels = [UInt8](layer.maps.pictures[channel])
      #expect(pixels.count == logits.count / 2)
      for (place, pixel) in pixels.enumerated() {
        let expected = 128 + 127 * logits[place * 2 + channel] / largest
        #expect(abs(Float(pixel) - expected) <= 1.5)
      }
    }
  }

  @Test func whatDoesNotBeginWithAConvolutionHasNone() throws {
    let plan = try plan([
      MaxPool2D("pool", window: 2, stride: 1), Conv2D("score", filter: [1, 1, 1, 2]),
    ])
    let samples = try samples()
    let trainer = Trainer(plan, training: Training(learningRate: 0.05, epochs: 1), seed: Self.seed, threads: 1)
    #expect(FirstLayer(of: trainer, plan, on: samples.pixels(0).image) == nil)
    #expect(FirstLayer(of: trainer, plan, on: [0]) == nil)
  }
}
