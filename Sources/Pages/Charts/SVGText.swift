internal import Foundation
internal import Markup
internal import Messages

/// The pieces that pictures are written with.
enum SVGText {
  /// A coordinate with at most one digit after the point: `12`, `12.5`.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite && value.magnitude < 1e9, "a coordinate must be finite and below 1e9, not \(value)")
    let text = value.places(1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
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

  /// Texts that have their class and the place of their anchor in common, which stand once around all of them.
  ///
  /// - Parameters:
  ///   - texts: each with its place.
  ///   - anchor: `middle` or `end`.
  ///   - name: their class in the style sheet.
  /// - Returns: a `g` element.
  static func texts(_ texts: [(words: String, x: Double, y: Double)], anchor: String, class name: String) -> String {
    let all = texts.map { "<text x=\"\(number($0.x))\" y=\"\(number($0.y))\">\(InertText.html($0.words))</text>" }
    return "<g class=\"\(name)\" text-anchor=\"\(anchor)\">\(all.joined())</g>"
  }

  /// An `svg` element with a title and a description for who cannot see it.
  static func picture(
    id: String, class name: String, width: Double, height: Double, title: String, description: String,
    attributes: String = "", content: String
  ) -> String {
    let words = """
      <title id="\(id)-title">\(InertText.html(title))</title>
      <desc id="\(id)-desc">\(InertText.html(description))</desc>
      """
    return picture(
      likeThat: id, class: name, width: width, height: height, attributes: attributes, content: words + "\n" + content)
  }

  /// An `svg` element that shows what another one does, whose title and description are its own, too.
  static func picture(
    likeThat id: String, class name: String, width: Double, height: Double, attributes: String = "", content: String
  ) -> String {
    """
    <svg class="\(name)"\(attributes) viewBox="0 0 \(number(width)) \(number(height))" role="img" \
    aria-labelledby="\(id)-title \(id)-desc">
    \(content)
    </svg>
    """
  }
}

/// Numbers as a page writes them.
enum Figures {
  /// A loss or another quantity of no fixed size, with about four digits: `8.213`, `0.0312`, `12,400`, `1.2e+09`.
  static func value(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞" }
    let size = value.magnitude
    if size == 0 { return "0" }
    if size >= 1e7 || size < 1e-4 {
      let exponent = Int(log10(size).rounded(.down))
      return (value / pow(10, Double(exponent))).places(2) + "e\(exponent)"
    }
    if size >= 10_000 { return Int(value.rounded()).grouped }
    return value.places(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 3 : size >= 0.01 ? 4 : 6)
  }

  /// A share of pixels or a Dice coefficient, with four places; `NaN` where it is not a number.
  static func share(_ value: Double) -> String {
    value.isFinite ? value.places(4) : Self.value(value)
  }

  /// A number of multiply-adds or the like, with a letter for thousands, millions and so on: `33.6 M`.
  static func large(_ count: Int) -> String {
    let units: [(size: Double, letter: String)] = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e4, "k")]
    guard let unit = units.first(where: { Double(count) >= $0.size }) else { return count.grouped }
    let size = unit.letter == "k" ? 1e3 : unit.size
    let value = Double(count) / size
    return value.places(value >= 100 ? 0 : 1) + " " + unit.letter
  }

  /// The first digits of a digest, enough to tell runs apart.
  static func short(_ digest: String) -> String { String(digest.prefix(12)) }
}
