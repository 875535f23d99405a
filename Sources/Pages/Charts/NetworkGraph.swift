internal import Messages
internal import Networks
internal import Tensors

/// A network as boxes from top to bottom, with its shapes and learnable numbers; an arrow for each input of each layer.
///
/// A layer that reads the one above has a straight arrow; one that reads another has an arrow around the boxes between, on a lane
/// of its own at the right.
struct NetworkGraph {
  /// The most layers that are drawn.
  static let mostLayers = 200

  private static let boxWidth = 300.0
  private static let boxHeight = 46.0
  private static let gap = 26.0
  private static let laneWidth = 16.0
  private static let mostLanes = 12

  /// What ids in the page start with.
  let id: String
  /// What is drawn, for who cannot see it.
  let title: String
  /// The same as one sentence for who cannot see it.
  let description: String
  /// The layers, top to bottom.
  let layers: [LayerSummary]
  /// How a number of learnable numbers is written.
  let parameters: (Int) -> String

  /// An arrow from one box to a later one.
  private struct Arrow {
    let from: Int
    let to: Int
    /// The lane at the right that it takes; nil where it is straight.
    var lane: Int?
  }

  /// The graph as an `svg` element.
  var svg: String {
    let shown = Array(layers.prefix(Self.mostLayers))
    let arrows = arrows(shown)
    let lanes = (arrows.compactMap(\.lane).max() ?? -1) + 1
    let height = Double(shown.count) * (Self.boxHeight + Self.gap) - Self.gap + 4
    let content =
      shown.indices.map { box(shown[$0], at: $0) } + arrows.map { arrow($0) }
    return SVGText.picture(
      id: id, class: "graph", width: Self.boxWidth + 4 + Double(lanes) * Self.laneWidth + (lanes > 0 ? 12 : 0),
      height: max(height, Self.boxHeight), title: title, description: description,
      content: content.joined(separator: "\n"))
  }

  private func top(_ index: Int) -> Double { 2 + Double(index) * (Self.boxHeight + Self.gap) }

  private func box(_ layer: LayerSummary, at index: Int) -> String {
    let y = top(index)
    let shape = layer.output.description
    let name = Self.shortened(layer.name, to: Self.boxWidth - 42 - Double(shape.count) * 7.9)
    let size = "width=\"\(SVGText.number(Self.boxWidth))\" height=\"\(SVGText.number(Self.boxHeight))\" rx=\"8\""
    let learns = layer.parameters > 0
    let lines = [
      "<g class=\"\(learns ? "layer learns" : "layer")\">",
      "<title>\(InertText.html(layer.name))</title>",
      "<rect x=\"2\" y=\"\(SVGText.number(y))\" \(size)/>",
      SVGText.text(name, x: 16, y: y + 19, class: "name"),
      SVGText.text(layer.kind, x: 16, y: y + 36, class: "kind"),
      SVGText.text(
        shape, x: Self.boxWidth - 12, y: y + 19, anchor: "end", class: "shape"),
      learns
        ? SVGText.text(parameters(layer.parameters), x: Self.boxWidth - 12, y: y + 36, anchor: "end", class: "kind")
        : "",
      "</g>",
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func arrow(_ arrow: Arrow) -> String {
    let head = 4.0
    guard let lane = arrow.lane else {
      let x = 2 + Self.boxWidth / 2
      let start = top(arrow.from) + Self.boxHeight
      let end = top(arrow.to) - 1
      return "<path class=\"edge\" d=\"M\(SVGText.number(x)) \(SVGText.number(start))V\(SVGText.number(end))"
        + "m-\(SVGText.number(head)) -6l\(SVGText.number(head)) 6l\(SVGText.number(head)) -6\"/>"
    }
    let edge = 2 + Self.boxWidth
    let out = edge + 12 + Double(lane) * Self.laneWidth
    let start = top(arrow.from) + Self.boxHeight * 0.7
    let end = top(arrow.to) + Self.boxHeight * 0.3
    return "<path class=\"edge skip\" d=\"M\(SVGText.number(edge)) \(SVGText.number(start))"
      + "H\(SVGText.number(out - 6))q6 0 6 6V\(SVGText.number(end - 6))q0 6 -6 6H\(SVGText.number(edge + 1))"
      + "m6 -\(SVGText.number(head))l-6 \(SVGText.number(head))l6 \(SVGText.number(head))\"/>"
  }

  /// The arrows in order, with lanes so that no two on one lane run beside the same box.
  private func arrows(_ shown: [LayerSummary]) -> [Arrow] {
    var places: [String: Int] = [:]
    var arrows: [Arrow] = []
    var lanes: [[Range<Int>]] = []
    for (index, layer) in shown.enumerated() {
      for input in layer.inputs {
        guard let from = places[input] else { continue }
        arrows.append(Arrow(from: from, to: index, lane: from == index - 1 ? nil : -1))
      }
      places[layer.name] = index
    }
    // Short ways around first: they keep close to the boxes, and longer ones run outside them without crossing.
    let skips = arrows.indices.filter { arrows[$0].lane != nil }
      .sorted { (arrows[$0].to - arrows[$0].from, $0) < (arrows[$1].to - arrows[$1].from, $1) }
    for index in skips {
      let way = arrows[index].from..<arrows[index].to
      let free = lanes.firstIndex { $0.allSatisfy { !$0.overlaps(way) } }
      let lane = free ?? min(lanes.count, Self.mostLanes - 1)
      if lane == lanes.count { lanes.append([way]) } else { lanes[lane].append(way) }
      arrows[index].lane = lane
    }
    return arrows
  }

  /// As much of `name` as fits `width` pixels in the graph's bold face.
  private static func shortened(_ name: String, to width: Double) -> String {
    let size = 14.0 * 1.12
    guard ChartLabel.width(of: name, size: size) > width else { return name }
    var kept = name.prefix(60)
    while !kept.isEmpty, ChartLabel.width(of: kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }
}
