import Diagnostics
import Messages
import Networks
import SegLab
import Tensors
import Testing

@Suite struct ShapeReportTests {
  /// The diagnostics as a terminal would print them, without colours.
  func messages(_ network: Network, limits: NetworkLimits = NetworkLimits()) -> [String] {
    ShapeReport(of: network, file: "lab.md", limits: limits).diagnostics.map { diagnostic in
      for language in Language.allCases { #expect(!diagnostic.summary.text(in: language).isEmpty) }
      #expect(diagnostic.summary.text(in: .korean) != diagnostic.summary.text(in: .english))
      let help = diagnostic.help.map { "; " + $0.text(in: .english) } ?? ""
      return "\(diagnostic.file):\(diagnostic.line): \(diagnostic.severity.rawValue): "
        + diagnostic.summary.text(in: .english) + help
    }
  }

  func network(@LayerBuilder _ layers: () -> [any Layer]) -> Network { Network("net", line: 1, layers: layers()) }

  // MARK: What fits

  @Test func labOnesNetworkFits() throws {
    let report = ShapeReport(
      of: network {
        Input(shape: [256, 256, 1], line: 2)
        Flatten(line: 3)
        Dense("hidden", weights: [65_536, 512], line: 4)
        Dense("scores", weights: [512, 131_072], line: 5)
        Reshape("map", shape: [256, 256, 2], line: 6)
      }, file: "lab.md", limits: NetworkLimits(images: Shape([256, 256, 1]), classes: 2))
    #expect(report.diagnostics.isEmpty)
    #expect(
      report.layers == [
        LayerSummary(
          name: "input1", kind: "input", inputs: [], output: Shape([256, 256, 1]), parameters: 0, multiplyAdds: 0,
          line: 2),
        LayerSummary(
          name: "flatten1", kind: "flatten", inputs: ["input1"], output: Shape([65_536]), parameters: 0,
          multiplyAdds: 0, maps: 0, line: 3),
        LayerSummary(
          name: "hidden", kind: "dense", inputs: ["flatten1"], output: Shape([512]), parameters: 33_554_432,
          multiplyAdds: 33_554_432, line: 4),
        LayerSummary(
          name: "scores", kind: "dense", inputs: ["hidden"], output: Shape([131_072]), parameters: 67_108_864,
          multiplyAdds: 67_108_864, line: 5),
        LayerSummary(
          name: "map", kind: "reshape", inputs: ["scores"], output: Shape([256, 256, 2]), parameters: 0,
          multiplyAdds: 0, maps: 0, line: 6),
      ])
    #expect(report.cost.parameters == 100_663_296)
    #expect(report.cost.multiplyAdds == 100_663_296)
    #expect(report.cost.trainingMultiplyAdds == 2 * 33_554_432 + 3 * 67_108_864)
    let plan = try #require(report.plan)
    #expect(plan.input == Shape([256, 256, 1]))
    #expect(plan.output == Shape([256, 256, 2]))
    #expect(plan.classes == 2 && plan.pixels == 65_536)
  }

  @Test func biasesCountAsParameters() {
    let report = ShapeReport(
      of: network {
        Input(shape: [2, 2, 1])
        Flatten()
        Dense(weights: [4, 8], bias: true)
        Reshape(shape: [2, 2, 2])
      }, file: "lab.md")
    #expect(report.layers[2].parameters == 40)
  }

  @Test func aLayerReadsWhatItNames() {
    let report = ShapeReport(
      of: network {
        Input("photo", shape: [2, 2, 1])
        Flatten("row")
        Dense("a", weights: [4, 8])
        Reshape("map", shape: [2, 2, 2], from: "a")
      }, file: "lab.md")
    #expect(report.layers.map(\.inputs) == [[], ["photo"], ["row"], ["a"]])
    #expect(report.plan != nil)
  }

