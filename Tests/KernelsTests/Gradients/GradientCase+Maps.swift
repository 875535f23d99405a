import Kernels
import Tensors

extension GradientCase {
  /// All kernels that make maps of maps of `size`, besides convolutions.
  static func maps(_ size: MapSize) -> [GradientCase] {
    pools(size) + upsamplings(size) + joinings(size) + activations(size) + [untiedBias(size), dropout(size)]
  }

  private static func pools(_ size: MapSize) -> [GradientCase] {
    [(2, 2), (3, 2), (3, 1), (2, 3)].flatMap { window, stride -> [GradientCase] in
      let pool = PoolingTests.Size(
        batch: size.batch, height: size.height, width: size.width, channels: size.channels, window: (window, window),
        stride: (stride, stride), isSame: true)
      let g = pool.geometry
      let after = MapSize(size.batch, g.outputHeight, g.outputWidth, size.channels)
      let largest = GradientCase(
        name: "max pooling \(window) by \(stride), \(size)", inputs: [apart(size.count, seed: 1)], step: 0.02
      ) { bench, inputs in
        let y = bench.maps(nil, after)
        MaxPooling.forward(bench.maps(inputs[0], size).map, to: y.map, g, batch: size.batch, on: bench.pool)
        return y.values.doubles
      } backward: { bench, inputs, dy in
        let (x, y, dx) = (bench.maps(inputs[0], size).map, bench.maps(nil, after).map, bench.maps(nil, size))
        MaxPooling.forward(x, to: y, g, batch: size.batch, on: bench.pool)
        MaxPooling.backward(
          x, y, bench.maps(dy, after).map, to: dx.map, epilogue: .overwriting, g, batch: size.batch, on: bench.pool)
        return [dx.values]
      }
      let mean = GradientCase(
        name: "average pooling \(window) by \(stride), \(size)", inputs: [Reference.numbers(size.count, seed: 1)]
      ) { bench, inputs in
        let y = bench.maps(nil, after)
        AveragePooling.forward(bench.maps(inputs[0], size).map, to: y.map, g, batch: size.batch, on: bench.pool)
        return y.values.doubles
      } backward: { bench, _, dy in
        let dx = bench.maps(nil, size)
        AveragePooling.backward(
          bench.maps(dy, after).map, to: dx.map, epilogue: .overwriting, g, batch: size.batch, on: bench.pool)
        return [dx.values]
      }
      return [largest, mean]
    }
  }

  private static func upsamplings(_ size: MapSize) -> [GradientCase] {
    [(Upsampling.Method.nearest, 2), (.bilinear, 2), (.bilinear, 3)].map { method, factor in
      let after = MapSize(size.batch, size.height * factor, size.width * factor, size.channels)
      return GradientCase(
        name: "upsampling \(method) by \(factor), \(size)", inputs: [Reference.numbers(size.count, seed: 1)]
      ) { bench, inputs in
        let y = bench.maps(nil, after)
        Upsampling(height: size.height, width: size.width, factor: factor, method: method).forward(
          bench.maps(inputs[0], size).map, to: y.map, batch: size.batch, on: bench.pool)
        return y.values.doubles
      } backward: { bench, _, dy in
        let dx = bench.maps(nil, size)
        Upsampling(height: size.height, width: size.width, factor: factor, method: method).backward(
          bench.maps(dy, after).map, to: dx.map, epilogue: .overwriting, batch: size.batch, on: bench.pool)
        return [dx.values]
      }
    }
  }

  /// Two maps, the second larger and cut to the first: side by side, and added up with an activation.
  private static func joinings(_ size: MapSize) -> [GradientCase] {
    let outer = MapSize(size.batch, size.height + 3, size.width + 2, size.channels)
    let both = MapSize(size.batch, size.height, size.width, 2 * size.channels)
    // Sums with multiples of 0.05 stay apart from 0.
    let inputs = [apart(size.count, seed: 1), apart(outer.count, seed: 2).map { $0 - 0.025 }]
    @Sendable func added(_ bench: Bench, _ inputs: [[Float]]) -> TrialMap {
      let y = bench.maps(nil, size)
      let larger = CroppedMap.centre(bench.maps(inputs[1], outer).map, height: size.height, width: size.width)
      MapSum.add(
        [CroppedMap(bench.maps(inputs[0], size).map), larger], activation: .leakyReLU(slope: 0.2), to: y.map,
        batch: size.batch, on: bench.pool)
      return y
    }
    let concat = GradientCase(name: "concatenation, \(size)", inputs: inputs) { bench, inputs in
      let y = bench.maps(nil, both)
      Concatenation.copy(
        CroppedMap(bench.maps(inputs[0], size).map), to: y.map, channel: 0, batch: size.batch, on: bench.pool)
      let larger = CroppedMap.centre(bench.maps(inputs[1], outer).map, height: size.height, width: size.width)
      Concatenation.copy(larger, to: y.map, channel: size.channels, batch: size.batch, on: bench.pool)
      return y.values.doubles
    } backward: { bench, _, dy in
      let (dy, first, second) = (bench.maps(dy, both).map, bench.maps(nil, size), bench.maps(nil, outer))
      Concatenation.backward(dy, to: CroppedMap(first.map), epilogue: .overwriting, batch: size.batch, on: bench.pool)
      Concatenation.backward(
        dy, channel: size.channels, to: .centre(second.map, height: size.height, width: size.width),
        epilogue: .overwriting, batch: size.batch, on: bench.pool)
      return [first.values, second.values]
    }
    let sum = GradientCase(name: "sum, \(size)", inputs: inputs, step: 0.02) { bench, inputs in
      added(bench, inputs).values.doubles
    } backward: { bench, inputs, dy in
      let y = added(bench, inputs)
      let (dy, first, second) = (bench.maps(dy, size).map, bench.maps(nil, size), bench.maps(nil, outer))
      MapActivation.backward(
        .leakyReLU(slope: 0.2), y.map, dy, to: dy, epilogue: .overwriting, batch: size.batch, on: bench.pool)
      Concatenation.backward(dy, to: CroppedMap(first.map), epilogue: .overwriting, batch: size.batch, on: bench.pool)
      Concatenation.backward(
        dy, to: .centre(second.map, height: size.height, width: size.width), epilogue: .overwriting, batch: size.batch,
        on: bench.pool)
      return [first.values, second.values]
    }
    return [concat, sum]
  }

