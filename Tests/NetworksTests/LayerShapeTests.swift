import Diagnostics
import Messages
import Networks
import SegLab
import Tensors
import Testing

@Suite struct LayerShapeTests {
  func report(_ limits: NetworkLimits = NetworkLimits(), @LayerBuilder _ layers: () -> [any Layer]) -> ShapeReport {
    ShapeReport(of: Network("net", line: 1, layers: layers()), file: "lab.md", limits: limits)
  }

  @Test func aNetworkTellsWhichBiasesItHasAndCouldHave() {
    let layers: [any Layer] = [
      Input(shape: [8, 8, 1]), Conv2D("conv", filter: [3, 3, 1, 6], bias: false, activation: .relu),
      BatchNorm("norm", channels: 6),
      ConvTranspose2D("up", filter: [2, 2, 6, 4], stride: 2, bias: true), Flatten(),
      Dense("empty", weights: [], bias: true),
    ]
    let biases = Network("net", line: 1, layers: layers).biases
    #expect(biases.map(\.layer) == ["conv", "up", "empty"])
    #expect(biases.map(\.isOn) == [false, true, true])
    #expect(biases.map(\.count) == [6, 4, nil])
  }

  @Test func labTwosNetworkHasTheShapesOfItsTable() throws {
    let report = report(NetworkLimits(images: Shape([256, 256, 1]), classes: 2)) {
      Input(shape: [256, 256, 1])
      Conv2D("conv1", filter: [5, 5, 1, 100], stride: 2, bias: false, activation: .relu)
      MaxPool2D("pool1")
      Conv2D("conv2", filter: [5, 5, 100, 200], stride: 2, bias: false, activation: .relu)
      MaxPool2D("pool2")
      Conv2D("conv3", filter: [3, 3, 200, 300], bias: false, activation: .relu)
      Conv2D("conv4", filter: [3, 3, 300, 300], bias: false, activation: .relu)
      Dropout("drop", rate: 0)
      Conv2D("score", filter: [1, 1, 300, 2], bias: false, activation: .identity)
      ConvTranspose2D("upscore", filter: [31, 31, 2, 2], stride: 16, bias: false)
    }
    #expect(report.diagnostics.isEmpty)
    #expect(
      report.layers.map { $0.output.dimensions } == [
        [256, 256, 1], [128, 128, 100], [64, 64, 100], [32, 32, 200], [16, 16, 200], [16, 16, 300], [16, 16, 300],
        [16, 16, 300], [16, 16, 2], [256, 256, 2],
      ])
    #expect(report.cost.parameters == 1_856_944)
    let work = 128 * 128 * 2_500 + 32 * 32 * 500_000 + 256 * (540_000 + 810_000 + 600) + 256 * 3_844
    #expect(report.cost.multiplyAdds == work)
    #expect(report.cost.trainingMultiplyAdds == 3 * work - 128 * 128 * 2_500)
  }

  /// Out of every size, window and stride: what TensorFlow documents, and that the windows cover the map.
  @Test func windowsAreCountedAsTensorFlowDoes() {
    for size in 1...12 {
      for window in 1...5 {
        for stride in 1...4 {
          let same = report {
            Input(shape: [size, size, 1])
            MaxPool2D(window: window, stride: stride)
          }
          #expect(
            same.layers.last?.output.dimensions == [(size + stride - 1) / stride, (size + stride - 1) / stride, 1])
          let valid = report {
            Input(shape: [size, size, 1])
            Conv2D(filter: [window, window, 1, 3], stride: stride, padding: .valid, activation: .relu)
          }
          let starts = Array(Swift.stride(from: 0, to: max(0, size - window + 1), by: stride))
          if size < window {
            #expect(valid.layers.count == 1 && !valid.diagnostics.isEmpty)
          } else {
            #expect(valid.layers.last?.output.dimensions == [starts.count, starts.count, 3])
          }
        }
      }
    }
  }

  @Test func mapsGrowByTheStrideAndByTheWindowWhereNothingIsPadded() {
    func size(_ layer: any Layer) -> [Int]? {
      report {
        Input(shape: [5, 7, 2])
        layer
      }.layers.last?.output.dimensions
    }
    #expect(size(ConvTranspose2D(filter: [3, 2, 2, 4], stride: 3)) == [15, 21, 4])
    #expect(size(ConvTranspose2D(filter: [3, 2, 2, 4], stride: 3, padding: .valid)) == [15, 20, 4])
    #expect(size(ConvTranspose2D(filter: [5, 1, 2, 4], padding: .valid)) == [9, 7, 4])
    #expect(size(Upsample(factor: 4)) == [20, 28, 2])
  }

  @Test func everyLearnableNumberIsCounted() {
    func parameters(_ layer: any Layer) -> Int? {
      report {
        Input(shape: [6, 6, 2])
        layer
      }.layers.last?.parameters
    }
    #expect(parameters(Conv2D(filter: [3, 3, 2, 4], activation: .relu)) == 76)
    #expect(
      parameters(Conv2D(filter: [3, 3, 2, 4], stride: 2, bias: false, untiedBias: true, activation: .relu)) == 72 + 36)
    #expect(parameters(ConvTranspose2D(filter: [2, 2, 2, 4], stride: 2)) == 36)
    #expect(parameters(BatchNorm(channels: 2)) == 4)
    #expect(parameters(Upsample(factor: 2)) == 0)
  }

  @Test func joinedMapsAreCutToTheSmallest() {
    let report = report {
      Input("images", shape: [9, 12, 1])
      Conv2D("valid", filter: [3, 3, 1, 4], padding: .valid, activation: .relu)
      Concat("both", of: "images", "valid", "images", crop: true)
      Conv2D("same", filter: [1, 1, 6, 4], activation: .relu)
      Add("sum", of: "same", "valid", crop: true)
    }
    #expect(report.layers.map { $0.output.dimensions }.suffix(3) == [[7, 10, 6], [7, 10, 4], [7, 10, 4]])
  }

  @Test func anOutputOfOneChannelTellsTwoClassesApart() throws {
    let plan = try #require(
      report(NetworkLimits(classes: 2, loss: .binaryCrossEntropy)) {
        Input(shape: [4, 4, 1])
        Conv2D(filter: [3, 3, 1, 1], activation: .identity)
      }.plan)
    #expect(plan.channels == 1 && plan.classes == 2)
  }

  @Test(arguments: [1, 2]) func whereNoTrainingSaysWhatANetworkIsForEitherKindOfOutputWillDo(channels: Int) {
    func uNet(_ size: Int) -> ShapeReport {
      report(NetworkLimits(classes: 2, loss: nil)) {
        Input(shape: [size, size, 1])
        Conv2D("down", filter: [3, 3, 1, 4], activation: .relu)
        MaxPool2D("pool1")
        MaxPool2D("pool2")
        Conv2D("bottom", filter: [3, 3, 4, 8], activation: .relu)
        ConvTranspose2D("up", filter: [4, 4, 8, 4], stride: 4)
        Concat("skip", of: "up", "down")
        Conv2D("score", filter: [1, 1, 8, channels], activation: .identity)
      }
    }
    #expect(uNet(24).plan?.channels == channels)
    // Sizes that fit are found, whatever the loss will be.
    let help = uNet(25).diagnostics.first?.help?.text(in: .english)
    #expect(help?.hasSuffix("use images of 24 × 24 or 28 × 28") == true, "\(help ?? "nothing")")
  }

  @Test func imagesThatCameOutOfPreprocessingAreNoDataSets() {
    var limits = NetworkLimits(images: Shape([112, 120, 1]))
    func words() -> String? {
      report(limits) {
        Input(shape: [120, 112, 1])
        Conv2D(filter: [3, 3, 1, 2], activation: .identity)
      }.diagnostics.first?.summary.text(in: .english)
    }
    #expect(words()?.contains("the data set's are [112, 120, 1]") == true)
    limits.imagesArePrepared = true
    #expect(words()?.contains("your preprocessing makes them [112, 120, 1], height first") == true)
  }

  @Test func memoryCountsEachMapOnceAndWhatTheOptimizerKeeps() {
    let cost = report {
      Input(shape: [8, 8, 1])
      Conv2D(filter: [3, 3, 1, 16], activation: .relu)
      Flatten()
      Reshape(shape: [8, 8, 16])
      Dropout(rate: 0)
      Conv2D(filter: [1, 1, 16, 2], activation: .sigmoid)
    }.cost
    let values = 64 + 64 * 16 + 2 * 64 * 2
    #expect(cost.values == values)
    // The weights and their gradients, which convolutions hold.
    let plain = cost.bytes(batchSize: 4)
    #expect(plain >= 4 * (2 * cost.parameters + 4 * 2 * values))
    #expect(cost.bytes(batchSize: 4, clips: true) == plain)
    #expect(cost.bytes(batchSize: 4, optimizer: .momentum()) == plain + 4 * cost.parameters)
    #expect(cost.bytes(batchSize: 4, optimizer: .adam()) == plain + 8 * cost.parameters)
    #expect(cost.bytes(batchSize: 4, optimizer: .adam(), keepsBest: true) == plain + 12 * cost.parameters)
  }

  @Test func deepNetworksOfFaultyLayersAreJudgedAtOnce() {
    var layers: [any Layer] = [Input(shape: [255, 255, 1]), MaxPool2D("first", window: 3, stride: 1)]
    for index in 0..<450 {
      layers.append(MaxPool2D("pool\(index)", window: 3, stride: 1))
      layers.append(Add(of: "pool\(index)", "first"))
    }
    layers += [MaxPool2D("half"), Concat("end", of: "half", "first")] as [any Layer]
    #expect(ShapeReport(of: Network("net", line: 1, layers: layers), file: "lab.md").diagnostics.count == 1)
  }
}
