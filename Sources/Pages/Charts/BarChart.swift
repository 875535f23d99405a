internal import Messages

/// How often values fall into equal parts of a range: one bar a part.
struct BarChart {
  /// What ids in the page start with.
  let id: String
  /// What is drawn.
  let title: String
  /// The same in a sentence, for who cannot see it.
  let description: String
  /// What the horizontal axis is.
  let xTitle: String
  /// What the vertical axis is.
  let yTitle: String
  /// The height of each bar, from the left; at least one.
  let heights: [Double]
  /// The range that the bars divide.
  let range: ClosedRange<Double>
  /// Whether heights are shares of a whole, and shown as percentages.
  let isShare: Bool

  private static let (width, height) = (720.0, 220.0)
  private static let (left, right, top, bottom) = (64.0, 14.0, 34.0, 44.0)

  /// The chart as an `svg` element.
  var svg: String {
    precondition(!heights.isEmpty, "a chart needs a bar, not 0")
    let yAxis = ChartAxis.linear(covering: 0...max(heights.max() ?? 0, 1e-9), count: 4, within: 0...Double.infinity)
    let across = Self.width - Self.left - Self.right
    let down = Self.height - Self.top - Self.bottom
    let floor = Self.height - Self.bottom
    var parts = [SVGText.text(title, x: 0, y: 15, class: "title")]
    let lines = yAxis.ticks.map { tick in
      (words: isShare ? tick.value.percent : tick.label, y: floor - down * yAxis.fraction(of: tick.value))
    }
    let ways = lines.map { "M\(SVGText.number(Self.left)) \(SVGText.number($0.y))h\(SVGText.number(across))" }
    parts.append("<path class=\"grid\" d=\"\(ways.joined())\"/>")
    parts.append(SVGText.texts(lines.map { ($0.words, Self.left - 8, $0.y + 4) }, anchor: "end", class: "tick"))
    let step = across / Double(heights.count)
    let gap = min(2, step * 0.15)
    for (index, height) in heights.enumerated() where height > 0 {
      let tall = max(0.8, down * yAxis.fraction(of: height))
      let x = SVGText.number(Self.left + Double(index) * step + gap / 2)
      let size = "width=\"\(SVGText.number(step - gap))\" height=\"\(SVGText.number(tall))\""
      parts.append("<rect class=\"bar\" x=\"\(x)\" y=\"\(SVGText.number(floor - tall))\" \(size)/>")
    }
    parts.append(
      "<path class=\"axis\" d=\"M\(SVGText.number(Self.left)) \(SVGText.number(floor))h\(SVGText.number(across))\"/>")
    let marks = ChartAxis.linear(covering: range, count: 8, within: range).ticks.map { tick in
      (words: tick.label, share: (tick.value - range.lowerBound) / (range.upperBound - range.lowerBound))
    }.filter { (-0.001...1.001).contains($0.share) }
    parts.append(
      SVGText.texts(
        marks.map { ($0.words, Self.left + across * $0.share, floor + 17) }, anchor: "middle", class: "tick"))
    parts.append(
      SVGText.text("\(xTitle) · \(yTitle)", x: Self.left + across, y: floor + 36, anchor: "end", class: "tick"))
    return SVGText.picture(
      id: id, class: "chart", width: Self.width, height: Self.height, title: title, description: description,
      content: parts.joined(separator: "\n"))
  }
}
