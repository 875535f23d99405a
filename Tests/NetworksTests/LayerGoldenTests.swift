import Kernels
import SegLab
import Tensors
import Testing

@testable import Networks

/// Single layers against TensorFlow, whose SAME padding they follow.
@Suite struct LayerGoldenTests {
  let pool = WorkerPool(threads: 2)

  /// The plan of a network whatever it ends with: a layer alone gives no classes for an image's pixels.
  func plan(_ network: Network) throws -> NetworkPlan {
    var structure = StructureCheck(network: network, file: "golden")
    structure.run()
    try #require(structure.isSound, "\(structure.diagnostics)")
    var shapes = ShapeCheck(file: "golden", limits: NetworkLimits(), layers: structure.resolved)
    shapes.run()
    try #require(shapes.planned.count == network.layers.count, "\(shapes.diagnostics)")
    return NetworkPlan(layers: shapes.planned)
  }

  func expectEqual(_ found: [Float], _ expected: [Float], _ name: String) {
    #expect(found.count == expected.count, "\(name)")
    let largest = max(1, expected.map(abs).max() ?? 0)
    let worst = zip(found, expected).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst <= 1e-5 * largest, "\(name): \(worst) beside \(largest)")
  }

  /// A map's numbers without what lies between pixels.
  func numbers(_ map: FeatureMap) -> [Float] {
    (0..<map.height * map.width * map.channels).map {
      map.pointer[$0 / map.channels * map.stride + $0 % map.channels]
    }
  }

  @Test func everyCaseIsThere() { #expect(LayerGolden.all.count == 55) }

  @Test(arguments: LayerGolden.all.keys.sorted()) func outputAndGradientsAreTensorFlows(name: String) throws {
    let golden = try #require(LayerGolden.all[name])
    let configuration = Graph.Configuration(batch: 1, denseDescends: false, keepsGradients: true)
    let random = SeededGenerator(seed: 1)
    let graph = Graph(try plan(golden.network), configuration, seed: random, dropout: random, on: pool)
    let parameters = graph.nodes.flatMap { node in
      node.parameters.map { (name: "\(node.io.layer)/\($0.name)", parameter: $0) }
    }
    #expect(Set(parameters.map(\.name)) == Set(golden.before.keys))
    for (name, parameter) in parameters {
      _ = parameter.numbers(on: pool).update(fromContentsOf: golden.before[name] ?? [])
    }
    graph.images.load(at: 0) { _ = $0.update(fromContentsOf: golden.image) }
    let pass = graph.pass(batch: 1, isTraining: true, step: 0, rate: 0, on: pool)
    graph.forward(pass)
    expectEqual(numbers(graph.logits.numbers), golden.output, "output")

    let target = graph.logits.gradient
    let channels = target.channels
    for pixel in 0..<target.height * target.width {
      let start = target.pointer + pixel * target.stride
      for channel in 0..<target.stride {
        start[channel] = channel < channels ? golden.outputGradient[pixel * channels + channel] : 0
      }
    }
    graph.backward(pass) { _ in }
    for (name, parameter) in parameters {
      let gradient = try #require(parameter.gradient)
      expectEqual(
        Array(UnsafeBufferPointer(start: gradient.pointer, count: parameter.count)), golden.gradients[name] ?? [],
        name)
    }
  }
}