  @Test func aLayerThatNothingReadsIsAWarning() {
    let net = network {
      Input(shape: [2, 2, 1], line: 2)
      Flatten("row", line: 3)
      Dense("lost", weights: [4, 3], line: 4)
      Dense("scores", weights: [4, 8], from: "row", line: 5)
      Reshape(shape: [2, 2, 2], line: 6)
    }
    #expect(
      messages(net) == [
        "lab.md:4: warning: nothing reads `lost`, so it changes nothing and learns nothing; let a layer below read `lost`, "
          + "or take it out"
      ])
    #expect(ShapeReport(of: net, file: "lab.md").plan != nil)
  }

  // MARK: Mismatches

  @Test func swappedWeightsAreSeenAsSuch() {
    let net = network {
      Input(shape: [256, 256, 1], line: 2)
      Flatten("flat", line: 3)
      Dense("hidden", weights: [512, 65_536], line: 4)
      Dense("scores", weights: [1, 1], line: 5)
    }
    #expect(
      messages(net) == [
        "lab.md:4: error: `hidden` has weights [512, 65536], made for 512 values, and `flat` gives [65536]; the two dimensions "
          + "are swapped: weights are `[in, out]`, so write `weights: [65536, 512]`"
      ])
    #expect(ShapeReport(of: net, file: "lab.md").layers.map(\.name) == ["input1", "flat"])
  }

  @Test func channelsAreNotCalledSwappedWhereTheNextLayerReadsThem() {
    let net = network {
      Input(shape: [8, 8, 4], line: 2)
      Conv2D("one", filter: [3, 3, 2, 4], line: 3)
      Conv2D("two", filter: [1, 1, 4, 2], line: 4)
    }
    #expect(
      messages(net).count == 1 && messages(net)[0].hasSuffix("write `filter: [3, 3, 4, 4]`, or change the layer above"))
    let swapped = network {
      Input(shape: [8, 8, 4], line: 2)
      Conv2D("one", filter: [3, 3, 2, 4], line: 3)
      Conv2D("two", filter: [1, 1, 2, 2], line: 4)
    }
    #expect(messages(swapped).count == 1 && messages(swapped)[0].hasSuffix("so write `filter: [3, 3, 4, 2]`"))
  }

  @Test func wrongInputsNameWhatArrivesAndFromWhere() {
    let net = network {
      Input(shape: [16, 16, 1], line: 2)
      Flatten("flat", line: 3)
      Dense("hidden", weights: [255, 10], line: 4)
    }
    #expect(
      messages(net) == [
        "lab.md:4: error: `hidden` has weights [255, 10], made for 255 values, and `flat` gives [256]; the first dimension is "
          + "what comes in: write `weights: [256, 10]`, or change the layer above"
      ])
  }

  @Test func aDenseLayerOnAnImageAsksForAFlatten() {
    let net = network {
      Input("photo", shape: [16, 16, 1], line: 2)
      Dense("hidden", weights: [256, 10], line: 3)
    }
    #expect(
      messages(net) == [
        "lab.md:3: error: `hidden` is a Dense layer and reads a row of values `[in]`, and `photo` gives [16, 16, 1]; put a "
          + "`Flatten()` before `hidden`: then [256] arrives"
      ])
  }

  @Test func aReshapeOfTheWrongSizeGetsAFactorisation() {
    let net = network {
      Input(shape: [256, 256, 1], line: 2)
      Flatten(line: 3)
      Dense("scores", weights: [65_536, 2_000], line: 4)
      Reshape("map", shape: [20, 50, 3], line: 5)
    }
    #expect(
      messages(net) == [
        "lab.md:5: error: `map` asks for [20, 50, 3], which holds 3,000 values, and `scores` gives [2000], 2,000 of them; "
          + "2,000 = 20 · 50 · 2, so [20, 50, 2] fits"
      ])
  }

  @Test func aReshapeThatNothingDividesGetsNoAdvice() {
    let net = network {
      Input(shape: [7, 1, 1], line: 2)
      Reshape("map", shape: [3, 5], line: 3)
    }
    #expect(
      messages(net) == [
        "lab.md:3: error: `map` asks for [3, 5], which holds 15 values, and `input1` gives [7, 1, 1], 7 of them"
      ])
  }

  @Test(arguments: [[16, 16, 1], [8, 32, 2], [256]])
  func theOutputMustBeAMapOfClasses(shape: [Int]) {
    let net = network {
      Input(shape: [16, 16, 1], line: 2)
      Flatten(line: 3)
      Dense("scores", weights: [256, shape.reduce(1, *)], line: 4)
      Reshape("map", shape: shape, line: 5)
    }
    #expect(
      messages(net) == [
        "lab.md:5: error: the network must give a score for each class at each pixel, [16, 16, classes], and its last layer "
          + "`map` gives \(Shape(shape)); end with a layer that gives [16, 16, 2]"
          + (shape.last == 1 ? ", or train with `loss: .binaryCrossEntropy`" : "")
      ])
  }

  @Test func theNumberOfClassesIsTheLabels() {
    let net = network {
      Input(shape: [4, 4, 1], line: 2)
      Flatten(line: 3)
      Dense("scores", weights: [16, 32], line: 4)
      Reshape("map", shape: [4, 4, 2], line: 5)
    }
    #expect(
      messages(net, limits: NetworkLimits(classes: 3)) == [
        "lab.md:5: error: the network must give a score for each class at each pixel, [4, 4, 3], and its last layer `map` "
          + "gives [4, 4, 2]; end with a layer that gives [4, 4, 3]"
      ])
  }

  @Test func theInputIsTheImages() {
    let net = network {
      Input(shape: [256, 256, 3], line: 2)
      Flatten(line: 3)
    }
    #expect(
      messages(net, limits: NetworkLimits(images: Shape([256, 256, 1]))) == [
        "lab.md:2: error: the `Input` takes images of [256, 256, 3], and the data set's are [256, 256, 1]; write "
          + "`Input(shape: [256, 256, 1])`"
      ])
  }

  @Test func aSoftmaxBeforeTheLossIsSeenThroughReshapes() {
    let net = network {
      Input(shape: [2, 2, 1], line: 2)
      Flatten(line: 3)
      Dense("scores", weights: [4, 8], activation: .softmax, line: 4)
      Flatten(line: 5)
      Reshape(shape: [2, 2, 2], line: 6)
    }
    #expect(
      messages(net) == [
        "lab.md:4: error: `scores` ends in a softmax, and the loss applies one itself: twice, it flattens the gradient; write "
          + "`activation: .identity`"
      ])
  }

  // MARK: Structure

  @Test func anEmptyNetworkSaysHowToBegin() {
    #expect(
      messages(network {}) == [
        "lab.md:1: error: the network `net` has no layers yet; begin with `Input(shape: [height, width, channels])`"
      ])
  }

  @Test func holesAreAllListed() {
    let net = network {
      Input(shape: [256, 256, 1], line: 2)
      Flatten(line: 3)
      Dense("hidden", weights: [Int.hole, 512], line: 4)
      Dense("scores", weights: [], line: 5)
      Reshape("map", shape: [256, Int.hole, Int.hole], line: 6)
    }
    #expect(
      messages(net) == [
        "lab.md:4: hole: `weights` of `hidden` is still a hole",
        "lab.md:5: hole: `weights` of `scores` is still a hole",
        "lab.md:6: hole: `shape` of `map` is still a hole",
      ])
  }

  @Test func faultyNumbersAreNamed() {
    let net = network {
      Input(shape: [256, 0, 1], line: 2)
      Flatten(line: 3)
      Dense("a", weights: [5], line: 4)
      Dense("b", weights: [5, -3], line: 5)
      Dense("c", weights: [5, 99_999_999], line: 6)
      Reshape("d", shape: [1, 1, 1, 1, 1, 1, 1], line: 7)
      Reshape("e", shape: [1, 0], line: 8)
      Input("f", shape: [Int.min, 1, Int.max], line: 9)
    }
    #expect(
      messages(net) == [
        "lab.md:2: error: in `shape` of `input1` the dimension `width` must be at least 1, and it is 0",
        "lab.md:4: error: `weights` of `a` takes 2 dimensions, and [5] has 1; write `weights: [in, out]`",
        "lab.md:5: error: in `weights` of `b` the dimension `out` must be at least 1, and it is -3",
        "lab.md:6: error: in `weights` of `c` the dimension `out` is 99,999,999, and 16,777,216 is the most",
        "lab.md:7: error: the shape of `d` has 7 axes, and 6 is the most",
        "lab.md:8: error: in `shape` of `e` the dimension `2` must be at least 1, and it is 0",
        "lab.md:9: error: a network has one `Input`, at the top, and `f` is another; keep one `Input`, as the first layer",
        "lab.md:9: error: in `shape` of `f` the dimension `height` must be at least 1, and it is -9223372036854775808",
      ])
  }

  @Test func namesMustDifferAndLeadUpwards() {
    let net = network {
      Flatten("row", line: 2)
      Dense("hidden", weights: [4, 4], from: "rwo", line: 3)
      Dense("hidden", weights: [4, 4], from: "scores", line: 4)
      Dense("loop", weights: [4, 4], from: "loop", line: 5)
      Dense("scores", weights: [4, 4], from: "somewhere else", line: 6)
    }
    #expect(
      messages(net) == [
        "lab.md:2: error: a network begins with an `Input`, and the first layer here is `row`; begin with `Input(shape: "
          + "[height, width, channels])`",
        "lab.md:3: error: `hidden` reads `rwo`, and no layer above it has that name; did you mean `row`?",
        "lab.md:4: error: two layers are called `hidden`: this one and the one on line 3; give one of them another name",
        "lab.md:4: error: `hidden` reads `scores`, which only comes later, on line 6; name a layer that stands above `hidden`",
        "lab.md:5: error: `loop` reads itself; name a layer that stands above `loop`",
        "lab.md:6: error: `scores` reads `somewhere else`, and no layer above it has that name; name a layer that stands above "
          + "`scores`, or make `somewhere else` there",
      ])
  }

  @Test func manyLayersAreRefusedAtOnce() {
    let net = Network("net", line: 1, layers: (0..<100_000).map { Flatten("f\($0)") })
    #expect(messages(net) == ["lab.md:1: error: the network has 100,000 layers, and 1,000 is the most"])
  }

  // MARK: Cost

  @Test func aTrillionParametersAreCountedAndNotAllocated() {
    let net = network {
      Input(shape: [1_000, 1_000, 1], line: 2)
      Flatten(line: 3)
      Dense("huge", weights: [1_000_000, 1_000_000], line: 4)
      Dense("scores", weights: [1_000_000, 2_000_000], line: 5)
      Reshape(shape: [1_000, 1_000, 2], line: 6)
    }
    #expect(
      messages(net) == [
        "lab.md:5: error: the network has 3,000,000,000,000 parameters (12.0 TB), and 268,435,456 is the most here; "
          + "`scores` alone has 2,000,000,000,000 of them: make it smaller"
      ])
    #expect(ShapeReport(of: net, file: "lab.md").plan == nil)
  }

  @Test func numbersBeyondCountingAreAMessage() {
    let most = NetworkLimits.dimension
    #expect(
      messages(network { Input("in", shape: [most, most, most], line: 2) }) == [
        "lab.md:2: error: `in` would give [16777216, 16777216, 16777216], more values than can be counted"
      ])
    #expect(
      messages(
        network {
          Input("in", shape: [4, 4, 1], line: 2)
          Reshape("r", shape: [most, most, most, most], line: 3)
        }) == [
          "lab.md:3: error: `r` asks for [16777216, 16777216, 16777216, 16777216], which holds more values than can be "
            + "counted, and `in` gives [4, 4, 1], 16 of them"
        ])
    let wide = Network(
      "net", line: 1,
      layers: [Input(shape: [1, 1, most]), Flatten()]
        + (0..<900).map { Dense("d\($0)", weights: [most, most], line: $0) } + [Reshape(shape: [1, 1, most])])
    #expect(messages(wide).count == 1)
  }

  @Test func memoryGrowsWithTheBatch() {
    let net = network {
      Input(shape: [64, 64, 1], line: 2)
      Flatten(line: 3)
      Dense("scores", weights: [4_096, 8_192], line: 4)
      Reshape(shape: [64, 64, 2], line: 5)
    }
    #expect(messages(net, limits: NetworkLimits(bytes: 200 << 20, batchSize: 64)).isEmpty)
    #expect(
      messages(net, limits: NetworkLimits(bytes: 140 << 20, batchSize: 256)) == [
        "lab.md:4: error: training with a batch size of 256 takes 203 MB of memory, and 147 MB is the most here; write "
          + "`batchSize: 4` or less"
      ])
  }
}
