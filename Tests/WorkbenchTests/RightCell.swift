/// Cells in unusual spellings that are right, of which nothing may be said.
enum RightCell {
  static let loop = """
    let fc = Network("fc") {
      let first = Conv2D("first", filter: [3, 3, 1, 4], activation: .relu)
      Input(shape: [8, 8, 1])
      first
      for number in 1...2 {
        Conv2D(
          "conv\\(number)",
          filter: [3, 3, 4, 4],
          activation: number == 1 ? .relu : .identity
        )
      }
      if first.filter.count == 4 { ReLU() } else { LeakyReLU(slope: 0.1) }
      Conv2D("last", filter: [1, 1, 4, 2]);
    }
    """

  static let branches = """
    func part(_ number: Int, of all: Int) -> Double {
      guard all > 0, number >= 0 else { return 0 }
      switch number {
      case 0: return 0
      case let n where n > all: return 1
      default: return Double(number) / Double(all)
      }
    }
    func count(_ mask: Mask) -> Int {
      var count = 0
      for row in stride(from: 0, to: mask.height, by: 1) {
        for column in 0...(mask.width - 1) where mask[row, column] == 1 { count += 1 }
      }
      let flags = count & 1 | 0
      let sizes = ["a": 1, "b": 2]
      for (name, size) in sizes { if name == "a" && size & 1 == 1 { count += 0 } }
      let isOdd: Bool = flags == 1 ? true : false
      return isOdd ? count : count
    }
    """

  static let settings = """
    let base = Training(learningRate: 1e-3, epochs: 1, optimizer: .adam(), loss: 0.5 * .crossEntropy + 0.5 * .dice())
    let rates = [0.001, 0.01]
    let search = Sweep(learningRates: rates, epochs: [1, 2], of: base)
    let listed = Sweep { base; Training(epochs: 2) }
    let stop = EarlyStopping(patience: 2)
    let steps = Preprocessing {
      Normalize(.perSet); Resize(width: 8, height: 8)
      RandomRotate90()
      RandomNoise(0.01)
      RandomScale(from: 0.8, to: 1.25)
      RandomBrightnessContrast(brightness: 0.2)
    }
    """

  static let values = """
    func half(_ share: Double) -> Double { share / 2 }
    let level = 0.5
    let binary = Preprocessing { Threshold(level) }
    let fc = Network("fc") {
      Input(shape: [8, 8, 1])
      Dropout("dropout", rate: half(0.4))
    }
    let clipped = Training(clipNorm: .greatestFiniteMagnitude)
    """

  static let parentheses = """
    let wide = Network("wide") {
      Input(shape: [(8), 8, 1])
      Flatten("flatten")
      Dense("final", weights: [64, (8 * 8) * 2])
      Reshape("pixels", shape: [8, 8, (1 + 1)])  // 8 * 8, 2 classes)
    }
    func product(_ a: Int, _ b: Int) -> Int {
      if a > (b) { let x = (a) * b; return x }  // 2 { of them
      return a * b  // 2 of them
    }
    let other = Training(
      epochs: 2  // 4, 8,
    )
    """

  static let heads = """
    let few = Network("few")
    {
      Input(shape: [8, 8, 1])
      Conv2D("a", filter: [3, 3, 1, 4])
      Concat("skip", of: "a", "a")
    }
    let search = Sweep(
      learningRates: [0.01, 0.001],
      of: Training(epochs: 2))
    let both = Sweep(learningRates: [0.01, 0.001], of: Training(epochs: 2))
    func agreement(_ a: Mask, _ b: Mask) -> Double {
      var both = 0
      var share = 0.0
      for row in 0..<a.height {
        for column in 0..<a.width {
          both += a[row, column] == b[row, column] ? 1 : 0
          both += Int(a[row, column] == 1 ? 1 : 0)
          if a[row, column] == 0 { both += 1; share += Double(both) }
        }
      }
      both += a.pixels.count { $0 == 1 }
      return both == 0 ? 1 : share
    }
    """

  static let all = [loop, branches, settings, values, parentheses, heads]
}
