import Networks
import SegLab
import Testing

@Suite struct CanonicalTextTests {
  func text(@LayerBuilder _ layers: () -> [any Layer]) throws -> String {
    try #require(ShapeReport(of: Network("any", layers: layers), file: "lab.md").plan).canonicalText
  }

  @Test func holdsWhatDecidesTheComputationAndNothingElse() throws {
    let text = try text {
      Input("photo", shape: [2, 2, 1])
      Flatten("row")
      Dense("scores", weights: [4, 8], bias: true, activation: .relu)
      Reshape("map", shape: [2, 2, 2], from: "scores")
    }
    #expect(
      text == """
        [{"inputs":[],"kind":"input","shape":[2,2,1]},{"inputs":[0],"kind":"flatten"},\
        {"activation":"relu","bias":true,"inputs":[1],"kind":"dense","weights":[4,8]},\
        {"inputs":[2],"kind":"reshape","shape":[2,2,2]}]
        """)
  }

  @Test func namesLinesAndWaysToNameTheLayerAboveDoNotMatter() throws {
    let first = try text {
      Input(shape: [2, 2, 1])
      Flatten()
      Dense("a", weights: [4, 8])
      Reshape(shape: [2, 2, 2])
    }
    let second = try text {
      Input("x", shape: [2, 2, 1], line: 99)
      Flatten("y", from: "x")
      Dense("한글 \"z\"", weights: [4, 8])
      Reshape("w", shape: [2, 2, 2], from: "한글 \"z\"")
    }
    #expect(first == second)
  }

  @Test func everythingElseMatters() throws {
    func variant(bias: Bool = false, activation: Activation = .identity, extra: Bool = false) throws -> String {
      try text {
        Input(shape: [2, 2, 1])
        Flatten()
        if extra { ReLU() }
        Dense("a", weights: [4, 8], bias: bias, activation: activation)
        Reshape(shape: [2, 2, 2])
      }
    }
    let texts = try [
      variant(), variant(bias: true), variant(activation: .relu), variant(activation: .sigmoid), variant(extra: true),
    ]
    #expect(Set(texts).count == texts.count)
  }
}
