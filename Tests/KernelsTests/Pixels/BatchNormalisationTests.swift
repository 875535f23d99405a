import Foundation
import Kernels
import Testing

@Suite struct BatchNormalisationTests {
  static let sizes = [
    MapSize(2, 3, 5, 1), MapSize(3, 5, 7, 2), MapSize(2, 9, 11, 3), MapSize(2, 5, 7, 16), MapSize(2, 7, 5, 17),
    MapSize(1, 33, 37, 20), MapSize(2, 67, 71, 3), MapSize(2, 9, 13, 64),
  ]
  static let layouts = TrialLayout.allCases
  static let activations = [FusedActivation.identity, .relu, .leakyReLU(slope: 0.1)]
  let pool = WorkerPool(threads: 2)
  let maps = TrialMaps()

  /// What plain loops in double precision give.
  struct Plain {
    var y: [Float] = []
    var mean: [Double]
    var variance: [Double]
    var dx: [Float] = []
    var gamma: [Float]
    var beta: [Float]

    init(
      _ x: [Float], _ dy: [Float], gamma: [Float], beta: [Float], slope: Double, statistics: ([Float], [Float])? = nil
    ) {
      let channels = gamma.count
      let pixels = Double(x.count / channels)
      mean = [Double](repeating: 0, count: channels)
      variance = mean
      if let statistics {
        mean = statistics.0.map(Double.init)
        variance = statistics.1.map(Double.init)
      } else {
        for index in x.indices { mean[index % channels] += Double(x[index]) / pixels }
        for index in x.indices {
          let offset = Double(x[index]) - mean[index % channels]
          variance[index % channels] += offset * offset / pixels
        }
      }
      let inverse = variance.map { 1 / ($0 + 1e-5).squareRoot() }
      var normal = [Double](repeating: 0, count: x.count)
      var g = normal
      var (sum, product) = ([Double](repeating: 0, count: channels), [Double](repeating: 0, count: channels))
      for index in x.indices {
        let channel = index % channels
        normal[index] = (Double(x[index]) - mean[channel]) * inverse[channel]
        let value = normal[index] * Double(gamma[channel]) + Double(beta[channel])
        y.append(Float(value < 0 ? value * slope : value))
        g[index] = Double(dy[index]) * (value > 0 ? 1 : slope)
        sum[channel] += g[index]
        product[channel] += g[index] * normal[index]
      }
      for index in x.indices {
        let channel = index % channels
        let rest = g[index] - sum[channel] / pixels - normal[index] * product[channel] / pixels
        dx.append(Float(rest * inverse[channel] * Double(gamma[channel])))
      }
      self.gamma = product.map(Float.init)
      self.beta = sum.map(Float.init)
    }
  }

  func slope(_ activation: FusedActivation) -> Double {
    switch activation {
    case .identity: 1
    case .relu: 0
    case .leakyReLU(let slope): Double(slope)
    }
  }

  @Test(arguments: sizes, layouts) func trainingIsThePlainFormula(size: MapSize, layout: TrialLayout) {
    let x = Reference.numbers(size.count, seed: 1).enumerated().map { $1 * 3 + Float($0 % size.channels) / 16 }
    let dy = Reference.numbers(size.count, seed: 2)
    let gamma = Reference.numbers(size.channels, seed: 3).map { $0 + 1.5 }
    let beta = Reference.numbers(size.channels, seed: 4)
    let (xMap, dyMap) = (maps(x, size, layout), maps(dy, size, layout))
    for activation in Self.activations {
      let plain = Plain(x, dy, gamma: gamma, beta: beta, slope: slope(activation))
      let norm = BatchNormalisation(channels: size.channels, pixels: size.pixels)
      var runningMean = Reference.numbers(size.channels, seed: 5)
      var runningVariance = runningMean.map { $0 + 2 }
      let unbiased = Double(size.pixels) / Double(size.pixels - 1)
      let means = zip(runningMean, plain.mean).map { Float(0.9 * Double($0) + 0.1 * $1) }
      let variances = zip(runningVariance, plain.variance).map { Float(0.9 * Double($0) + 0.1 * $1 * unbiased) }
      let y = maps(nil, size, layout)
      norm.forward(
        xMap.map, gamma: gamma, beta: beta, runningMean: &runningMean, runningVariance: &runningVariance,
        momentum: 0.9, activation: activation, to: y.map, batch: size.batch, on: pool)
      #expect(Reference.distance(y.values, plain.y) < 3e-6)
      #expect(y.isIntact)
      #expect(Reference.distance(runningMean, means) < 1e-6)
      #expect(Reference.distance(runningVariance, variances) < 1e-6)
      var (dgamma, dbeta) = (gamma, beta)
      EpilogueTrial(maps, size, layout, tolerance: 3e-6).check(plain.dx) { dx, epilogue in
        norm.backward(
          xMap.map, dyMap.map, activation: activation, to: dx, epilogue: epilogue, gammaGradient: &dgamma,
          betaGradient: &dbeta, batch: size.batch, on: pool)
      }
      #expect(Reference.distance(dgamma, plain.gamma) < 1e-5)
      #expect(Reference.distance(dbeta, plain.beta) < 1e-5)
    }
  }

