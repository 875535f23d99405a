internal import Markup
internal import Messages
internal import Networks
internal import Tensors

/// A network as boxes with their shapes, parameters and multiply-adds; an arrow for each group that a group reads.
///
/// A network that goes down to small feature maps and up again is drawn as a U, its skip connections across. Any other one goes from top to
/// bottom, with arrows around the boxes between, each on a lane of its own at the right. Each box leads to its group's layers.
struct NetworkGraph {
  /// The most layers that are drawn.
  static let mostLayers = 200

  private static let boxHeight = 58.0
  /// A narrow box has its parameters and its multiply-adds below one another.
  private static let tallHeight = 72.0
  private static let gap = 24.0
  private static let laneWidth = 16.0
  private static let mostLanes = 12

  /// What ids in the page start with.
  let id: String
  /// What is drawn, for who cannot see it.
  let title: String
  /// The same as one sentence for who cannot see it.
  let description: String
  /// What is drawn.
  let groups: NetworkGroups
  /// The words below a box's shape.
  let cost: (NetworkGroups.Group) -> [String]

  /// The `id` of a group's layers on the page.
  func anchor(_ place: Int) -> String { Self.anchor(place, id: id, isFlat: groups.isFlat) }

  /// The `id` of a group's layers of the graph `id`.
  static func anchor(_ place: Int, id: String, isFlat: Bool) -> String {
    isFlat ? "\(id)-layers" : "\(id)-\(place + 1)"
  }

  /// A box in the picture.
  private struct Box {
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    var middle: Double { x + width / 2 }
    var right: Double { x + width }
    var bottom: Double { y + height }
    var half: Double { y + height / 2 }
  }

  /// The graph as an `svg` element.
  var svg: String {
    if let bottom = groups.bottom { return drawnAsU(around: bottom) }
    return drawnDown
  }

  // MARK: The U

  private func drawnAsU(around bottom: Int) -> String {
    let all = groups.groups
    let sizes = Set(all.map(\.rows)).sorted(by: >)
    let (width, apart) = (138.0, 60.0)
    let boxes = all.indices.map { place in
      let row = Double(sizes.firstIndex(of: all[place].rows) ?? 0)
      let x = place < bottom ? 2 : place == bottom ? 2 + (width + apart) / 2 : 2 + width + apart
      return Box(x: x, y: 2 + row * (Self.tallHeight + Self.gap), width: width, height: Self.tallHeight)
    }
    var content: [String] = []
    for (place, group) in all.enumerated() {
      for from in group.reads {
        let (one, other) = (boxes[from], boxes[place])
        if from < bottom, place > bottom {
          content.append(across(one, other))
        } else if place == bottom {
          content.append(
            path("M\(n(one.middle)) \(n(one.bottom))V\(n(other.half))H\(n(other.x - 1))", head: (-6, -4, -6, 4)))
        } else if from == bottom {
          content.append(
            path("M\(n(one.right)) \(n(one.half))H\(n(other.middle))V\(n(other.bottom + 1))", head: (-4, 6, 4, 6)))
        } else if place < bottom {
          content.append(path("M\(n(one.middle)) \(n(one.bottom))V\(n(other.y - 1))", head: (-4, -6, 4, -6)))
        } else {
          content.append(path("M\(n(one.middle)) \(n(one.y))V\(n(other.bottom + 1))", head: (-4, 6, 4, 6)))
        }
      }
    }
    content += all.indices.map { drawn(all[$0], at: boxes[$0], place: $0) }
    let height = (boxes.map(\.bottom).max() ?? 0) + 2
    return picture("graph u", width: 2 * width + apart + 4, height: height, content)
  }

  /// A skip connection: along its row, or down and along where the sizes differ.
  private func across(_ one: Box, _ other: Box) -> String {
    let level = one.half == other.half ? "" : "H\(n((one.right + other.x) / 2))V\(n(other.half))"
    return path("M\(n(one.right)) \(n(one.half))\(level)H\(n(other.x - 1))", head: (-6, -4, -6, 4), class: "edge skip")
  }

  // MARK: From top to bottom

