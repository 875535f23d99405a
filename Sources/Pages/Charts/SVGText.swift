internal import Messages

/// The pieces that pictures are written with.
enum SVGText {
  /// A coordinate with at most one digit after the point: `12`, `12.5`.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite && value.magnitude < 1e9, "a coordinate must be finite and below 1e9, not \(value)")
    let text = value.places(1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A path through each of `segments`; a segment of one point is a dot where lines have round ends.
  static func path(_ segments: [[(x: Double, y: Double)]]) -> String {
    segments.map { points in
      let corners = points.map { "\(number($0.x)) \(number($0.y))" }
      guard let first = corners.first else { return "" }
      return corners.count == 1 ? "M\(first)h0" : "M\(first)L" + corners.dropFirst().joined(separator: " ")
    }.joined()
  }

  /// Text at a place.
  ///
  /// - Parameters:
  ///   - words: what to write.
  ///   - x: the place of its start, middle or end, as `anchor` says.
  ///   - y: its baseline.
  ///   - anchor: `start`, `middle` or `end`.
  ///   - name: its class in the style sheet.
  /// - Returns: a `text` element.
  static func text(_ words: String, x: Double, y: Double, anchor: String = "start", class name: String) -> String {
    let place = "x=\"\(number(x))\" y=\"\(number(y))\""
    let anchor = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    return "<text class=\"\(name)\" \(place)\(anchor)>\(InertText.html(words))</text>"
  }

  /// An `svg` element with a title and a description for who cannot see it.
  static func picture(
    id: String, class name: String, width: Double, height: Double, title: String, description: String, content: String
  ) -> String {
    """
    <svg class="\(name)" viewBox="0 0 \(number(width)) \(number(height))" role="img" \
    aria-labelledby="\(id)-title \(id)-desc">
    <title id="\(id)-title">\(InertText.html(title))</title>
    <desc id="\(id)-desc">\(InertText.html(description))</desc>
    \(content)
    </svg>
    """
  }
}
