internal import Messages

/// A quantity over the steps of a training: the raw values faint, their moving average on top, a reference line beside them.
struct LineChart {
  /// A value to compare with, as a dashed line.
  struct Reference {
    /// The value.
    let value: Double
    /// What it is, in words, with the value.
    let label: String
  }

  /// How large a chart is drawn, in pixels, and how many ticks fit.
  struct Format: Equatable {
    /// A part of the class name: `wide` or `narrow`.
    let name: String
    /// The width.
    let width: Double
    /// The height.
    let height: Double
    /// About how many ticks the horizontal axis has.
    let ticksAcross: Int

    /// For a desktop or paper.
    static let wide = Format(name: "wide", width: 720, height: 206, ticksAcross: 8)
    /// For a phone.
    static let narrow = Format(name: "narrow", width: 360, height: 210, ticksAcross: 4)
  }

  private static let top = 34.0
  private static let right = 14.0
  private static let tickSize = 12.0
  private static let noteSize = 13.0

  /// What ids in the page start with.
  let id: String
  /// What is drawn.
  let title: String
  /// The same in a sentence or two, for who cannot see it.
  let description: String
  /// What the horizontal axis counts.
  let xTitle: String
  /// The values in order.
  let samples: [ChartSample]
  /// What to compare with.
  let reference: Reference?
  /// The horizontal range: shared by charts that stand below one another.
  let xRange: ClosedRange<Double>
  /// What stands in place of a curve where no value can be drawn.
  let emptyNote: String
  /// What the values are called in the figure's data, for a script that reads them off; nil for none.
  var key: String?
  /// Whether a moving average is drawn over the values.
  var isSmoothed = true
  /// Series that are drawn over one another in place of ``samples``, each in a colour of its own.
  private let overlaid: [[ChartSample]]

  private let yAxis: ChartAxis

  /// - Parameters: the parts, as documented on each property; `limits` is what the quantity can be at all.
  init(
    id: String, title: String, description: String, xTitle: String, samples: [ChartSample], reference: Reference? = nil,
    xRange: ClosedRange<Double>, limits: ClosedRange<Double>? = nil, emptyNote: String, overlaid: [[ChartSample]] = []
  ) {
    self.overlaid = overlaid
    self.id = id
    self.title = title
    self.description = description
    self.xTitle = xTitle
    self.samples = samples
    self.reference = reference
    self.xRange = xRange
    self.emptyNote = emptyNote

    let all = overlaid.isEmpty ? samples : overlaid.flatMap { $0 }
    let values = all.filter(\.isDrawable).map(\.y) + [reference?.value].compactMap { $0 }
    let range = (values.min() ?? 0)...(values.max() ?? 1)
    // Ratios say more than differences once values without limits span more than one and a half powers of ten.
    if limits == nil, range.lowerBound > 0, range.upperBound / range.lowerBound > 30 {
      yAxis = .logarithmic(covering: range)
    } else {
      yAxis = .linear(covering: range, count: 4, within: limits)
    }
  }

  /// How much room the labels of the vertical axis need.
  var leftMargin: Double {
    max(40, 14 + (yAxis.ticks.map { ChartLabel.width(of: $0.label, size: Self.tickSize) }.max() ?? 0))
  }

  /// The chart as an `svg` element.
  ///
  /// - Parameters:
  ///   - format: how large.
  ///   - left: the room for the vertical axis: at least ``leftMargin``, the same for charts below one another.
  ///   - showsSteps: whether the horizontal axis has its numbers and title.
  /// - Returns: the element.
  func svg(_ format: Format, left: Double, showsSteps: Bool) -> String {
    let bottom = showsSteps ? 40.0 : 12
    let frame = Frame(
      left: left, top: Self.top, width: format.width - left - Self.right,
      height: format.height - (showsSteps ? 0 : 28) - Self.top - bottom)
    let xAxis = ChartAxis.counting(covering: xRange, count: format.ticksAcross)
    let columns = Int(frame.width / 2)
    let isLogarithmic = yAxis.scale == .logarithmic

    let raw = Curve.thinned(samples, over: xRange, columns: columns).map { frame.points($0, xAxis, yAxis) }
    let averages = isSmoothed ? Curve.smoothed(samples, count: columns, logarithmic: isLogarithmic) : nil
    let smooth = averages.map { series in
      Curve.thinned(series, over: xRange, columns: columns).map { frame.points($0, xAxis, yAxis) }
    }
    let main = smooth ?? raw
    let last = (averages ?? samples).last(where: \.isDrawable)

    var content = [grid(frame), steps(frame, xAxis, showsSteps: showsSteps, height: format.height)]
    content.append(SVGText.text(title, x: 0, y: 15, class: "title"))
    if smooth != nil { content.append("<path class=\"raw\" d=\"\(CurvePath(raw, isCoarse: true).text)\"/>") }
    content.append(referenceLine(frame))
    for (number, series) in overlaid.enumerated() {
      let points = Curve.thinned(
        Curve.smoothed(series, count: columns, logarithmic: isLogarithmic) ?? series, over: xRange, columns: columns)
      let path = CurvePath(points.map { frame.points($0, xAxis, yAxis) }).text
      content.append("<path class=\"curve run-\(number % Self.colours)\" d=\"\(path)\"/>")
    }
    if overlaid.isEmpty { content.append("<path class=\"curve\" d=\"\(CurvePath(main).text)\"/>") }
    if raw.isEmpty, overlaid.isEmpty {
      content.append(
        SVGText.text(
          emptyNote, x: frame.left + frame.width / 2, y: frame.top + frame.height / 2, anchor: "middle", class: "note"))
    }
    content.append(
      contentsOf: notes(frame, avoiding: (main + raw).flatMap { $0 }, end: main.last?.last, value: last?.y))
    let (name, height) = ("chart \(format.name)", format.height - (showsSteps ? 0 : 28))
    let attributes = key.map { self.attributes($0, frame, xAxis) } ?? ""
    let drawn = content.filter { !$0.isEmpty }.joined(separator: "\n")
    // A page shows one of both, which says the same.
    return format == .wide
      ? SVGText.picture(
        id: id, class: name, width: format.width, height: height, title: title, description: description,
        attributes: attributes, content: drawn)
      : SVGText.picture(
        likeThat: id, class: name, width: format.width, height: height, attributes: attributes, content: drawn)
  }

