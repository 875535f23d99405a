import SegLab

/// Networks with everything in them that is hard, small enough to be worked through by differences.
enum SmallNetworks {
  /// A U-Net of two levels for images of 8 x 8.
  static func unet(base: Int = 16, batchNorm: Bool = false, rate: Double = 0) -> Network {
    @LayerBuilder func double(_ name: String, _ from: Int, _ to: Int) -> [any Layer] {
      Conv2D("\(name)a", filter: [3, 3, from, to], activation: batchNorm ? .identity : .relu)
      if batchNorm { BatchNorm("\(name)a-norm", channels: to, activation: .relu) }
      Conv2D("\(name)b", filter: [3, 3, to, to], activation: batchNorm ? .identity : .relu)
      if batchNorm { BatchNorm("\(name)b-out", channels: to, activation: .relu) }
    }
    let skip = batchNorm ? "enc1b-out" : "enc1b"
    return Network("unet") {
      Input(shape: [8, 8, 1])
      double("enc1", 1, base)
      MaxPool2D("pool1")
      double("mid", base, 2 * base)
      Dropout("drop", rate: rate)
      ConvTranspose2D("up1", filter: [2, 2, 2 * base, base], stride: 2)
      Concat("skip1", of: "up1", skip)
      double("dec1", 2 * base, base)
      Conv2D("score", filter: [1, 1, base, 2], activation: .identity)
    }
  }

  /// Lab 2's network with fewer channels, for images of 32 x 32.
  static var fcn: Network {
    Network("fcn") {
      Input(shape: [32, 32, 1])
      Conv2D("conv1", filter: [5, 5, 1, 10], stride: 2, bias: false, activation: .relu)
      MaxPool2D("pool1")
      Conv2D("conv2", filter: [5, 5, 10, 20], stride: 2, bias: false, activation: .relu)
      MaxPool2D("pool2")
      Conv2D("conv3", filter: [3, 3, 20, 24], bias: false, activation: .relu)
      Conv2D("conv4", filter: [3, 3, 24, 24], bias: false, activation: .relu)
      Conv2D("score", filter: [1, 1, 24, 2], bias: false, activation: .identity)
      ConvTranspose2D("upscore", filter: [31, 31, 2, 2], stride: 16, bias: false)
    }
  }

  /// Layers between a map and a row and back, and those that no other has.
  static var rows: Network {
    Network("rows") {
      Input(shape: [8, 8, 1])
      AveragePool2D("small", window: 2, stride: 2)
      Flatten("row")
      Dense("hidden", weights: [16, 7], bias: true)
      Sigmoid("hidden-sigmoid")
      Dense("places", weights: [7, 48], bias: true)
      Reshape("map", shape: [4, 4, 3])
      Softmax("shares")
      Upsample("large", factor: 2, method: .bilinear)
      Conv2D("score", filter: [1, 1, 3, 2], activation: .identity)
    }
  }

  /// A value that three layers read, one of them twice, joined and added with crops, with every kind of activation.
  static var tangle: Network {
    Network("tangle") {
      Input(shape: [6, 6, 1])
      Conv2D("a", filter: [3, 3, 1, 9], untiedBias: true, activation: .leakyRelu)
      Conv2D("b", filter: [3, 3, 9, 9], activation: .sigmoid)
      Add("sum", of: "a", "b", "a")
      ReLU("sum-relu")
      AveragePool2D("pool", window: 3, stride: 1)
      Conv2D("c", filter: [1, 1, 9, 5], padding: .valid, activation: .identity)
      LeakyReLU("c-leaky", slope: 0.2)
      Conv2D("d", filter: [3, 3, 9, 5], padding: .valid, activation: .softmax, from: "a")
      Concat("both", of: "c-leaky", "d", "a", crop: true)
      ConvTranspose2D("e", filter: [3, 3, 19, 4], padding: .valid, activation: .relu)
      Concat("all", of: "e", "sum-relu")
      Conv2D("score", filter: [1, 1, 13, 2], activation: .identity)
    }
  }
}