  private var drawnDown: String {
    let all = groups.groups
    let width = 300.0
    let boxes = all.indices.map {
      Box(x: 2, y: 2 + Double($0) * (Self.boxHeight + Self.gap), width: width, height: Self.boxHeight)
    }
    let arrows = arrows
    let lanes = (arrows.compactMap(\.lane).max() ?? -1) + 1
    var content = all.indices.map { drawn(all[$0], at: boxes[$0], place: $0) }
    for arrow in arrows {
      let (one, other) = (boxes[arrow.from], boxes[arrow.to])
      guard let lane = arrow.lane else {
        content.append(path("M\(n(one.middle)) \(n(one.bottom))V\(n(other.y - 1))", head: (-4, -6, 4, -6)))
        continue
      }
      let out = one.right + 12 + Double(lane) * Self.laneWidth
      let (start, end) = (one.y + Self.boxHeight * 0.7, other.y + Self.boxHeight * 0.3)
      content.append(
        path(
          "M\(n(one.right)) \(n(start))H\(n(out - 6))q6 0 6 6V\(n(end - 6))q0 6 -6 6H\(n(one.right + 1))",
          head: (6, -4, 6, 4), class: "edge skip"))
    }
    return picture(
      "graph", width: width + 4 + Double(lanes) * Self.laneWidth + (lanes > 0 ? 12 : 0),
      height: max(boxes.last?.bottom ?? 0, Self.boxHeight) + 2, content)
  }

  /// An arrow from one box to a later one.
  private struct Arrow {
    let from: Int
    let to: Int
    /// The lane at the right that it takes; nil where it is straight.
    var lane: Int?
  }

  /// The arrows in order, with lanes so that no two on one lane run beside the same box.
  private var arrows: [Arrow] {
    var arrows = groups.groups.enumerated().flatMap { place, group in
      group.reads.map { Arrow(from: $0, to: place, lane: $0 == place - 1 ? nil : -1) }
    }
    var lanes: [[Range<Int>]] = []
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

  // MARK: Pieces

  private func drawn(_ group: NetworkGroups.Group, at box: Box, place: Int) -> String {
    let size = "width=\"\(n(box.width))\" height=\"\(n(box.height))\" rx=\"8\""
    let kinds = group.layers.count == 1 ? group.layers[0].kind : "× \(group.layers.count)"
    let isWide = box.width > 200
    let shape = isWide && !group.input.isEmpty ? "\(group.input) → \(group.output)" : group.output
    let costs = isWide ? [cost(group).joined(separator: " · ")] : cost(group)
    let lines = costs.enumerated().map {
      SVGText.text($1, x: box.x + 10, y: box.y + 50 + 14 * Double($0), class: "kind")
    }
    let name = Self.shortened(group.title, to: box.width - 26 - ChartLabel.width(of: kinds, size: 11))
    return """
      <a class="\(group.parameters > 0 ? "layer learns" : "layer")" href="#\(anchor(place))">
      <title>\(InertText.html(group.layers.map(\.name).joined(separator: ", ")))</title>
      <rect x="\(n(box.x))" y="\(n(box.y))" \(size)/>
      \(SVGText.text(name, x: box.x + 10, y: box.y + 18, class: "name"))
      \(SVGText.text(kinds, x: box.right - 10, y: box.y + 18, anchor: "end", class: "kind"))
      \(SVGText.text(shape, x: box.x + 10, y: box.y + 34, class: "shape"))
      \(lines.joined(separator: "\n"))
      </a>
      """
  }

  private func path(
    _ way: String, head: (x1: Double, y1: Double, x2: Double, y2: Double), class name: String = "edge"
  ) -> String {
    "<path class=\"\(name)\" d=\"\(way)m\(n(head.x1)) \(n(head.y1))l\(n(-head.x1)) \(n(-head.y1))l\(n(head.x2)) \(n(head.y2))\"/>"
  }

  private func picture(_ name: String, width: Double, height: Double, _ content: [String]) -> String {
    """
    <svg class="\(name)" viewBox="0 0 \(n(width)) \(n(height))" role="group" aria-labelledby="\(id)-title \(id)-desc">
    <title id="\(id)-title">\(InertText.html(title))</title>
    <desc id="\(id)-desc">\(InertText.html(description))</desc>
    \(content.joined(separator: "\n"))
    </svg>
    """
  }

  private func n(_ value: Double) -> String { SVGText.number(value) }

  /// As much of `name` as fits `width` pixels in the graph's bold face.
  private static func shortened(_ name: String, to width: Double) -> String {
    let size = 13.0 * 1.12
    guard ChartLabel.width(of: name, size: size) > width else { return name }
    var kept = name.prefix(60)
    while !kept.isEmpty, ChartLabel.width(of: kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }
}
