internal import Checking
internal import Messages
internal import Networks

/// The trainings of a sweep over two settings as a grid: a cell a training, the stronger its colour the better its Dice, which stands in it.
struct SweepGrid {
  let runs: [SweepRun]
  /// The two settings with the values of all trainings.
  let columns: [(name: String, values: [Double])]
  let language: Language

  private static let (cellWidth, cellHeight, left, top) = (84.0, 44.0, 96.0, 52.0)
  /// A grid of more cells on a side is no longer read.
  private static let most = 12
  /// How many colours there are.
  private static let colours = 6

  /// The picture; nil where there are too many values, or fewer than two trainings came to an end.
  func svg(id: String) -> String? {
    let across = Set(columns[0].values).sorted()
    let down = Set(columns[1].values).sorted()
    let dice = runs.compactMap { $0.metrics?.dice }.filter(\.isFinite)
    guard across.count <= Self.most, down.count <= Self.most, dice.count > 1, let low = dice.min(),
      let high = dice.max()
    else { return nil }
    let width = Self.left + Double(across.count) * Self.cellWidth + 4
    let height = Self.top + Double(down.count) * Self.cellHeight + 4
    var content = [
      SVGText.text(
        columns[0].name, x: Self.left + Double(across.count) * Self.cellWidth / 2, y: 16, anchor: "middle",
        class: "title"),
      SVGText.text(columns[1].name, x: 0, y: Self.top - 12, class: "title"),
    ]
    func words(_ value: Double) -> String { value.places(6).trimmedZeros }
    for (place, value) in across.enumerated() {
      let x = Self.left + (Double(place) + 0.5) * Self.cellWidth
      content.append(SVGText.text(words(value), x: x, y: Self.top - 12, anchor: "middle", class: "tick"))
    }
    for (place, value) in down.enumerated() {
      let y = Self.top + (Double(place) + 0.5) * Self.cellHeight + 4
      content.append(SVGText.text(words(value), x: Self.left - 12, y: y, anchor: "end", class: "tick"))
    }
    for (number, run) in runs.enumerated() {
      guard let column = across.firstIndex(of: columns[0].values[number]),
        let row = down.firstIndex(of: columns[1].values[number])
      else { continue }
      let (x, y) = (Self.left + Double(column) * Self.cellWidth, Self.top + Double(row) * Self.cellHeight)
      let value = run.metrics?.dice
      let share = value.map { high > low ? ($0 - low) / (high - low) : 1 } ?? 0
      let level = value == nil ? "none" : String(min(Self.colours - 1, Int(max(0, share) * Double(Self.colours))))
      content.append(
        "<rect class=\"heat heat-\(level)\(run.isBest ? " best" : "")\" x=\"\(SVGText.number(x + 2))\" "
          + "y=\"\(SVGText.number(y + 2))\" width=\"\(SVGText.number(Self.cellWidth - 4))\" "
          + "height=\"\(SVGText.number(Self.cellHeight - 4))\" rx=\"5\"/>")
      let text = value.map { $0.places(3) } ?? "–"
      content.append(
        SVGText.text(
          run.isBest ? "★ \(text)" : text, x: x + Self.cellWidth / 2, y: y + Self.cellHeight / 2 + 5, anchor: "middle",
          class: "heat-text heat-text-\(level)"))
    }
    let best = runs.first { $0.isBest }?.metrics?.dice.places(3) ?? ""
    return SVGText.picture(
      id: id, class: "grid-plot", width: width, height: height, title: PageLabel.dice.text(in: language),
      description: SweepPhrase.picture(axes: columns.map(\.name), best: "\(PageLabel.dice.text(in: language)) \(best)")
        .text(in: language),
      content: content.joined(separator: "\n"))
  }
}

extension String {
  /// Itself; nil where there is nothing in it.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
