import Foundation
import SegLab
import Testing

@testable import SegLab

struct DescriptionTests {
  private var network: Network {
    Network("fc", line: 7) {
      Input(shape: [4, 4, 1], line: 8)
      Flatten(line: 9)
      Dense("hidden", weights: [16, 3], bias: true, activation: .relu, line: 10)
      Sigmoid(line: 11)
      Dense("from \"h\"", weights: [3, 32], from: "hidden", line: 12)
      Reshape("pixels", shape: [4, 4, 2], line: 13)
    }
  }

  @Test func aNetworkIsWrittenAsOneLineOfJSONWithSortedKeys() {
    #expect(
      JSONWriter.text(of: network) == """
        {"layers":[{"inputs":[],"kind":"input","line":8,"name":"input1","shape":[4,4,1]},\
        {"inputs":[],"kind":"flatten","line":9,"name":"flatten1"},\
        {"activation":"relu","bias":true,"inputs":[],"kind":"dense","line":10,"name":"hidden","weights":[16,3]},\
        {"inputs":[],"kind":"sigmoid","line":11,"name":"sigmoid1"},\
        {"activation":"identity","bias":false,"inputs":["hidden"],"kind":"dense","line":12,"name":"from \\"h\\"","weights":[3,32]},\
        {"inputs":[],"kind":"reshape","line":13,"name":"pixels","shape":[4,4,2]}],"line":7,"name":"fc"}
        """)
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    var answer = Answer()
    answer.add("fc", network)
    answer.add("training", Training(learningRate: 0.03, decayRate: 0.75, decaySteps: 10_000, epochs: 100))
    let text = JSONWriter.text(of: answer)
    let back = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    #expect(JSONWriter.text(of: back) == text)
    #expect(back.trainings["training"]?.decaySteps == 10_000)
  }

  @Test func foundationReadsEveryStringThatIsWritten() throws {
    let words = ["", "a\"b\\c", "\u{0}\u{1F}\n\t", "심장 ❤️", "\u{2028}"]
    let back = try JSONDecoder().decode([String].self, from: Data(JSONWriter.text(of: words).utf8))
    #expect(back == words)
  }

  @Test func numbersThatJSONCannotHoldBecomeTexts() {
    #expect(JSONWriter.text(of: [1.5, .nan, .infinity, -0.25]) == #"[1.5,"nan","inf",-0.25]"#)
  }

  @Test func anUnknownKindOfLayerIsRefusedByName() {
    let text = #"{"name":"n","line":1,"layers":[{"kind":"telepathy","name":"t","inputs":[],"line":1}]}"#
    #expect {
      try JSONDecoder().decode(Network.self, from: Data(text.utf8))
    } throws: { error in
      "\(error)".contains("telepathy")
    }
  }

  @Test func everyKindOfLayerReadsBackTheSame() throws {
    let network = Network("all") {
      Input(shape: [32, 32, 1])
      Conv2D(
        "conv", filter: [5, 3, 1, 8], stride: 2, padding: .valid, bias: false, untiedBias: true,
        activation: .leakyRelu, initializer: .he)
      MaxPool2D("pool", window: 3, padding: .valid)
      AveragePool2D(window: 3, stride: 1, from: "pool")
      ReLU()
      LeakyReLU("leak", slope: 0.2)
      Sigmoid()
      Softmax()
      Dropout("drop", rate: 0.5)
      BatchNorm("norm", channels: 8, momentum: 0.99, epsilon: 1e-3, activation: .relu)
      ConvTranspose2D("up", filter: [2, 2, 8, 4], stride: 2, initializer: .truncatedNormal(stddev: 0.05))
      Upsample("large", factor: 3, method: .bilinear)
      Concat("both", of: "up", "large", crop: true)
      Add(of: "both", "both")
      Dense(weights: [4, 4], initializer: .xavier)
      Flatten()
      Reshape(shape: [4, 1, 1])
    }
    #expect(Set(network.layers.map { type(of: $0).kind }) == Set(Network.layerTypes.map { $0.kind }))
    let text = JSONWriter.text(of: network)
    let back = try JSONDecoder().decode(Network.self, from: Data(text.utf8))
    #expect(JSONWriter.text(of: back) == text)
    #expect(back.layers[12].inputs == ["up", "large"])
    #expect((back.layers[1] as? Conv2D)?.initializer == .he)
  }

  @Test func layersWithoutNamesAreNumberedByKind() {
    let network = Network("n") {
      Input(shape: [2, 2, 1])
      for _ in 0..<2 { Flatten() }
      Reshape(shape: [2, 2, 1])
    }
    #expect(network.layers.map(\.name) == ["input1", "flatten1", "flatten2", "reshape1"])
  }

  @Test func helpersConditionsAndLoopsBuildLayers() {
    @LayerBuilder func pair(_ name: String) -> [any Layer] {
      Dense("\(name)a", weights: [2, 2])
      Dense("\(name)b", weights: [2, 2])
    }
    let deep = true
    let network = Network("n") {
      Input(shape: [2, 1, 1])
      if deep { pair("x") } else { Flatten() }
      for index in 1...2 { Dense("d\(index)", weights: [2, 2]) }
    }
    #expect(network.layers.map(\.name) == ["input1", "xa", "xb", "d1", "d2"])
  }

  @Test func eachKindOfLayerHasAWordOfItsOwn() {
    let kinds = Network.layerTypes.map { $0.kind }
    #expect(Set(kinds).count == kinds.count)
  }

  @Test func aLayerKnowsTheLineItIsWrittenOn() {
    let here = #line
    #expect(Flatten().line == here + 1)
  }
}
