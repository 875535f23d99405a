import Kernels
import Testing

/// The pixel kernels against what PyTorch gives.
@Suite struct KernelGoldenTests {
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()
  let golden: KernelGolden

  init() throws { golden = try KernelGolden() }

  @Test func poolingIsPyTorchs() {
    for own in golden.pooling {
      let size = MapSize(own.shape)
      let large = MapSize(size.batch, own.outputs[0], own.outputs[1], size.channels)
      let geometry = PoolingGeometry(
        height: size.height, width: size.width, windowHeight: own.window, windowWidth: own.window,
        strideY: own.stride, strideX: own.stride, padTop: own.pad, padLeft: own.pad, outputHeight: large.height,
        outputWidth: large.width)
      let (x, dy) = (maps(own.x, size).map, maps(own.dy, large).map)
      let (y, dx) = (maps(nil, large), maps(nil, size))
      if own.kind == "max" {
        MaxPooling.forward(x, to: y.map, geometry, batch: size.batch, on: pool)
        MaxPooling.backward(x, y.map, dy, to: dx.map, epilogue: .overwriting, geometry, batch: size.batch, on: pool)
      } else {
        AveragePooling.forward(x, to: y.map, geometry, batch: size.batch, on: pool)
        AveragePooling.backward(dy, to: dx.map, epilogue: .overwriting, geometry, batch: size.batch, on: pool)
      }
      #expect(Reference.distance(y.values, own.y) < 1e-6)
      #expect(Reference.distance(dx.values, own.dx) < 1e-6)
    }
  }

  @Test func normalisationIsPyTorchs() {
    for own in golden.normalisation {
      let size = MapSize(own.shape)
      let (x, y, dx) = (maps(own.x, size).map, maps(nil, size), maps(nil, size))
      let norm = BatchNormalisation(channels: size.channels, pixels: size.pixels)
      var (mean, variance, dgamma, dbeta) = (own.mean, own.variance, own.gamma, own.beta)
      norm.forward(
        x, gamma: own.gamma, beta: own.beta, runningMean: &mean, runningVariance: &variance, momentum: 0.9,
        activation: .relu, to: y.map, batch: size.batch, on: pool)
      norm.backward(
        x, maps(own.dy, size).map, activation: .relu, to: dx.map, epilogue: .overwriting, gammaGradient: &dgamma,
        betaGradient: &dbeta, batch: size.batch, on: pool)
      #expect(Reference.distance(y.values, own.y) < 2e-6)
      #expect(Reference.distance(dx.values, own.dx) < 3e-6)
      #expect(Reference.distance(dgamma, own.dgamma) < 2e-6)
      #expect(Reference.distance(dbeta, own.dbeta) < 2e-6)
      #expect(Reference.distance(mean, own.meanAfter) < 1e-6)
      #expect(Reference.distance(variance, own.varianceAfter) < 1e-6)
      norm.forward(
        x, gamma: own.gamma, beta: own.beta, runningMean: own.meanAfter, runningVariance: own.varianceAfter,
        activation: .relu, to: y.map, batch: size.batch, on: pool)
      #expect(Reference.distance(y.values, own.evaluated) < 2e-6)
    }
  }

  @Test func upsamplingIsPyTorchs() {
    for own in golden.upsampling {
      let size = MapSize(own.shape)
      let large = MapSize(size.batch, size.height * own.factor, size.width * own.factor, size.channels)
      let upsampling = Upsampling(
        height: size.height, width: size.width, factor: own.factor,
        method: own.method == "nearest" ? .nearest : .bilinear)
      let (y, dx) = (maps(nil, large), maps(nil, size))
      upsampling.forward(maps(own.x, size).map, to: y.map, batch: size.batch, on: pool)
      upsampling.backward(maps(own.dy, large).map, to: dx.map, epilogue: .overwriting, batch: size.batch, on: pool)
      #expect(Reference.distance(y.values, own.y) < 1e-6)
      #expect(Reference.distance(dx.values, own.dx) < 1e-6)
    }
  }

  @Test func lossesArePyTorchs() {
    for own in golden.losses {
      let size = MapSize(own.shape)
      let (x, dx) = (maps(own.x, size).map, maps(nil, size))
      let gradient = LossGradient(dx.map)
      let cross =
        size.channels == 1
        ? BinaryCrossEntropy(pixels: size.pixels, weights: own.weights).measure(
          x, labels: own.labels, batch: size.batch, gradient: gradient, on: pool)
        : SoftmaxCrossEntropy(classes: size.channels, pixels: size.pixels, weights: own.weights).measure(
          x, labels: own.labels, batch: size.batch, gradient: gradient, on: pool)
      #expect(abs(cross.mean - own.cross) < 1e-6)
      #expect(Reference.distance(dx.values, own.crossGradient) < 1e-6)
      let dice = SoftDice(pixels: size.pixels).measure(
        x, labels: own.labels, batch: size.batch, gradient: gradient, on: pool)
      #expect(abs(dice - own.dice) < 1e-6)
      #expect(Reference.distance(dx.values, own.diceGradient) < 1e-6)
    }
  }

  @Test(arguments: ["plain", "momentum", "nesterov", "adam", "adamW"]) func tenStepsEndWherePyTorchs(_ name: String) {
    let own = golden.optimisers
    let count = own.start.count
    var weights = own.start
    var (first, second) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
    for step in 0..<10 {
      let gradient = Array(own.gradients[step * count..<(step + 1) * count])
      switch name {
      case "plain":
        SGDStep(rate: 0.1, decay: 0.01).apply(to: &weights, gradient: gradient, count: count, on: pool)
      case "momentum", "nesterov":
        MomentumStep(rate: 0.1, momentum: 0.9, isNesterov: name == "nesterov", decay: 0.01).apply(
          to: &weights, gradient: gradient, velocity: &first, count: count, on: pool)
      default:
        AdamStep(rate: 0.05, decay: name == "adamW" ? 0.1 : 0.01, isDecoupled: name == "adamW").apply(
          to: &weights, gradient: gradient, mean: &first, square: &second, step: step, count: count, on: pool)
      }
    }
    #expect(Reference.distance(weights, own.after[name] ?? []) < 2e-6)
  }
}
