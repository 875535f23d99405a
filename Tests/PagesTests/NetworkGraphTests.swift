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

  /// A network that goes down to small feature maps and up again, two layers a size, with connections across.
  static let unet: [LayerSummary] = {
    func map(_ name: String, _ size: Int, _ inputs: String...) -> LayerSummary {
      LayerSummary(
        name: name, kind: "conv2d", inputs: inputs, output: Shape([size, size, 8]), parameters: 10, multiplyAdds: 100,
        line: 1)
    }
    return [
      map("image", 64), map("enc1a", 64, "image"), map("enc1b", 64, "enc1a"), map("pool1", 32, "enc1b"),
      map("enc2a", 32, "pool1"), map("enc2b", 32, "enc2a"), map("pool2", 16, "enc2b"), map("mid", 16, "pool2"),
      map("up2", 32, "mid"), map("skip2", 32, "up2", "enc2b"), map("up1", 64, "skip2"),
      map("skip1", 64, "up1", "enc1b"),
    ]
  }()

  @Test("layers of one size are one box that leads to them; a U has its connections across, from left to right")
  func unetIsAU() {
    let groups = NetworkGroups(Self.unet)
    #expect(groups.groups.map(\.rows) == [64, 32, 16, 32, 64] && groups.bottom == 2 && !groups.isFlat)
    #expect(groups.groups[0].parameters == 30 && groups.groups[3].reads == [1, 2])
    #expect(groups.groups[1].inputs == ["[64, 64, 8]", "[32, 32, 8]", "[32, 32, 8]"])
    #expect(groups.groups[3].inputs[1] == "[32, 32, 8] + [32, 32, 8]")
    let svg = Self.svg(Self.unet)
    #expect(svg.matches(of: /<rect/).count == 5 && svg.matches(of: /class="edge skip"/).count == 2)
    #expect(svg.contains("class=\"graph u\"") && svg.contains("href=\"#g-3\""))
    #expect(TagReader(svg).faults.isEmpty)
  }

  @Test("only a network that goes down once and up once is a U")
  func otherShapes() {
    #expect(NetworkGroups(Array(Self.unet.prefix(8))).bottom == nil)
    #expect(NetworkGroups([]).groups.isEmpty && NetworkGroups([]).bottom == nil)
    #expect(NetworkGroups(Self.unet + Self.unet).bottom == nil)
  }

  static func svg(_ layers: [LayerSummary]) -> String {
    NetworkGraph(
      id: "g", title: "t", description: "d", groups: NetworkGroups(Array(layers.prefix(NetworkGraph.mostLayers))),
      cost: { $0.parameters > 0 ? ["\($0.parameters) parameters"] : [] }
    ).svg
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
