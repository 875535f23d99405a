import Networks
import Tensors
import Testing

@testable import Pages

@Suite struct NetworkGraphTests {
  static func layer(_ name: String, _ inputs: String...) -> LayerSummary {
    LayerSummary(
      name: name, kind: "dense", inputs: inputs, output: Shape([4, 4, 1]), parameters: name == "a" ? 0 : 7,
      multiplyAdds: 1, line: 1)
  }

  static func svg(_ layers: [LayerSummary]) -> String {
    NetworkGraph(id: "g", title: "t", description: "d", layers: layers, parameters: { "\($0) parameters" }).svg
  }

  @Test("a chain has a box for each layer and a straight arrow between neighbours")
  func chain() {
    let svg = Self.svg([Self.layer("a"), Self.layer("b", "a"), Self.layer("c", "b")])
    #expect(svg.matches(of: /<rect/).count == 3)
    #expect(svg.matches(of: /class="edge"/).count == 2)
    #expect(!svg.contains("skip"))
    #expect(svg.contains(">7 parameters</text>") && !svg.contains(">0 parameters</text>"))
    #expect(svg.contains("viewBox=\"0 0 304 "))
  }

  @Test("an input from further above runs beside the boxes, each on a lane of its own where two would meet")
  func skips() {
    let nested = Self.svg([
      Self.layer("a"), Self.layer("b", "a"), Self.layer("c", "b"), Self.layer("d", "c", "b"), Self.layer("e", "d", "a"),
    ])
    #expect(nested.matches(of: /class="edge skip"/).count == 2)
    #expect(nested.contains("viewBox=\"0 0 348 "))
    let after = Self.svg([
      Self.layer("a"), Self.layer("b", "a"), Self.layer("c", "b", "a"), Self.layer("d", "c"), Self.layer("e", "d"),
      Self.layer("f", "e", "d"),
    ])
    #expect(after.contains("viewBox=\"0 0 332 "))
  }

  @Test("a long name leaves room for the shape, and is whole for who cannot see the picture")
  func longName() {
    let name = String(repeating: "encoder", count: 40)
    let svg = Self.svg([Self.layer(name)])
    #expect(svg.contains(">encoder") && svg.contains("…</text>") && svg.contains("<title>\(name)</title>"))
  }

  @Test("a network of very many layers is drawn up to a bound, and an input that is not there has no arrow")
  func bounds() {
    let many = (0..<1000).map { Self.layer("l\($0)", "nowhere", "l\($0 - 1)") }
    let svg = Self.svg(many)
    #expect(svg.matches(of: /<rect/).count == NetworkGraph.mostLayers)
    #expect(svg.matches(of: /class="edge"/).count == NetworkGraph.mostLayers - 1)
    #expect(TagReader(Self.svg([])).faults.isEmpty)
  }
}