  /// How many colours there are for series that are drawn over one another.
  static let colours = 6

  /// Where values lie in the picture, for a script that reads them off.
  private func attributes(_ key: String, _ frame: Frame, _ xAxis: ChartAxis) -> String {
    let place = [frame.left, frame.top, frame.width, frame.height].map(SVGText.number).joined(separator: " ")
    return " data-key=\"\(key)\" data-frame=\"\(place)\" data-x=\"\(xAxis.lower) \(xAxis.upper)\""
      + " data-y=\"\(yAxis.lower) \(yAxis.upper)\"" + (yAxis.scale == .logarithmic ? " data-log" : "")
  }

  // MARK: Parts

  /// Where the curves are drawn, in pixels.
  private struct Frame {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    var bottom: Double { top + height }
    var right: Double { left + width }

    func points(_ samples: [ChartSample], _ x: ChartAxis, _ y: ChartAxis) -> [(x: Double, y: Double)] {
      samples.map { (left + width * x.fraction(of: $0.x), bottom - height * y.fraction(of: $0.y)) }
    }
  }

  private func grid(_ frame: Frame) -> String {
    let places = yAxis.ticks.map { (words: $0.label, y: frame.bottom - frame.height * yAxis.fraction(of: $0.value)) }
    let lines = places.map { "M\(SVGText.number(frame.left)) \(SVGText.number($0.y))h\(SVGText.number(frame.width))" }
    return "<path class=\"grid\" d=\"\(lines.joined())\"/>\n"
      + SVGText.texts(places.map { ($0.words, frame.left - 8, $0.y + 4) }, anchor: "end", class: "tick")
  }

  private func steps(_ frame: Frame, _ axis: ChartAxis, showsSteps: Bool, height: Double) -> String {
    let marks = axis.ticks.map { (words: $0.label, x: frame.left + frame.width * axis.fraction(of: $0.value)) }
    let ways = marks.map { "M\(SVGText.number($0.x)) \(SVGText.number(frame.bottom))v5" }
    let lines = "<path class=\"axis\" d=\"\(ways.joined())\"/>"
    guard showsSteps else { return lines }
    let name = SVGText.text(xTitle, x: frame.right, y: height - 4, anchor: "end", class: "tick")
    let words = SVGText.texts(marks.map { ($0.words, $0.x, frame.bottom + 18) }, anchor: "middle", class: "tick")
    return [lines, words, name].joined(separator: "\n")
  }

  private func referenceLine(_ frame: Frame) -> String {
    guard let reference else { return "" }
    let y = frame.bottom - frame.height * yAxis.fraction(of: reference.value)
    return "<path class=\"reference\" d=\"M\(SVGText.number(frame.left)) \(SVGText.number(y))"
      + "h\(SVGText.number(frame.width))\"/>"
  }

  /// The words inside the chart: what the reference is, and where the curve ended.
  private func notes(
    _ frame: Frame, avoiding points: [(x: Double, y: Double)], end: (x: Double, y: Double)?, value: Double?
  ) -> [String] {
    var notes: [String] = []
    var taken = points
    if let reference {
      let y = frame.bottom - frame.height * yAxis.fraction(of: reference.value)
      let width = ChartLabel.width(of: reference.label, size: Self.noteSize)
      let across = [frame.left + 6, frame.right - width - 6, frame.left + (frame.width - width) / 2]
      let along = [y - 7, y + 17].filter { $0 - 12 > frame.top - 14 && $0 < frame.bottom - 4 }
      let places = along.flatMap { y in across.map { ChartLabel.Place(x: max($0, 0), y: y) } }
      if let place = ChartLabel.best(places, width: width, height: 14, avoiding: points) {
        notes.append(SVGText.text(reference.label, x: place.x, y: place.y, class: "note"))
        taken += [-11.0, -4, 3].flatMap { row in
          stride(from: 0, through: width, by: 8).map { (place.x + $0, place.y + row) }
        }
      }
      taken += stride(from: frame.left, through: frame.right, by: 8).map { ($0, y) }
    }
    if let end, let value {
      let words = Figures.value(value)
      let width = ChartLabel.width(of: words, size: Self.noteSize) * 1.1
      let x = min(end.x - width / 2, frame.right - width)
      let places = [-10.0, 20, -24, 34, -38, 48].map { end.y + $0 }
        .filter { $0 > frame.top + 8 && $0 < frame.bottom - 2 }
        .map { ChartLabel.Place(x: x, y: $0) }
      let place = ChartLabel.best(places, width: width, height: 13, avoiding: taken)
      notes.append("<circle class=\"end\" cx=\"\(SVGText.number(end.x))\" cy=\"\(SVGText.number(end.y))\" r=\"3.5\"/>")
      if let place { notes.append(SVGText.text(words, x: place.x, y: place.y, class: "value")) }
    }
    return notes
  }
}
