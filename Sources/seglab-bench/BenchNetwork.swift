internal import ArgumentParser
internal import Networks
internal import SegLab
internal import Tensors

/// The networks of the labs, at their full size.
enum BenchNetwork: String, ExpressibleByArgument, CaseIterable {
  /// Lab 1: two dense layers of 50 million weights in all each.
  case fc
  /// Lab 2: four convolutions, two of them with stride 2, two poolings, and one step back up to the full size.
  case fcn
  /// Lab 4: four poolings, two 3 × 3 convolutions on each of five levels, twice as many channels on each.
  case unet
  /// The same with batch normalisation after each 3 × 3 convolution, which then needs no bias.
  case unetNormed = "unet-bn"

  /// Whether the network comes in several widths.
  var hasBase: Bool { self == .unet || self == .unetNormed }

  /// The network's description.
  ///
  /// - Parameter base: how many channels the first level of a U-Net has.
  /// - Returns: the network.
  func network(base: Int) -> Network {
    switch self {
    case .fc:
      Network("fc") {
        Input(shape: [256, 256, 1])
        Flatten("flat")
        Dense("hidden", weights: [65_536, 512])
        Dense("scores", weights: [512, 131_072])
        Reshape("map", shape: [256, 256, 2])
      }
    case .fcn:
      Network("fcn") {
        Input(shape: [256, 256, 1])
        Conv2D("conv1", filter: [5, 5, 1, 100], stride: 2, bias: false, activation: .relu)
        MaxPool2D("pool1")
        Conv2D("conv2", filter: [5, 5, 100, 200], stride: 2, bias: false, activation: .relu)
        MaxPool2D("pool2")
        Conv2D("conv3", filter: [3, 3, 200, 300], bias: false, activation: .relu)
        Conv2D("conv4", filter: [3, 3, 300, 300], bias: false, activation: .relu)
        Conv2D("score", filter: [1, 1, 300, 2], bias: false, activation: .identity)
        ConvTranspose2D("up", filter: [31, 31, 2, 2], stride: 16, bias: false)
      }
    case .unet: unet(base: base, normed: false)
    case .unetNormed: unet(base: base, normed: true)
    }
  }

  private func unet(base: Int, normed: Bool) -> Network {
    @LayerBuilder
    func double(_ name: String, _ from: Int, _ to: Int) -> [any Layer] {
      for (part, channels) in [("a", from), ("b", to)] {
        if normed {
          Conv2D(
            "\(name)\(part)-sum", filter: [3, 3, channels, to], bias: false, activation: .identity, initializer: .he)
          BatchNorm("\(name)\(part)", channels: to, activation: .relu)
        } else {
          Conv2D("\(name)\(part)", filter: [3, 3, channels, to], activation: .relu, initializer: .he)
        }
      }
    }
    let widths = (0..<5).map { base << $0 }
    return Network("unet") {
      Input(shape: [256, 256, 1])
      double("down0", 1, base)
      for level in 1..<5 {
        MaxPool2D("pool\(level)")
        double("down\(level)", widths[level - 1], widths[level])
      }
      for level in (0..<4).reversed() {
        ConvTranspose2D("up\(level)", filter: [2, 2, widths[level + 1], widths[level]], stride: 2, initializer: .he)
        Concat("skip\(level)", of: "up\(level)", "down\(level)b")
        double("back\(level)", 2 * widths[level], widths[level])
      }
      Conv2D("score", filter: [1, 1, base, 2], activation: .identity, initializer: .he)
    }
  }

  /// Plain descent for the first labs, momentum for the U-Net; a rate with which the network neither stands still nor bursts.
  ///
  /// - Parameter batch: how many images a step looks at.
  /// - Returns: what to train with.
  func training(batch: Int) -> Training {
    switch self {
    case .fc: Training(learningRate: 1e-4, epochs: 1_000, batchSize: batch)
    case .fcn: Training(learningRate: 1e-2, epochs: 1_000, batchSize: batch)
    case .unet, .unetNormed:
      Training(learningRate: 1e-3, epochs: 1_000, batchSize: batch, optimizer: .momentum(0.9))
    }
  }

  /// How many steps are timed together: with one image a step the dense layers do some work only every eighth step.
  ///
  /// - Parameter batch: how many images a step looks at.
  /// - Returns: the number of steps.
  func group(batch: Int) -> Int {
    switch self {
    case _ where batch > 1: 1
    case .fc: 8
    case .fcn: 4
    case .unet, .unetNormed: 1
    }
  }
}

/// Images kept in memory.
struct HeldSamples: SampleSource {
  let shape: Shape
  private let images: [[Float]]
  private let labels: [[UInt8]]

  /// Noise with a few pixels of class 1: no number is exactly 0, so no kernel can skip any.
  ///
  /// - Parameters:
  ///   - count: how many images.
  ///   - shape: the shape of one, `[height, width, channels]`.
  init(noise count: Int, shape: Shape) {
    self.shape = shape
    var generator = SeededGenerator(seed: 1)
    images = (0..<count).map { _ in (0..<(shape.count ?? 0)).map { _ in Float(generator.unit() * 0.99 + 0.01) } }
    let pixels = shape.dimensions.prefix(2).reduce(1, *)
    labels = (0..<count).map { _ in (0..<pixels).map { _ in generator.below(50) == 0 ? 1 : 0 } }
  }

  /// Images as another source gives them in its first epoch.
  ///
  /// - Parameter samples: the other source.
  init(_ samples: some SampleSource) {
    shape = samples.shape
    let count = shape.count ?? 0
    let pixels = shape.dimensions.prefix(2).reduce(1, *)
    var (images, labels) = ([[Float]](), [[UInt8]]())
    for index in 0..<samples.count {
      var (image, classes) = ([Float](repeating: 0, count: count), [UInt8](repeating: 0, count: pixels))
      image.withUnsafeMutableBufferPointer { image in
        classes.withUnsafeMutableBufferPointer { samples.load(index, epoch: 0, image: image, labels: $0) }
      }
      images.append(image)
      labels.append(classes)
    }
    (self.images, self.labels) = (images, labels)
  }

  var count: Int { images.count }

  func name(_ index: Int) -> String { "held-\(index)" }

  func load(
    _ index: Int, epoch: Int?, image: UnsafeMutableBufferPointer<Float>, labels: UnsafeMutableBufferPointer<UInt8>
  ) {
    _ = image.update(fromContentsOf: images[index])
    _ = labels.update(fromContentsOf: self.labels[index])
  }
}
