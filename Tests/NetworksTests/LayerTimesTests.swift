import SegLab
import Tensors
import Testing

@testable import Networks

@Suite struct LayerTimesTests {
  private func times(_ network: Network, batch: Int = 2) throws -> (rows: [LayerTime], counted: Int) {
    let report = ShapeReport(of: network, file: "lab.md", limits: NetworkLimits(batchSize: batch))
    let plan = try #require(report.plan)
    let trainer = Trainer(
      plan, training: Training(learningRate: 1e-3, epochs: 9, batchSize: batch), seed: 1, threads: 2)
    let samples = Samples.bright(batch, height: plan.input.dimensions[0], width: plan.input.dimensions[1])
    let clock = ContinuousClock()
    let start = clock.now
    let rows = try trainer.layerTimes(on: samples, steps: 2) { (clock.now - start) / .seconds(1) }
    return (rows, report.cost.trainingMultiplyAdds * batch)
  }

  @Test func `every product of a step is somebody's`() throws {
    for network in [SmallNetworks.unet(), SmallNetworks.fcn] {
      let (rows, counted) = try times(network)
      #expect(Int(rows.reduce(0) { $0 + $1.counted }) == counted)
      #expect(rows.allSatisfy { $0.seconds > 0 && $0.seconds < 60 })
    }
  }

  @Test func `passes come in the order of a step`() throws {
    let rows = try times(SmallNetworks.unet()).rows
    let all = rows.map { $0.pass.map { "\($0)" } ?? $0.layer }
    let backward = try #require(all.firstIndex(of: "loss"))
    #expect(all[..<backward].allSatisfy { $0 == "forward" } && all.last == "update")
    #expect(!all[backward...].contains("forward"))
    // The first layer needs no gradient of the images.
    #expect(rows.filter { $0.layer == "enc1a" }.compactMap(\.pass) == [.forward, .weightGradient])
  }

  @Test func `Winograd's way does fewer products, and thin layers more`() throws {
    let rows = try times(SmallNetworks.unet()).rows
    let wide = try #require(rows.first { $0.layer == "mida" })
    #expect(wide.algorithm == "winograd" && wide.done < wide.counted)
    let thin = try #require(rows.first { $0.layer == "score" })
    #expect(thin.algorithm == "direct" && thin.done > thin.counted)
    // 2 images of 8 x 8 pixels of 16 channels read and of 2 written, and the weights with their biases.
    #expect(thin.bytes == Double(2 * 64 * (16 + 2) + 16 * 2 + 2) * 4)
  }
}