  private static func activations(_ size: MapSize) -> [GradientCase] {
    /// An activation from its two passes: x to y, and y with its gradient to that of x.
    func activation(
      _ name: String, _ forward: @escaping @Sendable (FeatureMap, FeatureMap, WorkerPool) -> Void,
      _ backward: @escaping @Sendable (FeatureMap, FeatureMap, FeatureMap, WorkerPool) -> Void
    ) -> GradientCase {
      GradientCase(name: "\(name), \(size)", inputs: [apart(size.count, seed: 1)], step: 0.02) { bench, inputs in
        let y = bench.maps(nil, size)
        forward(bench.maps(inputs[0], size).map, y.map, bench.pool)
        return y.values.doubles
      } backward: { bench, inputs, dy in
        let (y, dx) = (bench.maps(nil, size), bench.maps(nil, size))
        forward(bench.maps(inputs[0], size).map, y.map, bench.pool)
        backward(y.map, bench.maps(dy, size).map, dx.map, bench.pool)
        return [dx.values]
      }
    }
    let batch = size.batch
    let rectified = [("relu", FusedActivation.relu), ("leaky relu", .leakyReLU(slope: 0.2))].map { name, way in
      activation(name) {
        MapActivation.forward(way, $0, to: $1, batch: batch, on: $2)
      } _: {
        MapActivation.backward(way, $0, $1, to: $2, epilogue: .overwriting, batch: batch, on: $3)
      }
    }
    let sigmoid = activation("sigmoid") {
      MapActivation.sigmoid($0, to: $1, batch: batch, on: $2)
    } _: {
      MapActivation.sigmoidBackward($0, $1, to: $2, epilogue: .overwriting, batch: batch, on: $3)
    }
    let softmax = activation("softmax") {
      MapSoftmax.forward($0, to: $1, batch: batch, on: $2)
    } _: {
      MapSoftmax.backward($0, $1, to: $2, epilogue: .overwriting, batch: batch, on: $3)
    }
    return rectified + [sigmoid, softmax]
  }

  private static func untiedBias(_ size: MapSize) -> GradientCase {
    let places = size.count / size.batch
    return GradientCase(
      name: "bias for each place, \(size)",
      inputs: [Reference.numbers(size.count, seed: 1), Reference.numbers(places, seed: 2)]
    ) { bench, inputs in
      let y = bench.maps(inputs[0], size)
      UntiedBias.add(to: y.map, inputs[1], activation: .identity, batch: size.batch, on: bench.pool)
      return y.values.doubles
    } backward: { bench, inputs, dy in
      var gradient = inputs[1]
      UntiedBias.backward(bench.maps(dy, size).map, to: &gradient, batch: size.batch, on: bench.pool)
      return [dy, gradient]
    }
  }

  private static func dropout(_ size: MapSize) -> GradientCase {
    let dropout = Dropout(keep: 0.6, stream: SeededGenerator(seed: 3))
    return GradientCase(name: "dropout, \(size)", inputs: [Reference.numbers(size.count, seed: 1)]) { bench, inputs in
      let y = bench.maps(nil, size)
      dropout.forward(bench.maps(inputs[0], size).map, to: y.map, step: 2, batch: size.batch, on: bench.pool)
      return y.values.doubles
    } backward: { bench, _, dy in
      let dx = bench.maps(nil, size)
      dropout.backward(
        bench.maps(dy, size).map, to: dx.map, epilogue: .overwriting, step: 2, batch: size.batch, on: bench.pool)
      return [dx.values]
    }
  }
}