  @Test(arguments: sizes, layouts) func afterTrainingTheRunningStatisticsCount(size: MapSize, layout: TrialLayout) {
    let x = Reference.numbers(size.count, seed: 1)
    let gamma = Reference.numbers(size.channels, seed: 3).map { $0 + 1.5 }
    let beta = Reference.numbers(size.channels, seed: 4)
    let mean = Reference.numbers(size.channels, seed: 5)
    let variance = mean.map { $0 + 2 }
    let plain = Plain(x, x, gamma: gamma, beta: beta, slope: 0, statistics: (mean, variance))
    let y = maps(x, size, layout)
    BatchNormalisation(channels: size.channels, pixels: size.pixels).forward(
      y.map, gamma: gamma, beta: beta, runningMean: mean, runningVariance: variance, activation: .relu, to: y.map,
      batch: size.batch, on: pool)
    #expect(Reference.distance(y.values, plain.y) < 3e-6)
    #expect(y.isIntact)
  }

  @Test func aSmallSpreadAroundALargeMeanIsMeasuredExactly() {
    let size = MapSize(2, 61, 67, 3)
    let x = Reference.numbers(size.count, seed: 1).map { 1_000 + $0 / 8 }
    let plain = Plain(x, x, gamma: [1, 1, 1], beta: [0, 0, 0], slope: 1)
    var (mean, variance): ([Float], [Float]) = ([0, 0, 0], [0, 0, 0])
    let y = maps(nil, size)
    BatchNormalisation(channels: 3, pixels: size.pixels).forward(
      maps(x, size).map, gamma: [1, 1, 1], beta: [0, 0, 0], runningMean: &mean, runningVariance: &variance,
      momentum: 0, activation: .identity, to: y.map, batch: 2, on: pool)
    let unbiased = Double(size.pixels) / Double(size.pixels - 1)
    for channel in 0..<3 { #expect(abs(Double(variance[channel]) / plain.variance[channel] / unbiased - 1) < 1e-4) }
  }

  @Test func theGradientIsThatOfTheForwardPass() {
    let size = MapSize(2, 2, 3, 2)
    let x = Reference.numbers(size.count, seed: 1)
    let dy = Reference.numbers(size.count, seed: 2)
    let gamma: [Float] = [1.5, -0.5]
    let beta: [Float] = [0.3, 0.2]
    let norm = BatchNormalisation(channels: 2, pixels: size.pixels)
    var (mean, variance): ([Float], [Float]) = ([0, 0], [1, 1])
    func forward(_ x: [Float], _ gamma: [Float], _ beta: [Float]) -> Double {
      let y = maps(nil, size)
      norm.forward(
        maps(x, size).map, gamma: gamma, beta: beta, runningMean: &mean, runningVariance: &variance, momentum: 0.9,
        activation: .leakyReLU(slope: 0.1), to: y.map, batch: size.batch, on: pool)
      return Slopes.dot(y.values, dy)
    }
    let slopes = Slopes.central(x, step: 0.001) { forward($0, gamma, beta) }
    let gammaSlopes = Slopes.central(gamma, step: 0.001) { forward(x, $0, beta) }
    let betaSlopes = Slopes.central(beta, step: 0.001) { forward(x, gamma, $0) }
    _ = forward(x, gamma, beta)
    var (dgamma, dbeta) = (gamma, beta)
    let dx = maps(nil, size)
    norm.backward(
      maps(x, size).map, maps(dy, size).map, activation: .leakyReLU(slope: 0.1), to: dx.map, epilogue: .overwriting,
      gammaGradient: &dgamma, betaGradient: &dbeta, batch: size.batch, on: pool)
    #expect(Reference.distance(dx.values, slopes) < 2e-3)
    #expect(Reference.distance(dgamma, gammaSlopes) < 2e-3)
    #expect(Reference.distance(dbeta, betaSlopes) < 2e-3)
  }

  @Test(arguments: [MapSize(2, 67, 71, 3), MapSize(1, 33, 37, 20)])
  func theBitsDoNotDependOnTheNumberOfThreads(size: MapSize) {
    let x = maps(Reference.numbers(size.count, seed: 1), size)
    let dy = maps(Reference.numbers(size.count, seed: 2), size)
    let ones = [Float](repeating: 1, count: size.channels)
    let results = [1, 2, 4].map { threads -> [[Float]] in
      let pool = WorkerPool(threads: threads)
      var (mean, variance, dgamma, dbeta) = (ones, ones, ones, ones)
      let (y, dx) = (maps(nil, size), maps(nil, size))
      let norm = BatchNormalisation(channels: size.channels, pixels: size.pixels)
      norm.forward(
        x.map, gamma: ones, beta: ones, runningMean: &mean, runningVariance: &variance, momentum: 0.9,
        activation: .relu, to: y.map, batch: size.batch, on: pool)
      norm.backward(
        x.map, dy.map, activation: .relu, to: dx.map, epilogue: .overwriting, gammaGradient: &dgamma,
        betaGradient: &dbeta, batch: size.batch, on: pool)
      return [y.values, dx.values, mean, variance, dgamma, dbeta]
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }
}
